import { stirlingError } from "./poisson-term";
import type { Random } from "./random";

/**
 * A binomial number of successes in n trials, exactly distributed (up to the 53 bits of a uniform number): by inversion
 * where fewer than ten are expected, else by transformed rejection. n whole, p in 0..1.
 * Kachitvichyanukul & Schmeiser (1988), Comm. ACM 31, 216–222 (BINV); Hörmann (1993), J. Statist. Comput. Simul. 46,
 * 101–110 (BTRS).
 */
export function binomialDraw(n: number, p: number, random: Random): number {
  if (p > 0.5) return n - binomialDraw(n, 1 - p, random);
  if (n === 0 || p === 0) return 0;
  return n * p < 10 ? byInversion(n, p, random) : byRejection(n, p, random);
}

function byInversion(n: number, p: number, random: Random): number {
  const odds = p / (1 - p);
  const none = Math.exp(n * Math.log1p(-p));
  for (;;) {
    let u = random.uniform();
    let probability = none;
    for (let k = 0; k <= n; k++) {
      if (u < probability) return k;
      u -= probability;
      probability *= ((n - k) / (k + 1)) * odds;
    }
    // The probabilities sum to 1 less their roundings: draw again.
  }
}

function byRejection(n: number, p: number, random: Random): number {
  const deviation = Math.sqrt(n * p * (1 - p));
  const b = 1.15 + 2.53 * deviation;
  const a = -0.0873 + 0.0248 * b + 0.01 * p;
  const centre = n * p + 0.5;
  const quick = 0.92 - 4.2 / b;
  const alpha = (2.83 + 5.1 / b) * deviation;
  const mode = Math.floor((n + 1) * p);
  for (;;) {
    const u = random.uniform() - 0.5;
    const v = random.uniform();
    const near = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / near + b) * u + centre);
    if (near >= 0.07 && v <= quick) return k;
    if (k < 0 || k > n) continue;
    const height = (v * alpha) / (a / (near * near) + b);
    if (height <= Math.exp(logRatio(k, mode, n, p))) return k;
  }
}

/** ln of the probability of k to that of the mode, both strictly within 0..n for the mode. */
function logRatio(k: number, mode: number, n: number, p: number): number {
  return (
    (k - mode) * Math.log(p / (1 - p)) +
    logFactorial(mode) +
    logFactorial(n - mode) -
    logFactorial(k) -
    logFactorial(n - k)
  );
}

function logFactorial(n: number): number {
  return n === 0 ? 0 : (n + 0.5) * Math.log(n) - n + Math.log(2 * Math.PI) / 2 + stirlingError(n);
}
