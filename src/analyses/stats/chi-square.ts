import { normalCdf } from "./normal-cdf";
import { normalQuantile } from "./normal-quantile";
import { poissonTerm } from "./poisson-term";

/**
 * Probability that a chi-square value with `df` degrees of freedom is at least x; relative error below 1e-12 in every
 * tail, df whole from 1 to 10,000 and beyond. Abramowitz & Stegun (1964) 26.4.4 (odd df) and 26.4.5 (even df):
 * sums of positive terms only, begun at the largest.
 */
export function chiSquareUpper(x: number, df: number): number {
  check(x, df);
  if (x === 0) return 1;
  if (x === Infinity) return 0;
  const inTail = df % 2 === 0 ? 0 : 2 * normalCdf(-Math.sqrt(x));
  return Math.min(1, inTail + sumDown(df / 2 - 1, x / 2));
}

/** Probability that a chi-square value is at most x: the same terms from df/2 upwards, A&S 26.4.6. */
export function chiSquareLower(x: number, df: number): number {
  check(x, df);
  if (x === 0) return 0;
  // To the right of the mean this is the larger tail, and the difference loses nothing.
  if (x > df) return 1 - chiSquareUpper(x, df);
  return poissonTerm(df / 2, x / 2) * (1 + ratiosUp(df / 2, Infinity, x / 2));
}

/**
 * x of chiSquareLower(x, df) = p, to 1e-12 of its size, by Newton's method on the logarithm of the nearer tail
 * within a bracket; begun at Wilson & Hilferty (1931), PNAS 17, 684–688. p = 0 gives 0, p = 1 Infinity.
 */
export function chiSquareQuantile(p: number, df: number): number {
  check(0, df);
  if (!(p >= 0 && p <= 1)) throw new RangeError(`probability outside 0..1: ${p}`);
  if (p === 0) return 0;
  if (p === 1) return Infinity;
  const isLow = p <= 0.5;
  const target = isLow ? p : 1 - p;
  const tail = isLow ? chiSquareLower : chiSquareUpper;
  const slope = isLow ? 1 : -1;
  let low = 0;
  let high = Infinity;
  let x = start(p, df);
  for (let step = 0; step < 200; step++) {
    const reached = tail(x, df);
    const error = Math.log(reached) - Math.log(target);
    if (error * slope < 0) low = x;
    else high = x;
    // In ln x the logarithm of a tail is nearly straight.
    const density = (x * poissonTermOf(x, df)) / 2 / reached;
    let next = x * Math.exp(Math.max(-longestStep, Math.min(longestStep, (-slope * error) / density)));
    if (next === 0) return 0;
    // Newton's error squares itself; a finer limit would chase roundings.
    if (Math.abs(next - x) <= 1e-10 * x) return next;
    if (!(next > low && next < high)) next = high === Infinity ? 2 * x : (low + high) / 2;
    x = next;
  }
  throw new RangeError(`no quantile found: p ${p}, df ${df}`);
}

function start(p: number, df: number): number {
  const spread = 2 / (9 * df);
  const cube = (1 - spread + normalQuantile(p) * Math.sqrt(spread)) ** 3;
  // Far down on the left the cube root fails; there the first term of the series is the whole.
  return df * (cube > 0.01 ? cube : Math.max(1e-300, Math.pow(p, 2 / df) / 2));
}

/** Far from the root the tail is flat and Newton's step without measure. */
const longestStep = 3;

/** The density without its ½: λ^(df/2−1)·e^(−λ)/Γ(df/2), λ = x/2. */
function poissonTermOf(x: number, df: number): number {
  return (poissonTerm(df / 2, x / 2) * (df / 2)) / (x / 2);
}

/** Σ of terms a = top, top − 1, … down to 0 or ½. */
function sumDown(top: number, lambda: number): number {
  if (top < 0) return 0;
  const bottom = top % 1;
  const peak = Math.min(top, Math.max(bottom, Math.floor(lambda - bottom) + bottom));
  const largest = poissonTerm(peak, lambda);
  if (largest === 0) return 0;
  return largest * (1 + ratiosDown(peak, bottom, lambda) + ratiosUp(peak, top, lambda));
}

function ratiosDown(from: number, bottom: number, lambda: number): number {
  let sum = 0;
  let ratio = 1;
  for (let a = from; a > bottom && ratio > negligible * (1 + sum); a--) sum += ratio *= a / lambda;
  return sum;
}

function ratiosUp(from: number, top: number, lambda: number): number {
  let sum = 0;
  let ratio = 1;
  for (let a = from + 1; a <= top && ratio > negligible * (1 + sum); a++) sum += ratio *= lambda / a;
  return sum;
}

/** A term this small beside the sum, in a series that falls at least as fast as a normal density. */
const negligible = 1e-20;

function check(x: number, df: number) {
  if (!(Number.isInteger(df) && df >= 1)) throw new RangeError(`degrees of freedom not whole: ${df}`);
  if (!(x >= 0)) throw new RangeError(`chi-square below 0: ${x}`);
}
