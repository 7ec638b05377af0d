import { normalCdf } from "./normal-cdf";
import { normalQuantile } from "./normal-quantile";
import { quantile } from "./quantile";

type Interval = readonly [number, number];

export interface Bootstrap {
  readonly estimate: number;
  /** The statistic of each resample that had one; unordered. */
  readonly replicates: Float64Array;
  /** Resamples without a value (a ratio whose base is 0); they are in no interval. */
  readonly undefinedReplicates: number;
  /** Standard deviation of the replicates; null with the intervals. */
  readonly standardError: number | null;
  /**
   * Null where resampling shows no spread (one customer, all alike, nobody lost): that is no certainty. Null also where
   * more than one resample in a hundred had no value.
   */
  readonly percentile: Interval | null;
  /** Corrected for bias and skewness; null besides where the correction has no value (`acceleration` null). */
  readonly bca: Interval | null;
}

/**
 * Intervals of a bootstrap: percentile, and BCa with the given acceleration. Quantiles of type 7.
 * Efron & Tibshirani (1993), An Introduction to the Bootstrap, ch. 13 and formulas 14.9, 14.10, 14.14.
 */
export function bootstrapIntervals(
  estimate: number,
  all: Float64Array,
  acceleration: number | null,
  confidence: number,
): Bootstrap {
  const replicates = all.filter(Number.isFinite);
  const undefinedReplicates = all.length - replicates.length;
  const known = { estimate, replicates, undefinedReplicates };
  const sorted = Float64Array.from(replicates).sort();
  const spread = sorted.length > 1 ? sorted[sorted.length - 1]! - sorted[0]! : 0;
  // Sums of the same values in another order differ by roundings: that is no spread.
  const isFlat = spread <= 1e-12 * Math.max(Math.abs(sorted[0] ?? 0), Math.abs(estimate));
  if (isFlat || undefinedReplicates > all.length / 100) {
    return { ...known, standardError: null, percentile: null, bca: null };
  }
  const tail = (1 - confidence) / 2;
  const values = Array.from(sorted);
  const between = (low: number, high: number): Interval => [quantile(values, low)!, quantile(values, high)!];
  const shares = acceleration === null ? null : correctedShares(estimate, sorted, acceleration, tail);
  return {
    ...known,
    standardError: deviationOf(sorted),
    percentile: between(tail, 1 - tail),
    bca: shares && between(...shares),
  };
}

/**
 * Acceleration from the statistic with each customer left out, formula 14.15; null where those are all alike or one has no
 * value.
 */
export function accelerationOf(leftOut: Float64Array): number | null {
  const mean = leftOut.reduce((sum, value) => sum + value, 0) / leftOut.length;
  let [squares, cubes] = [0, 0];
  for (const value of leftOut) {
    const distance = mean - value;
    squares += distance * distance;
    cubes += distance * distance * distance;
  }
  const acceleration = cubes / (6 * squares ** 1.5);
  return Number.isFinite(acceleration) ? acceleration : null;
}

function correctedShares(
  estimate: number,
  sorted: Float64Array,
  acceleration: number,
  tail: number,
): Interval | null {
  let [below, equal] = [0, 0];
  // The same customers summed in another order are the estimate and a rounding.
  const rounding = 1e-12 * Math.abs(estimate);
  for (const value of sorted) {
    if (value < estimate - rounding) below++;
    else if (value <= estimate + rounding) equal++;
  }
  const bias = normalQuantile((below + equal / 2) / sorted.length);
  if (!Number.isFinite(bias)) return null;
  const share = (z: number) => {
    const moved = bias + z;
    const scale = 1 - acceleration * moved;
    return scale > 0 ? normalCdf(bias + moved / scale) : null;
  };
  const [low, high] = [share(normalQuantile(tail)), share(normalQuantile(1 - tail))];
  return low === null || high === null ? null : [low, high];
}

function deviationOf(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}
