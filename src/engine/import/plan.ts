import type { Reading } from "./reading";

/**
 * How a file becomes a table: what was guessed, and what a person corrected. Plain data that is kept in the notebook and
 * fits the next month's file too, because columns are found by their header, not by their place.
 */
export interface ImportPlan {
  readonly version: 1;
  readonly source: SourcePlan;
  /** Within a zip archive: the file that is read. */
  readonly entry: string | null;
  /** IANA zone of all times in the table: stamps with an offset are turned into it, those without are taken to be in it. */
  readonly zone: string;
  /** Cells that stand for "not known", in lower case, in every column that is not text. */
  readonly missing: readonly string[];
  readonly columns: readonly ColumnPlan[];
  /** Which rows are loaded; absent: all of them. */
  readonly rows?: RowChoice;
  /** The table is made of several files, one below another; `column` is what tells in it which file a row is of. */
  readonly joined?: { readonly column: string };
}

export type RowChoice =
  | { readonly take: "first"; readonly count: number }
  /**
   * All rows of some of the customers: whose text in the column of this header falls among the chosen by its hash. The same
   * ones come out of the next file.
   */
  | { readonly take: "sample"; readonly share: number; readonly by: string; readonly seed: number };

/** Whether the reader needs the column, be it only to tell which rows are in a sample. */
export function isRead({ header, isKept }: ColumnPlan, { rows }: ImportPlan): boolean {
  return isKept || (rows?.take === "sample" && header === rows.by);
}

export type SourcePlan =
  | TextSource
  | JsonSource
  | SheetSource
  | { readonly format: "parquet" }
  | { readonly format: "arrow" }
  | DatabaseSource;

export interface TextSource extends TableEdges {
  readonly format: "text";
  /** A label that browsers' decoders know: `utf-8`, `windows-1251`, `utf-16le`. */
  readonly encoding: string;
  /** `blanks` for columns set apart by runs of spaces. */
  readonly delimiter: string;
  /** Empty for none. */
  readonly quote: string;
}

/** One array of objects, one object a line, or an object that holds such an array. */
export interface JsonSource {
  readonly format: "json";
  /** What lies inside a value: kept as JSON text, or in columns of its own, `props.plan`. */
  readonly nested: "text" | "columns";
}

export interface SheetSource extends TableEdges {
  readonly format: "xlsx";
  readonly sheet: string;
}

/** A DuckDB file; the table with its schema in front, where that is not `main`. */
export interface DatabaseSource {
  readonly format: "duckdb";
  readonly table: string;
}

export interface TableEdges {
  readonly header: boolean;
  /** Lines, or rows of a sheet, in front of the header, or of the data where there is none. */
  readonly skip: number;
  /** Whether rows of totals at the end are left out; they are listed with the rejected ones. */
  readonly dropTotals: boolean;
}

export interface ColumnPlan {
  /** As in the file; empty for a column without a header. Several may be alike. */
  readonly header: string;
  /** As in the table. */
  readonly name: string;
  readonly reading: Reading;
  /** Cells that stand for "not known" in this column besides those of the plan; for text it is these alone. */
  readonly missing?: readonly string[];
  /** False: not loaded. */
  readonly isKept: boolean;
  /** Guessed: a cell that does not fit makes the column text. Chosen: the cell is counted, listed and left empty. */
  readonly isChosen: boolean;
  /** It is text only because a cell of this file did not fit what it was read as; the next file may fit again. */
  readonly widenedFrom?: Reading;
}
