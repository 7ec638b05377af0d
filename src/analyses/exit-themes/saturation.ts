export interface SaturationPoint {
  readonly interviews: number;
  /** Themes that so many interviews bring on average over all their orders. */
  readonly themes: number;
}

/**
 * How many different themes k of n interviews bring on average, whatever their order: Σ over themes of 1 − C(n−x,k)/C(n,k)
 * with x the interviews that name the theme. Hurlbert (1971), Ecology 52, 577–586, formula for the expected number of
 * species; by sampling units: Colwell, Mao & Chang (2004), Ecology 85, 2717–2727, formula 5.
 * `frequencies`: how many themes are named by x interviews. At most `points` points, the last one at n.
 */
export function saturation(
  n: number,
  frequencies: readonly { readonly x: number; readonly themes: number }[],
  points = 60,
): readonly SaturationPoint[] {
  const every = Math.max(1, Math.ceil(n / points));
  const missing = frequencies.map(() => 1);
  const curve: SaturationPoint[] = [];
  for (let k = 1; k <= n; k++) {
    frequencies.forEach(({ x }, i) => {
      missing[i]! *= Math.max(0, n - x - (k - 1)) / (n - (k - 1));
    });
    if ((n - k) % every !== 0) continue;
    curve.push({
      interviews: k,
      themes: frequencies.reduce((sum, { themes }, i) => sum + themes * (1 - missing[i]!), 0),
    });
  }
  return curve;
}
