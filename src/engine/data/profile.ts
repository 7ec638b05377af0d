import type { ColumnKind } from "./table";

/** What one column holds, counted in SQL over all rows. Smallest and largest are exact texts. */
export interface ColumnProfile {
  readonly name: string;
  readonly type: string;
  readonly kind: ColumnKind;
  readonly rows: number;
  /** Rows that are not NULL (a text of blanks only counts as filled but is reported in `blank`). */
  readonly filled: number;
  readonly blank: number;
  readonly distinct: number;
  /** Above a million rows a column of many different values has DuckDB's HyperLogLog estimate instead of a count. */
  readonly distinctIsEstimate: boolean;
  readonly smallest: string | null;
  readonly largest: string | null;
  /** Of the filled rows: those without a place on the line, and of the blank ones those without a letter. Absent: none. */
  readonly apart?: Apart;
  readonly histogram: Histogram;
}

export interface Apart {
  readonly nan: number;
  readonly infinite: number;
  readonly empty: number;
}

/** Bins side by side for numbers and moments; the most frequent values for the rest. */
export type Histogram =
  | {
      readonly form: "bins";
      readonly bins: readonly Bin[];
      /** The smallest and the largest that lie in bins; absent when nothing does. */
      readonly span?: { readonly low: string; readonly high: string };
    }
  | {
      readonly form: "top";
      readonly values: readonly { readonly value: string; readonly count: number }[];
      readonly others: number;
      /** Found in a part of the rows, then counted in all: a value that is rare or lies together may be absent. */
      readonly isOfSample?: boolean;
    };

/** The rows from `from` up to `to`; `to` itself is one of them only `withTo`. Texts as DuckDB writes them. */
export interface Bin {
  readonly from: string;
  readonly to: string;
  readonly withTo: boolean;
  readonly count: number;
}
