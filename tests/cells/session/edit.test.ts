import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Event } from "../../../src/cells/session/event";
import { update } from "../../../src/cells/session/update";
import { load, play, ready, run, settle, sqlCell, statuses, textCell } from "./play";

describe("editing", () => {
  test("tables that became one are no step back: they would return without their rows", () => {
    const roles = { type: "roles-changed" as const, table: "jan", roles: { customer: "customer" } };
    const apart = play(ready(textCell("t", "hello")), ...load("jan"), ...load("feb"), roles, {
      ...{ type: "source-changed", cell: "t", source: "hello world" },
    }).session;
    expect(apart.done.map(({ label }) => label)).toEqual(["roles", "text"]);
    const [given, finished] = load("log");
    if (given?.type !== "files-given") throw new Error("no file");
    const files = given.files.map((one) => ({ ...one, replaces: ["jan", "feb"] }));
    const { session: joined, effects } = play(apart, { ...given, files }, finished!);
    expect(joined.notebook.data.map(({ table }) => table)).toEqual(["log"]);
    expect(effects).toContainEqual({ type: "forget-table", table: "feb", forGood: true });
    expect(joined.done.map(({ label }) => label)).toEqual(["text"]);
    const back = play(joined, { type: "undo" }, { type: "undo" }).session;
    expect(back.notebook.data.map(({ table }) => table)).toEqual(["log"]);
    expect(back.notebook.cells).toMatchObject([{ source: "hello" }]);
  });

  test("typing and structure go back in the order in which they came, and forth again", () => {
    const start = ready(sqlCell("a", "select 1"), textCell("t", "hello"));
    const { session } = play(
      start,
      { type: "cell-deleted", cell: "a" },
      { type: "source-changed", cell: "t", source: "hello w" },
      { type: "source-changed", cell: "t", source: "hello world" },
    );
    expect(session.done.map(({ label }) => label)).toEqual(["delete", "text"]);
    const once = play(session, { type: "undo" }).session;
    expect(once.notebook.cells).toMatchObject([{ id: "t", source: "hello" }]);
    const twice = play(once, { type: "undo" }).session;
    expect(twice.notebook.cells).toEqual(start.notebook.cells);
    const forth = play(twice, { type: "redo" }, { type: "redo" }).session;
    expect(forth.notebook.cells).toMatchObject([{ id: "t", source: "hello world" }]);
  });

  test("a pause, another cell or a step between makes another step; one command over several cells is one", () => {
    const labels = (session: ReturnType<typeof ready>) =>
      session.done.map(({ label, cell }) => [label, cell].join(" "));
    const key = (session: ReturnType<typeof ready>, cell: string, source: string, at: number) =>
      update(session, { type: "source-changed", cell, source }, at)[0];
    const start = ready(textCell("s", ""), textCell("t", ""));
    const near = key(key(start, "s", "1", 0), "s", "12", 4000);
    expect(labels(near)).toEqual(["text s"]);
    expect(labels(key(near, "s", "123", 9001))).toEqual(["text s", "text s"]);
    expect(labels(key(near, "t", "1", 4500))).toEqual(["text s", "text t"]);
    const renamed = key(key(start, "s", "new", 100), "t", "new", 101);
    expect(renamed.done).toHaveLength(1);
    expect(play(renamed, { type: "undo" }).session.notebook).toEqual(start.notebook);
    const undone = play(near, { type: "undo" }, { type: "redo" }).session;
    expect(key(undone, "s", "123", 4100).done).toHaveLength(2);
  });

  test("text that goes back to that of the result is fresh again, and its readers do not run by themselves", () => {
    const fresh = run(ready(sqlCell("a", "select 1"), sqlCell("b", "from a")), "a", "b").session;
    const typed = play(fresh, { type: "source-changed", cell: "a", source: "select 2" }).session;
    expect(statuses(typed)).toMatchObject({ a: "stale" });
    const back = play(typed, { type: "undo" });
    expect(statuses(back.session)).toEqual({ a: "fresh", b: "fresh" });
    expect(back.effects.some(({ type }) => type === "run")).toBe(false);
  });

  test("a dragged slider and a title are one step each", () => {
    const title = (text: string) => ({ type: "title-changed" as const, title: text });
    const { session } = play(ready(), title("C"), title("Ch"), title("Churn"));
    expect(session.done.map(({ label }) => label)).toEqual(["title"]);
    expect(play(session, { type: "undo" }).session.notebook.title).toBe("");
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
