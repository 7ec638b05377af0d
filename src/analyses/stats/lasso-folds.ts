import { penalisedPath, type PathOptions, type PenalisedPath } from "./lasso-path";
import type { Pattern } from "./logistic";
import type { NoModel } from "./logistic-model";

export interface FoldedPattern extends Pattern {
  /** A pattern may be in several folds, with other counts. */
  readonly fold: number;
}

export interface ValidatedPath extends PenalisedPath {
  /** Per step of the path: −2·log-likelihood a customer held out, mean over folds weighing their customers, and its error. */
  readonly deviances: readonly { readonly mean: number; readonly standardError: number }[];
  /** Step of the least deviance, and the strongest penalty within one error of it (glmnet's lambda.min and lambda.1se). */
  readonly best: number;
  readonly simplest: number;
}

/** `folds`: fewer than two have customers. `fold`: what is left without this fold cannot be modelled. */
export type NoValidatedPath =
  | NoModel
  | { readonly ok: false; readonly why: "folds" }
  | { readonly ok: false; readonly why: "fold"; readonly fold: number };

/**
 * Penalised path of all customers, its penalty chosen by cross-validated deviance over the given folds, as R's cv.glmnet
 * (which keeps the penalties of the whole base for every fold). `onProgress`: share of folds done.
 * Friedman, Hastie & Tibshirani (2010), J. Stat. Softw. 33(1), §5; one-error rule: Breiman et al. (1984), CART, §3.4.3.
 */
export function validatedPath(
  patterns: readonly FoldedPattern[],
  options: PathOptions = {},
): ValidatedPath | NoValidatedPath {
  const whole = penalisedPath(patterns, { ...options, onProgress: undefined });
  if (!whole.ok) return whole;
  const lambdas = whole.path.map(({ lambda }) => lambda);
  const folds = [...new Set(patterns.filter(({ n }) => n > 0).map(({ fold }) => fold))].sort((a, b) => a - b);
  if (folds.length < 2) return { ok: false, why: "folds" };
  const results: { customers: number; deviances: number[] }[] = [];
  for (const fold of folds) {
    const train = penalisedPath(
      patterns.filter((one) => one.fold !== fold),
      { ...options, lambdas, onProgress: undefined },
    );
    if (!train.ok || train.path.length < lambdas.length) return { ok: false, why: "fold", fold };
    const held = patterns.filter((one) => one.fold === fold);
    results.push({
      customers: held.reduce((sum, { n }) => sum + n, 0),
      deviances: train.path.map(({ coefficients }) => devianceOf(held, coefficients)),
    });
    options.onProgress?.(results.length / folds.length);
  }
  const customers = results.reduce((sum, one) => sum + one.customers, 0);
  const deviances = lambdas.map((_, step) => {
    const share = results.map((one) => one.customers / customers);
    const each = results.map((one) => one.deviances[step]! / one.customers);
    const mean = each.reduce((sum, value, k) => sum + share[k]! * value, 0);
    const variance = each.reduce((sum, value, k) => sum + share[k]! * (value - mean) ** 2, 0);
    return { mean, standardError: Math.sqrt(variance / (folds.length - 1)) };
  });
  const best = deviances.reduce((least, one, i) => (one.mean < deviances[least]!.mean ? i : least), 0);
  const limit = deviances[best]!.mean + deviances[best]!.standardError;
  return { ...whole, deviances, best, simplest: deviances.findIndex(({ mean }) => mean <= limit) };
}

function devianceOf(patterns: readonly Pattern[], coefficients: readonly (number | null)[]): number {
  return patterns.reduce((sum, { values, x, n }) => {
    const linear = values.reduce((total, v, j) => total + v * (coefficients[j] ?? 0), 0);
    const small = Math.log1p(Math.exp(-Math.abs(linear)));
    return sum + 2 * ((linear >= 0 ? (n - x) * linear : -x * linear) + n * small);
  }, 0);
}
