import type { ImportPlan } from "../plan";
import type { Reading } from "../reading";
import type { Renamed } from "./column-names";

/** What the first part of a file tells. */
export interface Sniffed {
  /** The guess, with whatever was known before put in its place. */
  readonly plan: ImportPlan;
  /** What a person should know or decide before the file is read. */
  readonly notes: readonly ImportNote[];
  /** Files of a zip archive, of which one is read. */
  readonly entries: readonly { readonly name: string; readonly bytes: number }[];
  /** Sheets of a workbook, or tables of a database with their rows. */
  readonly sheets: readonly Sheet[];
  /** Headers that had to be changed because they were empty or stood twice. */
  readonly renamed: readonly Renamed[];
  /** Whether there are rows to be expected. */
  readonly hasRows: boolean;
}

/** Where the guess was made; what the cells are is not told to others. */
export interface Guessed extends Sniffed {
  /** Cells of the sample in a column, from 0, without empty ones; absent where columns have types of their own. */
  readonly cellsIn?: (column: number) => readonly string[];
}

export interface Sheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly rows?: number;
}

export type ImportNote =
  /** The letters did not tell the encoding clearly. */
  | { readonly note: "encoding-unsure"; readonly encoding: string }
  /** All dates of the column can be read with the day or with the month first: it is text until a person says which. */
  | {
      readonly note: "date-order";
      readonly column: string;
      readonly dayFirst: Reading;
      readonly monthFirst: Reading;
    }
  /** Dates of several styles in one column; those that fit none of them will be listed. */
  | { readonly note: "mixed-dates"; readonly column: string }
  /** What was guessed of the file before is written otherwise in this one, and is read so. */
  | { readonly note: "other-style"; readonly column: string; readonly reading: Reading }
  /** Stamps with an offset are shown in the plan's zone, those without are taken to be in it. */
  | { readonly note: "zone"; readonly column: string }
  /** The plan has the column, the file has not. */
  | { readonly note: "missing-column"; readonly column: string }
  /** The file has the column, the plan had not. */
  | { readonly note: "new-column"; readonly column: string }
  /** What the plan says of the file's form did not fit it, and was guessed anew. */
  | { readonly note: "other-form"; readonly was: string; readonly is: string };
