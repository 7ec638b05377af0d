/** What a table says of one of its files, so that the lines of some of its cells can be found again in it. */
export interface SoughtLines {
  /** Of which file, where several make the table. */
  readonly file: string | null;
  /** Rows of the table that are of this file. */
  readonly rowCount: number;
  /** Rows that DuckDB's reader could not use, by its own count: a row of several lines is one. */
  readonly rejected: readonly number[];
  /** Lines, from 1, that were left out in front of it. */
  readonly leftOut: readonly number[];
  /** Rows of totals at the end that are not in the table either, and of which no line is known. */
  readonly totals: number;
  readonly cells: readonly SoughtCell[];
}

export interface SoughtCell {
  /** Among the rows of the file in the table, from 1. */
  readonly row: number;
  /** Column of the plan, from 0. */
  readonly column: number;
  /** As it was written. */
  readonly text: string;
}

/** Lines of the file or rows of the sheet, from 1, on which rows begin; null where they are not certain. */
export interface FoundLines {
  readonly cells: readonly (number | null)[];
  readonly rejected: readonly (number | null)[];
}
