import { penalisedTop, type Penalty } from "./lasso-descent";
import type { Pattern } from "./logistic";
import { modelOf, spread, type LogisticModel, type NoModel } from "./logistic-model";
import { maximise, pointAt } from "./logistic-newton";
import { unscaled } from "./logistic-packed";
import type { Aliased } from "./logistic-rank";

export interface PathOptions {
  /** 1: lasso, unless said; 0: ridge; between: elastic net. */
  readonly alpha?: number;
  /** Falling; else `steps` of them from the one at which nothing is left in the model down to a ten-thousandth of it. */
  readonly lambdas?: readonly number[];
  /** 100 unless said. */
  readonly steps?: number;
  /** Columns that are never penalised: controls. (glmnet would raise the penalty of the others in exchange; here λ is λ.) */
  readonly free?: readonly number[];
  readonly onProgress?: (share: number) => void;
}

export interface PathStep {
  readonly lambda: number;
  /** Per column as given and in its unit, exactly 0 where shrunk away; null where it was dropped for repeating others. */
  readonly coefficients: readonly (number | null)[];
  /** Penalised columns that are not 0. */
  readonly chosen: number;
  /** 1 − deviance/null deviance. */
  readonly explained: number;
}

export interface PenalisedPath {
  readonly ok: true;
  readonly alpha: number;
  /** From the strongest penalty on; ends early where no estimate was found. */
  readonly path: readonly PathStep[];
  readonly aliased: readonly Aliased[];
}

/**
 * Ridge and lasso paths of logistic regression, as R's glmnet with standardised columns: loss −log-likelihood/n +
 * λ·Σ(α·|b| + (1 − α)/2·b²), b of columns divided by their 1/n standard deviation. values[0] is the intercept. The
 * coefficients are shrunk on purpose: no interval belongs to them.
 * Friedman, Hastie & Tibshirani (2010), J. Stat. Softw. 33(1); Hoerl & Kennard (1970); Tibshirani (1996).
 */
export function penalisedPath(
  patterns: readonly Pattern[],
  options: PathOptions = {},
): PenalisedPath | NoModel {
  const model = modelOf(patterns);
  if (!model.ok) return model;
  const { alpha = 1, onProgress } = options;
  const { data, kept, events, customers } = model;
  const isFree = kept.map((column) => column === 0 || (options.free?.includes(column) ?? false));
  const lambdas = options.lambdas ?? lambdasOf(model, alpha, isFree, options.steps ?? 100);
  check(alpha, lambdas);
  const without =
    events * Math.log(events / customers) + (customers - events) * Math.log1p(-events / customers);
  const width = patterns[0]!.values.length;
  const path: PathStep[] = [];
  let start = new Float64Array(data.width);
  for (const lambda of lambdas) {
    const penalty: Penalty = { lambda, alpha, isFree };
    const top = penalisedTop({ data, isPenalised: false }, penalty, start);
    if (!top) break;
    start = Float64Array.from(top.coefficients);
    path.push({
      lambda,
      coefficients: spread(kept, width, unscaled(data, top.coefficients)),
      chosen: top.coefficients.filter((b, j) => b !== 0 && !isFree[j]!).length,
      explained: 1 - top.logLikelihood / without,
    });
    onProgress?.(path.length / lambdas.length);
  }
  return { ok: true, alpha, path, aliased: model.aliased };
}

/** From the λ at which the first column enters; of a ridge, where none ever leaves, as glmnet from that of α = 0.001. */
function lambdasOf(
  { data, customers }: LogisticModel,
  alpha: number,
  isFree: readonly boolean[],
  steps: number,
): number[] {
  const likelihood = { data, isPenalised: false };
  const free = isFree.flatMap((one, j) => (one ? [j] : []));
  const top =
    maximise(likelihood, free, new Float64Array(data.width)) ??
    pointAt(likelihood, new Float64Array(data.width));
  const steepest = top.score.reduce(
    (most, value, j) => (isFree[j]! ? most : Math.max(most, Math.abs(value))),
    0,
  );
  const largest = steepest / customers / Math.max(alpha, 0.001);
  if (!(largest > 0)) return [0];
  const last = Math.max(1, steps - 1);
  return Array.from({ length: steps }, (_, i) => largest * 1e-4 ** (i / last));
}

function check(alpha: number, lambdas: readonly number[]) {
  if (!(alpha >= 0 && alpha <= 1)) throw new RangeError(`alpha outside 0..1: ${alpha}`);
  lambdas.forEach((lambda, i) => {
    if (!(lambda >= 0 && lambda < Infinity)) throw new RangeError(`no penalty: ${lambda}`);
    if (i > 0 && lambda > lambdas[i - 1]!) throw new RangeError("penalties must fall");
  });
}
