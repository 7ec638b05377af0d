import type { SurvivalCurve } from "./kaplan-meier";
import { normalQuantile } from "./normal-quantile";

export interface RestrictedMean {
  /** Mean time a customer stays within the first τ, in the curve's unit. */
  readonly mean: number;
  readonly standardError: number;
  /** Normal, cut to 0..τ; null where the standard error is 0: nobody left, or all at one time. */
  readonly interval: readonly [number, number] | null;
}

/**
 * Area under S from 0 to τ; variance Σ A(tᵢ)²·dᵢ/(nᵢ(nᵢ − dᵢ)), A the area from tᵢ to τ. Null where τ lies beyond the last
 * observation and customers are left, where the area is unknown; and for a curve of nobody.
 * Klein & Moeschberger (2003), 2nd ed., §4.5, formulas 4.5.1–4.5.3; R's print(survfit, rmean = τ).
 */
export function restrictedMean(curve: SurvivalCurve, tau: number): RestrictedMean | null {
  if (!(tau > 0 && tau < Infinity)) throw new RangeError(`no horizon: ${tau}`);
  const last = curve.steps.at(-1);
  if (!last || (tau > last.time && last.survival > 0)) return null;
  const steps = curve.steps.filter(({ time }) => time < tau);
  let area = 0;
  let variance = 0;
  let end = tau;
  for (const { time, survival, events, atRisk } of [...steps].reverse()) {
    area += survival * (end - time);
    end = time;
    // Where S falls to 0 no area follows, and the term is 0.
    if (area > 0) variance += (area * area * events) / (atRisk * (atRisk - events));
  }
  const mean = area + end;
  const standardError = Math.sqrt(variance);
  const reach = normalQuantile((1 + curve.confidence) / 2) * standardError;
  return {
    mean,
    standardError,
    interval: standardError > 0 ? [Math.max(0, mean - reach), Math.min(tau, mean + reach)] : null,
  };
}
