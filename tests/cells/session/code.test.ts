import { describe, expect, test } from "vitest";
import type { Effect } from "../../../src/cells/session/effect";
import type { Session } from "../../../src/cells/session/session";
import { drawn } from "./drawn";
import { inputCell, load, play, ready, run, settle, sqlCell, statuses } from "./play";

const mixed = () =>
  drawn(`
    least  in   10
    big    sql  select * from (values (1), (20)) t(x) where x > \${least}
    total  ts   const sum = d3.sum(big, (row) => row.x); const rows = [{ sum }]
    said   md   The sum is \${sum}.
    back   sql  select sum + 1 as more from rows
  `);

const all = (session: Session) => settle(play(session, { type: "run-requested", cells: "all" }).session);

const runs = (effects: readonly Effect[]) =>
  effects.flatMap((effect) => (effect.type === "run" ? [effect] : []));

describe("one graph of SQL, code, prose and inputs", () => {
  test("the last cell runs what it needs, each before who reads it", () => {
    expect(run(mixed(), "back").ran).toEqual(["big", "total", "back"]);
  });

  test("everything runs once; inputs do not run", () => {
    const { session, ran } = all(mixed());
    expect(ran).toEqual(["big", "total", "said", "back"]);
    expect(statuses(session)).toEqual({
      least: "never",
      big: "fresh",
      total: "fresh",
      said: "fresh",
      back: "fresh",
    });
  });

  test("each run is told where its names come from", () => {
    const { effects } = play(all(mixed()).session, { type: "input-changed", cell: "least", value: 5 });
    const [first] = runs(effects);
    expect(first).toMatchObject({ cell: { id: "big" }, sources: { least: { from: "input", value: 5 } } });
  });

  test("code reads rows by result, SQL reads code by value", () => {
    const fresh = all(mixed()).session;
    const sources = (cell: string) =>
      runs(play(fresh, { type: "run-requested", cells: [cell] }).effects)[0]!.sources;
    expect(sources("total")).toEqual({
      big: { from: "result", cell: "big", number: fresh.runs.big!.number },
    });
    expect(sources("back")).toEqual({
      rows: { from: "code", cell: "total", number: fresh.runs.total!.number, name: "rows" },
    });
  });

  test("auto: a moved input runs its readers; lazy and manual: it marks them and names the reason", () => {
    const fresh = all(mixed()).session;
    const moved = { type: "input-changed" as const, cell: "least", value: 0 };
    expect(settle(play(fresh, moved).session).ran).toEqual(["big", "total", "said", "back"]);
    for (const mode of ["lazy", "manual"] as const) {
      const { session } = play(fresh, { type: "run-mode-changed", mode }, moved);
      expect(statuses(session)).toMatchObject({ big: "stale", total: "stale", back: "stale" });
      expect(session.runs.back!.because).toEqual(["least"]);
    }
  });

  test("lazy runs what is stale above first, manual only what was asked for", () => {
    const fresh = all(mixed()).session;
    const moved = { type: "input-changed" as const, cell: "least", value: 0 };
    const lazy = play(fresh, { type: "run-mode-changed", mode: "lazy" }, moved).session;
    expect(run(lazy, "total").ran).toEqual(["big", "total"]);
    const manual = play(fresh, { type: "run-mode-changed", mode: "manual" }, moved).session;
    const { session, ran } = run(manual, "total");
    expect(ran).toEqual(["total"]);
    // What it read is of an older value: it cannot be called up to date.
    expect(session.runs.total!.status).toBe("stale");
  });

  test("moving an input where nothing ran starts nothing: it may be a stranger's code", () => {
    const { effects } = play(mixed(), { type: "input-changed", cell: "least", value: 0 });
    expect(runs(effects)).toEqual([]);
  });

  test("a dragged input is one step, taken back before what came earlier", () => {
    const start = mixed();
    const session = play(
      start,
      { type: "cell-moved", cell: "said", by: -1 },
      { type: "input-changed", cell: "least", value: 6 },
      { type: "input-changed", cell: "least", value: 7 },
      { type: "undo" },
    ).session;
    expect(session.notebook.cells.map((cell) => cell.id)).toEqual(["least", "big", "said", "total", "back"]);
    expect(session.notebook.cells[0]).toEqual(start.notebook.cells[0]);
    expect(play(session, { type: "redo" }).session.notebook.cells[0]).toMatchObject({ value: 7 });
  });

  test("who reads a table picker reads the table that is picked", () => {
    const picker = inputCell("source", "a", { form: "table" });
    const session = ready(
      picker,
      sqlCell("a", "select 1"),
      sqlCell("b", "select 2"),
      sqlCell("c", "from ${source}"),
    );
    expect(run(session, "c").ran).toEqual(["a", "c"]);
    const other = play(session, { type: "input-changed", cell: "source", value: "b" }).session;
    expect(run(other, "c").ran).toEqual(["b", "c"]);
  });
});

describe("names", () => {
  test("a name given by SQL and by code is said to both, with the other cell", () => {
    const { session } = all(drawn("total sql select 1\ncode ts const total = 2"));
    expect(statuses(session)).toEqual({ total: "failed", code: "failed" });
    expect(session.runs.code!.error).toMatchObject({
      code: "duplicate-name",
      values: { name: "total", cells: "total (#1), #2 (#2)", nodes: "total,code" },
    });
  });

  test("a circle through SQL and code", () => {
    const { session } = all(drawn("a sql select * from b\ncode ts const b = [...a]"));
    expect(session.runs.a!.error).toMatchObject({ code: "circle", values: { nodes: "a,code" } });
    expect(session.runs.code!.status).toBe("failed");
  });

  test("deleting a cell of code deletes its names and runs its readers, which now lack them", () => {
    const fresh = all(drawn("one ts const n = 1\ntwo ts const m = n + 1")).session;
    const { session, effects } = play(fresh, { type: "cell-deleted", cell: "one" });
    expect(effects).toContainEqual({ type: "forget-code", cells: ["one"] });
    expect(runs(effects)).toMatchObject([{ cell: { id: "two" }, sources: {} }]);
    expect(session.runs.one).toBeUndefined();
  });

  test("who reads a name that is not defined any more runs again, and finds out", () => {
    const fresh = all(drawn("one ts const n = 1\ntwo ts const m = n + 1\nthree ts const x = 0")).session;
    const renamed = play(fresh, { type: "source-changed", cell: "one", source: "const k = 1" }).session;
    expect(run(renamed, "one").ran).toEqual(["one", "two"]);
  });

  test("a failing cell marks what depends on it, not the rest", () => {
    const session = drawn("one ts const n = 1\ntwo ts const m = n\nother ts const x = 0");
    const asked = play(session, { type: "run-requested", cells: "all" }).session;
    expect(statuses(settle(asked, ["one"]).session)).toEqual({
      one: "failed",
      two: "blocked",
      other: "fresh",
    });
  });

  test("text that is no code defines nothing and reads nothing", () => {
    expect(run(drawn("one ts const = 1\ntwo ts const m = 1"), "two").ran).toEqual(["two"]);
  });
});

describe("which cells run", () => {
  const four = () => drawn("a ts const a = 1\nb ts const b = 1\nc ts const c = 1\nd ts const d = 1");

  test("above without the cell, below with it, stale", () => {
    const at = (cells: object) =>
      settle(play(four(), { type: "run-requested", cells: cells as never }).session).ran;
    expect(at({ above: "c" })).toEqual(["a", "b"]);
    expect(at({ below: "c" })).toEqual(["c", "d"]);
    expect(at({ above: "a" })).toEqual([]);
    const half = run(four(), "a", "b").session;
    expect(settle(play(half, { type: "run-requested", cells: "stale" }).session).ran).toEqual(["c", "d"]);
  });

  test("switched off: neither the cell nor what depends on it runs, and on again what was missed is made up for", () => {
    const fresh = all(mixed()).session;
    const off = play(fresh, { type: "cell-disabled", cell: "total", disabled: true }).session;
    const moved = settle(play(off, { type: "input-changed", cell: "least", value: 0 }).session);
    expect(moved.ran).toEqual(["big"]);
    expect(statuses(moved.session)).toMatchObject({ total: "stale", back: "stale" });
    expect(settle(play(moved.session, { type: "run-requested", cells: "all" }).session).ran).toEqual(["big"]);
    const on = play(moved.session, { type: "cell-disabled", cell: "total", disabled: false }).session;
    expect(settle(on).ran).toEqual(["total", "said", "back"]);
  });

  test("prose with values follows what has run, and starts nothing that has not", () => {
    const session = drawn("n ts const n = 1\nsaid md ${n} of them\nplain md No values here.");
    expect(run(session, "n").ran).toEqual(["n", "said"]);
    const table = play(drawn("q sql select * from events\nsaid md ${q.numRows}"), ...load("events"));
    expect(runs(table.effects)).toEqual([]);
  });
});

describe("code while and after it runs", () => {
  const part = (id: number) => ({ kind: "console", part: id, level: "log", values: [] }) as const;
  const shown = (session: Session, cell: string) => {
    const output = session.runs[cell]!.output;
    return output?.form === "parts" ? output.parts.map((one) => one.part) : null;
  };

  test("parts show while it runs; those of an older run are dropped; a new run begins anew", () => {
    const started = play(drawn("a ts display(1)"), { type: "run-requested", cells: ["a"] }).session;
    const { number } = started.runs.a!;
    const some = play(started, { type: "parts-shown", cell: "a", number, parts: [part(1)] }).session;
    expect(shown(some, "a")).toEqual([1]);
    const done = settle(some).session;
    expect(shown(done, "a")).toEqual([1]);
    const later = play(done, { type: "parts-shown", cell: "a", number, parts: [part(2)] }).session;
    expect(shown(later, "a")).toEqual([1, 2]);
    const again = play(later, { type: "run-requested", cells: ["a"] }).session;
    expect(shown(again, "a")).toEqual([1, 2]);
    expect(
      shown(play(again, { type: "parts-shown", cell: "a", number, parts: [part(3)] }).session, "a"),
    ).toEqual([1, 2]);
    const next = { type: "parts-shown" as const, cell: "a", number: again.runs.a!.number, parts: [part(1)] };
    expect(shown(play(again, next).session, "a")).toEqual([1]);
  });

  test("what was shown before an error stays with the error", () => {
    const started = play(drawn("a ts display(1); boom"), { type: "run-requested", cells: ["a"] }).session;
    const { number } = started.runs.a!;
    const some = play(started, { type: "parts-shown", cell: "a", number, parts: [part(1)] }).session;
    const failed = settle(some, ["a"]).session;
    expect(failed.runs.a!.status).toBe("failed");
    expect(shown(failed, "a")).toEqual([1]);
  });

  test("a lost sandbox takes values, not results; who needs a value has it made again", () => {
    const fresh = all(drawn("one ts const n = 1\ntwo ts const m = n + 1\nthree ts const x = 0")).session;
    const lost = play(fresh, { type: "sandbox-lost" }).session;
    expect(statuses(lost)).toEqual({ one: "fresh", two: "fresh", three: "fresh" });
    expect(run(lost, "two").ran).toEqual(["one", "two"]);
  });

  test("a moved view runs its readers and not the cell that shows it", () => {
    const fresh = all(drawn("control ts const n = view(html`<input>`)\nreader ts const m = n + 1")).session;
    const { number } = fresh.runs.control!;
    const moved = { type: "view-changed" as const, cell: "control", number, name: "n" };
    expect(settle(play(fresh, moved).session).ran).toEqual(["reader"]);
    expect(settle(play(fresh, { ...moved, number: number - 1 }).session).ran).toEqual([]);
  });

  test("another width runs what reads the width", () => {
    const fresh = all(drawn("wide ts display(width)\nother ts const x = 1")).session;
    expect(settle(play(fresh, { type: "width-changed", width: 500 }).session).ran).toEqual(["wide"]);
  });
});

test("a cell that never ran does not run when its deletion is taken back; one that had run does", () => {
  const session = run(drawn("one ts const n = 1\ntwo ts const m = 2"), "one").session;
  const back = (cell: string) => play(session, { type: "cell-deleted", cell }, { type: "undo" });
  expect(runs(back("two").effects)).toEqual([]);
  expect(runs(back("one").effects)).toMatchObject([{ cell: { id: "one" } }]);
});
