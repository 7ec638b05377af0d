import { lnBeta } from "./gamma";
import { lnHypergeometric2F1 } from "./hypergeometric-2f1";
import { normalQuantile } from "./normal-quantile";

/**
 * Probability that a value of Student's t with `df` > 0 degrees of freedom (whole or not) is at least t; relative error
 * below 1e-11 in both tails, time up to df/t². Through the incomplete beta function: Abramowitz & Stegun (1964) 26.7.1, 26.5.23 with 15.3.3.
 */
export function studentUpper(t: number, df: number): number {
  if (!(df > 0) || Number.isNaN(t)) throw new RangeError(`no question: t ${t}, degrees of freedom ${df}`);
  if (t < 0) return 1 - studentUpper(-t, df);
  if (t === Infinity) return 0;
  const square = t * t;
  const near = square / (df + square);
  const far = df / (df + square);
  // The middle is short where its series is; what it loses to the subtraction is little before 2.5.
  return t < 2.5
    ? 0.5 - incompleteBeta(0.5, df / 2, near, far) / 2
    : incompleteBeta(df / 2, 0.5, far, near) / 2;
}

/** t with studentUpper(t, df) = (1 − confidence)/2: the reach of a two-sided interval, by bisection. */
export function studentReach(confidence: number, df: number): number {
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence outside 0..1: ${confidence}`);
  const tail = (1 - confidence) / 2;
  let low = 0;
  let high = Math.max(1, -normalQuantile(tail));
  while (studentUpper(high, df) > tail) [low, high] = [high, high * 2];
  while (high - low > 1e-14 * high) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (studentUpper(middle, df) > tail) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Iₓ(a, b) = xᵃ(1 − x)ᵇ/(a·B(a, b)) · ₂F₁(a + b, 1; a + 1; x). */
function incompleteBeta(a: number, b: number, x: number, complement: number): number {
  if (x === 0) return 0;
  const front = a * logOf(x, complement) + b * logOf(complement, x) - Math.log(a) - lnBeta(a, b);
  return Math.exp(front + lnHypergeometric2F1(a + b, 1, a + 1, x, complement));
}

/** ln x, where 1 − x is known better than x once x is near 1. */
function logOf(x: number, complement: number): number {
  return x > 0.5 ? Math.log1p(-complement) : Math.log(x);
}
