import { firth } from "../stats/firth";
import { logistic, probability, type Pattern } from "../stats/logistic";
import { scoreOf } from "./weights";

/**
 * Chance of staying by the score, never falling: a score promises that more is better, and where it is not so its best chance
 * is the same for all. Null where one score or one outcome alone leaves nothing to fit.
 */
export function chanceByScore(
  weights: readonly number[],
  patterns: readonly Pattern[],
): ((values: readonly number[]) => number) | null {
  const scored = byScore(weights, patterns);
  const fit = logistic(scored);
  if (fit.ok) {
    const [intercept, slope] = fit.coefficients as [number, number];
    return slope < 0 ? constant(scored) : byLogit(intercept, slope);
  }
  if (fit.why !== "separated") return null;
  // Scores that set the outcomes wholly apart have no finite estimate.
  const penalised = firth(scored, { profiles: false });
  if (!penalised.ok) return null;
  const [intercept, slope] = penalised.coefficients.map((one) => one ?? 0) as [number, number];
  return slope < 0 ? constant(scored) : byLogit(intercept, slope);

  function byLogit(intercept: number, slope: number) {
    return (values: readonly number[]) =>
      probability([intercept, slope], [1, scoreOfValues(weights, values)]);
  }
}

function constant(scored: readonly Pattern[]): () => number {
  const share = scored.reduce((sum, { x }) => sum + x, 0) / scored.reduce((sum, { n }) => sum + n, 0);
  return () => share;
}

/** Values of a design: the intercept, then the levers. */
export function scoreOfValues(weights: readonly number[], values: readonly number[]): number {
  return scoreOf(weights, values.slice(1, weights.length + 1)) ?? 0;
}

/** Intercept and score, one row a score. */
export function byScore(weights: readonly number[], patterns: readonly Pattern[]): Pattern[] {
  const found = new Map<number, { x: number; n: number }>();
  for (const { values, x, n } of patterns) {
    const score = scoreOfValues(weights, values);
    const one = found.get(score) ?? { x: 0, n: 0 };
    found.set(score, { x: one.x + x, n: one.n + n });
  }
  return [...found].sort(([a], [b]) => a - b).map(([score, { x, n }]) => ({ values: [1, score], x, n }));
}
