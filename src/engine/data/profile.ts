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
  /** Equal-width bins for numbers and dates; the most frequent values for the rest. */
  readonly histogram:
    | { readonly form: "bins"; readonly bins: readonly { from: string; to: string; count: number }[] }
    | {
        readonly form: "top";
        readonly values: readonly { value: string; count: number }[];
        readonly others: number;
      };
}
