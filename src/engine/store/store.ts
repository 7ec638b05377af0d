import type { TextPart } from "./long-text";
import type { VersionEntry, VersionReason } from "./versions";

/**
 * What lasts on this computer: notebooks as the text of their files, and the data files of their tables.
 * Nothing of it leaves the browser. Every method that fails throws an `EngineError` of code "storage" and has changed nothing.
 */
export interface Store {
  saveNotebook(notebook: {
    readonly id: string;
    readonly title: string;
    readonly text: string | readonly TextPart[];
    /** When the text was made; now, when it is not said. */
    readonly modified?: number;
    /** What stood there before its present files came; null: nothing is compared any more; absent: as it was. */
    readonly before?: string | null;
  }): Promise<void>;
  readNotebook(id: string): Promise<KeptNotebook | null>;
  /** The text that `saveNotebook` was given as `before`. */
  beforeOf(id: string): Promise<string | null>;
  /** The notebook that a person opened or changed last. */
  lastNotebook(): Promise<NotebookEntry | null>;
  markOpened(id: string): Promise<void>;

  /** One file for each table of a notebook: a second one takes the place of the first. */
  saveFile(file: KeptFile): Promise<void>;
  filesOf(notebook: string): Promise<readonly KeptFile[]>;
  removeFile(which: { readonly notebook: string; readonly table: string }): Promise<void>;
  /** Where a table's file lies on the disk. False where the browser cannot keep such a handle; null forgets it. */
  saveDataHandle(place: DataPlace & { readonly handle: FileSystemFileHandle | null }): Promise<boolean>;
  dataHandleOf(place: DataPlace): Promise<FileSystemFileHandle | null>;
  /** Another notebook gets the same files, and knows the same places. */
  copyFiles(from: string, to: string): Promise<void>;

  /** Where a notebook is saved in place. False where the browser cannot keep such a handle; null forgets it. */
  saveHandle(notebook: string, handle: FileSystemFileHandle | null): Promise<boolean>;
  handleOf(notebook: string): Promise<FileSystemFileHandle | null>;
  /** What the notebook's file on disk held when it was last read or written. */
  saveWritten(notebook: string, written: WrittenFile): Promise<void>;
  writtenOf(notebook: string): Promise<WrittenFile | null>;

  /** The notebook as it stands, put away beside those before it; which of them go is told by `superfluous`. */
  saveVersion(version: {
    readonly notebook: string;
    readonly title: string;
    readonly text: string | readonly TextPart[];
    readonly cells: number;
    readonly reason: VersionReason;
    readonly name: string | null;
    readonly mark?: string;
  }): Promise<VersionEntry>;
  /** The latest first. */
  versionsOf(notebook: string): Promise<readonly VersionEntry[]>;
  readVersion(id: string): Promise<string | null>;
  /** null takes the name away. */
  nameVersion(id: string, name: string | null): Promise<void>;
  /** Versions go with their notebook to another id. */
  copyVersions(from: string, to: string): Promise<void>;

  /** A cell that was deleted, as plain JSON; the oldest go when there are more than two hundred of a notebook. */
  keepDeleted(cell: Omit<DeletedCell, "id" | "deleted">): Promise<void>;
  /** The latest first. */
  deletedCellsOf(notebook: string): Promise<readonly DeletedCell[]>;
  forgetDeleted(id: string): Promise<void>;

  /** Everything that is kept, the latest first. */
  list(): Promise<readonly KeptEntry[]>;
  /** A notebook goes with its files, because they are of no use without it. */
  erase(what: Pick<KeptEntry, "kind" | "id">): Promise<void>;
  eraseAll(): Promise<void>;
  close(): void;
}

export interface DeletedCell {
  readonly id: string;
  readonly notebook: string;
  /** Place that it had among the cells, from 0. */
  readonly at: number;
  readonly cell: unknown;
  /** In ms since 1970. */
  readonly deleted: number;
}

/** Times in ms since 1970. */
export interface NotebookEntry {
  readonly id: string;
  readonly title: string;
  readonly bytes: number;
  readonly modified: number;
  readonly opened: number;
}

export interface KeptNotebook extends NotebookEntry {
  readonly text: string;
}

export interface DataPlace {
  readonly notebook: string;
  readonly table: string;
}

export interface KeptFile {
  readonly notebook: string;
  readonly table: string;
  readonly file: File;
  /** What the file was when it was put here; copies of older pages have none. */
  readonly bytes?: number;
  readonly sha256?: string;
}

export interface WrittenFile {
  readonly fileName: string;
  readonly text: string;
}

export interface KeptEntry {
  readonly kind: "notebook" | "data";
  readonly id: string;
  readonly notebook: string;
  /** Title of the notebook, or name of the data file. */
  readonly title: string;
  readonly bytes: number;
  readonly used: number;
}
