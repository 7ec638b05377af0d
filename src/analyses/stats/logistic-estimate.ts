import { factor, inverseOfFactor } from "./logistic-factor";
import { probability, type Pattern } from "./logistic";
import { spread, type LogisticModel } from "./logistic-model";
import { allOf, maximise } from "./logistic-newton";
import { unscaled, unscaledCovariance } from "./logistic-packed";
import type { Aliased } from "./logistic-rank";
import { testOfTerm, type LikelihoodRatio } from "./logistic-term";
import { profileIntervals, type ProfileInterval } from "./profile-interval";

export interface EstimateOptions {
  /** Columns that are tested together, as those of one attribute are; each column but the intercept by itself unless said. */
  readonly terms?: readonly (readonly number[])[];
  readonly confidence?: number;
  /** false: no intervals, in a fraction of the time; they are null then. */
  readonly profiles?: boolean;
  readonly onProgress?: (share: number) => void;
}

/** What a fit tells, penalised or not; per column as given, null where it was dropped for repeating others. */
export interface Estimate {
  readonly ok: true;
  readonly customers: number;
  readonly events: number;
  readonly coefficients: readonly (number | null)[];
  /** From the inverse of the information at the estimate, as R's glm, logistf and brglm2 give them. */
  readonly standardErrors: readonly (number | null)[];
  /** Profile (penalised) likelihood. */
  readonly intervals: readonly (ProfileInterval | null)[];
  readonly aliased: readonly Aliased[];
  /** Rows and columns of `kept`. */
  readonly covariance: readonly (readonly number[])[];
  readonly kept: readonly number[];
  /** Against the model with the term's coefficients at 0, in the order of `terms`; null where the others say all it says. */
  readonly terms: readonly (LikelihoodRatio | null)[];
  /** Fitted probability of each pattern given, in their order. */
  readonly fitted: readonly number[];
}

/**
 * The top of the (penalised) likelihood and what is told there; `logLikelihood` is the one that was maximised, in the
 * standardised scale of the columns. Null where no top was found.
 */
export function estimateOf(
  patterns: readonly Pattern[],
  model: LogisticModel,
  isPenalised: boolean,
  { terms, confidence = 0.95, profiles = true, onProgress }: EstimateOptions,
): { readonly estimate: Estimate; readonly logLikelihood: number } | null {
  const { data, kept, aliased, customers, events } = model;
  const all = allOf(data.width);
  const top = maximise({ data, isPenalised }, all, new Float64Array(data.width));
  const lower = top && factor(top.information, data.width, all);
  if (!lower) return null;
  const width = patterns[0]!.values.length;
  const asked =
    terms ??
    allOf(width)
      .slice(1)
      .map((column) => [column]);
  const coefficients = unscaled(data, top.coefficients);
  const covariance = unscaledCovariance(data, inverseOfFactor(lower, data.width));
  const ends = profiles
    ? profileIntervals(model, top, { isPenalised, confidence, onProgress })
    : kept.map(() => null);
  const padded = spread(kept, width, coefficients).map((b) => b ?? 0);
  return {
    estimate: {
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
      terms: asked.map((term) => testOfTerm(model, top, term, isPenalised)),
      fitted: patterns.map(({ values }) => probability(padded, values)),
    },
    logLikelihood: top.logLikelihood,
  };
}
