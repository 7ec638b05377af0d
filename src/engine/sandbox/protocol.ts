import type { ArrowRows } from "../data/database";
import type { PlainValue } from "../data/plain-value";
import type { Inspected, OutputPart, TreeChange, TreeEvent } from "./output";
import type { CellRun, Expression, NameSource, Relation, SandboxTable } from "./sandbox";

/** The cell of expressions that stand in no cell of code. */
export const nowhere = "expression";

/**
 * What page and worker say to each other through their port. A question carries `ask`, its answer the same number.
 * What comes from the worker is believed only after `readMessage`.
 */
export type ToWorker =
  | ({ readonly type: "run" } & CellRun)
  | {
      readonly type: "evaluate";
      readonly ask: number;
      readonly expressions: readonly Expression[];
      readonly names: Readonly<Record<string, NameSource>>;
    }
  | { readonly type: "table"; readonly table: SandboxTable }
  | { readonly type: "relation"; readonly ask: number; readonly what: RelationWanted }
  | { readonly type: "expand"; readonly ask: number; readonly cell: string; readonly ref: number }
  | { readonly type: "dispatch"; readonly cell: string; readonly event: TreeEvent }
  | { readonly type: "forget"; readonly cells: readonly string[] }
  /** Rows of a query, or the machine-readable result of an analysis. */
  | { readonly type: "rows"; readonly ask: number; readonly rows: ArrowRows }
  | { readonly type: "result"; readonly ask: number; readonly result: unknown }
  | { readonly type: "refused"; readonly ask: number; readonly fault: Fault }
  /** So many of the worker's messages are worked off: it may send as many more. */
  | { readonly type: "taken"; readonly count: number }
  | { readonly type: "ping" };

export type FromWorker =
  | { readonly type: "ready" }
  | {
      readonly type: "shown";
      readonly cell: string;
      readonly number: number;
      readonly items: readonly Shown[];
    }
  | {
      readonly type: "done";
      readonly cell: string;
      readonly number: number;
      readonly defined: readonly { readonly name: string; readonly description: string }[];
    }
  | { readonly type: "failed"; readonly cell: string; readonly number: number; readonly fault: Fault }
  | {
      readonly type: "query";
      readonly ask: number;
      readonly cell: string;
      readonly number: number;
      readonly sql: string;
    }
  | {
      readonly type: "analyse";
      readonly ask: number;
      readonly cell: string;
      readonly number: number;
      readonly id: string;
      /** JSON: nothing else gets through. */
      readonly options: string;
    }
  | { readonly type: "values"; readonly ask: number; readonly values: readonly PlainValue[] }
  | { readonly type: "relation"; readonly ask: number; readonly relation: Relation }
  | { readonly type: "expanded"; readonly ask: number; readonly value: Inspected }
  | { readonly type: "refused"; readonly ask: number; readonly fault: Fault }
  | { readonly type: "pong" };

export type Shown =
  | { readonly what: "part"; readonly part: OutputPart }
  | { readonly what: "changes"; readonly part: number; readonly changes: readonly TreeChange[] }
  | { readonly what: "view"; readonly name: string };

export type RelationWanted = { readonly name: string } | { readonly cell: string; readonly part: number };

/** Something went wrong, as it travels. */
export interface Fault {
  readonly code: "code" | "not-a-value" | "not-a-table" | "sql" | "stopped" | "missing-table";
  readonly message: string;
  /** In the text of the cell that ran; lines and columns begin at 1. */
  readonly place: { readonly line: number; readonly column: number } | null;
  readonly frames: readonly CodeFrame[];
}

/** One line of a short stack: only places inside cells, the innermost first. */
export interface CodeFrame {
  readonly cell: string;
  /** How errors name the cell. */
  readonly label: string;
  /** Of the function, "" for the cell's own top level. */
  readonly name: string;
  readonly line: number;
  readonly column: number;
}

/** What the worker's show hands to its outbox. */
export type ShowMessage = Shown & { readonly cell: string; readonly number: number };
