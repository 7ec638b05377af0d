import type { LeverRegressionResult } from "./result";

/** What a model says of a lever as a weight. */
export interface LeverWeights {
  readonly behaviour: string;
  readonly cut: number | null;
  /** Log odds of staying by a unit, the others and the controls alike; null for a lever without a place of its own. */
  readonly coefficient: number | null;
  /** Part of McFadden's R², averaged over all orders; null where there are no shares. */
  readonly shapley: number | null;
}

/** Of each lever, in the order of the levers; null without a model. */
export function weightsOf({ levers, model, shares }: LeverRegressionResult): readonly LeverWeights[] | null {
  if (!model?.ok) return null;
  return levers.map(({ behaviour, cut }, i) => ({
    behaviour,
    cut,
    coefficient: model.levers[i]!.coefficient,
    shapley: shares?.levers[i]?.shapley.value ?? null,
  }));
}
