import { describe, expect, test } from "vitest";
import { analysisCell, load, play, ready, rows, run, settle, sqlCell, statuses } from "./play";

const chain = () =>
  ready(sqlCell("a", "select 1 as x"), sqlCell("b", "select * from a"), sqlCell("c", "select * from b"));

describe("running", () => {
  test("run of the last cell runs what it needs first, inputs first", () => {
    const { session, ran } = run(chain(), "c");
    expect(ran).toEqual(["a", "b", "c"]);
    expect(statuses(session)).toEqual({ a: "fresh", b: "fresh", c: "fresh" });
  });

  test("run all works whatever the order of the cells on the page", () => {
    const shuffled = ready(sqlCell("c", "from b"), sqlCell("b", "from a"), sqlCell("a", "select 1"));
    const { session, ran } = settle(play(shuffled, { type: "run-requested", cells: "all" }).session);
    expect(ran).toEqual(["a", "b", "c"]);
    expect(statuses(session)).toEqual({ a: "fresh", b: "fresh", c: "fresh" });
  });

  test("auto runs what depends on a cell that ran again, manual marks it as stale and says why", () => {
    const fresh = run(chain(), "c").session;
    const edited = play(fresh, { type: "source-changed", cell: "a", source: "select 2 as x" }).session;
    expect(statuses(edited)).toEqual({ a: "stale", b: "fresh", c: "fresh" });
    expect(run(edited, "a").ran).toEqual(["a", "b", "c"]);

    const manual = play(edited, { type: "run-mode-changed", mode: "manual" }).session;
    const { session, ran } = run(manual, "a");
    expect(ran).toEqual(["a"]);
    expect(statuses(session)).toEqual({ a: "fresh", b: "stale", c: "stale" });
    expect(session.runs.b!.because).toEqual(["a"]);
  });

  test("auto leaves alone SQL that was never run: it may be half typed", () => {
    const session = ready(sqlCell("a", "select 1"), sqlCell("b", "select * from a wher"));
    expect(run(session, "a").ran).toEqual(["a"]);
  });

  test("a failed cell blocks what reads it and nothing else", () => {
    const session = ready(sqlCell("a", "boom"), sqlCell("b", "from a"), sqlCell("other", "select 1"));
    const asked = play(session, { type: "run-requested", cells: "all" }).session;
    const { session: after } = settle(asked, ["a"]);
    expect(statuses(after)).toEqual({ a: "failed", b: "blocked", other: "fresh" });
    expect(after.runs.b!.because).toEqual(["a"]);
  });

  test("a late answer is dropped", () => {
    const started = play(chain(), { type: "run-requested", cells: ["a"] }).session;
    const { number } = started.runs.a!;
    const stopped = play(
      started,
      { type: "stop-requested" },
      {
        type: "cell-failed",
        cell: "a",
        number,
        error: { code: "stopped", message: "stopped" },
      },
    ).session;
    const late = play(stopped, { type: "cell-finished", cell: "a", number, output: rows }).session;
    expect(late.runs.a!.output).toBeNull();
    expect(late.runs.a!.status).toBe("never");
  });

  test("stop empties the queue and tells the running cell", () => {
    const started = play(chain(), { type: "run-requested", cells: "all" }).session;
    const { session, effects } = play(started, { type: "stop-requested" });
    expect(effects).toContainEqual({ type: "stop" });
    expect(session.queue).toEqual([]);
    expect(statuses(session)).toEqual({ a: "running", b: "never", c: "never" });
  });

  test("a cell edited while it runs is stale when it comes back", () => {
    const started = play(ready(sqlCell("a", "select 1")), { type: "run-requested", cells: ["a"] }).session;
    const edited = play(started, { type: "source-changed", cell: "a", source: "select 2" }).session;
    expect(settle(edited).session.runs.a!.status).toBe("stale");
  });

  test("nothing starts before the engine is there, then everything asked for does", () => {
    const waiting = { ...chain(), engine: { state: "starting" as const } };
    const asked = play(waiting, { type: "run-requested", cells: ["b"] }).session;
    expect(statuses(asked)).toEqual({ a: "queued", b: "queued", c: "never" });
    expect(settle(play(asked, { type: "engine-ready" }).session).ran).toEqual(["a", "b"]);
  });
});

describe("names", () => {
  test("a name given twice stops both cells and names both", () => {
    const session = ready(
      sqlCell("one", "select 1", "x"),
      sqlCell("two", "select 2", "X"),
      sqlCell("three", "select 3"),
    );
    const { session: after } = settle(play(session, { type: "run-requested", cells: "all" }).session);
    expect(statuses(after)).toEqual({ one: "failed", two: "failed", three: "fresh" });
    expect(after.runs.one!.error).toMatchObject({
      code: "duplicate-name",
      values: { cells: "x (#1), X (#2)" },
    });
  });

  test("a cell may not take the name of a loaded table", () => {
    const { session } = play(ready(sqlCell("one", "select 1", "events")), ...load("events"));
    const after = run(session, "one").session;
    expect(after.runs.one!.error).toMatchObject({ code: "duplicate-name", values: { name: "events" } });
  });

  test("a circle names its members and the rest runs", () => {
    const session = ready(sqlCell("a", "from b"), sqlCell("b", "from a"), sqlCell("free", "select 1"));
    const { session: after } = settle(play(session, { type: "run-requested", cells: "all" }).session);
    expect(statuses(after)).toEqual({ a: "failed", b: "failed", free: "fresh" });
    expect(after.runs.a!.error).toMatchObject({ code: "circle", values: { cells: "a → b" } });
  });

  test("renaming gives the relation its new name and tells the readers of the old one", () => {
    const fresh = run(chain(), "b").session;
    const { session, effects } = play(fresh, { type: "cell-renamed", cell: "a", name: "z" });
    expect(effects).toContainEqual({ type: "name-results", names: { z: "a", b: "b" } });
    expect(statuses(settle(session, ["b"]).session).b).toBe("failed");
  });
});

describe("data", () => {
  test("an analysis may ask a named cell, whose columns get a meaning and keep it", () => {
    const fresh = run(ready(sqlCell("a", "select 1", "big_ones"), analysisCell("q", "events")), "a").session;
    const columns = [{ name: "customer_id", type: "VARCHAR", kind: "text" as const }];
    const output = { form: "table" as const, columns, rowCount: 2, first: [] };
    const again = play(fresh, { type: "run-requested", cells: ["a"] }).session;
    const { number } = again.runs.a!;
    const known = play(again, { type: "cell-finished", cell: "a", number, output }).session;
    const asked = play(known, { type: "analysis-table-changed", cell: "q", table: "big_ones" }).session;
    expect(asked.notebook.data).toMatchObject([
      { table: "big_ones", fileName: "", roles: { customer: "customer_id" } },
    ]);
    expect(settle(asked).ran).toEqual(["q"]);
  });

  test("a table that arrives runs the analyses that wait for it", () => {
    const waiting = run(ready(analysisCell("q", "events")), "q").session;
    expect(waiting.runs.q!.error).toMatchObject({ code: "missing-table" });
    const { session } = play(waiting, ...load("events"));
    expect(settle(session).ran).toEqual(["q"]);
  });

  test("the same file after a reload leaves saved results as they are; another file makes them stale", () => {
    const cell = {
      ...analysisCell("q", "events"),
      saved: { form: "error", at: "", name: "", message: "" } as const,
    };
    const known = play(ready(), ...load("events", 3, "abc")).session.notebook;
    const opened = play(ready(), {
      type: "notebook-opened",
      notebook: { ...known, cells: [cell] },
      readOnly: false,
      fileName: null,
      inPlace: false,
      notices: [],
      data: [],
      run: false,
    }).session;
    expect(statuses(play(opened, ...load("events", 3, "abc")).session)).toEqual({ q: "saved" });
    // Of the same name and size, and yet another file; and nothing of a stranger's notebook runs by itself.
    expect(statuses(play(opened, ...load("events", 3, "def")).session)).toEqual({ q: "stale" });
  });

  test("the same file once more changes nothing of the notebook", () => {
    const { session } = play(ready(), ...load("events", 3, "abc"));
    expect(play(session, ...load("events", 3, "abc")).session.notebook).toBe(session.notebook);
  });

  test("roles chosen by the person are kept when the better guess comes", () => {
    const { session } = play(ready(), ...load("events"));
    const chosen = play(session, {
      type: "roles-changed",
      table: "events",
      roles: { customer: "time" },
    }).session;
    const guess = {
      type: "table-profiled" as const,
      load: "load events",
      table: "events",
      profile: [],
      roles: { customer: "customer" },
    };
    const rule = session.notebook.data[0]!.rule;
    expect(play(chosen, { ...guess, rule }).session.notebook.data[0]!.roles).toEqual({ customer: "time" });
    expect(play(session, { ...guess, rule }).session.notebook.data[0]!.roles).toEqual({
      customer: "customer",
    });
  });

  test("a load that fails leaves everything else as it was", () => {
    const before = run(play(ready(sqlCell("a", "from events")), ...load("events")).session, "a").session;
    const { session } = play(
      before,
      {
        type: "files-given",
        files: [{ load: "2", table: "bad", file: new File([], "bad.csv") }],
        kept: false,
      },
      { type: "load-failed", load: "2", error: { code: "empty-file", message: "empty file: bad.csv" } },
    );
    expect(session.tables).toBe(before.tables);
    expect(session.notebook).toBe(before.notebook);
    expect(session.loads).toMatchObject([{ fileName: "bad.csv", error: { code: "empty-file" } }]);
  });

  test("after the engine was replaced, files are read again and what is needed runs again", () => {
    const fresh = run(play(chain(), ...load("events")).session, "c").session;
    const { session, effects } = play(fresh, { type: "engine-restarted" });
    expect(effects).toContainEqual({ type: "reload-tables" });
    expect(session.tables).toEqual({});
    const back = play(session, { type: "engine-ready" }).session;
    expect(run(back, "c").ran).toEqual(["a", "b", "c"]);
  });
});
