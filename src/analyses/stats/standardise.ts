import { bothPresent, type Stratum } from "./mantel-haenszel";
import { wilson } from "./wilson";

type Interval = readonly [number, number];

export interface Standardised {
  /** What each group's share would be with the mix of both together, and the difference a − b. */
  readonly a: number;
  readonly b: number;
  readonly difference: number;
  readonly aInterval: Interval;
  readonly bInterval: Interval;
  readonly differenceInterval: Interval;
  /** Customers in strata where one group is empty: no share to weigh there, they are left out of the mix. */
  readonly leftOut: number;
}

/**
 * Direct standardisation of two groups to their pooled mix. Intervals recover each variance from the strata's Wilson
 * limits; with one stratum they are Wilson's and Newcombe's method 10. Null where no stratum has both groups.
 * Fleiss, Levin & Paik (2003), Statistical Methods for Rates and Proportions, 3rd ed., ch. 19;
 * Zou & Donner (2008), Stat. Med. 27, 1693–1702.
 */
export function standardise(strata: readonly Stratum[], confidence = 0.95): Standardised | null {
  const used = bothPresent(strata);
  if (used.length === 0) return null;
  const total = sizeOf(used);
  const weights = used.map(({ a, b }) => (a.n + b.n) / total);
  const [a, b] = (["a", "b"] as const).map((group) => {
    let [share, below, above] = [0, 0, 0];
    used.forEach((stratum, i) => {
      const { x, n } = stratum[group];
      const [low, high] = wilson(x, n, confidence)!;
      share += weights[i]! * (x / n);
      below = Math.hypot(below, weights[i]! * (x / n - low));
      above = Math.hypot(above, weights[i]! * (high - x / n));
    });
    return {
      share,
      below,
      above,
      interval: [Math.max(0, share - below), Math.min(1, share + above)] as const,
    };
  }) as [Side, Side];
  const difference = a.share - b.share;
  return {
    a: a.share,
    b: b.share,
    difference,
    aInterval: a.interval,
    bInterval: b.interval,
    differenceInterval: [
      Math.max(-1, difference - Math.hypot(a.below, b.above)),
      Math.min(1, difference + Math.hypot(a.above, b.below)),
    ],
    leftOut: sizeOf(strata) - total,
  };
}

interface Side {
  readonly share: number;
  readonly below: number;
  readonly above: number;
  readonly interval: Interval;
}

function sizeOf(strata: readonly Stratum[]): number {
  return strata.reduce((sum, { a, b }) => sum + a.n + b.n, 0);
}
