import type { ConsolePart, Inspected, TreeEvent } from "../output";
import type { ShowMessage } from "../protocol";
import type { Relation } from "../sandbox";
import type { DomDocument } from "./dom";

/** What the core of the runtime asks of the part that shows values (`show/`). Nothing here sends: it posts `ShowMessage`s. */
export interface Show {
  /** A run begins: what the cell showed before is over. `width` (CSS px) is the default one of charts. */
  begin(cell: string, number: number, width: number): void;
  /** Shows a value and gives it back. */
  display<T>(cell: string, value: T): T;
  log(cell: string, level: ConsolePart["level"], values: readonly unknown[]): void;
  /** Shows an input element and gives its value; with each later one `changed` is called, then a "view" is posted. */
  view(cell: string, name: string, element: unknown, changed: (value: unknown) => void): unknown;
  dispatch(cell: string, event: TreeEvent): void;
  expand(cell: string, ref: number): Inspected;
  relationOf(cell: string, part: number): Relation;
  forget(cell: string): void;
  /** What cells find in their scope. */
  readonly scope: Readonly<Record<"Plot" | "d3" | "html" | "svg" | "md", unknown>> & {
    readonly document: DomDocument;
  };
}

export type Post = (message: ShowMessage) => void;
