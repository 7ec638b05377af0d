import type { Counted } from "./newcombe";

export interface Shrunk {
  /** Share of all groups together, towards which each is drawn. */
  readonly mean: number;
  /** How strongly customers of one group are alike, 0..1: 0, and the groups differ no more than by chance. */
  readonly correlation: number;
  /** Customers the mean is worth, α + β of the beta distribution; Infinity where correlation is 0. */
  readonly priorSize: number;
  /** The groups' shares, drawn in, in the given order: (x + α)/(n + α + β). */
  readonly shares: readonly number[];
}

/**
 * Shares of many small groups drawn towards their mean, for ranking: the fewer customers a group has, the further.
 * Beta-binomial empirical Bayes by the method of moments, weights n. A group without a base gets the mean.
 * Null where fewer than two groups have a base. Kleinman (1973), J. Amer. Statist. Assoc. 68, 46–54.
 */
export function shrink(groups: readonly Counted[]): Shrunk | null {
  for (const { x, n } of groups) {
    if (!(x >= 0 && x <= n && n < Infinity)) throw new RangeError(`count outside 0..${n}: ${x}`);
  }
  const used = groups.filter(({ n }) => n > 0);
  if (used.length < 2) return null;
  const total = used.reduce((sum, { n }) => sum + n, 0);
  const mean = used.reduce((sum, { x }) => sum + x, 0) / total;
  const correlation = mean === 0 || mean === 1 ? 0 : correlationOf(used, mean, total);
  const weight = (n: number) => (n * correlation) / (n * correlation + 1 - correlation);
  return {
    mean,
    correlation,
    priorSize: correlation > 0 ? (1 - correlation) / correlation : Infinity,
    shares: groups.map(({ x, n }) => {
      if (n === 0 || correlation === 0) return mean;
      return mean + weight(n) * (x / n - mean);
    }),
  };
}

/** From E Σn(r − mean)² = mean(1 − mean)·[(1 − c)(k − 1) + c(N − Σn²/N)]. */
function correlationOf(groups: readonly Counted[], mean: number, total: number): number {
  const spread = groups.reduce((sum, { x, n }) => sum + n * (x / n - mean) ** 2, 0) / (mean * (1 - mean));
  const byChance = groups.length - 1;
  const alike = total - groups.reduce((sum, { n }) => sum + n * n, 0) / total;
  // Groups of one customer each cannot tell likeness from chance.
  if (alike - byChance <= 1e-9 * alike) return 0;
  return Math.min(1, Math.max(0, (spread - byChance) / (alike - byChance)));
}
