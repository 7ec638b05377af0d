import { normalQuantile } from "./normal-quantile";
import { deviance, stirlingError } from "./poisson-term";

type Interval = readonly [number, number];

export interface FunnelLimits {
  /** One in twenty lies outside by chance. */
  readonly warning: Interval;
  /** One in five hundred. */
  readonly alarm: Interval;
}

/**
 * Limits for a share of n customers if its true share is `target`, at 95 % and 99.8 %; null without a base.
 * `exact` (unless said): binomial quantiles, interpolated between counts so that limits run smoothly with n, cut to 0..1.
 * `normal`: target ± z·√(target(1 − target)/n), cut to 0..1; too narrow above at small n.
 * Spiegelhalter (2005), Stat. Med. 24, 1185–1202, appendix A.1.
 */
export function funnelLimits(
  target: number,
  n: number,
  method: "exact" | "normal" = "exact",
): FunnelLimits | null {
  if (!(target >= 0 && target <= 1)) throw new RangeError(`share outside 0..1: ${target}`);
  if (!(Number.isInteger(n) && n >= 0)) throw new RangeError(`no count: ${n}`);
  if (n === 0) return null;
  const limit = method === "exact" ? exactLimit : normalLimit;
  const between = (tail: number): Interval => [limit(target, n, tail), limit(target, n, 1 - tail)];
  return { warning: between(0.025), alarm: between(0.001) };
}

function normalLimit(target: number, n: number, p: number): number {
  return cut(target + normalQuantile(p) * Math.sqrt((target * (1 - target)) / n));
}

/** (r − α)/n, r the least count with P(R ≤ r) ≥ p, α = (P(R ≤ r) − p)/P(R = r). */
function exactLimit(target: number, n: number, p: number): number {
  if (target === 0 || target === 1) return target;
  // From the nearer tail, where the sum loses nothing: counts of the others mirror ours.
  if (p > 0.5) return 1 - lowerLimit(1 - target, n, 1 - p);
  return lowerLimit(target, n, p);
}

function lowerLimit(target: number, n: number, p: number): number {
  const mode = Math.floor((n + 1) * target);
  const peak = probability(Math.min(mode, n), n, target);
  let r = Math.min(mode, n);
  let chance = peak;
  // Down to where nothing is left to add, then up until p is reached.
  for (; r > 0 && chance > 1e-25 * peak; r--) chance *= (r / (n - r + 1)) * ((1 - target) / target);
  let cumulated = chance;
  while (cumulated < p) {
    chance *= ((n - r) / (r + 1)) * (target / (1 - target));
    cumulated += chance;
    r++;
  }
  return cut((r - (cumulated - p) / chance) / n);
}

/** Binomial probability of r in n. Loader (2000), Fast and accurate computation of binomial probabilities. */
function probability(r: number, n: number, target: number): number {
  if (r === 0) return Math.exp(n * Math.log1p(-target));
  if (r === n) return Math.exp(n * Math.log(target));
  const error = stirlingError(n) - stirlingError(r) - stirlingError(n - r);
  const distance = deviance(r, n * target) + deviance(n - r, n * (1 - target));
  return Math.exp(error - distance) * Math.sqrt(n / (2 * Math.PI * r * (n - r)));
}

function cut(share: number): number {
  return Math.min(1, Math.max(0, share));
}
