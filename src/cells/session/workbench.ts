import type { Column, ColumnFilter, Inspected, MemoryUse, TreeChange, TreeEvent } from "../../engine";
import type { InputOptionsAnswer } from "../kinds";
import type { CopyForm } from "./copy-as";
import type { CustomerList } from "./customers-behind";
import type { ExportJobs } from "./export-jobs";
import type { ImportJobs } from "./import-jobs";
import type { FolderFiles } from "./folder-files";
import type { Exploring } from "./explore-rows";
import type { NotebookComparisons } from "./notebook-comparisons";
import type { NotebookHistory } from "./notebook-history";
import type { GridOrder, Kept, Shown } from "./queries";
import type { Event } from "./event";
import type { OnDisk } from "./on-disk";
import type { Session } from "./session";
import type { LiveFile } from "./single-file";

/** The code behind the shown parts of one run of one cell. */
export interface LiveOutput {
  /** Changes of a shown tree; those that came since it was made are told at once. Returns the end of it. */
  subscribe(part: number, listener: (changes: readonly TreeChange[]) => void): () => void;
  /** A person did something to a shown tree. */
  send(event: TreeEvent): void;
  /** More of a value that was cut. */
  expand(ref: number): Promise<Inspected>;
  /** The rows behind a table, a figure or an array of rows. Rejects with the reason when there are none. */
  tableOf(part: number): Promise<{ readonly columns: readonly Column[]; readonly rowCount: number }>;
  /** The rows of `tableOf(part)` where they are shown from. */
  shown(part: number): Promise<Shown>;
  /** Rows of `tableOf(part)`, as exact texts; null is NULL. */
  rows(
    part: number,
    offset: number,
    limit: number,
    order: GridOrder | null,
  ): Promise<readonly (readonly (string | null)[])[]>;
}

/** What the view may do: read the session, send events, ask for rows to show, and hand over files. */
export interface Workbench {
  readonly session: () => Session;
  readonly subscribe: (listener: () => void) => () => void;
  readonly send: (event: Event) => void;
  /** Data files become tables, a notebook file is opened. `table` names the slot they are meant for. */
  readonly giveFiles: (files: readonly File[], table?: string) => void;
  readonly chooseFiles: (table?: string) => void;
  /** All data in a folder; what has the same columns becomes one table. */
  readonly giveFolder: (found: Promise<FolderFiles>) => void;
  readonly chooseFolder: () => void;
  readonly openExample: (example: Example) => void;
  readonly newNotebook: () => void;
  readonly openKept: (notebook: string) => void;
  /** The notebook as a file for elsewhere; its own file stays as it is. */
  readonly saveCopy: (form: CopyForm) => void;
  /** Does one of the things that the notice of this id has offered. */
  readonly takeOffer: (notice: string, offer: string) => void;
  /** Notebook files to be looked at beside others. */
  readonly comparisons: NotebookComparisons;
  /** A window of rows, as exact texts. */
  readonly rows: (
    shown: Shown,
    offset: number,
    limit: number,
    order: GridOrder | null,
    filters?: readonly ColumnFilter[],
  ) => Promise<readonly (readonly (string | null)[])[]>;
  /** What the columns of tables and results hold, and of the rows that pass filters. */
  readonly explore: Exploring;
  /**
   * The customers behind a number of an analysis cell, by the key that its report put on the number; null: nobody is. They
   * are there until they are closed, or others are asked for.
   */
  readonly customers: (cell: string, who: string) => Promise<CustomerList | null>;
  readonly closeCustomers: (cell: string) => void;
  /** The values of one column with their counts, most frequent first. */
  readonly valuesOf: (table: string, column: string) => Promise<readonly { value: string; count: number }[]>;
  /** What stands behind the shown parts of a TypeScript cell; null when nothing of it ran here. */
  readonly live: (cell: string) => LiveOutput | null;
  /** The choices of an input whose options come from a query. */
  readonly inputOptions: (cell: string) => Promise<InputOptionsAnswer>;
  /** Tables on their way into files and onto the clipboard. */
  readonly exports: ExportJobs;
  /** How files are read: looks ahead, and reading anew. */
  readonly imports: ImportJobs;
  /** Whatever is reckoned of these tables is asked of DuckDB anew. */
  readonly forgetAnswers: (tables: readonly string[]) => void;
  readonly history: NotebookHistory;
  readonly disk: OnDisk;
  /** Waits for what DuckDB is doing. */
  readonly memory: () => Promise<MemoryUse>;
  /** A page that carries the notebook, the program and the chosen rows. */
  readonly liveFile: LiveFile;
  /** This very page is such a file: the browser keeps nothing of it. */
  readonly isFile: boolean;
  /** Everything this browser keeps for Ebb. */
  readonly kept: () => Promise<readonly Kept[]>;
  readonly erase: (what: Kept | "all") => Promise<void>;
}

export interface Example {
  readonly notebook: string;
  readonly files: readonly { readonly table: string; readonly name: string; readonly address: string }[];
  readonly name: string;
}
