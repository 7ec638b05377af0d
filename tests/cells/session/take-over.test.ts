import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareNotebooks, isSame, type Cell, type Notebook } from "../../../src/cells/model";
import type { Session } from "../../../src/cells/session/session";
import { takeOver, takeOverOne } from "../../../src/cells/session/take-over";
import { compareLines } from "../../../src/cells/view/history/compare-lines";
import { anyNotebook } from "../model/any-notebook";
import { analysisCell, play, ready, run, sqlCell, statuses, textCell } from "./play";

const bare = (notebook: Notebook): Notebook => ({
  ...notebook,
  cells: notebook.cells.map((cell): Cell => (cell.kind === "foreign" ? cell : { ...cell, saved: null })),
});
const compared = ({ notebook }: Session, file: Notebook) =>
  compareNotebooks(bare(notebook), bare(file), compareLines);
const file = (...cells: Cell[]): Notebook => ({ ...ready().notebook, cells });

/** Every cell that is not the same is taken over, one after the other, as a person would. */
function takenOver(session: Session, from: Notebook): Session {
  let now = session;
  for (let steps = 0; steps < 100; steps++) {
    const { cells } = compared(now, from);
    const event = cells.map((cell) => takeOver(now, cell, cells)).find((one) => one !== null);
    if (!event) return now;
    const next = play(now, event).session;
    expect(next.done).toHaveLength(now.done.length + 1);
    now = next;
  }
  throw new Error("there is no end of it");
}

/** Two that have nothing in common, or whose cells went to other places, with others in between. */
const twoNotebooks = fc
  .tuple(anyNotebook, anyNotebook)
  .chain(([mine, other]) =>
    fc
      .option(fc.shuffledSubarray([...mine.cells, ...other.cells]))
      .map((cells): [Notebook, Notebook] => [mine, cells ? { ...other, cells: withOwnIds(cells) } : other]),
  );

function withOwnIds(cells: readonly Cell[]): Cell[] {
  return cells.filter(({ id }, i) => cells.findIndex((cell) => cell.id === id) === i);
}

describe("what is taken over from a file", () => {
  test("cell by cell makes the open notebook say the same, and undo brings every step back", () => {
    fc.assert(
      fc.property(twoNotebooks, ([mine, theirs]) => {
        const session = { ...ready(), notebook: mine };
        const taken = takenOver(session, theirs);
        expect(compared(taken, theirs).cells.every(({ status }) => status === "same")).toBe(true);
        const undone = taken.done.reduce((now) => play(now, { type: "undo" }).session, taken);
        expect(undone.notebook.cells).toEqual(mine.cells);
      }),
      { numRuns: 60 },
    );
  });

  test("a changed query keeps its id and its readers, and is to be run here", () => {
    const fresh = run(ready(sqlCell("a", "select 1"), sqlCell("b", "from a")), "a", "b").session;
    const other = file({ ...sqlCell("x", "select 2", "a"), saved: someRows }, sqlCell("b", "from a"));
    const { cells } = compared(fresh, other);
    const { session } = play(fresh, takeOver(fresh, cells[0]!, cells)!);
    expect(session.notebook.cells[0]).toEqual(sqlCell("a", "select 2"));
    expect(statuses(session)).not.toMatchObject({ a: "fresh" });
    expect(session.done.at(-1)).toMatchObject({ label: "take-over" });
  });

  test("a new cell stands where it stands there, without the numbers of other data", () => {
    const mine = ready(textCell("a", "A"), textCell("c", "C"));
    const other = file(
      textCell("a", "A"),
      { ...sqlCell("b", "select 1"), saved: someRows },
      textCell("c", "C"),
    );
    const { cells } = compared(mine, other);
    const { session } = play(mine, takeOver(mine, cells[1]!, cells)!);
    expect(session.notebook.cells.map(({ id, saved }) => [id, saved])).toEqual([
      ["a", null],
      ["b", null],
      ["c", null],
    ]);
  });

  test("may be one parameter of several", () => {
    const cell = (params: Record<string, unknown>) => ({ ...analysisCell("r", "events"), params });
    const mine = ready(cell({ days: 30, mode: "month", mine: 1 }));
    const { cells } = compared(mine, file(cell({ days: 60, mode: "week", theirs: 2 })));
    const taken = (of: string) => {
      const one = cells[0]!.differences.find((difference) => difference.of === of)!;
      const { session } = play(mine, takeOverOne(mine, cells[0]!, one)!);
      expect(session.done).toHaveLength(1);
      return (session.notebook.cells[0] as ReturnType<typeof cell>).params;
    };
    expect(taken("days")).toEqual({ days: 60, mode: "month", mine: 1 });
    expect(taken("theirs")).toEqual({ days: 30, mode: "month", mine: 1, theirs: 2 });
    expect(taken("mine")).toEqual({ days: 30, mode: "month" });
  });

  test("the same notebook is nothing to take", () => {
    const mine = ready(textCell("a", "A"));
    const comparison = compared(mine, mine.notebook);
    expect(isSame(comparison)).toBe(true);
    expect(takeOver(mine, comparison.cells[0]!, comparison.cells)).toBe(null);
  });
});

const someRows: Cell["saved"] = {
  form: "table",
  at: "2024-01-01T00:00:00Z",
  columns: [{ name: "n", type: "integer", kind: "integer" }],
  rows: [["1"]],
  rowCount: 1,
};
