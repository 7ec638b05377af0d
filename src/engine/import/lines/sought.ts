/** What a table says of one of its files, so that the lines of some of its cells or of rejected rows can be found in it. */
export type SoughtLines = SoughtCells | SoughtRejected;

export interface SoughtCells {
  readonly what: "cells";
  /** Of which file, where several make the table. */
  readonly file: string | null;
  /** Rows of the table that are of this file. */
  readonly rowCount: number;
  /** Rows that DuckDB's reader could not use, by its own count: a row of several lines is one. */
  readonly rejected: readonly number[];
  /** Lines, from 1, that were left out in front of it. */
  readonly leftOut: readonly number[];
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

export interface SoughtRejected {
  readonly what: "rejected";
  readonly file: string | null;
  readonly rows: readonly RejectedRow[];
  /** The largest count of a rejected row, be it sought or not. */
  readonly until: number;
}

export interface RejectedRow {
  /** By DuckDB's reader, to which a row of several lines is one. */
  readonly counted: number;
  /** As it was written, cut after `mostText` signs. */
  readonly text: string;
}

/** Enough to tell a row from its neighbours. */
export const mostText = 200;

export interface FoundLines {
  /** Lines of the file or rows of the sheet, from 1, on which what is sought begins; null where they are not certain. */
  readonly lines: readonly (number | null)[];
  /** Up to here, at least, the count of DuckDB's reader is that of the lines. */
  readonly sureUntil: number;
}
