export type EngineErrorCode =
  | "sql"
  | "stopped"
  | "out-of-memory"
  | "not-a-query"
  | "empty-file"
  | "no-rows"
  | "not-a-table"
  | "unreadable-file"
  | "missing-table"
  | "missing-column"
  | "restarted"
  | "no-engine"
  | "storage"
  /** A cell's code threw, or gave something that cannot be used where it is wanted. */
  | "code"
  | "too-many-rows"
  /** A file could not be made of a table. */
  | "not-written"
  | "not-rows"
  | "not-a-value";

export type NotTable =
  "old-excel" | "old-feather" | "pdf" | "picture" | "packed" | "sqlite" | "web-page" | "prose" | "binary";

/** `thing: value`, lower case; the hint for the person is written where the person is known. */
export class EngineError extends Error {
  readonly code: EngineErrorCode;
  /** Where in the SQL text, 1-based; columns count UTF-16 units as editors do. */
  readonly place?: { readonly line: number; readonly column: number };
  /** Names DuckDB thinks were meant. */
  readonly candidates: readonly string[];
  /** With "not-a-table": what the file is instead. */
  readonly what: NotTable | undefined;

  constructor(
    code: EngineErrorCode,
    message: string,
    options: {
      cause?: unknown;
      place?: { line: number; column: number };
      candidates?: readonly string[];
      what?: NotTable | undefined;
    } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = "EngineError";
    this.code = code;
    this.place = options.place;
    this.candidates = options.candidates ?? [];
    this.what = options.what;
  }
}
