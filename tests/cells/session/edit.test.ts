import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Event } from "../../../src/cells/session/event";
import { load, play, ready, run, settle, sqlCell, statuses, textCell } from "./play";

describe("editing", () => {
  test("delete is undone with the text typed since", () => {
    const start = ready(sqlCell("a", "select 1"), textCell("t", "hello"));
    const { session } = play(
      start,
      { type: "cell-deleted", cell: "a" },
      { type: "source-changed", cell: "t", source: "hello world" },
      { type: "undo" },
    );
    expect(session.notebook.cells.map((cell) => cell.id)).toEqual(["a", "t"]);
    expect(session.notebook.cells[1]).toMatchObject({ source: "hello world" });
  });

  test("undo and redo walk the same steps", () => {
    const start = ready(sqlCell("a", "select 1"), sqlCell("b", "select 2"));
    const moved = play(
      start,
      { type: "cell-moved", cell: "a", by: 1 },
      { type: "cell-deleted", cell: "b" },
    ).session;
    const back = play(moved, { type: "undo" }, { type: "undo" }).session;
    expect(back.notebook.cells).toEqual(start.notebook.cells);
    expect(play(back, { type: "redo" }, { type: "redo" }).session.notebook.cells).toEqual(
      moved.notebook.cells,
    );
  });

  test("a deleted cell takes its name along: readers fail, and undo repairs them", () => {
    const fresh = run(ready(sqlCell("a", "select 1"), sqlCell("b", "from a")), "b").session;
    const { session, effects } = play(fresh, { type: "cell-deleted", cell: "a" });
    expect(effects).toContainEqual({ type: "drop-result", cell: "a" });
    const broken = settle(session, ["b"]).session;
    expect(statuses(broken)).toEqual({ b: "failed" });
    const mended = settle(play(broken, { type: "undo" }).session);
    expect(mended.ran).toEqual(["a", "b"]);
    expect(statuses(mended.session)).toEqual({ a: "fresh", b: "fresh" });
  });

  test("selection stays inside the notebook", () => {
    const start = ready(sqlCell("a", ""), sqlCell("b", ""));
    const down = play(
      start,
      ...Array.from({ length: 5 }, () => ({ type: "selection-moved", by: 1 }) as const),
    ).session;
    expect(down.selected).toBe("b");
    expect(play(down, { type: "cell-deleted", cell: "b" }).session.selected).toBe("a");
  });

  test("changing the kind keeps the text", () => {
    const { session } = play(ready(sqlCell("a", "select 1")), {
      type: "cell-kind-changed",
      cell: "a",
      kind: "markdown",
    });
    expect(session.notebook.cells[0]).toMatchObject({ kind: "markdown", source: "select 1" });
  });

  test("text that waits as SQL and is text again by undo waits no longer", () => {
    const { session } = play(
      { ...ready(textCell("t", "select 1")), engine: { state: "starting" } },
      { type: "cell-kind-changed", cell: "t", kind: "sql" },
      { type: "run-requested", cells: "all" },
      { type: "undo" },
    );
    expect(session.queue).toEqual([]);
    expect(statuses(session)).toEqual({ t: "never" });
  });

  test("every change of the notebook is kept by the autosave", () => {
    const { effects } = play(ready(sqlCell("a", "")), { type: "source-changed", cell: "a", source: "x" });
    expect(effects).toEqual([{ type: "autosave" }]);
  });
});

describe("whatever happens", () => {
  const cell = fc.constantFrom("a", "b", "c", "t");
  const events = fc.oneof<fc.Arbitrary<Event>[]>(
    fc.record({ type: fc.constant("cell-deleted" as const), cell }),
    fc.record({
      type: fc.constant("cell-moved" as const),
      cell,
      by: fc.constantFrom(1 as const, -1 as const),
    }),
    fc.record({
      type: fc.constant("cell-renamed" as const),
      cell,
      name: fc.constantFrom("a", "b", "c", "d", "events"),
    }),
    fc.record({
      type: fc.constant("source-changed" as const),
      cell,
      source: fc.constantFrom("select 1", "from a", "from b", "from c", "from events", "drop table events"),
    }),
    fc.record({
      type: fc.constant("cell-kind-changed" as const),
      cell,
      kind: fc.constantFrom("markdown" as const, "sql" as const),
    }),
    fc.record({
      type: fc.constant("run-requested" as const),
      cells: fc.constantFrom("all" as const, "stale" as const, ["a"], ["c"]),
    }),
    fc.constant({ type: "stop-requested" } as const),
    fc.constant({ type: "undo" } as const),
    fc.constant({ type: "redo" } as const),
    fc.constant({ type: "engine-restarted" } as const),
    fc.constant({ type: "engine-ready" } as const),
    fc.record({
      type: fc.constant("run-mode-changed" as const),
      mode: fc.constantFrom("auto" as const, "manual" as const),
    }),
    fc.constant({ type: "table-removed", table: "events" } as const),
  );

  test("at most one cell runs, ids stay unique, nobody waits for ever, undoing everything gives the start back", () => {
    fc.assert(
      fc.property(fc.array(events, { maxLength: 30 }), (list) => {
        const start = play(
          ready(sqlCell("a", "from events"), sqlCell("b", "from a"), sqlCell("c", "from b"), textCell("t")),
          ...load("events"),
        ).session;
        let session = start;
        for (const event of list) {
          session = play(session, event).session;
          const running = Object.entries(session.runs).filter(([, one]) => one.status === "running");
          expect(running.length).toBeLessThanOrEqual(1);
          const ids = session.notebook.cells.map((one) => one.id);
          expect(new Set(ids).size).toBe(ids.length);
          expect(session.queue.every((id) => ids.includes(id))).toBe(true);
        }
        const quiet = settle(play(session, { type: "engine-ready" }).session).session;
        expect(Object.values(statuses(quiet)).filter((one) => one === "queued" || one === "running")).toEqual(
          [],
        );
        let undone = quiet;
        while (undone.done.length) undone = play(undone, { type: "undo" }).session;
        expect(undone.notebook.cells.map((one) => one.id)).toEqual(start.notebook.cells.map((one) => one.id));
      }),
      { numRuns: 300 },
    );
  });
});
