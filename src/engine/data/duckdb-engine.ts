type Awaitable<T> = T | Promise<T>;

/** What DuckDB-WASM's bindings in a worker and those in Node have in common. */
export interface Bindings {
  getVersion(): Awaitable<string>;
  startPendingQuery(connection: number, text: string, streamed: boolean): Awaitable<Uint8Array | null>;
  pollPendingQuery(connection: number): Awaitable<Uint8Array | null>;
  cancelPendingQuery(connection: number): Awaitable<boolean>;
  fetchQueryResults(connection: number): Awaitable<Uint8Array | null>;
  runQuery(connection: number, text: string): Awaitable<Uint8Array>;
  insertArrowFromIPCStream(
    connection: number,
    bytes: Uint8Array,
    options: { name: string; create: boolean },
  ): Awaitable<void>;
  registerFileBuffer(path: string, bytes: Uint8Array): Awaitable<void>;
  dropFile(path: string): Awaitable<unknown>;
}

/** A started DuckDB, in whatever place it runs. */
export interface Engine {
  readonly bindings: Bindings;
  connect(): Awaitable<number>;
  disconnect(connection: number): Awaitable<void>;
  registerFile(path: string, file: Blob): Awaitable<void>;
  /** Ends it at once, whatever it is doing. */
  kill(): void;
}

/**
 * How DuckDB is opened everywhere. Not `arrowLosslessConversion`: it writes BOOLEAN as bits but announces bytes, so that
 * the copy reads beyond the end. Not the `cast…` options: they corrupt nested values.
 */
export const openConfig = { query: { queryPollingInterval: 10 } };
