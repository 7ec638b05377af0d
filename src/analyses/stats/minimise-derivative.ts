/** A function of several numbers; Infinity or NaN where it has no value. */
export type Objective = (x: readonly number[]) => number;
export type Slope = (x: readonly number[]) => readonly number[];

/**
 * Slope of a function by central differences of fourth order: (−f₂ + 8f₁ − 8f₋₁ + f₋₂)/12h, h = 1e-3 of max(1, |xᵢ|).
 * The difference costs h⁴/30 of the fifth derivative, the rounding 1e-13 of f. Abramowitz & Stegun (1964) 25.3.6.
 */
export function slopeOf(objective: Objective): Slope {
  return (x) =>
    x.map((_, i) => {
      const [h, at] = along(x, i, 1e-3);
      const near = objective(at(1)) - objective(at(-1));
      const far = objective(at(2)) - objective(at(-2));
      return (8 * near - far) / (12 * h);
    });
}

/**
 * Second derivatives, symmetric: central differences of the slope (h = 3e-4), given or itself by differences. A sixth of h² of
 * the third derivative, 1e-8, is enough for a step of Newton's and for a standard error; a large base pays for every slope.
 */
export function curvatureOf(slope: Slope, x: readonly number[]): number[][] {
  const rows = x.map((_, i) => {
    const [h, at] = along(x, i, 3e-4);
    const [up, down] = [slope(at(1)), slope(at(-1))];
    return up.map((value, j) => (value - down[j]!) / (2 * h));
  });
  return rows.map((row, i) => row.map((value, j) => (value + rows[j]![i]!) / 2));
}

/** The length of a step along coordinate i, and x moved by so many of them. */
function along(x: readonly number[], i: number, share: number) {
  const h = share * Math.max(1, Math.abs(x[i]!));
  return [h, (steps: number) => x.map((value, j) => (j === i ? value + steps * h : value))] as const;
}
