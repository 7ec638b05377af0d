import type { Cohort } from "./staggered-group-time";

/**
 * How each unit of a group moves an estimate: constant + Σ slopes[t] · outcome[t]. Linear in the outcomes, so that sums of
 * outcomes and of their products say all about its variance and no unit has to be seen.
 */
export type Influence = Map<number, { readonly constant: number; readonly slopes: readonly number[] }>;

/** The sum of some influences, each times its weight. */
export function weighted(
  parts: readonly { readonly influence: Influence; readonly weight: number }[],
): Influence {
  const sum: Influence = new Map();
  for (const { influence, weight } of parts)
    for (const [group, { constant, slopes }] of influence) {
      const before = sum.get(group) ?? { constant: 0, slopes: slopes.map(() => 0) };
      sum.set(group, {
        constant: before.constant + weight * constant,
        slopes: before.slopes.map((slope, t) => slope + weight * slopes[t]!),
      });
    }
  return sum;
}

/** Σ over all units of one influence times another: the estimates' covariance, clustered by unit. */
export function covariance(cohorts: readonly Cohort[], one: Influence, two: Influence): number {
  let sum = 0;
  for (const [group, first] of one) {
    const second = two.get(group);
    if (!second) continue;
    const { n, sums, products } = cohorts[group]!;
    const mean = ({ constant, slopes }: typeof first) =>
      constant + slopes.reduce((total, slope, t) => total + (slope * sums[t]!) / n, 0);
    sum += n * mean(first) * mean(second);
    // Deviations from the means are summed apart: the difference of two large sums would lose digits.
    first.slopes.forEach((a, s) => {
      if (a !== 0)
        second.slopes.forEach((b, t) => {
          if (b !== 0) sum += a * b * (products[s]![t]! - (sums[s]! * sums[t]!) / n);
        });
    });
  }
  return sum;
}
