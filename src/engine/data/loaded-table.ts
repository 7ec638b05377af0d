import type { Column } from "./table";

/** How a CSV file was read: what was guessed, and what the person corrected. Stored in the notebook. */
export interface CsvOptions {
  readonly delimiter: string;
  readonly quote: string;
  readonly header: boolean;
  readonly skip: number;
  readonly decimal: "." | ",";
  readonly encoding: "utf-8" | "utf-16" | "utf-16be" | "latin-1" | "windows-1251" | "koi8-r";
  readonly dateFormat?: string;
  readonly timestampFormat?: string;
  /** DuckDB type of each column, in file order. */
  readonly types: readonly string[];
}

/** A row that could not be read. Counted and shown, never dropped silently. */
export interface RejectedRow {
  readonly line: number;
  readonly column: string | null;
  readonly reason: string;
  readonly text: string;
}

export interface LoadedTable {
  /** SQL name, unique in the notebook. */
  readonly name: string;
  readonly file: { readonly name: string; readonly bytes: number; readonly modified: number };
  readonly columns: readonly Column[];
  readonly rowCount: number;
  readonly options: CsvOptions;
  readonly rejected: { readonly count: number; readonly first: readonly RejectedRow[] };
  /** Headers that had to be changed because they were empty or stood twice: as in the file -> as in the table. */
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
}
