import type { Pattern } from "./logistic";
import { factor, inverseOfFactor } from "./logistic-factor";
import { modelOf, spread, type NoModel } from "./logistic-model";
import { allOf, maximise } from "./logistic-newton";
import { unscaled, unscaledCovariance } from "./logistic-packed";
import type { Aliased } from "./logistic-rank";
import { probability } from "./logistic";
import { likelihoodRatio, testOfTerm, type LikelihoodRatio } from "./logistic-term";
import { profileIntervals, type ProfileInterval } from "./profile-interval";
import { separation, type Separation } from "./separation";

export interface RegressionOptions {
  /** Columns that are tested together, as those of one attribute are; each column but the intercept by itself unless said. */
  readonly terms?: readonly (readonly number[])[];
  readonly confidence?: number;
  /** false: no intervals, in a fraction of the time; they are null then. */
  readonly profiles?: boolean;
  readonly onProgress?: (share: number) => void;
}

/** Per column as given, null where it was dropped for repeating others. */
export interface LogisticRegression {
  readonly ok: true;
  readonly customers: number;
  readonly events: number;
  readonly coefficients: readonly (number | null)[];
  /** From the inverse of the information. */
  readonly standardErrors: readonly (number | null)[];
  /** Profile likelihood. */
  readonly intervals: readonly (ProfileInterval | null)[];
  readonly aliased: readonly Aliased[];
  /** Rows and columns of `kept`. */
  readonly covariance: readonly (readonly number[])[];
  readonly kept: readonly number[];
  /** Of 0/1 outcomes customer by customer; so the deviance is −2 times it. */
  readonly logLikelihood: number;
  readonly deviance: number;
  readonly nullDeviance: number;
  /** Against the intercept alone; null where no column is left to test. */
  readonly whole: LikelihoodRatio | null;
  /** Against the model without the term, in the order of `terms`; null where the others say all it says. */
  readonly terms: readonly (LikelihoodRatio | null)[];
  /** McFadden (1974): 1 − L/L₀ of log-likelihoods. */
  readonly mcFadden: number;
  /** Cox & Snell (1989), p. 208: 1 − exp(2(L₀ − L)/n). */
  readonly coxSnell: number;
  readonly aic: number;
  readonly bic: number;
  /** Fitted probability of each pattern given, in their order. */
  readonly fitted: readonly number[];
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
  { terms, confidence = 0.95, profiles = true, onProgress }: RegressionOptions = {},
): LogisticRegression | NoRegression {
  const model = modelOf(patterns);
  if (!model.ok) return model;
  const apart = separation(model.patterns);
  if (apart) return { ok: false, why: "separated", separation: apart };
  const { data, kept, aliased, customers, events } = model;
  const all = allOf(data.width);
  const top = maximise({ data, isPenalised: false }, all, new Float64Array(data.width));
  const lower = top && factor(top.information, data.width, all);
  if (!lower) return { ok: false, why: "not-converged" };
  const width = patterns[0]!.values.length;
  const asked =
    terms ??
    allOf(width)
      .slice(1)
      .map((column) => [column]);
  const coefficients = unscaled(data, top.coefficients);
  const covariance = unscaledCovariance(data, inverseOfFactor(lower, data.width));
  const { logLikelihood } = top;
  const without = nullLogLikelihood(customers, events);
  const ends = profiles
    ? profileIntervals(model, top, { isPenalised: false, confidence, onProgress })
    : kept.map(() => null);
  const padded = spread(kept, width, coefficients).map((b) => b ?? 0);
  return {
    ok: true,
    customers,
    events,
    coefficients: spread(kept, width, coefficients),
    standardErrors: spread(
      kept,
      width,
      covariance.map((row, j) => Math.sqrt(row[j]!)),
    ),
    intervals: spread(kept, width, ends),
    aliased,
    covariance,
    kept,
    logLikelihood,
    deviance: -2 * logLikelihood,
    nullDeviance: -2 * without,
    whole: likelihoodRatio(logLikelihood, without, kept.length - 1),
    terms: asked.map((term) => testOfTerm(model, top, term, false)),
    mcFadden: 1 - logLikelihood / without,
    coxSnell: -Math.expm1((2 * (without - logLikelihood)) / customers),
    aic: -2 * logLikelihood + 2 * kept.length,
    bic: -2 * logLikelihood + kept.length * Math.log(customers),
    fitted: patterns.map(({ values }) => probability(padded, values)),
  };
}

function nullLogLikelihood(customers: number, events: number): number {
  const part = (count: number) => (count === 0 ? 0 : count * Math.log(count / customers));
  return part(events) + part(customers - events);
}
