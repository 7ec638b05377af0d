import type { SourcePlan } from "../plan";
import type { Source } from "../read/source";
import { guessColumns } from "./column-plans";
import { cellsAt } from "./guess-header";
import type { Guessed, ImportNote } from "./sniffed";

/** The first rows of a file as texts under their headers, before anybody has guessed what they mean. */
export interface Sample {
  readonly source: SourcePlan;
  /** Empty where the file has no header. */
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly hasHeader: boolean;
  /** Whether the file itself says that all cells of the column, from 0, are text. */
  readonly isText?: (column: number) => boolean;
  readonly notes: readonly ImportNote[];
}

export function guessFrom(
  { source: own, headers, rows, hasHeader, isText, notes: first }: Sample,
  source: Pick<Source, "entry" | "entries">,
  missing: readonly string[],
): Guessed {
  const { columns, notes, renamed, hasRows } = guessColumns(headers, rows, {
    ...{ missing, hasHeader, isText },
    // Spreadsheets and programs know numbers; only a text has them as somebody writes them.
    isWritten: own.format === "text",
  });
  return {
    plan: { version: 1, source: own, entry: source.entry, zone: "UTC", missing, columns },
    notes: [...first, ...notes],
    entries: source.entries.map(({ name, bytes }) => ({ name, bytes })),
    sheets: [],
    renamed,
    hasRows,
    cellsIn: (column) => cellsAt(rows, column),
  };
}
