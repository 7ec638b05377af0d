import { normalQuantile } from "./normal-quantile";

/**
 * Wilson score interval for a share, without continuity correction; null where there is no base.
 * Wilson (1927), J. Amer. Statist. Assoc. 22, 209–212; Newcombe (1998), Stat. Med. 17, 857–872, method 3.
 */
export function wilson(x: number, n: number, confidence = 0.95): readonly [number, number] | null {
  if (!(x >= 0 && x <= n)) throw new RangeError(`count outside 0..${n}: ${x}`);
  if (n === 0) return null;
  const z = normalQuantile((1 + confidence) / 2);
  const middle = 2 * x + z * z;
  const spread = z * Math.sqrt(z * z + (4 * x * (n - x)) / n);
  const scale = 2 * (n + z * z);
  // At the ends one bound is the end itself; the subtraction would leave 1e-17 of it.
  return [x === 0 ? 0 : (middle - spread) / scale, x === n ? 1 : (middle + spread) / scale];
}
