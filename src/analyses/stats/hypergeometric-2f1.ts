/**
 * ln ₂F₁(a, b; c; z) of Gauss for a, b, c > 0 and 0 ≤ z < 1; error below 1e-12 of max(1, |ln F|), parameters to thousands,
 * z to within 1e-15 of 1. All terms that are summed are positive, so nothing cancels; no case of whole c − a − b is special.
 *
 * The series where it converges; else Euler's transformation (Abramowitz & Stegun 1964, 15.3.3) makes c ≤ a + b, and the
 * hypergeometric differential equation (15.5.1) is continued towards 1 by Taylor's series, each halving the way that is left.
 * `complement` is 1 − z where the caller knows it better than the subtraction does.
 */
export function lnHypergeometric2F1(
  a: number,
  b: number,
  c: number,
  z: number,
  complement: number = 1 - z,
): number {
  for (const value of [a, b, c])
    if (!(value > 0 && value < Infinity)) throw new RangeError(`parameter not above 0: ${value}`);
  if (!(z >= 0 && complement > 0)) throw new RangeError(`z outside 0..1: ${z}`);
  if (z === 0) return 0;
  if (c <= a + b) return rising(a, b, c, z, complement);
  const quick = series(a, b, c, z, 500);
  if (quick) return Math.log(quick.value) + quick.scale;
  return (c - a - b) * Math.log(complement) + rising(c - a, c - b, c, z, complement);
}

/** A function and its slope, both times e^scale: F alone leaves the numbers soon. */
interface State {
  readonly value: number;
  readonly slope: number;
  readonly scale: number;
}

const big = 1e150;
const negligible = 1e-17;

/** c ≤ a + b. */
function rising(a: number, b: number, c: number, z: number, complement: number): number {
  // From here on every coefficient of the equation has the sign that keeps Taylor's terms positive.
  const from = Math.max(0.5, c / (a + b + 1));
  if (z <= Math.max(0.9, from)) {
    const { value, scale } = series(a, b, c, z)!;
    return Math.log(value) + scale;
  }
  let state = series(a, b, c, from)!;
  let left = from === 0.5 ? 0.5 : (a + b + 1 - c) / (a + b + 1);
  while (left > complement) {
    const step = Math.min(left / 2, left - complement);
    state = continued(a, b, c, left, step, state);
    left -= step;
  }
  return Math.log(state.value) + state.scale;
}

/** Gauss' series and its slope; null where `most` terms are not enough. */
function series(a: number, b: number, c: number, z: number, most = Infinity): State | null {
  let [term, value, slope, scale] = [1, 1, 0, 0];
  for (let k = 0; k < most; k++) {
    const ratio = (((a + k) * (b + k)) / ((c + k) * (k + 1))) * z;
    term *= ratio;
    value += term;
    slope += (k + 1) * term;
    if (value > big) {
      [term, value, slope] = [term / big, value / big, slope / big];
      scale += Math.log(big);
    }
    // The ratios tend to z: from here the rest is below a geometric series.
    const bound = Math.max(ratio, z);
    if (bound < 1 && (term * bound) / (1 - bound) < negligible * value)
      return { value, slope: slope / z, scale };
  }
  return null;
}

/** The solution at 1 − left, carried by `step` towards 1. */
function continued(a: number, b: number, c: number, left: number, step: number, from: State): State {
  const at = 1 - left;
  const bottom = at * left;
  const turn = (a + b + 1) * at - c;
  let scale = from.scale;
  let older = from.value;
  let term = from.slope * step;
  let value = older + term;
  let slope = term;
  for (let n = 0; ; n++) {
    const next =
      ((n + a) * (n + b) * step * step * older + (n + 1) * step * (n * (at - left) + turn) * term) /
      (bottom * (n + 2) * (n + 1));
    [older, term] = [term, next];
    value += term;
    slope += (n + 2) * term;
    if (value > big) {
      [older, term, value, slope] = [older / big, term / big, value / big, slope / big];
      scale += Math.log(big);
    }
    if (term <= older * 0.75 && term < negligible * value && older < negligible * value)
      return { value, slope: slope / step, scale };
  }
}
