import type { Pattern } from "../stats/logistic";

/** Of a column over customers: mean and standard deviation with divisor n. */
export function spreadOf(patterns: readonly Pattern[], column: number): { mean: number; deviation: number } {
  const customers = patterns.reduce((sum, { n }) => sum + n, 0);
  if (customers === 0) return { mean: 0, deviation: 0 };
  const mean = patterns.reduce((sum, { values, n }) => sum + n * values[column]!, 0) / customers;
  const squares = patterns.reduce((sum, { values, n }) => sum + n * (values[column]! - mean) ** 2, 0);
  return { mean, deviation: Math.sqrt(squares / customers) };
}

/** Pearson's correlation of each two columns, rows weighing n; of two 0/1 columns it is phi. Null where one is constant. */
export function correlations(patterns: readonly Pattern[], columns: readonly number[]): (number | null)[][] {
  const spreads = columns.map((column) => spreadOf(patterns, column));
  const customers = patterns.reduce((sum, { n }) => sum + n, 0);
  return columns.map((a, i) =>
    columns.map((b, k) => {
      const [one, other] = [spreads[i]!, spreads[k]!];
      if (!(one.deviation > 0 && other.deviation > 0)) return null;
      const product = patterns.reduce(
        (sum, { values, n }) => sum + n * (values[a]! - one.mean) * (values[b]! - other.mean),
        0,
      );
      return Math.max(-1, Math.min(1, product / customers / one.deviation / other.deviation));
    }),
  );
}
