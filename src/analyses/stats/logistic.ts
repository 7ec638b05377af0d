import { factor, inverseOfFactor } from "./logistic-factor";
import { allOf, maximise } from "./logistic-newton";
import { pack, unscaled, unscaledCovariance } from "./logistic-packed";
import { independentColumns } from "./logistic-rank";
import { separation } from "./separation";

/** Customers with the same explanatory values, counted: x of n have the outcome. The intercept is one of the values. */
export interface Pattern {
  readonly values: readonly number[];
  readonly x: number;
  readonly n: number;
}

export type LogisticFit =
  | {
      readonly ok: true;
      readonly coefficients: readonly number[];
      /** Inverse of the observed information: the model's own covariance. */
      readonly covariance: readonly (readonly number[])[];
      /** Fitted probability of each pattern, in their order. */
      readonly fitted: readonly number[];
      /** Largest absolute component of the score at the end, in the scale of the standardised values, a customer. */
      readonly gradient: number;
    }
  /** `rank`: a column repeats the others. `separated`: the outcome is fixed by the values, no finite estimate. */
  | { readonly ok: false; readonly why: "no-base" | "rank" | "separated" };

/**
 * Maximum likelihood logistic regression on counts, by Newton's method with step-halving; just coefficients and their
 * covariance. Whole models, with tests, intervals and columns that repeat others: `logisticRegression`.
 * McCullagh & Nelder (1989), Generalized Linear Models, 2nd ed., ch. 4.
 */
export function logistic(patterns: readonly Pattern[]): LogisticFit {
  const used = patterns.filter(({ n }) => n > 0);
  const customers = used.reduce((sum, { n }) => sum + n, 0);
  const events = used.reduce((sum, { x }) => sum + x, 0);
  if (customers === 0) return { ok: false, why: "no-base" };
  if (events === 0 || events === customers) return { ok: false, why: "separated" };
  const { kept, aliased } = independentColumns(used);
  if (aliased.length > 0) return { ok: false, why: "rank" };
  if (separation(used)) return { ok: false, why: "separated" };
  const data = pack(used, kept, { centred: used.every(({ values }) => values[0] === 1) });
  const all = allOf(data.width);
  const top = maximise({ data, isPenalised: false }, all, new Float64Array(data.width));
  const lower = top && factor(top.information, data.width, all);
  // Overlapping, yet so nearly apart that numbers of 53 bits cannot hold the estimate.
  if (!lower) return { ok: false, why: "separated" };
  const coefficients = unscaled(data, top.coefficients);
  return {
    ok: true,
    coefficients,
    covariance: unscaledCovariance(data, inverseOfFactor(lower, data.width)),
    fitted: patterns.map(({ values }) => probability(coefficients, values)),
    gradient: Math.max(...top.score.map(Math.abs)) / customers,
  };
}

export function probability(coefficients: readonly number[], values: readonly number[]): number {
  return 1 / (1 + Math.exp(-values.reduce((sum, v, j) => sum + v * coefficients[j]!, 0)));
}
