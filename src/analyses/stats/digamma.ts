/**
 * ψ(x), the derivative of ln Γ, for x > 0; error below 1e-15 of max(1, |ψ|) (it has a root near 1.46163).
 * Upwards by ψ(x) = ψ(x + 1) − 1/x, then Abramowitz & Stegun (1964) 6.3.18.
 */
export function digamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`digamma of no positive number: ${x}`);
  let below = 0;
  let at = x;
  for (; at < 10; at++) below += 1 / at;
  const inverse = 1 / (at * at);
  const series = bernoulli.reduceRight((sum, b) => (sum + b) * inverse, 0);
  return Math.log(at) - 1 / (2 * at) - series - below;
}

/** B₂ₖ/(2k), k = 1…7: at 10 the next is 4e-17. */
const bernoulli = [1 / 12, -1 / 120, 1 / 252, -1 / 240, 1 / 132, -691 / 32760, 1 / 12];
