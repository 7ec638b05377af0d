import { chiSquareUpper } from "./chi-square";
import type { LogisticModel } from "./logistic-model";
import { allOf, maximise, type Point } from "./logistic-newton";
import { pack } from "./logistic-packed";
import { independentColumns } from "./logistic-rank";

export interface LikelihoodRatio {
  readonly chiSquare: number;
  readonly df: number;
  readonly p: number;
}

/**
 * Likelihood ratio test of one term, a set of columns, against the same model with their coefficients held at 0; of the
 * penalised likelihood, the penalty stays that of all columns. Null where the other columns say all that the term says.
 * Degrees of freedom: what the term adds to the rank. `top` is the top of the model's likelihood on `model.data`.
 */
export function testOfTerm(
  { data, kept, patterns, aliased }: LogisticModel,
  top: Point,
  term: readonly number[],
  isPenalised: boolean,
): LikelihoodRatio | null {
  if (term.includes(0)) throw new RangeError("the intercept is no term");
  if (aliased.length === 0) {
    const free = allOf(data.width).filter((j) => !term.includes(kept[j]!));
    const start = top.coefficients.map((b, j) => (free.includes(j) ? b : 0));
    const held = maximise({ data, isPenalised }, free, start);
    return held && likelihoodRatio(top.logLikelihood, held.logLikelihood, data.width - free.length);
  }
  // With the term's columns last, a column that was dropped for repeating them takes its place again: the same model,
  // written otherwise.
  const all = allOf(patterns[0]!.values.length);
  const order = [...all.filter((j) => !term.includes(j)), ...all.filter((j) => term.includes(j))];
  const reordered = patterns.map((one) => ({ ...one, values: order.map((j) => one.values[j]!) }));
  const left = independentColumns(reordered).kept.map((j) => order[j]!);
  const free = allOf(left.length).filter((j) => !term.includes(left[j]!));
  const likelihood = { data: pack(patterns, left, { centred: true }), isPenalised };
  const full = maximise(likelihood, allOf(left.length), new Float64Array(left.length));
  const held = maximise(likelihood, free, new Float64Array(left.length));
  return full && held && likelihoodRatio(full.logLikelihood, held.logLikelihood, left.length - free.length);
}

/** Twice the difference of two log-likelihoods, the second of a model with `df` columns fewer; null where df is 0. */
export function likelihoodRatio(full: number, reduced: number, df: number): LikelihoodRatio | null {
  if (df === 0) return null;
  const chiSquare = Math.max(0, 2 * (full - reduced));
  return { chiSquare, df, p: chiSquareUpper(chiSquare, df) };
}
