import type { Counted } from "./newcombe";
import { normalQuantile } from "./normal-quantile";

/**
 * Ratio a / b of two shares of disjoint sets, with the interval on the log scale. Null where b is 0 or a set has no base;
 * without an interval where nobody of a has the outcome, for then no interval on that scale ends.
 * Katz, Baptista, Azen & Pike (1978), Biometrics 34, 469–474, method C.
 */
export function riskRatio(
  a: Counted,
  b: Counted,
  confidence = 0.95,
): { readonly ratio: number; readonly interval: readonly [number, number] | null } | null {
  for (const { x, n } of [a, b]) if (!(x >= 0 && x <= n)) throw new RangeError(`count outside 0..${n}: ${x}`);
  if (a.n === 0 || b.n === 0 || b.x === 0) return null;
  const ratio = (a.x * b.n) / (a.n * b.x);
  const variance = a.x > 0 ? 1 / a.x - 1 / a.n + 1 / b.x - 1 / b.n : 0;
  // Everybody in both sets: nothing varies, and the scale knows no width.
  if (!(variance > 0)) return { ratio, interval: null };
  const reach = Math.exp(normalQuantile((1 + confidence) / 2) * Math.sqrt(variance));
  return { ratio, interval: [ratio / reach, ratio * reach] };
}
