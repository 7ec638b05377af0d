/**
 * A table as a file, or as a text for the clipboard. What becomes of each type of value:
 *
 * | DuckDB                     | CSV, TSV, Markdown         | JSON, NDJSON               | Arrow, Parquet               | XLSX                          |
 * |----------------------------|----------------------------|----------------------------|------------------------------|-------------------------------|
 * | NULL                       | nothing (Markdown: `NULL`) | `null`                     | null                         | no cell                       |
 * | empty text                 | `""`                       | `""`                       | empty text                   | cell with an empty text       |
 * | BOOLEAN                    | `true`, `false`            | `true`, `false`            | bool                         | TRUE, FALSE                   |
 * | integers, HUGEINT          | all digits                 | number; text beyond 2^53   | integers; HUGEINT            | number; text beyond 15 digits |
 * |                            |                            |                            | decimal(38, 0) or, beyond    |                               |
 * |                            |                            |                            | it, text                     |                               |
 * | UHUGEINT, BIGNUM           | all digits                 | number; text beyond 2^53   | text                         | number; text beyond 15 digits |
 * | DECIMAL                    | all digits                 | number; text beyond 15     | decimal                      | number; text beyond 15        |
 * | FLOAT, DOUBLE              | shortest exact digits      | shortest exact digits      | float, double                | number                        |
 * | NaN, infinity              | `NaN`, `Infinity`          | `"NaN"`, `"Infinity"`      | NaN, infinity                | text                          |
 * | DATE                       | ISO 8601                   | text, ISO 8601             | date32; the whole column     | date; text before 1900-03-01  |
 * | TIMESTAMP                  | ISO 8601 with a space,     | text of it                 | text where one is infinite   | and after 9999                |
 * |                            | microseconds kept          |                            | timestamp; text like DATE    | date; text also where it is   |
 * |                            |                            |                            |                              | finer than a millisecond      |
 * | TIMESTAMP WITH TIME ZONE   | UTC, ends with `+00`       | text of it                 | timestamp[UTC]               | text                          |
 * | TIME                       | `HH:MM:SS` and fraction    | text of it                 | time64                       | time; text where finer        |
 * | INTERVAL, UUID, BIT, TIMETZ| as DuckDB writes them      | text of it                 | text                         | text                          |
 * | ENUM                       | its label                  | its label                  | text                         | text                          |
 * | BLOB                       | `\xAB` for what is not     | text of it                 | binary                       | text of it                    |
 * |                            | printable ASCII            |                            |                              |                               |
 * | LIST, STRUCT, MAP          | JSON text                  | array, object              | list, struct, map            | JSON text                     |
 * | ARRAY, UNION               | JSON text                  | array, the member's value  | JSON text                    | JSON text                     |
 *
 * No time is moved to another zone. In a file of one column NULL is written as `""` too: an empty line would be no row.
 */
export type ExportFormat = (typeof exportFormats)[number];

export const exportFormats = [
  "csv",
  "tsv",
  "xlsx",
  "parquet",
  "arrow",
  "json",
  "ndjson",
  "markdown",
] as const;

/** How texts of rows are written. */
export interface TextStyle {
  readonly delimiter: "," | ";" | "\t";
  /** Of numbers that are not whole. */
  readonly decimal: "." | ",";
  /** Begins with a byte order mark, without which Excel takes UTF-8 for another encoding. */
  readonly hasMark: boolean;
  /** Texts that a spreadsheet would take for formulas stay as they are. */
  readonly isExact: boolean;
}

export interface ExportOptions {
  readonly format: ExportFormat;
  readonly text: TextStyle;
  /** Name of the sheet in a workbook. */
  readonly title: string;
  /** Columns that Arrow would tell wrongly: infinite days, whole numbers of more than 38 digits. */
  readonly asText: readonly string[];
  /**
   * What the rows are of, for files with a place for such a thing: in Parquet and Arrow under the key `ebb.receipt`, in a
   * workbook as its description. Texts of rows have no such place.
   */
  readonly receipt?: string | null;
}

export const receiptKey = "ebb.receipt";

/** What happened to cells on their way; a person is told. */
export interface Tally {
  /** Texts that began like a formula and got an apostrophe in front. */
  readonly neutralised: number;
  /** Numbers and times that a spreadsheet cannot hold exactly and that became text. */
  readonly kept: number;
}

export type Bytes = Uint8Array<ArrayBuffer>;

export const extensionOf: Readonly<Record<ExportFormat, string>> = {
  csv: "csv",
  tsv: "tsv",
  xlsx: "xlsx",
  parquet: "parquet",
  arrow: "arrow",
  json: "json",
  ndjson: "ndjson",
  markdown: "md",
};

export const mediaTypeOf: Readonly<Record<ExportFormat, string>> = {
  csv: "text/csv",
  tsv: "text/tab-separated-values",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  parquet: "application/vnd.apache.parquet",
  arrow: "application/vnd.apache.arrow.file",
  json: "application/json",
  ndjson: "application/x-ndjson",
  markdown: "text/markdown",
};

/** A sheet's own limits, one row of them for the header. Excel specifications and limits. */
export const mostSheetRows = 1_048_575;
export const mostSheetColumns = 16_384;
/** UTF-16 units in a cell. */
export const mostCellLength = 32_767;
