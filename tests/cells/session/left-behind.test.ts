import { describe, expect, test } from "vitest";
import { languageOf } from "../../../src/analyses";
import { textOfValue } from "../../../src/cells/kinds";
import type { MarkdownCell } from "../../../src/cells/model";
import { queriesAhead } from "../../../src/cells/session/columns-ahead";
import type { Event } from "../../../src/cells/session/event";
import { proseValues } from "../../../src/cells/session/prose-values";
import { isAtWork, runOf, type Session } from "../../../src/cells/session/session";
import { withResults } from "../../../src/cells/session/with-results";
import { drawn } from "./drawn";
import { load, play, run, settle, sqlCell, statuses, textCell, ready } from "./play";

const part = { kind: "value", part: 1, value: { type: "number", text: "1" } } as never;
const mode = (runMode: "auto" | "lazy" | "manual"): Event => ({ type: "run-mode-changed", mode: runMode });

describe("a cell that nobody names any more is not shown as up to date", () => {
  const pair = `
    a  ts  const x = 1
    b  ts  x + 1
    c  ts  const y = 2
  `;
  const edit = (source: string): Event => ({ type: "source-changed", cell: "a", source });

  test.each(["lazy", "manual"] as const)("%s: the definition was renamed and run", (runMode) => {
    const fresh = play(run(drawn(pair), "b", "c").session, mode(runMode)).session;
    const renamed = run(play(fresh, edit("const z = 1")).session, "a").session;
    expect(statuses(renamed)).toEqual({ a: "fresh", b: "stale", c: "fresh" });
  });

  test("lazy: the definition's text is broken now", () => {
    const fresh = play(run(drawn(pair), "b").session, mode("lazy")).session;
    const asked = play(play(fresh, edit("const x =")).session, { type: "run-requested", cells: ["a"] });
    expect(statuses(settle(asked.session, ["a"]).session)).toMatchObject({ a: "failed", b: "stale" });
  });

  test("the definition was renamed, not run, and its cell deleted", () => {
    const fresh = play(run(drawn(pair), "b").session, mode("lazy"), edit("const z = 1")).session;
    expect(statuses(play(fresh, { type: "cell-deleted", cell: "a" }).session).b).toBe("stale");
  });

  test("a name that goes by undo takes its readers along", () => {
    const start = play(run(ready(sqlCell("a", "select 1")), "a").session, mode("lazy"));
    const renamed = play(start.session, { type: "cell-renamed", cell: "a", name: "late" });
    const reader = { ...sqlCell("r", "from late") };
    const more = { ...renamed.session.notebook, cells: [...renamed.session.notebook.cells, reader] };
    const read = run({ ...renamed.session, notebook: more }, "r").session;
    const step = read.done.at(-1)!;
    const kept = { ...step, notebook: { ...step.notebook, cells: [...step.notebook.cells, reader] } };
    const back = play({ ...read, done: [kept] }, { type: "undo" }).session;
    expect(statuses(read).r).toBe("fresh");
    expect(statuses(back).r).toBe("stale");
  });
});

describe("code that asks an analysis reads what the columns mean", () => {
  const asking = 'const share = await analyse("attrition", { table: "events" })';

  test.each<Event>([
    { type: "roles-changed", table: "events", roles: { customer: "customer" } },
    { type: "contract-end-changed", table: "events", endIsLastPaidDay: false },
    { type: "week-start-changed", weekStart: "sunday" },
  ])("$type: it runs again, and so does what reads it", (change) => {
    const start = play(drawn(`a ts ${asking}\nb ts share`), ...load("events")).session;
    expect(settle(play(run(start, "b").session, change).session).ran).toEqual(["a", "b"]);
  });

  test("undone roles are read again too", () => {
    const start = play(drawn(`a ts ${asking}`), ...load("events")).session;
    const change: Event = { type: "roles-changed", table: "events", roles: {} };
    const changed = settle(play(run(start, "a").session, change).session).session;
    expect(settle(play(changed, { type: "undo" }).session).ran).toEqual(["a"]);
  });
});

describe("half a result", () => {
  const shown = (session: Session) =>
    play(session, { type: "parts-shown", cell: "a", number: session.runs.a!.number, parts: [part] }).session;
  const asked = (session: Session) => play(session, { type: "run-requested", cells: ["a"] }).session;
  const stop = (session: Session) =>
    play(session, {
      type: "cell-failed",
      cell: "a",
      number: session.runs.a!.number,
      error: { code: "stopped", message: "" },
    }).session;
  const saved = (session: Session) => withResults(session, languageOf("en"), null).cells[0]!.saved;

  test("of a stopped run is not up to date, and not the result that is saved", () => {
    const fresh = run(drawn("a ts display(1)"), "a").session;
    const stopped = stop(shown(asked(fresh)));
    expect(statuses(stopped)).toEqual({ a: "stale" });
    expect(saved(stopped)).toMatchObject({ stale: true });
    expect(statuses(run(stopped, "a").session)).toEqual({ a: "fresh" });
  });

  test("of a run that goes on is not kept as its result", () => {
    const fresh = run(drawn("a ts display(1)"), "a").session;
    expect(saved(shown(asked(fresh)))).toMatchObject({ stale: true });
  });
});

describe("prose of a notebook that was opened", () => {
  test("runs no expression because of the page's width, an input or a file", () => {
    const opened = drawn(`
      n  in  5
      w  md  Width \${width}
      x  md  Value \${n * 2}
      t  md  Rows \${events.length}
    `);
    const { effects } = play(
      opened,
      { type: "width-changed", width: 700 },
      { type: "input-changed", cell: "n", value: 6 },
      ...load("events"),
    );
    expect(effects.filter(({ type }) => type === "run")).toEqual([]);
  });

  test("follows an input that it only names, and what was run here", () => {
    const opened = drawn("n in 5\nx md Value ${n}\na ts const b = n\ny md ${b * 2}");
    const moved = settle(play(opened, { type: "input-changed", cell: "n", value: 6 }).session);
    expect(moved.ran).toEqual(["x"]);
    expect(run(moved.session, "a").ran).toEqual(["a", "y"]);
  });
});

describe("numbers in prose", () => {
  test.each([
    [9007199254740993n, "9,007,199,254,740,993"],
    [1234567890123456, "1,234,567,890,123,456"],
    [12345678901234567890123n, "12,345,678,901,234,567,890,123"],
    [0.1 + 0.2, "0.3"],
    [-5, "-5"],
  ])("%s keeps its digits", (value, text) => expect(textOfValue(value, "en-GB")).toBe(text));
});

test("another kind of cell and back is the cell as it was", () => {
  const picture = { "a.png": { "image/png": "" } };
  const cell = { ...textCell("a", "x"), attachments: picture, disabled: true as const };
  const there: Event = { type: "cell-kind-changed", cell: "a", kind: "typescript" };
  const back: Event = { type: "cell-kind-changed", cell: "a", kind: "markdown" };
  expect(play(ready(cell), there, back).session.notebook.cells[0]).toEqual(cell);
  const query = sqlCell("q", "select 1", "orders");
  const both = ["typescript", "sql"].map((kind) => ({ type: "cell-kind-changed", cell: "q", kind }) as Event);
  expect(play(ready(query), ...both).session.notebook.cells[0]).toEqual(query);
});

describe("values in prose", () => {
  const prose = (session: Session) => {
    const cell = session.notebook.cells.find(({ id }) => id === "p") as MarkdownCell;
    return proseValues(cell, runOf(session, "p"), "en-GB");
  };
  const fresh = () => {
    const start = drawn("a ts const revenue = 12000; const churn = 0.07\np md ${revenue}, ${churn}");
    const asked = run(play(start, mode("lazy")).session, "a").session;
    const running = play(asked, { type: "run-requested", cells: ["p"] }).session;
    const { number } = running.runs.p!;
    const output = { form: "texts" as const, values: [12000, 0.07] };
    return play(running, { type: "cell-finished", cell: "p", number, output }).session;
  };

  test("stay with their words when the text around them changes", () => {
    expect(prose(fresh())).toEqual(["12,000", "0.07"]);
    const edited = play(fresh(), { type: "source-changed", cell: "p", source: "${churn} ${new_one}" });
    expect(prose(edited.session)).toEqual(["0.07", null]);
  });

  test("are gone when what gives them has failed", () => {
    const asked = play(fresh(), { type: "run-requested", cells: ["a"] }).session;
    const failed = settle(asked, ["a"]).session;
    const blocked = settle(play(failed, { type: "run-requested", cells: ["p"] }).session, ["a"]).session;
    expect(statuses(blocked).p).toBe("blocked");
    expect(prose(blocked)).toEqual([null, null]);
  });

  test("that were saved of an unknown text stand nowhere", () => {
    const saved = { form: "texts" as const, at: "2024-01-01T00:00:00Z", texts: ["1"] };
    const open = (cell: MarkdownCell) =>
      play(ready(), {
        type: "notebook-opened",
        notebook: { ...ready(cell).notebook },
        readOnly: false,
        fileName: null,
        inPlace: false,
        notices: [],
        data: [],
        run: false,
      }).session;
    expect(prose(open({ ...textCell("p", "${x}"), saved }))).toEqual(["1"]);
    expect(prose(open({ ...textCell("p", "${x}"), saved: { ...saved, stale: true } }))).toEqual([null]);
  });
});

test("SQL asks for what code defined by the name that stands in the code", () => {
  const start = run(drawn("a ts const Rows = [{ x: 1 }]\nb sql from rows"), "a").session;
  const { effects } = play(start, { type: "run-requested", cells: ["b"] });
  expect(effects[0]).toMatchObject({ type: "run", sources: { rows: { from: "code", name: "Rows" } } });
});

test("what columns a PIVOT has is asked of no query that nobody ran", () => {
  const plain = queriesAhead(drawn("q sql select 1 as one\nt ts q"));
  expect(plain.map(({ cell }) => cell)).toEqual(["q"]);
  expect(queriesAhead(drawn("q sql pivot events on customer using count(*)\nt ts q"))).toEqual([]);
  const reader = drawn("q sql from (pivot events on customer)\nr sql select * from q\nt ts q");
  expect(
    queriesAhead(reader)
      .map(({ text }) => text)
      .join(""),
  ).not.toMatch(/pivot/i);
});

test("somebody is at work once something has run or changed here, not by opening", () => {
  const opened = drawn("a sql select 1\nn in 5");
  expect(isAtWork(opened)).toBe(false);
  expect(isAtWork(run(opened, "a").session)).toBe(true);
  expect(isAtWork(play(opened, { type: "cell-moved", cell: "a", by: 1 }).session)).toBe(true);
});
