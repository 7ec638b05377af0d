import { normalQuantile } from "../stats/normal-quantile";
import { studentReach } from "../stats/student-t";

/** Sums over the customers of a cell: y is a customer's amount in the step, x in the first period. */
export interface RatioSums {
  readonly n: number;
  /** Σy and Σx. */
  readonly total: number;
  readonly atFirst: number;
  /** Σy², Σxy and Σx². */
  readonly squares: number;
  readonly products: number;
  readonly firstSquares: number;
}

/**
 * 95 % interval of the ratio R = Σy / Σx of two sums over the same customers. Variance of the ratio estimator:
 * n/(n − 1) · Σ(y − R·x)² / (Σx)², Cochran (1977), Sampling Techniques, 3rd ed., formula 6.13, without finite-population
 * correction; t with n − 1 degrees of freedom. A positive ratio has its interval on the log scale (delta method, Oehlert 1992,
 * Amer. Statist. 46, 27–29), because a ratio of skewed amounts is skewed and never below nought; one of refunds is plain.
 * Null where there is no base, fewer than two customers, or nobody differs: without width it would claim certainty.
 */
export function ratioInterval(sums: RatioSums): [number, number] | null {
  const { n, total, atFirst, squares, products, firstSquares } = sums;
  if (n < 2 || !(atFirst > 0)) return null;
  const ratio = total / atFirst;
  const scale = squares + ratio * ratio * firstSquares;
  const residual = scale - 2 * ratio * products;
  // Sums of squares lose what is smaller than their last digits.
  if (!(residual > 1e-11 * scale)) return null;
  const error = Math.sqrt((n / (n - 1)) * residual) / atFirst;
  const reach = reachOf(n - 1) * error;
  if (ratio <= 0) return [ratio - reach, ratio + reach];
  const factor = Math.exp(reach / ratio);
  return Number.isFinite(factor) ? [ratio / factor, ratio * factor] : null;
}

const reaches = new Map<number, number>();

/** Of many degrees of freedom by the series of Abramowitz & Stegun (1964) 26.7.5, good to 1e-9 from 100 on. */
function reachOf(df: number): number {
  if (df >= 100) {
    const z = normalQuantile(0.975);
    const [z2, z3] = [z * z, z * z * z];
    const z5 = z3 * z2;
    const z7 = z5 * z2;
    const z9 = z7 * z2;
    return (
      z +
      (z3 + z) / (4 * df) +
      (5 * z5 + 16 * z3 + 3 * z) / (96 * df ** 2) +
      (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * df ** 3) +
      (79 * z9 + 776 * z7 + 1482 * z5 - 1920 * z3 - 945 * z) / (92160 * df ** 4)
    );
  }
  const known = reaches.get(df) ?? studentReach(0.95, df);
  reaches.set(df, known);
  return known;
}
