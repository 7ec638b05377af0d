import type { ColumnPlan } from "../plan";
import type { Reading } from "../reading";
import { columnNames, type Renamed } from "./column-names";
import { cellsAt } from "./guess-header";
import { guessReadings } from "./guess-readings";
import type { ImportNote } from "./sniffed";

export interface GuessedColumns {
  readonly columns: readonly ColumnPlan[];
  readonly notes: readonly ImportNote[];
  readonly renamed: readonly Renamed[];
  readonly hasRows: boolean;
}

/** Names and readings of columns from their headers (empty ones where there are none) and the rows of a sample. */
export function guessColumns(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  {
    missing,
    hasHeader,
    isText,
    isWritten,
  }: {
    missing: readonly string[];
    hasHeader: boolean;
    isText?: (column: number) => boolean;
    isWritten?: boolean;
  },
): GuessedColumns {
  const { names, renamed } = columnNames(headers);
  const samples = names.map((name, i) => ({ header: name, cells: cellsAt(rows, i) }));
  const guesses = guessReadings(samples, missing, isWritten);
  const notes: ImportNote[] = [];
  const columns = names.map((name, i): ColumnPlan => {
    const { reading, doubt, orders } = guesses[i]!;
    if (doubt === "date-order") notes.push({ note: doubt, column: name, ...orders! });
    else if (doubt) notes.push({ note: doubt, column: name });
    if (reading.form === "timestamp" && hasOffset(reading, samples[i]!.cells))
      notes.push({ note: "zone", column: name });
    // Digits that a spreadsheet keeps as text are names of something.
    const isName = isText?.(i) && (reading.form === "whole" || reading.form === "number");
    const own: Reading = isName ? { form: "text" } : reading;
    // A column of several styles has cells that fit none of them.
    return { header: headers[i]!, name, reading: own, isKept: true, isChosen: doubt === "mixed-dates" };
  });
  return {
    columns,
    notes,
    renamed: hasHeader ? renamed : [],
    hasRows: samples.some(({ cells }) => cells.length > 0),
  };
}

function hasOffset(reading: Reading, cells: readonly string[]): boolean {
  if ("epoch" in reading && reading.epoch) return reading.epoch !== "days-1900";
  return cells.some((cell) => /:\d\d(\.\d+)? ?(Z|[+-]\d\d(:?\d\d)?)$/.test(cell));
}
