import { describe, expect, test } from "vitest";
import { languageOf } from "../../../src/analyses";
import type { SavedResult } from "../../../src/cells/model";
import { showsSaved, type Session } from "../../../src/cells/session/session";
import { withResults } from "../../../src/cells/session/with-results";
import { analysisCell, load, play, ready, rows, run, settle, sqlCell, statuses } from "./play";

const saved: SavedResult = {
  form: "table",
  at: "2024-01-01T00:00:00Z",
  columns: [],
  rows: [["7"]],
  rowCount: 1,
};

function opened(...cells: Parameters<typeof ready>): Session {
  const { notebook } = ready(...cells);
  return play(ready(), {
    type: "notebook-opened",
    notebook,
    readOnly: false,
    fileName: "a.ipynb",
    inPlace: false,
    notices: [],
    data: [],
    run: false,
  }).session;
}

const inFile = (session: Session) =>
  withResults(session, languageOf("en"), () => "").cells.map((cell) => cell.saved);
const inBrowser = (session: Session) =>
  withResults(session, languageOf("en"), null).cells.map((cell) => cell.saved);

describe("a result is never taken for that of another text", () => {
  test("a saved result is not saved again under a text that was changed, while it runs or after a stop", () => {
    const start = opened({ ...sqlCell("a", "select 7"), saved });
    const edited = play(start, { type: "source-changed", cell: "a", source: "select 8" }).session;
    expect(statuses(edited)).toEqual({ a: "stale" });
    expect(inFile(edited)).toEqual([null]);
    expect(inBrowser(edited)).toEqual([{ ...saved, stale: true }]);
    const running = play(edited, { type: "run-requested", cells: ["a"] }).session;
    expect(inFile(running)).toEqual([null]);
    const number = running.runs.a!.number;
    const stopped = play(
      running,
      { type: "stop-requested" },
      { type: "cell-failed", cell: "a", number, error: { code: "stopped", message: "" } },
    ).session;
    expect(statuses(stopped)).toEqual({ a: "stale" });
    expect(inFile(stopped)).toEqual([null]);
  });

  test("typing the old text again makes the result the current one again", () => {
    const start = opened({ ...sqlCell("a", "select 7"), saved });
    const edited = play(start, { type: "source-changed", cell: "a", source: "select 78" }).session;
    const back = play(edited, { type: "source-changed", cell: "a", source: "select 7" }).session;
    expect(statuses(back)).toEqual({ a: "saved" });
    expect(inFile(back)).toEqual([saved]);
    const fresh = run(back, "a").session;
    const again = play(
      fresh,
      { type: "source-changed", cell: "a", source: "x" },
      { type: "source-changed", cell: "a", source: "select 7" },
    ).session;
    expect(statuses(again)).toEqual({ a: "fresh" });
  });

  test("a cell that waits or runs again without a change keeps its result in the file", () => {
    const start = opened({ ...sqlCell("a", "select 7"), saved });
    expect(inFile(play(start, { type: "run-requested", cells: ["a"] }).session)).toEqual([saved]);
  });

  test("who runs cells whose rows are not here loses no result: not of them, and not of what reads them", () => {
    const cells = [sqlCell("a", "from events"), sqlCell("b", "from a")].map((cell) => ({ ...cell, saved }));
    const start = opened(...cells);
    const slot = { ...play(ready(), ...load("events")).session.notebook.data[0]! };
    const bare = { ...start, notebook: { ...start.notebook, data: [slot] } };
    const asked = play(bare, { type: "run-requested", cells: "all" }).session;
    expect(asked.runs.a!.error).toMatchObject({ code: "missing-data" });
    expect(statuses(asked)).toEqual({ a: "failed", b: "blocked" });
    expect([asked.runs.a!, asked.runs.b!].map(showsSaved)).toEqual([true, true]);
    expect(inFile(asked)).toEqual([saved, saved]);
    const edited = play(bare, { type: "source-changed", cell: "a", source: "from events limit 1" }).session;
    const again = play(edited, { type: "run-requested", cells: "all" }).session;
    expect(inFile(again)).toEqual([null, null]);
  });

  test("an old result that the browser kept is old after a reload", () => {
    const start = opened({ ...sqlCell("a", "select 8"), saved: { ...saved, stale: true } });
    expect(statuses(start)).toEqual({ a: "stale" });
    expect(inFile(start)).toEqual([null]);
  });

  test("manual: what reads a stale cell is not up to date itself", () => {
    const fresh = run(ready(sqlCell("one", "select 1"), sqlCell("two", "from one")), "two").session;
    const manual = play(fresh, { type: "run-mode-changed", mode: "manual" }).session;
    const edited = play(manual, { type: "source-changed", cell: "one", source: "select 2" }).session;
    const { session, ran } = run(edited, "two");
    expect(ran).toEqual(["two"]);
    expect(session.runs.two).toMatchObject({ status: "stale", because: ["one"] });
  });
});

describe("names", () => {
  const doubled = () => {
    const cells = [sqlCell("x", "select 1 v"), sqlCell("y", "select 2 v"), sqlCell("r", "select v from x")];
    const fresh = settle(play(ready(...cells), { type: "run-requested", cells: "all" }).session).session;
    return play(fresh, { type: "cell-renamed", cell: "y", name: "X" });
  };

  test("a name given twice belongs to nobody: both fail, the reader waits, no relation keeps the name", () => {
    const { session, effects } = doubled();
    expect(effects).toContainEqual({ type: "name-results", names: { r: "r" } });
    expect(statuses(settle(session).session)).toEqual({ x: "failed", y: "failed", r: "blocked" });
  });

  test("renaming back mends all three", () => {
    const broken = settle(doubled().session).session;
    const { session } = play(broken, { type: "cell-renamed", cell: "y", name: "z" });
    expect(statuses(settle(session).session)).toEqual({ x: "fresh", y: "fresh", r: "fresh" });
  });
});

describe("waiting", () => {
  test("a cell that reads a file on its way in waits for it", () => {
    const known = play(ready(), ...load("events")).session.notebook;
    const { session: start } = play(ready(), {
      type: "notebook-opened",
      notebook: {
        ...known,
        cells: [sqlCell("a", "from events"), sqlCell("b", "from a"), sqlCell("free", "select 1")],
      },
      readOnly: false,
      fileName: null,
      inPlace: false,
      notices: [],
      data: [{ load: "load events", table: "events", file: new File([], "events.csv") }],
      run: false,
    });
    const asked = settle(play(start, { type: "run-requested", cells: "all" }).session);
    expect(asked.ran).toEqual(["free"]);
    expect(statuses(asked.session)).toEqual({ a: "queued", b: "queued", free: "fresh" });
    const [, finished] = load("events");
    expect(settle(play(asked.session, finished!).session).ran).toEqual(["a", "b"]);
  });

  test("deleting the running cell lets the next one start", () => {
    const manual = play(ready(sqlCell("a", "select 1"), sqlCell("b", "select 2")), {
      type: "run-mode-changed",
      mode: "manual",
    }).session;
    const running = play(manual, { type: "run-requested", cells: "all" }).session;
    const { number } = running.runs.a!;
    const deleted = play(running, { type: "cell-deleted", cell: "a" }).session;
    const late = play(deleted, { type: "cell-finished", cell: "a", number, output: rows }).session;
    expect(settle(late).ran).toEqual(["b"]);
  });

  test("rows that come in for another notebook are put away", () => {
    const given = play(ready(), load("events")[0]!).session;
    const other = play(given, { type: "load-cancelled", load: "load events" }).session;
    const { session, effects } = play(other, load("events")[1]!);
    expect(session.tables).toEqual({});
    expect(effects).toContainEqual({ type: "forget-table", table: "events", forGood: false });
  });

  test("an engine that cannot start says so to everyone who waits", () => {
    const start = { ...ready(sqlCell("a", "select 1")), engine: { state: "starting" as const } };
    const asked = play(start, { type: "run-requested", cells: "all" }).session;
    const failed = play(asked, { type: "engine-failed", message: "worker blocked" }).session;
    expect(failed.runs.a).toMatchObject({ status: "failed", error: { code: "no-engine" } });
  });
});

describe("undo", () => {
  test("undoing a cell leaves loaded data, run mode and roles alone", () => {
    const start = ready(sqlCell("a", "select 1"));
    const inserted = play(start, {
      type: "cell-inserted",
      cell: sqlCell("b", ""),
      at: 1,
      edit: false,
    }).session;
    const loaded = play(inserted, ...load("events"), { type: "run-mode-changed", mode: "manual" }).session;
    const back = play(loaded, { type: "undo" }).session;
    expect(back.notebook.cells.map((cell) => cell.id)).toEqual(["a"]);
    expect(back.notebook.data.map((slot) => slot.table)).toEqual(["events"]);
    expect(back.notebook.settings.runMode).toBe("manual");
  });

  test("undoing a change of roles gives the old roles back", () => {
    const loaded = play(ready(analysisCell("q", "events")), ...load("events")).session;
    const changed = play(loaded, { type: "roles-changed", table: "events", roles: {} }).session;
    expect(play(changed, { type: "undo" }).session.notebook.data[0]!.roles).toEqual(
      loaded.notebook.data[0]!.roles,
    );
  });
});
