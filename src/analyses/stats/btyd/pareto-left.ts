import { gaussLegendre } from "./gauss-legendre";

export interface ParetoParameters {
  readonly r: number;
  readonly alpha: number;
  readonly s: number;
  readonly beta: number;
}

const long = gaussLegendre(24);
/** Enough where v covers little and the integrand falls little. */
const short = gaussLegendre(12);
/** e^−40 is nothing beside what came before. */
const deepest = 40;
/** ln of odds by r, α, s, β; reused, because it is filled for every customer at every step. */
const slopes = new Float64Array(4);

/**
 * ln of the odds of having left between tx and T to being there at T, Pareto/NBD, and in `slopes` its slope by r, α, s, β:
 * odds = s ∫ ((α + T)/(α + y))^(r + x)·((β + T)/(β + y))^s /(β + y) dy over tx…T. The papers write the integral as a
 * difference of two ₂F₁ with two cases; as an integral of positive terms it loses no digits when tx is near T, has one
 * case, and gives the slope along with it. Relative error about 1e-12. −Infinity where tx = T.
 * Schmittlein, Morrison & Colombo (1987), Management Science 33, 1–24; Fader & Hardie (2005), brucehardie.com note 9.
 *
 * Gauss and Legendre's rule in v = ln(m + y), m the smaller of α and β: the nearest singularity is then π away.
 */
export function lnLeftPareto(
  { r, alpha, s, beta }: ParetoParameters,
  x: number,
  tx: number,
  T: number,
): { readonly ln: number; readonly slopes: Float64Array } {
  slopes.fill(0);
  if (tx >= T) return { ln: -Infinity, slopes };
  const m = Math.min(alpha, beta);
  const exponent = (y: number) =>
    (r + x) * Math.log1p((T - y) / (alpha + y)) + s * Math.log1p((T - y) / (beta + y));
  const top = exponent(tx);
  const whole = Math.log1p((T - tx) / (m + tx));
  const end = top > deepest ? reach(exponent, top - deepest, m, tx, whole) : whole;
  const panels = 1 + Math.floor(end / 3) + (top > 15 ? 1 : 0);
  const half = end / panels / 2;
  const { nodes, weights } = end < 1.5 && top < 5 ? short : long;
  let sum = 0;
  for (let panel = 0; panel < panels; panel++) {
    for (let i = 0; i < nodes.length; i++) {
      const ahead = (m + tx) * Math.expm1(half * (2 * panel + 1 + nodes[i]!));
      const y = tx + ahead;
      const [a, b] = [alpha + y, beta + y];
      const [byR, byS] = [Math.log1p((T - y) / a), Math.log1p((T - y) / b)];
      const weight = ((weights[i]! * half * (m + y)) / b) * Math.exp((r + x) * byR + s * byS - top);
      sum += weight;
      slopes[0]! += weight * byR;
      slopes[1]! += weight * (r + x) * (1 / (alpha + T) - 1 / a);
      slopes[2]! += weight * (byS + 1 / s);
      slopes[3]! += weight * (s / (beta + T) - (s + 1) / b);
    }
  }
  for (let i = 0; i < 4; i++) slopes[i]! /= sum;
  return { ln: top + Math.log(s * sum), slopes };
}

/** v at which the exponent has fallen to `bottom`. */
function reach(
  exponent: (y: number) => number,
  bottom: number,
  m: number,
  tx: number,
  whole: number,
): number {
  let [low, high] = [0, whole];
  while (high - low > 0.05 * high) {
    const middle = (low + high) / 2;
    if (exponent(tx + (m + tx) * Math.expm1(middle)) > bottom) low = middle;
    else high = middle;
  }
  return high;
}
