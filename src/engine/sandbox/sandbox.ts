import type { PlainValue } from "../data/plain-value";
import type { Column } from "../data/table";
import type { Inspected, OutputPart, TreeChange, TreeEvent } from "./output";

/**
 * Where notebook code runs: one Worker inside one hidden sandboxed frame, without network, storage or page. It keeps the
 * values that cells define, by name. Everything it sends is checked before it gets here.
 */
export interface Sandbox {
  /** Goes up whenever the worker was replaced: every value and every shown tree of before is without its code. */
  readonly generation: number;
  /**
   * Runs one cell. Parts come through `host.show` while it runs and afterwards. Rejects with `EngineError`: "stopped",
   * "out-of-memory", "code" (the cell threw: message, place; `framesOf` gives its lines), "not-a-value", "sql",
   * "no-engine" (the sandbox did not start; the next call tries again).
   *
   * The signal is a person's Stop: nothing else ends running code, so the worker is replaced and all values are lost.
   * To let a newer run of the same cell take over, just run it: the older one is rejected as "stopped", and what it
   * still shows, asks or defines comes to nothing.
   */
  run(run: CellRun, host: CellHost, signal?: AbortSignal): Promise<CellAnswer>;
  /** Values of expressions (holes of SQL and Markdown), as plain data; `host` answers what they ask. Rejects like `run`. */
  evaluate(
    expressions: readonly Expression[],
    names: Readonly<Record<string, NameSource>>,
    signal?: AbortSignal,
    host?: Pick<CellHost, "query" | "analyse">,
  ): Promise<readonly PlainValue[]>;
  /** Rows of a result, before the cells that read them run. Kept under `key` until another key comes for the same name. */
  putTable(table: SandboxTable): void;
  /** Keys of the tables it holds. */
  hasTable(key: string): boolean;
  /** A defined value, or a shown part, as the bytes of an Arrow IPC stream. "not-a-table" when it is none, with the reason. */
  relationOf(
    what: { readonly name: string } | { readonly cell: string; readonly part: number },
    signal?: AbortSignal,
  ): Promise<Relation>;
  expand(cell: string, ref: number): Promise<Inspected>;
  /** A person did something to a shown tree. */
  dispatch(cell: string, event: TreeEvent): void;
  /** The cells are gone or run anew elsewhere: their names, `invalidation`, trees and listeners end. */
  forget(cells: readonly string[]): void;
  /** Ends whatever it does, at once: a new frame and worker, all values gone. `lost` listeners are told. */
  restart(): void;
  /** The worker was replaced: by `restart`, by a stop, or because it died ("memory", "silent", "broken"). */
  onLost(listener: (reason: "restart" | "stopped" | "memory" | "silent" | "broken") => void): () => void;
  close(): void;
}

export interface CellRun {
  readonly cell: string;
  readonly number: number;
  /** How errors name the cell. */
  readonly label: string;
  readonly body: string;
  readonly defines: readonly string[];
  readonly names: Readonly<Record<string, NameSource>>;
  /** Width of the place for output, CSS px. */
  readonly width: number;
}

/** Where the value of a name comes from. */
export type NameSource =
  /** Another cell's code defined it, in this same sandbox. */
  | { readonly from: "cell" }
  | { readonly from: "plain"; readonly value: PlainValue }
  /** Rows that were put there under this key. */
  | { readonly from: "table"; readonly key: string };

export interface Expression {
  readonly body: string;
  readonly reads: readonly string[];
}

export interface SandboxTable {
  readonly name: string;
  readonly key: string;
  /** DuckDB's types: Arrow alone does not tell a HUGEINT from a DECIMAL. */
  readonly columns: readonly Column[];
  /** Messages of an Arrow IPC stream. Their buffers are transferred: they are empty afterwards. */
  readonly messages: readonly Uint8Array<ArrayBuffer>[];
}

export interface Relation {
  readonly rowCount: number;
  readonly ipcStream: Uint8Array;
}

/** What a running cell may ask of the page, and what it tells it. */
export interface CellHost {
  query(sql: string, signal: AbortSignal): Promise<Pick<SandboxTable, "columns" | "messages">>;
  analyse(id: string, options: unknown, signal: AbortSignal): Promise<unknown>;
  show(part: OutputPart): void;
  /** Changes of a shown tree. */
  change(part: number, changes: readonly TreeChange[]): void;
  /** The value behind `const name = view(…)` is another one now. */
  viewChanged(name: string): void;
}

export interface CellAnswer {
  /** What was defined, for people: `number`, `Array(12)`, `function`. */
  readonly defined: readonly { readonly name: string; readonly description: string }[];
}
