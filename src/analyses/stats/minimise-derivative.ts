/** A function of several numbers; Infinity or NaN where it has no value. */
export type Objective = (x: readonly number[]) => number;
export type Slope = (x: readonly number[]) => readonly number[];

/**
 * Slope of a function by central differences of fourth order: (−f₂ + 8f₁ − 8f₋₁ + f₋₂)/12h, h = 1e-3 of max(1, |xᵢ|).
 * The difference costs h⁴/30 of the fifth derivative, the rounding 1e-13 of f. Abramowitz & Stegun (1964) 25.3.6.
 */
export function slopeOf(objective: Objective): Slope {
  return (x) => x.map((_, i) => difference(x, i, 1e-3, (at) => [objective(at)])[0]!);
}

/** Second derivatives, symmetric: the same differences (h = 2e-3) of the slope, given or itself by differences. */
export function curvatureOf(slope: Slope, x: readonly number[]): number[][] {
  const rows = x.map((_, i) => difference(x, i, 2e-3, slope));
  return rows.map((row, i) => row.map((value, j) => (value + rows[j]![i]!) / 2));
}

function difference(x: readonly number[], i: number, share: number, of: Slope): number[] {
  const h = share * Math.max(1, Math.abs(x[i]!));
  const at = (steps: number) => of(x.map((value, j) => (j === i ? value + steps * h : value)));
  const [up2, up, down, down2] = [at(2), at(1), at(-1), at(-2)];
  return up.map((_, j) => (down2[j]! - up2[j]! + 8 * (up[j]! - down[j]!)) / (12 * h));
}
