import { chiSquareUpper } from "./chi-square";
import type { Counted } from "./newcombe";

export interface Trend {
  /** Root of the chi-square with the sign of the slope. */
  readonly z: number;
  readonly chiSquare: number;
  /** Two-sided, one degree of freedom. */
  readonly p: number;
  /** Change of the share for one score more: weighted least squares. */
  readonly slope: number;
}

/**
 * Does the share rise or fall with the score? Cochran–Armitage without continuity correction; scores 1, 2, 3… in the given
 * order unless said. Null where fewer than two scores have a base, or where nobody or everybody has the outcome.
 * Cochran (1954), Biometrics 10, 417–451; Armitage (1955), Biometrics 11, 375–386; R's prop.trend.test.
 */
export function trend(groups: readonly Counted[], scores = groups.map((_, i) => i + 1)): Trend | null {
  if (scores.length !== groups.length)
    throw new RangeError(`scores of ${scores.length}, not ${groups.length} groups`);
  for (const { x, n } of groups) {
    if (!(x >= 0 && x <= n && n < Infinity)) throw new RangeError(`count outside 0..${n}: ${x}`);
  }
  for (const score of scores) if (!Number.isFinite(score)) throw new RangeError(`no score: ${score}`);
  const n = groups.reduce((sum, group) => sum + group.n, 0);
  const share = groups.reduce((sum, group) => sum + group.x, 0) / n;
  if (n === 0 || share === 0 || share === 1) return null;
  const centre = groups.reduce((sum, group, i) => sum + group.n * scores[i]!, 0) / n;
  let together = 0;
  let spread = 0;
  groups.forEach((group, i) => {
    const distance = scores[i]! - centre;
    together += distance * (group.x - group.n * share);
    spread += group.n * distance * distance;
  });
  const used = scores.filter((_, i) => groups[i]!.n > 0);
  if (used.every((score) => score === used[0])) return null;
  const z = together / Math.sqrt(share * (1 - share) * spread);
  return { z, chiSquare: z * z, p: chiSquareUpper(z * z, 1), slope: together / spread };
}
