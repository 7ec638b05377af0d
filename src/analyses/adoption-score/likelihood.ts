import { logisticRegression } from "../stats/logistic-regression";
import type { Held } from "../stats/folds-validation";

/** Does the held-out chance say more of staying than the controls do? Null where that model cannot be fitted. */
export function likelihoodOf(
  held: readonly Held[],
  controls: readonly number[],
): { readonly p: number; readonly slope: number } | null {
  if (held.some(({ probability }) => !(probability > 0 && probability < 1))) return null;
  const patterns = held.map(({ values, probability, x, n }) => ({
    values: [1, Math.log(probability / (1 - probability)), ...controls.map((column) => values[column]!)],
    x,
    n,
  }));
  const fit = logisticRegression(patterns, { terms: [[1]], profiles: false });
  const [test] = fit.ok ? fit.terms : [];
  const slope = fit.ok ? fit.coefficients[1] : null;
  return test && slope !== null && slope !== undefined ? { p: test.p, slope } : null;
}
