import * as v from "valibot";
import { beforeAll, expect, test } from "vitest";
import { type Database, importFile, importPlan, type ImportPlan, name, sql } from "../../../src/engine";
import { openTestDatabase } from "../open-database";

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});

const load = (content: string, known = {}) =>
  importFile(database, new File([content], "t.csv"), { table: "t", known });

test("a plan finds its columns in the next file by their header, and says what is new and what is gone", async () => {
  const first = await load("id;start;sum;old\n1;31.01.2024;1,5;x\n2;01.02.2024;2,5;y\n");
  const plan = v.parse(importPlan, JSON.parse(JSON.stringify(first.plan)));
  expect(plan).toEqual(first.plan);
  const chosen = { ...plan, columns: plan.columns.map((column) => ({ ...column, isChosen: true })) };
  const next = await load("sum,id,start,new\n3.5,007,05.03.2024,5\nmany,008,soon,6\n", { plan: chosen });
  expect(next.notes).toEqual([
    { note: "new-column", column: "new" },
    { note: "missing-column", column: "old" },
    { note: "other-form", was: "utf-8 ;", is: "utf-8 ," },
  ]);
  expect(next.columns.map((column) => `${column.name} ${column.type}`)).toEqual([
    "sum DOUBLE",
    "id VARCHAR",
    "start DATE",
    "new BIGINT",
  ]);
  // `3.5` is no number where the comma is the decimal mark: it is listed, never taken for another.
  expect(next.unread.first.map(({ row, column, text }) => [row, column, text])).toEqual([
    [1, "sum", "3.5"],
    [2, "sum", "many"],
    [2, "start", "soon"],
  ]);
  expect((await database.query(sql`from ${name(...next.unread.table!)}`)).rowCount).toBe(3);
});

/** Each file by the plan of the one before, as the notebook keeps it: the types of a column, and what is said of it. */
async function monthByMonth(column: string, ...months: readonly (readonly string[])[]) {
  const seen: string[] = [];
  let plan: ImportPlan | undefined;
  for (const cells of months) {
    const file = [`id;${column}`, ...cells.map((cell, i) => `a${i};${cell}`)].join("\n");
    const loaded = await load(`${file}\n`, { ...(plan && { plan }) });
    plan = v.parse(importPlan, JSON.parse(JSON.stringify(loaded.plan)));
    const again = await load(`${file}\n`, { plan, isExact: true });
    // What is restored from the kept copy is the same table.
    expect(again.columns).toEqual(loaded.columns);
    expect(again.plan).toEqual(loaded.plan);
    const notes = loaded.notes.map(({ note }) => note);
    seen.push([loaded.columns[1]!.type, loaded.unread.cells || "", ...notes].filter(Boolean).join(" "));
  }
  return seen;
}

test("a next file that writes the same otherwise is read as it writes", async () => {
  const iso = ["2024-01-30", "2024-01-31"];
  expect(await monthByMonth("day", iso, ["28.02.2024"], ["03/31/2024"], iso)).toEqual([
    "DATE",
    "DATE other-style",
    "DATE other-style",
    "DATE other-style",
  ]);
  expect(await monthByMonth("sum", ["1,5", "2,75"], ["1.5", "2.75"], ["1 234,50", "12,00"])).toEqual([
    "DOUBLE",
    "DOUBLE other-style",
    "DOUBLE other-style",
  ]);
  expect(await monthByMonth("active", ["yes", "no"], ["да", "нет"], ["1", "0"])).toEqual([
    "BOOLEAN",
    "BOOLEAN other-style",
    "BOOLEAN other-style",
  ]);
  // A time of day, and a fraction, are no other style.
  expect(await monthByMonth("day", iso, ["2024-02-01 10:00:00"])).toEqual(["DATE", "TIMESTAMP"]);
  expect(await monthByMonth("n", ["1", "2"], ["1.5", "2"])).toEqual(["BIGINT", "DOUBLE"]);
});

test("what can be read as before is, and what cannot be told is asked", async () => {
  expect(await monthByMonth("sum", ["1.234,5", "2,75"], ["1.234", "2.500"])).toEqual(["DOUBLE", "DOUBLE"]);
  expect((await database.query(sql`select max(sum) as most from t`)).value(0, "most")).toBe(2500);
  expect(await monthByMonth("day", ["31/01/2024"], ["03/04/2024"])).toEqual(["DATE", "DATE"]);
  expect((await database.query(sql`select max(day)::varchar as day from t`)).value(0, "day")).toBe(
    "2024-04-03",
  );
  const [iso, either] = [["2024-01-31"], ["03/04/2024"]];
  expect(await monthByMonth("day", iso, either, either, iso)).toEqual([
    "DATE",
    "VARCHAR date-order",
    "VARCHAR date-order",
    "DATE",
  ]);
});

test("a column that one file made text is itself again in the next, and codes stay text", async () => {
  expect(await monthByMonth("joined", ["2024-01-31"], ["2024-02-01", "soon"], ["2024-03-01"])).toEqual([
    "DATE",
    "VARCHAR",
    "DATE",
  ]);
  expect(await monthByMonth("joined", ["2024-01-31"], ["soon"], ["01.03.2024"])).toEqual([
    "DATE",
    "VARCHAR",
    "DATE other-style",
  ]);
  expect(await monthByMonth("sum", ["1.5"], ["many"], ["2.5"])).toEqual(["DOUBLE", "VARCHAR", "DOUBLE"]);
  const text = ["VARCHAR", "VARCHAR"];
  expect(await monthByMonth("sort", ["1067"], ["01067"], ["1067"])).toEqual(["BIGINT", ...text]);
  expect(await monthByMonth("sort", ["1067"], ["A1067"], ["1067"])).toEqual(["BIGINT", ...text]);
  expect(await monthByMonth("sort", ["01067"], ["1067"])).toEqual(text);
});

test("what a notebook from elsewhere says is checked", () => {
  const plan = {
    version: 1,
    source: { format: "json", nested: "text" },
    entry: null,
    zone: "Nowhere/City",
    missing: [],
    columns: [],
  };
  expect(v.safeParse(importPlan, plan).success).toBe(false);
  expect(v.safeParse(importPlan, { ...plan, zone: "Asia/Tbilisi" }).success).toBe(true);
});

test("a question about day and month that nobody has answered is asked again of the next file", async () => {
  const { plan, notes } = await load("id,at\n1,03/04/2024\n");
  const next = await load("id,at\n1,05/06/2024\n", { plan });
  expect(next.notes).toEqual(notes);
  expect(notes.map(({ note }) => note)).toEqual(["date-order"]);
  const columns = plan.columns.map((column) => ({ ...column, isChosen: true }));
  expect((await load("id,at\n1,05/06/2024\n", { plan: { ...plan, columns } })).notes).toEqual([]);
});
