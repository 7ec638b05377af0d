import type { Pattern } from "./logistic";
import { estimateOf, type Estimate, type EstimateOptions } from "./logistic-estimate";
import { modelOf, type NoModel } from "./logistic-model";

/** Its probabilities (`fitted`) lean towards ½ on average: for those that are shown take `flic`. */
export interface Firth extends Estimate {
  /** Log-likelihood plus half the log determinant of the information, in the unit of the columns as given. */
  readonly penalisedLogLikelihood: number;
}

export type NoFirth = NoModel | { readonly ok: false; readonly why: "not-converged" };

/**
 * Firth's penalised likelihood logistic regression on counted patterns: finite where the outcome is separated, less biased
 * where events are few. values[0] is the intercept, 1 in every pattern. The penalty is of the whole model in profiles and
 * tests too: holding a coefficient at 0 is not leaving its column out (as R's logistf).
 * Firth (1993), Biometrika 80, 27–38; Heinze & Schemper (2002), Stat. Med. 21, 2409–2419.
 */
export function firth(patterns: readonly Pattern[], options: EstimateOptions = {}): Firth | NoFirth {
  const model = modelOf(patterns);
  if (!model.ok) return model;
  const found = estimateOf(patterns, model, true, options);
  if (!found) return { ok: false, why: "not-converged" };
  return {
    ...found.estimate,
    // The determinant changes with the unit of a column, by the square of it.
    penalisedLogLikelihood:
      found.logLikelihood + model.data.scale.reduce((sum, unit) => sum + Math.log(unit), 0),
  };
}
