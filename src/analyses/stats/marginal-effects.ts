import type { Pattern } from "./logistic";
import { normalQuantile } from "./normal-quantile";

/** A column of 0 and 1, or a measure. */
export type Effect =
  | {
      readonly kind: "switch";
      readonly column: number;
      /** The attribute's other 0/1 columns: all 0 on both sides, so that the level is held against the base level. */
      readonly others?: readonly number[];
    }
  | { readonly kind: "slope"; readonly column: number };

/** Any fit with an estimate and its covariance: `logisticRegression`, `firth`, `flic`. */
export interface Estimated {
  /** Per column as given, null where it was dropped. */
  readonly coefficients: readonly (number | null)[];
  /** Rows and columns of `kept`. */
  readonly covariance: readonly (readonly number[])[];
  readonly kept: readonly number[];
}

export interface MarginalEffect {
  /** Percentage points: by switching on, or a unit of the column more. */
  readonly points: number;
  readonly standardError: number;
  /** Normal, by the delta method. */
  readonly interval: readonly [number, number];
}

/**
 * Average marginal effect: by how many percentage points the probability differs, all else as each customer has it, on
 * average over the customers. `switch`: with the column at 1 and at 0 (discrete change); `slope`: the derivative.
 * Of a fit by Firth give the one of `flic`: Firth's slopes, probabilities that sum up to what was observed, and the
 * covariance at these. Null for a column that was dropped, or nobody. Association, not what switching would do.
 * Greene (2018), Econometric Analysis, 8th ed., §17.3.2; Bartus (2005), Stata J. 5, 309–329 (averages over customers).
 */
export function marginalEffect(
  patterns: readonly Pattern[],
  { coefficients, covariance, kept }: Estimated,
  effect: Effect,
  confidence = 0.95,
): MarginalEffect | null {
  const own = coefficients[effect.column];
  const customers = patterns.reduce((sum, { n }) => sum + n, 0);
  if (own === null || own === undefined || effect.column === 0 || customers === 0) return null;
  let average = 0;
  const gradient = kept.map(() => 0);
  for (const { values, n } of patterns) {
    if (n === 0) continue;
    const share = n / customers;
    if (effect.kind === "slope") {
      const linear = linearOf(values, coefficients);
      const [p, q] = [expit(linear), expit(-linear)];
      average += share * own * p * q;
      kept.forEach((column, k) => {
        gradient[k]! +=
          share * p * q * ((column === effect.column ? 1 : 0) + own * (q - p) * values[column]!);
      });
    } else {
      const base = values.map((v, j) => (j === effect.column || effect.others?.includes(j) ? 0 : v));
      const linear = linearOf(base, coefficients);
      average += share * (expit(linear + own) - expit(linear));
      const [on, off] = [steepness(linear + own), steepness(linear)];
      kept.forEach((column, k) => {
        gradient[k]! += share * (column === effect.column ? on : (on - off) * base[column]!);
      });
    }
  }
  const variance = covariance.reduce(
    (sum, row, i) => sum + row.reduce((inner, v, j) => inner + gradient[i]! * v * gradient[j]!, 0),
    0,
  );
  const standardError = 100 * Math.sqrt(Math.max(0, variance));
  const reach = normalQuantile((1 + confidence) / 2) * standardError;
  const points = 100 * average;
  const furthest = effect.kind === "switch" ? 100 : Infinity;
  return {
    points,
    standardError,
    interval: [Math.max(-furthest, points - reach), Math.min(furthest, points + reach)],
  };
}

function linearOf(values: readonly number[], coefficients: readonly (number | null)[]): number {
  return values.reduce((sum, v, j) => sum + v * (coefficients[j] ?? 0), 0);
}

function expit(linear: number): number {
  return 1 / (1 + Math.exp(-linear));
}

function steepness(linear: number): number {
  return expit(linear) * expit(-linear);
}
