/** Customers with the same two values, counted. */
export interface Pair {
  readonly x: number;
  readonly y: number;
  readonly n: number;
}

/**
 * Spearman's rank correlation: Pearson's of the ranks, equal values at the middle of theirs. Null where one of the two does
 * not vary, or of nobody. Spearman (1904), Amer. J. Psychol. 15, 72–101; R's cor(method = "spearman").
 */
export function spearman(pairs: readonly Pair[]): number | null {
  const used = pairs.filter(({ n }) => n > 0);
  const customers = used.reduce((sum, { n }) => sum + n, 0);
  const ranks = (["x", "y"] as const).map((key) => ranksOf(used, key));
  // The mean of ranks is the middle whatever the ties.
  const middle = (customers + 1) / 2;
  let [xx, yy, xy] = [0, 0, 0];
  used.forEach(({ n, x, y }) => {
    const a = ranks[0]!.get(x)! - middle;
    const b = ranks[1]!.get(y)! - middle;
    xx += n * a * a;
    yy += n * b * b;
    xy += n * a * b;
  });
  return xx > 0 && yy > 0 ? Math.max(-1, Math.min(1, xy / Math.sqrt(xx) / Math.sqrt(yy))) : null;
}

function ranksOf(pairs: readonly Pair[], key: "x" | "y"): Map<number, number> {
  const counts = new Map<number, number>();
  for (const pair of pairs) {
    if (Number.isNaN(pair[key])) throw new RangeError(`no number: ${pair[key]}`);
    counts.set(pair[key], (counts.get(pair[key]) ?? 0) + pair.n);
  }
  let before = 0;
  return new Map(
    [...counts]
      .sort(([a], [b]) => a - b)
      .map(([value, count]) => {
        before += count;
        return [value, before - (count - 1) / 2];
      }),
  );
}
