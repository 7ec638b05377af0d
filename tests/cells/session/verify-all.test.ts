import { describe, expect, test } from "vitest";
import type { CellOutput } from "../../../src/cells/kinds";
import type { Cell, SavedResult } from "../../../src/cells/model";
import type { Session } from "../../../src/cells/session/session";
import { cellsToVerify, obstacle, outcomeOf } from "../../../src/cells/session/verify-all";
import { load, play, ready, sqlCell, textCell } from "./play";

const origin = { engine: "v1.4.3", data: [], code: "ab" };
const rows = (n: string): CellOutput => ({
  form: "table",
  columns: [{ name: "n", type: "BIGINT", kind: "integer" }],
  rowCount: 1,
  first: [[n]],
  mark: { rows: n, ordered: null, columns: [n] },
  origin,
});
const saved: SavedResult = {
  form: "table",
  at: "2026-02-07T00:00:00.000Z",
  columns: [{ name: "n", type: "BIGINT", kind: "integer" }],
  rows: [["1"]],
  rowCount: 1,
  carries: { ...origin, mark: { rows: "1", ordered: null, columns: ["1"] } },
};

/** Every cell that runs gives what is said of it; what is not said of fails. */
function answered(start: Session, outputs: Readonly<Record<string, CellOutput>>): Session {
  let session = start;
  for (;;) {
    const cell = session.notebook.cells.find(({ id }) => session.runs[id]?.status === "running")?.id;
    if (cell === undefined) return session;
    const { number } = session.runs[cell]!;
    const output = outputs[cell];
    session = play(
      session,
      output
        ? { type: "cell-finished", cell, number, output }
        : { type: "cell-failed", cell, number, error: { code: "sql", message: "broken" } },
    ).session;
  }
}

const ask = (session: Session, ...cells: string[]) => play(session, { type: "run-requested", cells }).session;
const withSaved = (cell: Cell): Cell => ({ ...cell, saved });

describe("verifying all", () => {
  test("says of each cell whether the same came out, and waits for what has not run yet", () => {
    const before = ready(
      withSaved(sqlCell("a", "select 1 as n")),
      withSaved(sqlCell("b", "select 2 as n")),
      textCell("prose"),
    );
    const cells = cellsToVerify(before, "en");
    expect(cells.map(({ cell, obstacle: why }) => [cell, why])).toEqual([
      ["a", null],
      ["b", null],
    ]);
    const asked = ask(before, "a", "b");
    expect(cells.map((cell) => outcomeOf(asked, cell, "en").state)).toEqual(["waiting", "waiting"]);
    const after = answered(asked, { a: rows("1"), b: rows("2") });
    expect(cells.map((cell) => outcomeOf(after, cell, "en"))).toMatchObject([
      { state: "compared", verified: { count: 0 } },
      { state: "compared", verified: { count: 1, places: [{ of: "n[1]", before: "1", after: "2" }] } },
    ]);
  });

  test("a run that fails, and what stands below it, cannot be verified", () => {
    const before = ready(withSaved(sqlCell("a", "select 1 as n")), withSaved(sqlCell("b", "from a")));
    const cells = cellsToVerify(before, "en");
    const after = answered(ask(before, "a", "b"), {});
    expect(cells.map((cell) => outcomeOf(after, cell, "en"))).toMatchObject([
      { state: "not-compared", obstacle: { why: "error", error: { message: "broken" } } },
      { state: "not-compared", obstacle: { why: "error", error: { code: "blocked" } } },
    ]);
  });

  test("data that were not brought, a cell switched off and one without a result are no failure, and nothing of them is run", () => {
    const loaded = play(ready(), ...load("events")).session;
    const cells = [
      withSaved(sqlCell("a", "select count(*) as n from events")),
      withSaved(sqlCell("b", "from a")),
      { ...withSaved(sqlCell("c", "select 1 as n")), disabled: true as const },
      sqlCell("d", "select 1 as n"),
    ];
    const brought = { ...loaded, notebook: { ...loaded.notebook, cells } };
    expect(obstacle(brought, "b")).toBeNull();
    const absent = { ...brought, tables: {}, notebook: { ...brought.notebook, cells: [...cells] } };
    const found = cellsToVerify(absent, "en");
    expect(found.map(({ obstacle: why }) => why)).toMatchObject([
      { why: "error", error: { code: "missing-data", values: { file: "events.csv" } } },
      { why: "error", error: { code: "missing-data" } },
      { why: "off" },
      { why: "no-result" },
    ]);
    expect(found.map((cell) => outcomeOf(absent, cell, "en").state)).toEqual(Array(4).fill("not-compared"));
    const { carries: _, ...bare } = saved;
    const old = ready({ ...sqlCell("a", "select 1"), saved: bare });
    expect(cellsToVerify(old, "en")[0]!.obstacle).toEqual({ why: "no-receipt" });
  });
});
