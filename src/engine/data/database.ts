import type { Snapshot } from "./snapshot";
import type { Sql } from "./sql";
import type { Column, Table } from "./table";

/** The engine's door to DuckDB. One instance a page; every call waits in one queue, because two connections can deadlock the worker. */
export interface Database {
  readonly version: string;
  /** Goes up whenever a statement or a restart may have changed tables. */
  readonly changes: number;
  /** Rows as they are: keep the answer small, or ask for a window of it. Throws `EngineError`; an aborted signal gives code "stopped". */
  query(sql: Sql, options?: QueryOptions): Promise<Table>;
  /** Several statements one after another, in one turn of the queue; the last one's rows come back. */
  run(statements: readonly Sql[], options?: QueryOptions): Promise<Table>;
  /** The same rows as the messages of an Arrow IPC stream, in buffers of their own that may be given away. */
  arrow(sql: Sql, options?: QueryOptions): Promise<ArrowRows>;
  /** A relation as it is now, to be read in pieces whatever is changed meanwhile. To be closed. */
  snapshot(seen: Sql): Promise<Snapshot>;
  /** Names and types a query would give, without running it. */
  describe(sql: Sql): Promise<readonly Column[]>;
  /** Makes a file readable for SQL as `'import/<path>'`; returns that path. One on the disk is read by handle, not copied; bytes are given away. */
  addFile(path: string, file: Blob | Uint8Array<ArrayBuffer>): Promise<string>;
  removeFile(path: string): Promise<void>;
  /** A batch of Arrow record batches (IPC stream bytes) into a new table. The bytes are given away. */
  insertArrow(table: string, ipcStream: Uint8Array): Promise<void>;
  /** The same at the end of a table with such columns. A stream that ends too early adds nothing and says nothing: count. */
  appendArrow(table: string, ipcStream: Uint8Array): Promise<void>;
  /** Resolves whenever the worker had to be replaced: all tables are gone and must be loaded again. */
  onRestart(listener: () => void): () => void;
  close(): Promise<void>;
}

/** Rows on their way to where they are used: DuckDB's types beside them, because Arrow's alone do not tell a HUGEINT from a DECIMAL. */
export interface ArrowRows {
  readonly columns: readonly Column[];
  readonly messages: readonly Uint8Array<ArrayBuffer>[];
}

export interface QueryOptions {
  readonly signal?: AbortSignal;
  /** The statements touch no table that anyone else looks at; `changes` stays as it is. */
  readonly changesNothing?: boolean;
  /** Soon done: asked in one message instead of many, and cannot be stopped once it runs. */
  readonly isBrief?: boolean;
  /**
   * A question of Ebb's own: types are those of the answer, and DuckDB is not asked for them beforehand, which takes a third of
   * a short question's time. Where the answer does not tell them (an enum, a clock time), it is asked and runs again.
   */
  readonly isOwn?: boolean;
}
