import { lnHypergeometric2F1 } from "./hypergeometric-2f1";
import { slopeOf } from "./minimise-derivative";
import { normalQuantile } from "./normal-quantile";
import { lnSbgSurvival, type Sbg } from "./sbg";

type Fitted = Extract<Sbg, { readonly ok: true }>;
type Interval = readonly [number, number];

export interface SbgPoint {
  /** Renewals passed. */
  readonly t: number;
  /** Share of the first customers still there, 0..1. */
  readonly survival: number;
  /** Of that expected share, by the delta method on its logit; a small cohort strays besides by chance. Null at t = 0. */
  readonly interval: Interval | null;
  /** Share of those after t − 1 renewals who pass the next: (β + t − 1)/(α + β + t − 1). Null at t = 0. */
  readonly retention: number | null;
  /** Past the renewals that were seen. */
  readonly isExtrapolated: boolean;
}

/** The curve from 0 to `upTo` renewals. Fader & Hardie (2007), J. Interactive Marketing 21, 76–90. */
export function sbgProjection(fit: Fitted, upTo: number, confidence = 0.95): SbgPoint[] {
  return Array.from({ length: upTo + 1 }, (_, t) => {
    const survival = Math.exp(lnSbgSurvival(fit.alpha, fit.beta, t));
    return {
      t,
      survival,
      interval: t === 0 ? null : survivalInterval(fit, t, survival, confidence),
      retention: t === 0 ? null : (fit.beta + t - 1) / (fit.alpha + fit.beta + t - 1),
      isExtrapolated: t > fit.renewals,
    };
  });
}

export interface SbgLifetime {
  /** In periods, each payment worth 1/(1 + discount) of the one before it. */
  readonly periods: number;
  /** Delta method on its logarithm. */
  readonly interval: Interval;
}

/**
 * Discounted expected residual lifetime of a customer who has passed `survived` renewals, just before the next one:
 * Σ S(t)/S(m)·(1 + d)^−(t − m − 1), t > m, with no end. Times the margin of a period it is the value of what is still to
 * come; a new customer's first payment comes on top. `discount` is per period, above 0: without it the sum has no end
 * (α ≤ 1) or hangs on the far tail. Fader & Hardie (2010), Marketing Science 29, 85–93.
 */
export function sbgLifetime(
  fit: Fitted,
  { survived, discount, confidence = 0.95 }: { survived: number; discount: number; confidence?: number },
): SbgLifetime | null {
  if (!(discount > 0 && discount < Infinity && survived >= 0)) return null;
  const logAt = ([lnAlpha, lnBeta]: readonly number[]) => {
    const [alpha, beta] = [Math.exp(lnAlpha!), Math.exp(lnBeta!) + survived];
    const weight = 1 / (1 + discount);
    const sum = lnHypergeometric2F1(1, beta + 1, alpha + beta + 1, weight, discount * weight);
    return Math.log(beta / (alpha + beta)) + sum;
  };
  const at = [Math.log(fit.alpha), Math.log(fit.beta)];
  const centre = logAt(at);
  const reach = reachOf(fit, slopeOf(logAt)(at), confidence);
  return { periods: Math.exp(centre), interval: [Math.exp(centre - reach), Math.exp(centre + reach)] };
}

function survivalInterval(fit: Fitted, t: number, survival: number, confidence: number): Interval {
  const logAt = (x: readonly number[]) => lnSbgSurvival(Math.exp(x[0]!), Math.exp(x[1]!), t);
  const slope = slopeOf(logAt)([Math.log(fit.alpha), Math.log(fit.beta)]);
  // d logit S = d ln S/(1 − S).
  const reach = reachOf(fit, slope, confidence) / (1 - survival);
  const odds = survival / (1 - survival);
  const back = (factor: number) => (odds * factor) / (1 + odds * factor);
  return [back(Math.exp(-reach)), back(Math.exp(reach))];
}

function reachOf(fit: Fitted, slope: readonly number[], confidence: number): number {
  const variance = fit.covariance.reduce(
    (sum, row, i) => sum + row.reduce((s, v, j) => s + v * slope[i]! * slope[j]!, 0),
    0,
  );
  return normalQuantile((1 + confidence) / 2) * Math.sqrt(variance);
}
