import type { FoundLines, SoughtCells } from "./sought";

/** A row of the file and where it begins. */
export interface PlacedRow {
  readonly cells: readonly (string | null)[];
  readonly line: number;
  /** By the count of DuckDB's reader; null where it is not this one's rows that it reads. */
  readonly counted: number | null;
  /** It is not in the table. */
  readonly isLeftOut: boolean;
}

/**
 * The lines of some cells of a table, by counting the rows of its file. A line that is wrong is worse than none: where one cell
 * is not what the table says or the number of rows is another one, no line of the file is given.
 * @param placeOf Where a column of the plan, from 0, stands in the file.
 */
export async function findLines(
  rows: AsyncIterable<Iterable<PlacedRow>>,
  { rowCount, rejected, leftOut, cells }: SoughtCells,
  placeOf: (column: number) => number,
): Promise<FoundLines> {
  const none: FoundLines = { lines: cells.map(() => null), sureUntil: 0 };
  const [without, unusable] = [new Set(leftOut), new Set(rejected)];
  const byRow = new Map<number, number[]>();
  cells.forEach(({ row }, i) => byRow.set(row, [...(byRow.get(row) ?? []), i]));
  const lines = [...none.lines];
  let count = 0;
  for await (const some of rows) {
    for (const row of some) {
      if (row.isLeftOut || (row.counted !== null && without.has(row.line))) continue;
      if (row.counted !== null && unusable.has(row.counted)) continue;
      count++;
      for (const i of byRow.get(count) ?? []) {
        const { column, text } = cells[i]!;
        if (row.cells[placeOf(column)] !== text) return none;
        lines[i] = row.line;
      }
    }
  }
  return count === rowCount ? { lines, sureUntil: 0 } : none;
}
