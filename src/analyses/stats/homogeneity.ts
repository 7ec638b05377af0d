import { chiSquareUpper } from "./chi-square";
import type { Counted } from "./newcombe";

export interface Homogeneity {
  readonly chiSquare: number;
  readonly df: number;
  readonly p: number;
  /** Cramér's V, 0..1; for two groups and two outcomes |φ|. Cramér (1946), Mathematical Methods of Statistics, §21.9. */
  readonly cramerV: number;
  /** Below about 5 the probability is rough. Cochran (1954), Biometrics 10, 417–451. */
  readonly smallestExpected: number;
}

/**
 * Are k shares of disjoint groups the same? Pearson's chi-square without continuity correction; groups without a base take
 * no part. Null where fewer than two groups have one, or where nobody or everybody has the outcome.
 * Pearson (1900), Phil. Mag. 50, 157–175; R's prop.test(correct = FALSE).
 */
export function homogeneity(groups: readonly Counted[]): Homogeneity | null {
  return contingency(groups.map(({ x, n }) => [x, n - x]));
}

/** The same of a table of counts, rows by columns; empty rows and columns take no part. */
export function contingency(table: readonly (readonly number[])[]): Homogeneity | null {
  for (const count of table.flat())
    if (!(count >= 0 && count < Infinity)) throw new RangeError(`no count: ${count}`);
  if (table.some((row) => row.length !== table[0]!.length)) throw new RangeError("rows of different lengths");
  const rows = table.map(sum);
  const columns = (table[0] ?? []).map((_, j) => sum(table.map((row) => row[j]!)));
  const total = sum(rows);
  const height = rows.filter((count) => count > 0).length;
  const width = columns.filter((count) => count > 0).length;
  if (height < 2 || width < 2) return null;
  let chiSquare = 0;
  let smallestExpected = Infinity;
  table.forEach((row, i) =>
    row.forEach((count, j) => {
      const expected = (rows[i]! * columns[j]!) / total;
      if (expected === 0) return;
      chiSquare += (count - expected) ** 2 / expected;
      smallestExpected = Math.min(smallestExpected, expected);
    }),
  );
  const df = (height - 1) * (width - 1);
  return {
    chiSquare,
    df,
    p: chiSquareUpper(chiSquare, df),
    cramerV: Math.min(1, Math.sqrt(chiSquare / total / (Math.min(height, width) - 1))),
    smallestExpected,
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
