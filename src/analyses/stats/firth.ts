import { factor, inverseOfFactor } from "./logistic-factor";
import { probability, type Pattern } from "./logistic";
import { modelOf, spread, type NoModel } from "./logistic-model";
import { allOf, maximise } from "./logistic-newton";
import { unscaled, unscaledCovariance } from "./logistic-packed";
import type { Aliased } from "./logistic-rank";
import { testOfTerm, type LikelihoodRatio } from "./logistic-term";
import { profileIntervals, type ProfileInterval } from "./profile-interval";

export interface FirthOptions {
  /** Columns that are tested together; each column but the intercept by itself unless said. */
  readonly terms?: readonly (readonly number[])[];
  readonly confidence?: number;
  /** false: no intervals, in a fraction of the time; they are null then. */
  readonly profiles?: boolean;
  readonly onProgress?: (share: number) => void;
}

/** Per column as given, null where it was dropped for repeating others. */
export interface Firth {
  readonly ok: true;
  readonly customers: number;
  readonly events: number;
  readonly coefficients: readonly (number | null)[];
  /** From the inverse of the information at the estimate, as logistf and brglm2 give them. */
  readonly standardErrors: readonly (number | null)[];
  /** Profile penalised likelihood. */
  readonly intervals: readonly (ProfileInterval | null)[];
  readonly aliased: readonly Aliased[];
  /** Rows and columns of `kept`. */
  readonly covariance: readonly (readonly number[])[];
  readonly kept: readonly number[];
  /** Log-likelihood plus half the log determinant of the information, in the unit of the columns as given. */
  readonly penalisedLogLikelihood: number;
  /** Penalised likelihood ratio with the term's coefficients held at 0, in the order of `terms`; null where the others say all it says. */
  readonly terms: readonly (LikelihoodRatio | null)[];
  /** Of each pattern given. Their mean leans towards ½: for probabilities that are shown take `flic`. */
  readonly fitted: readonly number[];
}

export type NoFirth = NoModel | { readonly ok: false; readonly why: "not-converged" };

/**
 * Firth's penalised likelihood logistic regression on counted patterns: finite where the outcome is separated, less biased
 * where events are few. values[0] is the intercept, 1 in every pattern. The penalty is of the whole model in profiles and
 * tests too: holding a coefficient at 0 is not leaving its column out (as R's logistf).
 * Firth (1993), Biometrika 80, 27–38; Heinze & Schemper (2002), Stat. Med. 21, 2409–2419.
 */
export function firth(
  patterns: readonly Pattern[],
  { terms, confidence = 0.95, profiles = true, onProgress }: FirthOptions = {},
): Firth | NoFirth {
  const model = modelOf(patterns);
  if (!model.ok) return model;
  const { data, kept, aliased, customers, events } = model;
  const all = allOf(data.width);
  const top = maximise({ data, isPenalised: true }, all, new Float64Array(data.width));
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
  const ends = profiles
    ? profileIntervals(model, top, { isPenalised: true, confidence, onProgress })
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
    // The determinant changes with the unit of a column, by the square of it.
    penalisedLogLikelihood: top.logLikelihood + data.scale.reduce((sum, unit) => sum + Math.log(unit), 0),
    terms: asked.map((term) => testOfTerm(model, top, term, true)),
    fitted: patterns.map(({ values }) => probability(padded, values)),
  };
}
