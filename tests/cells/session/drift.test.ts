import { expect, test } from "vitest";
import { languageOf, type RoleMapping } from "../../../src/analyses";
import { readNotebook, writeNotebook, type Notebook, type SavedResult } from "../../../src/cells/model";
import { earlierNotebook } from "../../../src/cells/session/earlier-notebook";
import { digestOf } from "../../../src/cells/session/digest";
import { driftOf } from "../../../src/cells/session/drift";
import { throughRenames } from "../../../src/cells/session/import-roles";
import { isSameData } from "../../../src/cells/session/loaded-slot";
import { nameLikeness } from "../../../src/cells/session/name-likeness";
import type { Column } from "../../../src/engine";
import { rule, slot, textColumn } from "./slots";
import { analysisCell, load, loadedTable, play, ready, run } from "./play";

test("a notebook without results tells no value of its data", () => {
  const session = ready();
  const data = [slot(["client"], { digest: digestOf([textColumn("plan", { basic: 90 })], {}) })];
  const notebook = { ...session.notebook, data };
  expect(writeNotebook(notebook, { results: true })).toContain("basic");
  expect(writeNotebook(notebook, { results: false })).not.toContain("basic");
});

test("columns that are new, gone, of another type, and those that may have been renamed", () => {
  const drift = driftOf(
    slot(["client", "order_date date", "plan", "x"]),
    slot(["client", "DateOfOrder date", "plan date", "colour"]),
  );
  expect(drift).toMatchObject({
    gone: ["order_date", "x"],
    added: ["DateOfOrder", "colour"],
    renamed: [{ from: "order_date", to: "DateOfOrder" }],
    retyped: [{ column: "plan", before: "VARCHAR", now: "DATE" }],
    period: null,
  });
});

test("what a column meant that is gone is said, unless another means it", () => {
  const before = slot(["client", "dollars", "day date"], {
    roles: { customer: "client", amount: "dollars", time: "day" },
  });
  const gone = slot(["client", "amount_usd", "day date"], { roles: { customer: "client", time: "day" } });
  expect(driftOf(before, gone).orphaned).toEqual([{ role: "amount", column: "dollars" }]);
  const chosen = { ...gone, roles: { ...gone.roles, amount: "amount_usd" } };
  expect(driftOf(before, chosen).orphaned).toEqual([]);
  // A person may take a role from a column that is still there.
  expect(driftOf(before, { ...before, roles: { customer: "client" } }).orphaned).toEqual([]);
});

test("categories, times, gaps and customers twice", () => {
  const columns = ["client", "day date", "plan"];
  const before = slot(columns, {
    digest: [
      { name: "client", filled: 100, distinct: 100 },
      { name: "day", filled: 100, distinct: 9, from: "2024-01-01", to: "2024-03-31" },
      {
        name: "plan",
        filled: 98,
        distinct: 2,
        values: [
          { value: "a", count: 50 },
          { value: "b", count: 48 },
        ],
      },
    ],
  });
  const now = slot(columns, {
    rowCount: 200,
    digest: [
      { name: "client", filled: 200, distinct: 190 },
      { name: "day", filled: 200, distinct: 9, from: "2024-03-01", to: "2024-06-30" },
      {
        name: "plan",
        filled: 100,
        distinct: 2,
        values: [
          { value: "a", count: 50 },
          { value: "c", count: 50 },
        ],
      },
    ],
  });
  expect(driftOf(before, now)).toMatchObject({
    rows: { before: 100, now: 200 },
    period: { column: "day", overlap: "some" },
    categories: [{ column: "plan", added: ["c"], gone: ["b"] }],
    missing: [{ column: "plan", before: 1 - 0.98, now: 0.5 }],
    repeated: { column: "client", rows: 10 },
  });
  const apart = {
    ...now,
    digest: now.digest!.map((one) => (one.name === "day" ? { ...one, from: "2024-04-01" } : one)),
  };
  expect(driftOf(before, apart).period?.overlap).toBe("none");
  // With rare values left out nobody knows what is new.
  const rare = { ...before, digest: before.digest!.map((one) => ({ ...one, hasRare: true as const })) };
  expect(driftOf(rare, now).categories).toEqual([{ column: "plan", added: [], gone: ["b"] }]);
});

test("a column that was renamed is compared with what it was", () => {
  const span = { filled: 100, distinct: 9, from: "2024-01-01", to: "2024-01-31" };
  const values = (value: string) => ({ filled: 100, distinct: 1, values: [{ value, count: 100 }] });
  const before = slot(["client", "date date", "plan"], {
    digest: [
      { name: "client", filled: 100, distinct: 100 },
      { name: "date", ...span },
      { name: "plan", ...values("a") },
    ],
  });
  const now = slot(["client_id", "order_date date", "the_plan"], {
    roles: { customer: "client_id", time: "order_date" },
    digest: [
      { name: "client_id", filled: 100, distinct: 90 },
      { name: "order_date", ...span, from: "2024-02-01", to: "2024-02-29" },
      { name: "the_plan", ...values("b") },
    ],
  });
  expect(driftOf(before, now)).toMatchObject({
    period: { column: "order_date", before: ["2024-01-01", "2024-01-31"], overlap: "none" },
    categories: [{ column: "the_plan", added: ["b"], gone: ["a"] }],
    repeated: { column: "client_id", rows: 10 },
  });
});

test("times that are text in one of the files are not compared: 31.01.2024 comes after 01.02.2024 by its letters", () => {
  const texts = { ...textColumn("day", { "01.02.2024": 50, "31.01.2024": 50 }), largest: "31.01.2024" };
  const written = digestOf([texts], { time: "day" });
  expect(written[0]).not.toHaveProperty("from");
  const span = { name: "day", filled: 100, distinct: 2 };
  const dates = slot(["day date"], { digest: [{ ...span, from: "2024-01-31", to: "2024-02-01" }] });
  // As notebooks have it that were saved when texts were still taken for times.
  const saved = slot(["day"], { digest: [{ ...span, from: "01.02.2024", to: "31.01.2024" }] });
  expect(driftOf(dates, saved).period).toBeNull();
  expect(driftOf(saved, dates).period).toBeNull();
  expect(driftOf(dates, dates).period?.overlap).toBe("whole");
});

test("names are alike by words or by letters, and the same name is quite alike", () => {
  expect(nameLikeness("order_date", "Date of order")).toBe(1);
  expect(nameLikeness("customerId", "customer_id")).toBe(1);
  expect(nameLikeness("amount", "amuont")).toBeCloseTo(2 / 3, 12);
  expect(nameLikeness("plan", "city")).toBeLessThan(0.5);
  expect(nameLikeness("", "")).toBe(0);
});

test("the next file keeps what was said of the last one, and the same file again does not", () => {
  const first = play(ready(analysisCell("a", "orders")), ...load("orders", 3, "11")).session;
  const ran = run(first, "a").session;
  const same = play(ran, ...load("orders", 3, "11")).session;
  expect(same.earlier).toEqual({});
  expect(same.earlierSlots).toEqual({});
  const next = play(ran, ...load("orders", 5, "22")).session;
  expect(next.earlierSlots.orders?.rowCount).toBe(3);
  expect(next.earlier.a).toMatchObject({ table: "orders", file: "orders.csv", result: { form: "analysis" } });
});

test("a copy of another day than the notebook that found it is not what the results are of", () => {
  const [own, other] = [slot(["client"], { sha256: "11" }), slot(["client"], { sha256: "22" })];
  expect(isSameData(own, own, true)).toBe(true);
  expect(isSameData(other, own, true)).toBe(false);
  expect(isSameData(slot(["client"]), slot(["client"]), true)).toBe(true);
  expect(isSameData(slot(["client"]), slot(["client"]), false)).toBe(false);
});

test("a comparison outlives the page until a person ends it or the old file is back", () => {
  const saved: SavedResult = {
    ...{ form: "analysis", analysis: "attrition", at: "2024-02-01T00:00:00Z", request: {}, result: { n: 4 } },
    ...{ html: "<p>", text: "t", figures: [] },
  };
  const old = play(ready({ ...analysisCell("a", "orders"), saved }), ...load("orders", 3, "11")).session;
  const next = play({ ...old, runs: {} }, ...load("orders", 5, "22")).session;
  const text = writeNotebook(earlierNotebook(next, languageOf("en"))!, { results: true });
  const before = readNotebook(text).notebook;
  const opened = (notebook: Notebook) =>
    play(ready(), {
      ...{ type: "notebook-opened", notebook, readOnly: false, fileName: null, inPlace: false, notices: [] },
      ...{ data: [], run: false, earlier: before },
    }).session;
  const again = opened(next.notebook);
  expect(again.earlierSlots.orders).toEqual(next.earlierSlots.orders);
  expect(again.earlier.a).toMatchObject({ table: "orders", file: "orders.csv", at: saved.at });
  expect(again.earlier.a?.result).toEqual({ ...saved, html: "", text: "" });
  // A new engine reads the tables again; the comparison is not of the engine.
  const restarted = play(next, { type: "engine-restarted" }).session;
  expect(restarted.earlierSlots).toBe(next.earlierSlots);
  const ended = play(again, { type: "comparison-ended", table: "orders" });
  expect([ended.session.earlierSlots, ended.session.earlier]).toEqual([{}, {}]);
  expect(ended.effects).toEqual([{ type: "autosave" }]);
  expect(earlierNotebook(ended.session, languageOf("en"))).toBeNull();
  // A notebook whose slot is of the old file again is compared with nothing.
  expect(opened(old.notebook).earlierSlots).toEqual({});
  expect(play(next, { type: "table-removed", table: "orders" }).session.earlier).toEqual({});
});

test("a column that a person renames keeps its meaning, and one that came back under its old name has it again", () => {
  const plan = (names: readonly string[]) => ({
    ...loadedTable("orders").plan,
    columns: names.map((name, i) => ({
      ...{
        header: ["Kunde", "Zeit"][i]!,
        name,
        reading: { form: "text" } as const,
        isKept: true,
        isChosen: false,
      },
    })),
  });
  const finished = (load: string, names: readonly string[]) => ({
    type: "load-finished" as const,
    load,
    loaded: {
      ...loadedTable("orders"),
      plan: plan(names),
      columns: names.map((name) => ({ name, type: "VARCHAR", kind: "text" as const })),
    },
    roles: {},
    rule,
    sha256: "11",
  });
  const file = new File([], "orders.csv");
  const given = (load: string, names?: readonly string[]) => ({
    type: "files-given" as const,
    files: [{ load, table: "orders", file, ...(names && { plan: plan(names) }) }],
    kept: false,
  });
  const { session } = play(
    ready(),
    given("1"),
    finished("1", ["kunde", "zeit"]),
    { type: "roles-changed", table: "orders", roles: { customer: "kunde", time: "zeit" } },
    given("2", ["client", "zeit"]),
    finished("2", ["client", "zeit"]),
  );
  expect(session.notebook.data[0]?.roles).toEqual({ customer: "client", time: "zeit" });
  expect(session.tables.orders?.readBefore?.columns.map(({ name }) => name)).toEqual(["kunde", "zeit"]);
});

test("in another file a column much like one that is gone takes its role when it also looks made for it", () => {
  const columns = (...names: string[]) => slot(names).columns as readonly Column[];
  const now = { columns: columns("client_id", "day date", "client_note"), plan: loadedTable("o").plan };
  const before = slot(["client", "day date"]);
  const roles = (guess: RoleMapping) => throughRenames(before, now, undefined, guess).roles;
  expect(roles({ customer: "client_id" })).toEqual({ customer: "client_id", time: "day" });
  expect(roles({ customer: "client_note" })).toEqual({ time: "day" });
  expect(roles({})).toEqual({ time: "day" });
  // What is still there is never handed on.
  const both = { ...now, columns: columns("client", "day date", "client_id") };
  expect(throughRenames(before, both, undefined, { customer: "client_id" }).roles.customer).toBe("client");
});

test("a file that may not fit into memory waits to be told what of it is wanted", () => {
  const file = Object.defineProperty(new File([], "big.csv"), "size", { value: 2e9 });
  const asked = play(ready(), {
    type: "files-given",
    files: [{ load: "1", table: "big", file }],
    kept: false,
  });
  expect(asked.effects.map(({ type }) => type)).toEqual(["hold-file"]);
  expect(asked.session.loads).toMatchObject([{ id: "1", held: true }]);
  // 700 MB fit alone, and not beside 1.5 GB.
  const half = Object.defineProperty(new File([], "half.csv"), "size", { value: 7e8 });
  const give = (table: string) =>
    ({ type: "files-given", files: [{ load: table, table, file: half }], kept: false }) as const;
  const one = play(ready(), give("one"));
  expect(one.effects.map(({ type }) => type)).toEqual(["load"]);
  const loaded = { ...loadedTable("one"), file: { name: "half.csv", bytes: 1.5e9, modified: 0 } };
  const beside = play(
    one.session,
    { type: "load-finished", load: "one", loaded, roles: {}, rule },
    give("two"),
  );
  expect(beside.session.loads).toMatchObject([{ id: "two", held: true }]);
  const sure = play(
    asked.session,
    { type: "load-dismissed", load: "1" },
    { type: "files-given", files: [{ load: "2", table: "big", file, isSure: true }], kept: false },
  );
  expect(sure.effects.map(({ type }) => type)).toEqual(["cancel-load", "load"]);
  expect(sure.session.loads.map(({ id, held }) => [id, held])).toEqual([["2", undefined]]);
});
