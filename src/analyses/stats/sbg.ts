import { cholesky, inverseOf } from "./cholesky";
import { digamma } from "./digamma";
import { lnRising } from "./gamma";
import { minimise } from "./minimise";

/**
 * Shifted beta-geometric model of customers who renew or leave at fixed moments: each has a chance θ of leaving at a renewal
 * that is the same all their life and differs between customers as a beta(α, β) value. That those who stay longer renew more
 * is here a sorting of customers, never a growth of loyalty. Fader & Hardie (2007), J. Interactive Marketing 21, 76–90.
 */
export type Sbg =
  | {
      readonly ok: true;
      readonly alpha: number;
      readonly beta: number;
      readonly standardErrors: { readonly alpha: number; readonly beta: number };
      /** Covariance of (ln α, ln β). */
      readonly covariance: readonly (readonly number[])[];
      /** Of customers, not of shares. */
      readonly logLikelihood: number;
      readonly customers: number;
      readonly lost: number;
      /** Renewals of the longest curve: what lies beyond is extrapolated. */
      readonly renewals: number;
      /** `few-renewals`: fewer than 3, the form of the curve is the model's. `pooled`: several cohorts share one α and β. */
      readonly warnings: readonly ("few-renewals" | "pooled")[];
    }
  | {
      readonly ok: false;
      /**
       * `bad-curve`: a count below 0, not finite, or above the one before. `one-renewal`: two numbers cannot be told from one.
       * `nobody-lost`, `nobody-left`: no loss, or none that remains to tell of. `all-at-once`: losses at the first renewal
       * only. `alike`: a constant chance (the share `retention`) fits as well as any α and β.
       */
      readonly why:
        | "no-base"
        | "bad-curve"
        | "one-renewal"
        | "nobody-lost"
        | "all-at-once"
        | "nobody-left"
        | "alike"
        | "not-converged";
      /** Of `alike`: the constant share that renews. */
      readonly retention?: number;
    };

/** Maximum likelihood from curves of survivors: customers at the start, after the first renewal, after the second, … */
export function sbg(curves: readonly (readonly number[])[]): Sbg {
  const used = curves.filter((curve) => curve.length > 0);
  for (const curve of used)
    if (curve.some((n, t) => !(n >= 0 && n < Infinity) || (t > 0 && n > curve[t - 1]!)))
      return { ok: false, why: "bad-curve" };
  const customers = total(used.map((curve) => curve[0]!));
  if (customers === 0) return { ok: false, why: "no-base" };
  const renewals = Math.max(...used.map((curve) => curve.length)) - 1;
  if (renewals < 2) return { ok: false, why: "one-renewal" };
  const left = sumsByTime(renewals, used, (curve, t) => (t > 0 ? curve[t - 1]! - curve[t]! : 0));
  const stayed = sumsByTime(renewals, used, (curve, t) => (t === curve.length - 1 ? curve[t]! : 0));
  const lost = total(left);
  if (lost === 0) return { ok: false, why: "nobody-lost" };
  if (left[1] === lost) return { ok: false, why: lost === customers ? "nobody-left" : "all-at-once" };

  const atRisk = total(used.flatMap((curve) => curve.slice(0, -1)));
  const constant = lost * Math.log(lost / atRisk) + (atRisk - lost) * Math.log1p(-lost / atRisk);
  const slope = (x: readonly number[]) => slopeAt(x, left, stayed);
  const objective = (x: readonly number[]) => -likelihoodAt(x, left, stayed);
  const found = minimise(objective, starts, { slope });
  // Where all are alike α and β grow together without end, and only their ratio is told.
  if (!found || constant >= -found.value - 1e-6 || Math.max(...found.x) > largestLog)
    return { ok: false, why: "alike", retention: 1 - lost / atRisk };
  const lower = found.curvature && cholesky(found.curvature);
  if (!found.isConverged || !lower) return { ok: false, why: "not-converged" };
  const covariance = inverseOf(lower);
  const [alpha, beta] = [Math.exp(found.x[0]!), Math.exp(found.x[1]!)];
  return {
    ok: true,
    alpha,
    beta,
    standardErrors: {
      alpha: alpha * Math.sqrt(covariance[0]![0]!),
      beta: beta * Math.sqrt(covariance[1]![1]!),
    },
    covariance,
    logLikelihood: -found.value,
    customers,
    lost,
    renewals,
    warnings: [
      ...(renewals < 3 ? (["few-renewals"] as const) : []),
      ...(used.length > 1 ? (["pooled"] as const) : []),
    ],
  };
}

/** ln of the share that is still there after t renewals: (β)ₜ/(α + β)ₜ. */
export function lnSbgSurvival(alpha: number, beta: number, t: number): number {
  return lnRising(beta, t) - lnRising(alpha + beta, t);
}

const starts = [
  [0, 0],
  [-1, 1],
  [2, 3],
];
const largestLog = 14;

function likelihoodAt(x: readonly number[], left: readonly number[], stayed: readonly number[]): number {
  if (x.some((v) => Math.abs(v) > 2 * largestLog)) return -Infinity;
  const [alpha, beta] = [Math.exp(x[0]!), Math.exp(x[1]!)];
  let sum = 0;
  for (let t = 0; t < left.length; t++) {
    // P(T = t) = S(t − 1)·α/(α + β + t − 1).
    if (left[t]! > 0)
      sum += left[t]! * (lnSbgSurvival(alpha, beta, t - 1) + Math.log(alpha / (alpha + beta + t - 1)));
    if (stayed[t]! > 0) sum += stayed[t]! * lnSbgSurvival(alpha, beta, t);
  }
  return sum;
}

/** Of −ln L by (ln α, ln β). */
function slopeAt(x: readonly number[], left: readonly number[], stayed: readonly number[]): number[] {
  const [alpha, beta] = [Math.exp(x[0]!), Math.exp(x[1]!)];
  let [byAlpha, byBeta] = [0, 0];
  const survive = (n: number, t: number) => {
    const both = digamma(alpha + beta) - digamma(alpha + beta + t);
    byAlpha += n * both;
    byBeta += n * (both + digamma(beta + t) - digamma(beta));
  };
  for (let t = 0; t < left.length; t++) {
    if (left[t]! > 0) {
      survive(left[t]!, t - 1);
      byAlpha += left[t]! * (1 / alpha - 1 / (alpha + beta + t - 1));
      byBeta -= left[t]! / (alpha + beta + t - 1);
    }
    if (stayed[t]! > 0) survive(stayed[t]!, t);
  }
  return [-byAlpha * alpha, -byBeta * beta];
}

function sumsByTime(
  renewals: number,
  curves: readonly (readonly number[])[],
  of: (curve: readonly number[], t: number) => number,
): number[] {
  return Array.from({ length: renewals + 1 }, (_, t) =>
    total(curves.map((curve) => (t < curve.length ? of(curve, t) : 0))),
  );
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
