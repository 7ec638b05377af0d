import { normalQuantile } from "./normal-quantile";

export interface Nps {
  /** Share of promoters (9, 10) less share of detractors (0…6), −100…100. */
  readonly nps: number;
  readonly n: number;
  readonly standardError: number;
  /** nps ± z·error, as commonly printed; with few answers it passes 100, and of answers all alike it has no width: then null. */
  readonly wald: readonly [number, number] | null;
  /** By the score test: never outside −100…100, and with a width for answers all alike. */
  readonly interval: readonly [number, number];
}

/**
 * Net promoter score of those who answered, counted; null without answers. Variance p + d − (p − d)²: that of a multinomial
 * difference. Score interval of Tango (1998), Stat. Med. 17, 891–908: promoters and detractors stand where
 * his two kinds of discordant pairs do.
 */
export function nps(promoters: number, passives: number, detractors: number, confidence = 0.95): Nps | null {
  for (const count of [promoters, passives, detractors])
    if (!(count >= 0 && count < Infinity)) throw new RangeError(`no count: ${count}`);
  const n = promoters + passives + detractors;
  if (n === 0) return null;
  const z = normalQuantile((1 + confidence) / 2);
  const difference = (promoters - detractors) / n;
  const variance = Math.max(0, ((promoters + detractors) / n - difference * difference) / n);
  const standardError = 100 * Math.sqrt(variance);
  const centre = 100 * difference;
  const limit = (end: -1 | 1) => 100 * scoreLimit(promoters, detractors, n, difference, end, z);
  return {
    nps: centre,
    n,
    standardError,
    wald: standardError > 0 ? [centre - z * standardError, centre + z * standardError] : null,
    interval: [limit(-1), limit(1)],
  };
}

/** The difference furthest towards `end` that the score test does not refuse. */
function scoreLimit(b: number, c: number, n: number, difference: number, end: -1 | 1, z: number): number {
  const isHeld = (d: number) => {
    const distance = b - c - n * d;
    // The share of detractors that is likeliest if the difference were d.
    const linear = -b - c + (2 * n - b + c) * d;
    const root = Math.max(0, linear * linear + 8 * n * c * d * (1 - d));
    const q = Math.max(0, (Math.sqrt(root) - linear) / (4 * n));
    const variance = n * (2 * q + d * (1 - d));
    return distance * distance <= z * z * variance;
  };
  let [held, refused]: [number, number] = [difference, end];
  if (difference === end || isHeld(end)) return end;
  for (let step = 0; step < 60; step++) {
    const middle = (held + refused) / 2;
    if (isHeld(middle)) held = middle;
    else refused = middle;
  }
  return held;
}
