import type { PlotOptions } from "./plot";

/** What a person reads: made from the result alone, so that text and table cannot differ. */
export interface Report {
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
  readonly caveats: readonly Caveat[];
  readonly figures: readonly Figure[];
  readonly tables: readonly ReportTable[];
  /** The definition sentence made from the parameters, always shown. */
  readonly definition: string;
  readonly method: Method;
}

export interface Verdict {
  /** Graded certainty; "incomplete" is for a form that still lacks something. */
  readonly level: "certain" | "likely" | "cannot-tell" | "refused";
  readonly sentence: string;
  /** The number in the large: text, interval and base, already in the reader's language. */
  readonly number?: {
    readonly value: string;
    readonly interval: string | null;
    readonly base: string;
    readonly who?: Who;
  };
  readonly next?: string;
}

/** A number with its base. `interval` or `noInterval` (the reason) is always there. */
export type Finding = {
  readonly id: string;
  readonly label: string;
  readonly value: number | null;
  readonly text: string;
  readonly n: number;
  readonly caveats?: readonly string[];
} & (
  | { readonly interval: readonly [number, number]; readonly intervalText: string }
  | { readonly interval: null; readonly noInterval: string }
);

export interface Caveat {
  readonly id: string;
  /** "flips": could turn the decision, shown first and open. "limits": narrows it. "note": good to know, folded. */
  readonly level: "flips" | "limits" | "note";
  readonly text: string;
}

export interface Figure {
  readonly id: string;
  readonly title: string;
  /** Says what the bar, band or hatch is. */
  readonly caption: string;
  /** The figure in words, for screen readers and text export. */
  readonly alternative: string;
  /** Id of the table that holds the figure's data. */
  readonly table: string;
  readonly plot: (width: number) => PlotOptions;
  /** The customers behind a mark, by the datum that Plot's pointer gives for it. Its marks need `tip` or a pointer. */
  readonly who?: (datum: unknown) => Who | null;
}

/** Customers behind a number: the key that `Analysis.customers` knows, and what they are called above their list. */
export interface Who {
  readonly key: string;
  readonly label: string;
}

/**
 * "customers", "share": of each row's own group. "-nested": rows hold parts of other rows (who is left, who is followed on), so
 * that the difference of two rows is a group too. "events": orders, rows, contracts; a customer has at least one. "place": says
 * which row it is (a day, a week, a bound), and tells nothing of it. "number": a test, a ratio, a score. "mixed": rows of
 * different things, each of which is taken for a count of customers.
 */
export type ColumnUnit =
  | "customers"
  | "customers-nested"
  | "share"
  | "share-nested"
  | "events"
  | "money"
  | "time"
  | "number"
  | "place"
  | "mixed";

export interface ReportTable {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly {
    readonly key: string;
    readonly label: string;
    readonly align: "left" | "right";
    /** What its numbers count or measure: whether they may tell of a few customers. Without it they are taken to count them. */
    readonly unit?: ColumnUnit;
  }[];
  /** Ready texts beside the raw values: what is read and what is exported cannot differ. */
  readonly rows: readonly { readonly [key: string]: ReportValue }[];
  /** Keys of rows that are in progress or not observed: hatched. */
  readonly unfinished?: readonly number[];
}

export interface ReportValue {
  readonly text: string;
  readonly value: unknown;
  /** The customers whom this number counts. */
  readonly who?: Who;
  /** Only this value is in progress or not observed: hatched. */
  readonly unfinished?: true;
}

export interface Method {
  /** The formula with this result's numbers in it, one line a step. */
  readonly formula: readonly string[];
  readonly notes: readonly string[];
  readonly sources: readonly string[];
}
