import type { GridOrder, Kept } from "./queries";
import type { Event } from "./event";
import type { Session } from "./session";

/** What the view may do: read the session, send events, ask for rows to show, and hand over files. */
export interface Workbench {
  readonly session: () => Session;
  readonly subscribe: (listener: () => void) => () => void;
  readonly send: (event: Event) => void;
  /** Data files become tables, a notebook file is opened. `table` names the slot they are meant for. */
  readonly giveFiles: (files: readonly File[], table?: string) => void;
  readonly chooseFiles: (table?: string) => void;
  readonly openExample: (example: Example) => void;
  readonly newNotebook: () => void;
  readonly openKept: (notebook: string) => void;
  /** A window of the rows of a cell's result or of a loaded table, as exact texts. */
  readonly rows: (
    relation: { cell: string } | { table: string },
    offset: number,
    limit: number,
    order: GridOrder | null,
  ) => Promise<readonly (readonly (string | null)[])[]>;
  /** The values of one column with their counts, most frequent first. */
  readonly valuesOf: (table: string, column: string) => Promise<readonly { value: string; count: number }[]>;
  /** Everything this browser keeps for Ebb. */
  readonly kept: () => Promise<readonly Kept[]>;
  readonly erase: (what: Kept | "all") => Promise<void>;
}

export interface Example {
  readonly notebook: string;
  readonly files: readonly { readonly table: string; readonly name: string; readonly address: string }[];
  readonly name: string;
}
