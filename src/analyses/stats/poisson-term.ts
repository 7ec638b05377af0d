/**
 * λ^a·e^(−λ) / Γ(a+1) for whole and half a ≥ 0 and λ ≥ 0: a Poisson probability where a is whole; relative error below
 * 1e-12 while the term is a normal number. Stirling's series and the deviance keep large a from overflowing.
 * Loader (2000), Fast and accurate computation of binomial probabilities, Bell Labs.
 */
export function poissonTerm(a: number, lambda: number): number {
  if (lambda === 0) return a === 0 ? 1 : 0;
  if (a < smallestForStirling) {
    // e^(−λ) in two halves: one alone falls out of the numbers before the whole term does.
    const half = Math.exp(-lambda / 2);
    if (half === 0) return 0;
    return ((half * Math.pow(lambda, a)) / gammaNext(a)) * half;
  }
  return Math.exp(-stirlingError(a) - deviance(a, lambda)) / Math.sqrt(2 * Math.PI * a);
}

/** ln Γ(n+1) less Stirling's formula √(2πn)·nⁿ·e^(−n), for n ≥ 20: five terms leave less than 1e-17. */
export function stirlingError(n: number): number {
  if (n < smallestForStirling) return Math.log(gammaNext(n)) - (n + 0.5) * Math.log(n) + n - logRootTwoPi;
  const square = n * n;
  const series = 1 / 1260 - (1 / 1680 - 1 / 1188 / square) / square;
  return (1 / 12 - (1 / 360 - series / square) / square) / n;
}

/** a·ln(a/m) + m − a. Its error is a rounding of |m − a|, which is small wherever the probability is not nothing. */
export function deviance(a: number, m: number): number {
  const relative = (m - a) / a;
  // Close to −1 the sum 1 + relative has lost the digits of m/a.
  return a * (relative - (relative < -0.5 ? Math.log(m / a) : Math.log1p(relative)));
}

const smallestForStirling = 20;
const logRootTwoPi = Math.log(2 * Math.PI) / 2;

/** Γ(a+1) for whole and half a below 20. */
function gammaNext(a: number): number {
  let product = Number.isInteger(a) ? 1 : Math.sqrt(Math.PI);
  for (let factor = a; factor > 0; factor--) product *= factor;
  return product;
}
