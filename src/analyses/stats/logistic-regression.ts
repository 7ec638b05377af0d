import type { Pattern } from "./logistic";
import { estimateOf, type Estimate, type EstimateOptions } from "./logistic-estimate";
import { modelOf, type NoModel } from "./logistic-model";
import { likelihoodRatio, type LikelihoodRatio } from "./logistic-term";
import { separation, type Separation } from "./separation";

export interface LogisticRegression extends Estimate {
  /** Of 0/1 outcomes customer by customer; so the deviance is −2 times it. */
  readonly logLikelihood: number;
  readonly deviance: number;
  readonly nullDeviance: number;
  /** Against the intercept alone; null where no column is left to test. */
  readonly whole: LikelihoodRatio | null;
  /** McFadden (1974): 1 − L/L₀ of log-likelihoods. */
  readonly mcFadden: number;
  /** Cox & Snell (1989), p. 208: 1 − exp(2(L₀ − L)/n). */
  readonly coxSnell: number;
  readonly aic: number;
  readonly bic: number;
}

export type NoRegression =
  | NoModel
  /** No finite estimate: `separation` says which columns. */
  | { readonly ok: false; readonly why: "separated"; readonly separation: Separation }
  /** Finite, but beyond what numbers of 53 bits hold. */
  | { readonly ok: false; readonly why: "not-converged" };

/**
 * Maximum likelihood logistic regression on counted patterns, as R's glm with profile intervals (MASS). values[0] is the
 * intercept, 1 in every pattern; other values in any unit. Estimates to 1e-10 of a standard error.
 * McCullagh & Nelder (1989), Generalized Linear Models, 2nd ed., ch. 4.
 */
export function logisticRegression(
  patterns: readonly Pattern[],
  options: EstimateOptions = {},
): LogisticRegression | NoRegression {
  const model = modelOf(patterns);
  if (!model.ok) return model;
  const apart = separation(model.patterns);
  if (apart) return { ok: false, why: "separated", separation: apart };
  const found = estimateOf(patterns, model, false, options);
  if (!found) return { ok: false, why: "not-converged" };
  const { kept, customers, events } = model;
  const { logLikelihood } = found;
  const without = nullLogLikelihood(customers, events);
  return {
    ...found.estimate,
    logLikelihood,
    deviance: -2 * logLikelihood,
    nullDeviance: -2 * without,
    whole: likelihoodRatio(logLikelihood, without, kept.length - 1),
    mcFadden: 1 - logLikelihood / without,
    coxSnell: -Math.expm1((2 * (without - logLikelihood)) / customers),
    aic: -2 * logLikelihood + 2 * kept.length,
    bic: -2 * logLikelihood + kept.length * Math.log(customers),
  };
}

function nullLogLikelihood(customers: number, events: number): number {
  const part = (count: number) => (count === 0 ? 0 : count * Math.log(count / customers));
  return part(events) + part(customers - events);
}
