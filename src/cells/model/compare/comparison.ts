import type { Cell } from "../notebook";
import type { Verified } from "../receipt/verify";

/** How two notebooks differ in what they mean: cells are found again wherever they stand and whatever they are called. */
export interface Comparison {
  readonly title: Change<string> | null;
  /** In the order of the later notebook; cells that are gone stand where they stood. */
  readonly cells: readonly CellComparison[];
  /** Tables that only one of them knows, or whose columns mean something else. */
  readonly data: readonly Difference[];
  readonly settings: readonly Difference[];
}

export interface CellComparison {
  readonly status: "same" | "added" | "removed" | "changed" | "moved";
  readonly before: Cell | null;
  readonly after: Cell | null;
  /** Place from 1 in the notebook that has it, the later one where both do. */
  readonly place: number;
  /** What is different besides the text: name, kind, parameters one by one, a control's value. */
  readonly differences: readonly Difference[];
  /** null where the text is the same, or there is none. */
  readonly text: readonly TextPart[] | null;
  readonly result: ResultChange | null;
}

/** Two saved results that differ, as plain text; null where there is none. */
export interface ResultChange extends Change<string | null> {
  /** Number by number, where both are of the same analysis. */
  readonly numbers: Verified | null;
}

export interface Change<T> {
  readonly before: T;
  readonly after: T;
}

/** `what` is a name to look up in the language's words, and the parameter, column or table it is about. */
export interface Difference extends Change<string | null> {
  readonly what:
    | "name"
    | "kind"
    | "disabled"
    | "parameters"
    | "table"
    | "value"
    | "control"
    | "data"
    | "roles"
    | "settings";
  readonly of: string;
}

/** Whole lines. */
export interface TextPart {
  readonly form: "same" | "added" | "removed";
  readonly lines: readonly string[];
}
