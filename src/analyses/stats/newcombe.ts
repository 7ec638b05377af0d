import { wilson } from "./wilson";

export interface Counted {
  readonly x: number;
  readonly n: number;
}

/**
 * Interval for the difference a − b of two shares of disjoint sets; null where one has no base.
 * Not for two periods of the same customers: those sets overlap.
 * Newcombe (1998), Stat. Med. 17, 873–890, method 10.
 */
export function newcombe(
  a: Counted,
  b: Counted,
  confidence = 0.95,
): { difference: number; interval: readonly [number, number] } | null {
  const first = wilson(a.x, a.n, confidence);
  const second = wilson(b.x, b.n, confidence);
  if (!first || !second) return null;
  const p = a.x / a.n;
  const q = b.x / b.n;
  const difference = p - q;
  const below = Math.hypot(p - first[0], second[1] - q);
  const above = Math.hypot(first[1] - p, q - second[0]);
  return { difference, interval: [difference - below, difference + above] };
}
