import type { ActivityRule, RoleMapping } from "../../analyses";
import type { ImportPlan } from "../../engine";
import type { Ledger } from "./ledger/ledger-entry";

/** The document: what is saved, without anything that is passing. */
export interface Notebook {
  readonly id: string;
  readonly title: string;
  readonly cells: readonly Cell[];
  /** What the notebook knows of its data: shape, roles and how to read it, never the rows. */
  readonly data: readonly DataSlot[];
  readonly settings: NotebookSettings;
  /** What was expected before it was run, and every variant that was tried since. */
  readonly ledger: Ledger;
  /** Metadata of other tools, kept as found. */
  readonly foreign: Readonly<Record<string, unknown>>;
}

export interface NotebookSettings {
  /** What a change does to the cells that depend on it: runs them; marks them, and runs them when they are needed; only marks them. */
  readonly runMode: "auto" | "lazy" | "manual";
  readonly weekStart: "monday" | "sunday";
}

interface CellBase {
  /** nbformat: 1 to 64 of `[a-zA-Z0-9-_]`, unique. */
  readonly id: string;
  /** Name of the relation or value that others read; "" for none. TypeScript names what it defines in its text. */
  readonly name: string;
  /** Neither it nor what depends on it runs. */
  readonly disabled?: true;
  readonly foreign: Readonly<Record<string, unknown>>;
  /** Results as they were saved; shown before anything runs. */
  readonly saved: SavedResult | null;
}

export interface MarkdownCell extends CellBase {
  readonly kind: "markdown";
  readonly source: string;
  readonly attachments?: Readonly<Record<string, unknown>>;
}

export interface SqlCell extends CellBase {
  readonly kind: "sql";
  readonly source: string;
}

export interface TypescriptCell extends CellBase {
  readonly kind: "typescript";
  readonly source: string;
}

/** A control whose value others read by the cell's name. */
export interface InputCell extends CellBase {
  readonly kind: "input";
  /** What stands beside the control; "" shows the name. */
  readonly label: string;
  readonly control: InputControl;
  readonly value: InputValue;
}

export type InputControl =
  | { readonly form: "slider"; readonly min: number; readonly max: number; readonly step: number }
  | {
      readonly form: "number";
      readonly min: number | null;
      readonly max: number | null;
      readonly step: number | null;
    }
  | { readonly form: "text" }
  | { readonly form: "checkbox" }
  | { readonly form: "select" | "multi-select"; readonly options: InputOptions }
  | { readonly form: "date" | "date-range"; readonly min: string | null; readonly max: string | null }
  /** One of a table's columns; in SQL its value is a quoted name, not a text. */
  | { readonly form: "column"; readonly table: string }
  /** A loaded table or a cell's result; in SQL a quoted name too. */
  | { readonly form: "table" };

export type InputOptions =
  | { readonly from: "list"; readonly values: readonly string[] }
  /** The first column of a query's rows, at most 1,000. */
  | { readonly from: "query"; readonly sql: string };

/** As JSON: slider and number a number, checkbox a boolean, multi-select texts, date `2024-03-01`, date range two of them; null while nothing is chosen. */
export type InputValue = null | boolean | number | string | readonly string[];

export interface AnalysisCell extends CellBase {
  readonly kind: "analysis";
  /** Id in the list of analyses. One that this version does not know is shown and kept, not run. */
  readonly analysis: string;
  readonly table: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** A cell of another tool: shown as text, saved back as found. */
export interface ForeignCell extends CellBase {
  readonly kind: "foreign";
  readonly source: string;
  readonly raw: Readonly<Record<string, unknown>>;
}

export type Cell = MarkdownCell | SqlCell | TypescriptCell | InputCell | AnalysisCell | ForeignCell;

export interface DataSlot {
  readonly table: string;
  readonly fileName: string;
  readonly bytes: number;
  readonly rowCount: number;
  readonly columns: readonly { readonly name: string; readonly type: string; readonly kind: string }[];
  readonly roles: RoleMapping;
  readonly rule: ActivityRule;
  readonly endIsLastPaidDay: boolean;
  /** How the file is read; null: it is looked at anew. */
  readonly plan: ImportPlan | null;
  /** Of the file's bytes, in hex; absent for files too large to be read once more for it. */
  readonly sha256?: string;
  /** What the next month's file is compared with; counted, never rows. */
  readonly digest?: readonly ColumnDigest[];
}

/** One column in numbers that tell of nobody. */
export interface ColumnDigest {
  readonly name: string;
  readonly filled: number;
  readonly distinct: number;
  /** Of the columns that say when something happened. */
  readonly from?: string;
  readonly to?: string;
  /** The values of a column that sorts rows, without those of fewer than ten rows. */
  readonly values?: readonly { readonly value: string; readonly count: number }[];
  /** Values were left out because they are rare. */
  readonly hasRare?: true;
}

/** The data that a result is of, and what reckoned it. */
export interface ResultOrigin {
  /** DuckDB's version. */
  readonly engine: string;
  readonly data: readonly {
    readonly table: string;
    /** "" for the result of a cell. */
    readonly file: string;
    readonly rows: number;
    readonly sha256?: string;
  }[];
  /** SHA-256 of the cell's own text; an analysis has its queries instead. */
  readonly code?: string;
  /** The cells whose code plays a part, by what they are called, with the SHA-256 of their texts. */
  readonly above?: readonly { readonly cell: string; readonly sha256: string }[];
  /** Values of the inputs that play a part, by their names. */
  readonly inputs?: Readonly<Record<string, unknown>>;
  /** Its code, or code above, asks for chance or the clock: another run may rightly give something else. */
  readonly varies?: true;
}

/**
 * Marks of a table's rows: sums of DuckDB's 64-bit hashes, in decimal digits. Equal rows have equal marks in one version of
 * DuckDB; between two versions nothing is said.
 */
export interface TableMark {
  /** Of the rows, in whatever order. */
  readonly rows: string;
  /** Of the rows each at its place; null where the query asks for no order. */
  readonly ordered: string | null;
  /** Of each column's values, in whatever order. */
  readonly columns: readonly string[];
}

/** An SVG as pixels: programs that do not trust a stranger's SVG show this one. */
export interface SavedPicture {
  readonly base64: string;
  /** CSS pixels, as it is to be shown; it may have more pixels than that. */
  readonly width: number;
  readonly height: number;
}

/** What of a result goes into the file. Plain JSON; checked by its schema when it is read back. */
export type SavedResult =
  | {
      readonly form: "analysis";
      readonly analysis: string;
      readonly at: string;
      /** The data set and parameters it was computed with. */
      readonly request: unknown;
      readonly result: unknown;
      /** What a reader of the numbers alone has to know; files of older versions have none. */
      readonly carries?: ResultOrigin & {
        /** The definition sentence, made from the parameters, in the language of who saved. */
        readonly definition: string;
        readonly sql: readonly { readonly name: string; readonly sql: string }[];
      };
      /** Of an older text or other data than the cell has now. */
      readonly stale?: true;
      /** For other programs: plain HTML tables, text, and each figure as SVG. */
      readonly html: string;
      readonly text: string;
      readonly figures: readonly {
        readonly svg: string;
        readonly text: string;
        readonly png?: SavedPicture;
      }[];
    }
  | {
      readonly form: "table";
      readonly at: string;
      readonly columns: readonly { readonly name: string; readonly type: string; readonly kind: string }[];
      /** Exact texts of the first rows. */
      readonly rows: readonly (readonly (string | null)[])[];
      readonly rowCount: number;
      /** `mark`: null where there are too many rows to be marked; absent where rows are withheld. */
      readonly carries?: ResultOrigin & { readonly mark?: TableMark | null };
      readonly stale?: true;
    }
  | {
      readonly form: "parts";
      readonly at: string;
      /** As the code showed them; checked one by one before they are shown again. */
      readonly parts: readonly unknown[];
      readonly carries?: ResultOrigin & {
        /** What it gives to others, in words. */
        readonly defined: readonly { readonly name: string; readonly description: string }[];
      };
      readonly stale?: true;
      /** The same for other programs. */
      readonly shown: readonly {
        readonly svg: string | null;
        readonly text: string;
        readonly png?: SavedPicture;
      }[];
    }
  /** The values in a text's `${…}`, as they were written. */
  | {
      readonly form: "texts";
      readonly at: string;
      readonly texts: readonly string[];
      readonly carries?: ResultOrigin;
      readonly stale?: true;
    }
  | { readonly form: "error"; readonly at: string; readonly name: string; readonly message: string }
  /** Outputs of another tool, kept as found. */
  | { readonly form: "foreign"; readonly outputs: readonly unknown[] };
