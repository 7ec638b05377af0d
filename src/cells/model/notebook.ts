import type { ActivityRule, RoleMapping } from "../../analyses";
import type { CsvOptions } from "../../engine";

/** The document: what is saved, without anything that is passing. */
export interface Notebook {
  readonly id: string;
  readonly title: string;
  readonly cells: readonly Cell[];
  /** What the notebook knows of its data: shape, roles and how to read it, never the rows. */
  readonly data: readonly DataSlot[];
  readonly settings: NotebookSettings;
  /** Metadata of other tools, kept as found. */
  readonly foreign: Readonly<Record<string, unknown>>;
}

export interface NotebookSettings {
  readonly runMode: "auto" | "manual";
  readonly weekStart: "monday" | "sunday";
}

interface CellBase {
  /** nbformat: 1 to 64 of `[a-zA-Z0-9-_]`, unique. */
  readonly id: string;
  /** Name of the relation or result; "" for none. */
  readonly name: string;
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

export type Cell = MarkdownCell | SqlCell | AnalysisCell | ForeignCell;

export interface DataSlot {
  readonly table: string;
  readonly fileName: string;
  readonly bytes: number;
  readonly rowCount: number;
  readonly columns: readonly { readonly name: string; readonly type: string; readonly kind: string }[];
  readonly roles: RoleMapping;
  readonly rule: ActivityRule;
  readonly endIsLastPaidDay: boolean;
  readonly options: CsvOptions | null;
  /** Of the file's bytes, in hex; absent for files too large to be read once more for it. */
  readonly sha256?: string;
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
      /** Of an older text or other data than the cell has now. */
      readonly stale?: true;
      /** For other programs: plain HTML tables, text, and each figure as SVG. */
      readonly html: string;
      readonly text: string;
      readonly figures: readonly { readonly svg: string; readonly text: string }[];
    }
  | {
      readonly form: "table";
      readonly at: string;
      readonly columns: readonly { readonly name: string; readonly type: string; readonly kind: string }[];
      /** Exact texts of the first rows. */
      readonly rows: readonly (readonly (string | null)[])[];
      readonly rowCount: number;
      readonly stale?: true;
    }
  | { readonly form: "error"; readonly at: string; readonly name: string; readonly message: string }
  /** Outputs of another tool, kept as found. */
  | { readonly form: "foreign"; readonly outputs: readonly unknown[] };
