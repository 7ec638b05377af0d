import type { Column } from "../data/table";
import type { ImportPlan } from "./plan";
import type { ImportNote } from "./sniff/sniffed";

/** A row, or a cell, that could not be read. Counted and kept in a table of its own, never dropped silently. */
export interface Unread {
  /** Where several files make the table. */
  readonly file?: string;
  /** Line of the file or row of the sheet, from 1; null where it is not known. */
  readonly line: number | null;
  /** Row of the table, from 1, where it was kept and only a cell of it is missing. */
  readonly row: number | null;
  readonly column: string | null;
  readonly reason: string;
  readonly text: string;
}

export interface ImportedTable {
  /** SQL name, unique in the notebook. */
  readonly name: string;
  readonly file: { readonly name: string; readonly bytes: number; readonly modified: number };
  readonly columns: readonly Column[];
  readonly rowCount: number;
  /** The plan as it worked in the end: a guess that did not fit the whole file has become wider. */
  readonly plan: ImportPlan;
  readonly unread: {
    /** Rows of the file that are not in the table. */
    readonly rows: number;
    /** Cells that are empty in the table and were not in the file. */
    readonly cells: number;
    readonly first: readonly Unread[];
    /** All of them, as an SQL relation to look at and to export; null where there are none. */
    readonly table: readonly [schema: string, name: string] | null;
  };
  /** What stood for "not known", with how often. */
  readonly missing: readonly { readonly column: string; readonly token: string; readonly count: number }[];
  /** Signs shown as `\ufffd`, because the encoding does not have them. */
  readonly replacedSigns: number;
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
  readonly notes: readonly ImportNote[];
  /** The files that make the table, where they are several. */
  readonly files?: readonly TableFile[];
  /** What else is in the same workbook or archive. */
  readonly others?: readonly OtherTable[];
}

export interface OtherTable {
  readonly in: "sheet" | "entry" | "table";
  readonly name: string;
  /** Where the file tells. */
  readonly rows?: number;
}

export interface TableFile {
  /** As the column that tells the files apart has it. */
  readonly name: string;
  readonly rowCount: number;
  /** Columns of the table that the file has not: they are empty in its rows. */
  readonly lacks: readonly string[];
}
