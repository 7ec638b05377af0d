import { newcombe, type Counted } from "../stats/newcombe";
import { wilson } from "../stats/wilson";

/** Of the customers in both sets: how many, how many have the outcome in each, and in both. */
export interface Overlap {
  readonly n: number;
  readonly a: number;
  readonly b: number;
  readonly both: number;
}

/**
 * Interval for a − b of two shares whose sets overlap: Wilson limits of both shares put together with the correlation of
 * the two estimates, which is what the customers in both sets have in common; without them it is Newcombe's method 10.
 * Null where one has no base. Newcombe (1998), Stat. Med. 17, 2635–2650, method 10 for paired data;
 * Zou & Donner (2008), Stat. Med. 27, 1693–1702.
 */
export function overlappingDifference(
  a: Counted,
  b: Counted,
  overlap: Overlap,
): { difference: number; interval: readonly [number, number] } | null {
  const [first, second] = [wilson(a.x, a.n), wilson(b.x, b.n)];
  if (!first || !second) return null;
  const [p, q] = [a.x / a.n, b.x / b.n];
  const r = correlation(a, b, overlap);
  if (r === 0) return newcombe(a, b);
  const difference = p - q;
  const reach = (one: number, other: number) =>
    Math.sqrt(Math.max(0, one * one + other * other - 2 * r * one * other));
  return {
    difference,
    interval: [
      Math.max(-1, difference - reach(p - first[0], second[1] - q)),
      Math.min(1, difference + reach(first[1] - p, q - second[0])),
    ],
  };
}

/** Of the two shares as estimates, −1 to 1; 0 where a share does not vary. */
function correlation(a: Counted, b: Counted, { n, a: inA, b: inB, both }: Overlap): number {
  const [p, q] = [a.x / a.n, b.x / b.n];
  const spread = Math.sqrt(p * (1 - p) * a.n * q * (1 - q) * b.n);
  if (spread === 0) return 0;
  // Σ (y − p)(z − q) over the customers in both sets.
  const together = both - q * inA - p * inB + n * p * q;
  return Math.max(-1, Math.min(1, together / spread));
}
