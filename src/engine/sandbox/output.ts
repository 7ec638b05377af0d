import type { Column } from "../data/table";

/** What a cell shows: parts in the order in which they were displayed. Plain data, made in the sandbox, checked in the page. */
export type OutputPart = TreePart | TablePart | ValuePart | ConsolePart;

/** A DOM tree: a chart, html`…`, svg`…`, md`…`. Later changes come as `TreeChange`s under the same `part`. */
export interface TreePart {
  readonly kind: "tree";
  readonly part: number;
  readonly root: TreeNode;
  /** What is known of a chart, for its text alternative and its data table; null for other trees. */
  readonly figure: FigureFacts | null;
}

/** Rows of a table: the sandbox keeps them, the page asks for them as Arrow (`Sandbox.relationOf`) to show them in its grid. */
export interface TablePart {
  readonly kind: "table";
  readonly part: number;
  readonly columns: readonly Column[];
  readonly rowCount: number;
  /** Exact texts of the first rows, null for NULL: what is left of it in a file, and when its code is gone. */
  readonly first: readonly (readonly (string | null)[])[];
}

export interface ValuePart {
  readonly kind: "value";
  readonly part: number;
  readonly value: Inspected;
  /** An array of plain rows: can be asked for as a table too. */
  readonly isRows: boolean;
}

export interface ConsolePart {
  readonly kind: "console";
  readonly part: number;
  readonly level: "log" | "info" | "warn" | "error";
  readonly values: readonly Inspected[];
  /** Not of the code: here the page stopped showing, and why. */
  readonly cut?: CutReason;
}

export const cutReasons = ["parts", "changes", "nodes", "characters", "unreadable"] as const;
export type CutReason = (typeof cutReasons)[number];

export type TreeNode = TreeElement | TreeText;

export interface TreeText {
  /** Number of the node in its tree; the page and the sandbox name nodes by it. */
  readonly id: number;
  readonly text: string;
}

export interface TreeElement {
  readonly id: number;
  readonly space: "html" | "svg" | "math";
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Live state of form controls that attributes do not hold. */
  readonly properties?: { readonly value?: string; readonly checked?: boolean };
  /** Types of events somebody listens to here. */
  readonly listens?: readonly string[];
  readonly children: readonly TreeNode[];
}

export type TreeChange =
  | {
      readonly change: "insert";
      readonly parent: number;
      readonly before: number | null;
      readonly node: TreeNode;
    }
  | { readonly change: "remove"; readonly node: number }
  | {
      readonly change: "attribute";
      readonly node: number;
      readonly name: string;
      readonly value: string | null;
    }
  | { readonly change: "text"; readonly node: number; readonly text: string }
  | {
      readonly change: "property";
      readonly node: number;
      readonly name: "value" | "checked";
      readonly value: string | boolean;
    }
  | { readonly change: "listen"; readonly node: number; readonly type: string; readonly on: boolean };

/** What a person did to a shown tree, for the listeners in the sandbox. */
export interface TreeEvent {
  readonly part: number;
  /** The node it happened to. */
  readonly node: number;
  readonly type: string;
  /** Of the target form control, before the listeners run. */
  readonly value?: string;
  readonly checked?: boolean;
  /** Pointer: CSS px from the left top of the tree's root element, and in user units of the nearest `<svg>` around the node. */
  readonly x?: number;
  readonly y?: number;
  readonly svgX?: number;
  readonly svgY?: number;
  readonly pointerType?: string;
  readonly button?: number;
  readonly buttons?: number;
  readonly deltaY?: number;
  readonly key?: string;
  readonly shiftKey?: boolean;
  readonly ctrlKey?: boolean;
  readonly altKey?: boolean;
  readonly metaKey?: boolean;
}

/** What a chart says of itself. The page makes words of it in the reader's language. */
export interface FigureFacts {
  readonly title: string;
  readonly subtitle: string;
  readonly caption: string;
  /** `ariaDescription` given by the author: then nothing needs to be made up. */
  readonly description: string;
  readonly marks: readonly { readonly kind: string; readonly count: number }[];
  readonly axes: readonly {
    readonly scale: "x" | "y" | "color" | "r" | "fx" | "fy";
    readonly label: string;
    /** From, to; or the first categories. Dates as ISO text. */
    readonly domain: readonly (string | number)[];
    readonly isOrdinal: boolean;
  }[];
  /** Marks drawn in all; above about 20,000 the page says so and offers to bin. */
  readonly drawn: number;
  /** Names of the columns of its data table, when there is one (`Sandbox.relationOf` gives the rows). */
  readonly hasData: boolean;
}

/** A value as it is shown, cut where it is too deep, too long or too wide. */
export type Inspected =
  | {
      readonly type:
        | "undefined"
        | "null"
        | "boolean"
        | "number"
        | "bigint"
        | "string"
        | "symbol"
        | "date"
        | "regexp"
        | "function"
        | "error";
      readonly text: string;
      /** Length of the whole text, when it was cut. */
      readonly length?: number;
    }
  | {
      readonly type: "array" | "object" | "map" | "set" | "typed-array" | "node" | "table";
      /** Name of the constructor. */
      readonly name: string;
      readonly size: number;
      readonly entries: readonly { readonly key: string | Inspected; readonly value: Inspected }[];
      /** Asks for the rest: `Sandbox.expand(cell, ref)`. null when everything is here. */
      readonly ref: number | null;
    };
