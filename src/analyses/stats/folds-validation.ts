import { auc, type Auc } from "./auc";
import { logistic, type Pattern } from "./logistic";
import { normalQuantile } from "./normal-quantile";

/** Patterns with the fold of their customers; a pattern may be in several folds, with other counts. */
export interface FoldedPattern extends Pattern {
  readonly fold: number;
}

/** A model fitted to some customers: the chance of the outcome, within 0..1, of customers with such values. */
export type Predict = (values: readonly number[]) => number;

export interface Held extends FoldedPattern {
  /** By a model that has not seen the fold. */
  readonly probability: number;
}

export interface CrossValidation {
  readonly held: readonly Held[];
  /**
   * Mean over folds of the area under the curve within each, by pairs of customers with and without the outcome; only
   * customers whose scores one model gave are compared. Interval from DeLong's error of each fold, cut to 0..1.
   */
  readonly auc: {
    readonly auc: number;
    readonly standardError: number | null;
    readonly interval: readonly [number, number] | null;
  };
  /** Of all held out together; models that differ in level lower it. */
  readonly pooled: Auc;
  /** Of the outcome on the logit of the held-out chance: 1 where chances are as far apart as they should be. */
  readonly calibration: Calibration | null;
  /** Mean squared error of the chance, and that of the base rate for everybody. */
  readonly brier: number;
  readonly brierOfBaseRate: number;
  /** Folds without both outcomes: in no area of their own. */
  readonly unratedFolds: readonly number[];
}

export interface Calibration {
  readonly slope: number;
  readonly intercept: number;
  readonly standardError: number;
  readonly interval: readonly [number, number];
}

export type Validation =
  | ({ readonly ok: true } & CrossValidation)
  /**
   * `folds`: fewer than two folds have customers. `no-fit`: without `fold`, the model could not be fitted. `one-class`: no
   * fold has both outcomes.
   */
  | { readonly ok: false; readonly why: "folds" }
  | { readonly ok: false; readonly why: "no-fit"; readonly fold: number }
  | { readonly ok: false; readonly why: "one-class" };

/**
 * Cross-validation: for each fold `fit` sees the customers of all others, thresholds and weights to be chosen within it, and
 * its chances are held against the fold. `fit` gives null where it cannot be done. Whoever calls it sees to it that patterns
 * come in an order of their own (by value and fold), if the fit depends on order.
 * Stone (1974), J. R. Statist. Soc. B 36, 111–147; LeDell, Petersen & van der Laan (2015), Electron. J. Statist. 9,
 * 1583–1607, formula 4; calibration: Cox (1958), Biometrika 45, 562–565.
 */
export function crossValidate(
  patterns: readonly FoldedPattern[],
  fit: (train: readonly FoldedPattern[]) => Predict | null,
  { confidence = 0.95, onProgress }: { confidence?: number; onProgress?: (share: number) => void } = {},
): Validation {
  const used = patterns.filter(({ n }) => n > 0);
  const folds = [...new Set(used.map(({ fold }) => fold))].sort((a, b) => a - b);
  if (folds.length < 2) return { ok: false, why: "folds" };
  const held: Held[] = [];
  for (const [i, fold] of folds.entries()) {
    const predict = fit(used.filter((one) => one.fold !== fold));
    if (!predict) return { ok: false, why: "no-fit", fold };
    for (const one of used) if (one.fold === fold) held.push({ ...one, probability: predict(one.values) });
    onProgress?.((i + 1) / folds.length);
  }
  const pooled = aucOf(held, confidence);
  const rated = folds.map((fold) => {
    const own = held.filter((one) => one.fold === fold);
    const events = sum(own, ({ x }) => x);
    return { fold, pairs: events * (sum(own, ({ n }) => n) - events), area: aucOf(own, confidence) };
  });
  const pairs = sum(rated, (one) => one.pairs);
  if (!pooled || pairs === 0) return { ok: false, why: "one-class" };
  const mean = sum(rated, (one) => (one.pairs / pairs) * (one.area?.auc ?? 0));
  const withAreas = rated.filter((one) => one.pairs > 0);
  const isKnown = withAreas.every(({ area }) => area!.standardError !== null);
  const error = isKnown
    ? Math.sqrt(sum(withAreas, (one) => ((one.pairs / pairs) * one.area!.standardError!) ** 2))
    : null;
  const customers = sum(held, ({ n }) => n);
  const rate = sum(held, ({ x }) => x) / customers;
  return {
    ok: true,
    held,
    auc: { auc: mean, standardError: error, interval: around(mean, error, confidence) },
    pooled,
    calibration: calibrationOf(held, confidence),
    brier: sum(held, ({ x, n, probability: p }) => x * (1 - p) ** 2 + (n - x) * p ** 2) / customers,
    brierOfBaseRate: rate * (1 - rate),
    unratedFolds: rated.filter((one) => one.pairs === 0).map(({ fold }) => fold),
  };
}

/** Area of counted patterns by their chance. */
export function aucOf(
  rows: readonly { readonly probability: number; readonly x: number; readonly n: number }[],
  confidence = 0.95,
): Auc | null {
  return auc(
    rows.map(({ probability, x, n }) => ({ score: probability, positives: x, negatives: n - x })),
    confidence,
  );
}

/** Null where the chances do not vary, are 0 or 1, or set the outcomes wholly apart. */
export function calibrationOf(
  rows: readonly { readonly probability: number; readonly x: number; readonly n: number }[],
  confidence = 0.95,
): Calibration | null {
  if (rows.some(({ probability: p, n }) => n > 0 && !(p > 0 && p < 1))) return null;
  const found = logistic(
    rows.map(({ probability: p, x, n }) => ({ values: [1, Math.log(p) - Math.log1p(-p)], x, n })),
  );
  if (!found.ok) return null;
  const [intercept, slope] = found.coefficients as [number, number];
  const standardError = Math.sqrt(found.covariance[1]![1]!);
  const reach = normalQuantile((1 + confidence) / 2) * standardError;
  return { slope, intercept, standardError, interval: [slope - reach, slope + reach] };
}

function around(mean: number, error: number | null, confidence: number): [number, number] | null {
  // Folds wholly apart: an error of 0 is no certainty.
  if (error === null || !(error > 1e-12)) return null;
  const reach = normalQuantile((1 + confidence) / 2) * error;
  return [Math.max(0, mean - reach), Math.min(1, mean + reach)];
}

function sum<T>(list: readonly T[], read: (one: T) => number): number {
  return list.reduce((total, one) => total + read(one), 0);
}
