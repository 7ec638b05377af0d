import { aucOf, calibrationOf, type Predict } from "./folds-validation";
import type { Pattern } from "./logistic";
import { random } from "./random";
import { patternResamples } from "./resample-patterns";

export interface Optimism {
  readonly apparent: number;
  /** Mean over resamples of the measure on the resample less that of the same model on the customers. */
  readonly optimism: number;
  /** Monte-Carlo error of that mean; null of one resample. */
  readonly monteCarloError: number | null;
  /** `apparent` − `optimism`. */
  readonly corrected: number;
}

export type OptimismResult =
  | {
      readonly ok: true;
      readonly auc: Optimism;
      /** Of calibration: 1 on the data a maximum likelihood model was fitted to; the factor to shrink by. Null: see `auc`. */
      readonly slope: Optimism | null;
      readonly resamples: number;
      /** Resamples in which the model could not be fitted or has no area; they are in no mean. */
      readonly failed: number;
    }
  | { readonly ok: false; readonly why: "no-fit" | "one-class" | "stopped" }
  /** More than one resample in ten could not be fitted: what is left is a choice of the easy ones. */
  | { readonly ok: false; readonly why: "too-many-failed"; readonly failed: number };

/**
 * How much better a model looks on the customers it was made from than it is. All that was chosen by looking at the outcome
 * (levers, thresholds, weights) must happen inside `fit`, which gives null where it cannot be done. Seeded; the order of
 * rows does not matter. 200 resamples unless said.
 * Efron (1983), J. Amer. Statist. Assoc. 78, 316–331; Harrell, Lee & Mark (1996), Stat. Med. 15, 361–387, p. 373.
 */
export function optimism(
  patterns: readonly Pattern[],
  fit: (train: readonly Pattern[]) => Predict | null,
  {
    seed,
    replicates = 200,
    onProgress,
    isStopped,
  }: {
    seed: number | string;
    replicates?: number;
    onProgress?: (share: number) => void;
    isStopped?: () => boolean;
  },
): OptimismResult {
  if (!(Number.isInteger(replicates) && replicates >= 1))
    throw new RangeError(`no number of replicates: ${replicates}`);
  const resamples = patternResamples(patterns);
  const whole = resamples.patterns;
  const predict = fit(whole);
  if (!predict) return { ok: false, why: "no-fit" };
  const apparent = measuresOf(predict, whole);
  if (!apparent) return { ok: false, why: "one-class" };
  const source = random(seed);
  const gains = { auc: [] as number[], slope: [] as number[] };
  let failed = 0;
  for (let k = 0; k < replicates; k++) {
    if (isStopped?.()) return { ok: false, why: "stopped" };
    const train = resamples.draw(source).filter(({ n }) => n > 0);
    const made = fit(train);
    const inside = made && measuresOf(made, train);
    const outside = made && measuresOf(made, whole);
    if (inside && outside) {
      gains.auc.push(inside.auc - outside.auc);
      if (inside.slope !== null && outside.slope !== null) gains.slope.push(inside.slope - outside.slope);
    } else failed++;
    onProgress?.((k + 1) / replicates);
  }
  if (failed > replicates / 10) return { ok: false, why: "too-many-failed", failed };
  const hasSlopes = gains.slope.length >= gains.auc.length * 0.9;
  return {
    ok: true,
    auc: corrected(apparent.auc, gains.auc),
    slope: apparent.slope !== null && hasSlopes ? corrected(apparent.slope, gains.slope) : null,
    resamples: replicates,
    failed,
  };
}

function measuresOf(predict: Predict, patterns: readonly Pattern[]) {
  const rows = patterns.map(({ values, x, n }) => ({ probability: predict(values), x, n }));
  const area = aucOf(rows);
  return area && { auc: area.auc, slope: calibrationOf(rows)?.slope ?? null };
}

function corrected(apparent: number, gains: readonly number[]): Optimism {
  const mean = gains.reduce((sum, gain) => sum + gain, 0) / gains.length;
  const squares = gains.reduce((sum, gain) => sum + (gain - mean) ** 2, 0);
  return {
    apparent,
    optimism: mean,
    monteCarloError: gains.length > 1 ? Math.sqrt(squares / (gains.length - 1) / gains.length) : null,
    corrected: apparent - mean,
  };
}
