import type { Pattern } from "./logistic";
import { factor, inverseOfFactor, logDeterminant } from "./logistic-factor";
import { allOf } from "./logistic-newton";
import { pack, unscaledCovariance } from "./logistic-packed";
import { independentColumns } from "./logistic-rank";

export interface Inflation {
  /** Generalised variance inflation factor; of one column the ordinary VIF, 1/(1 − R²). */
  readonly gvif: number;
  /** Columns of the term that were kept. */
  readonly df: number;
  /** GVIF^(1/(2·df)): by how much intervals of the term are longer, comparable between terms. Its square is held against a rule for VIF. */
  readonly scaled: number;
}

/** Covariance of coefficients, rows and columns of `kept`: of `logisticRegression`, `firth`, or `linearCovariance`. */
export interface Correlated {
  readonly covariance: readonly (readonly number[])[];
  readonly kept: readonly number[];
}

/**
 * How much each term's estimate is blurred by the other terms: det R₁ · det R₂ / det R of the correlations of the
 * coefficients, the intercept (column 0) aside. Of a fit's covariance as R's car::vif of a glm; of `linearCovariance` as of an
 * lm, which looks at the columns alone. Null for a term without a kept column, or where the correlations have no
 * determinant. Fox & Monette (1992), J. Amer. Statist. Assoc. 87, 178–183.
 */
export function gvif(
  { covariance, kept }: Correlated,
  terms: readonly (readonly number[])[],
): (Inflation | null)[] {
  const width = kept.length;
  const correlation = Float64Array.from({ length: width * width }, (_, at) => {
    const [i, j] = [Math.floor(at / width), at % width];
    return i === j ? 1 : covariance[i]![j]! / Math.sqrt(covariance[i]![i]! * covariance[j]![j]!);
  });
  const slopes = allOf(width).filter((k) => kept[k] !== 0);
  const logDet = (used: readonly number[]) => {
    const lower = factor(correlation, width, used);
    return lower && logDeterminant(lower, used.length);
  };
  return terms.map((term) => {
    const own = slopes.filter((k) => term.includes(kept[k]!));
    const parts = [own, slopes.filter((k) => !own.includes(k)), slopes].map(logDet);
    if (own.length === 0 || parts.some((part) => part === null)) return null;
    const df = own.length;
    // Never below 1 but for roundings.
    const value = Math.max(1, Math.exp(parts[0]! + parts[1]! - parts[2]!));
    return { gvif: value, df, scaled: value ** (1 / (2 * df)) };
  });
}

/** Covariance of least squares coefficients on the same columns, the residual variance aside; rows weigh n. values[0] is the intercept. */
export function linearCovariance(patterns: readonly Pattern[]): Correlated {
  const { kept } = independentColumns(patterns);
  const data = pack(patterns, kept, { centred: true });
  const information = new Float64Array(data.width ** 2);
  data.columns.forEach((a, i) =>
    data.columns.forEach((b, j) => {
      information[i * data.width + j] = a.reduce(
        (sum, value, row) => sum + data.n[row]! * value * b[row]!,
        0,
      );
    }),
  );
  const lower = factor(information, data.width, allOf(data.width));
  return lower
    ? { kept, covariance: unscaledCovariance(data, inverseOfFactor(lower, data.width)) }
    : { kept: [], covariance: [] };
}

/**
 * Correlation of each two 0/1 columns (phi), rows weighing n; in the order of `columns`, 1 on the diagonal, null where a
 * column is the same for all. Yule (1912), J. Roy. Statist. Soc. 75, 579–652.
 */
export function pairwisePhi(patterns: readonly Pattern[], columns: readonly number[]): (number | null)[][] {
  const customers = patterns.reduce((sum, { n }) => sum + n, 0);
  const share = (a: number, b: number) =>
    patterns.reduce((sum, { values, n }) => sum + n * values[a]! * values[b]!, 0) / customers;
  return columns.map((a) =>
    columns.map((b) => {
      const [p, q] = [share(a, a), share(b, b)];
      const spread = p * (1 - p) * q * (1 - q);
      if (!(spread > 0)) return null;
      return a === b ? 1 : (share(a, b) - p * q) / Math.sqrt(spread);
    }),
  );
}
