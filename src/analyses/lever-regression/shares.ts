import { patternResamples } from "../stats/resample-patterns";
import { random } from "../stats/random";
import { customerShares, type CustomerShares } from "../stats/shapley-customers";
import { intervalsOf, shareIntervals } from "../stats/shapley-interval";
import { logisticShares } from "../stats/shapley-logistic";
import type { Pattern } from "../stats/logistic";
import type { LeverSharesResult } from "./result";

export interface SharesTask {
  /** Without the intercept, which the shares put in themselves. */
  readonly patterns: readonly Pattern[];
  /** Columns of each lever; all others are controls and in every model. */
  readonly levers: readonly (readonly number[])[];
  readonly resamples: number;
}

/** Work of about half a minute: so many patterns in so many models. */
const mostWork = 300e6;
/** Fewer resamples give no ends of an interval. */
const fewestResamples = 50;

/**
 * First, Shapley and last shares of McFadden's R² with bootstrap intervals: every model fitted anew in as many resamples as
 * can be afforded or, where those are too few, in none. Null where there are no shares.
 */
export function leverShares(
  { patterns, levers, resamples: asked }: SharesTask,
  onProgress?: (share: number) => void,
): LeverSharesResult | null {
  const drawn = patternResamples(patterns);
  const source = random("lever-regression shares");
  const input = { patterns: drawn.patterns, levers };
  const afforded = Math.min(asked, Math.floor(mostWork / (patterns.length * 2 ** levers.length)));
  const isRefitted = afforded >= fewestResamples;
  const whole = isRefitted || asked < fewestResamples ? null : customerShares(input, { onProgress });
  const estimate = whole?.shares ?? logisticShares({ patterns, levers });
  if (!estimate.ok) return null;
  const resamples = isRefitted ? afforded : whole ? asked : 0;
  const intervals = whole
    ? intervalsOf(estimate.levers, reweighed(whole))
    : resamples > 0
      ? shareIntervals(input, resamplesOf(), { onResample: (done) => onProgress?.(done / resamples) })
      : null;
  return {
    whole: estimate.whole,
    controls: estimate.controls,
    resamples,
    asked,
    refitted: whole === null,
    levers: estimate.levers.map((share, i) => {
      const found = intervals?.[i];
      const part = (kind: "first" | "shapley" | "last") => ({
        value: share[kind],
        interval: found?.[kind].percentile ? ([...found[kind].percentile] as [number, number]) : null,
      });
      return {
        first: part("first"),
        shapley: part("shapley"),
        last: part("last"),
        largest: found ? found.timesLargest / resamples : null,
      };
    }),
  };

  function* reweighed({ of }: CustomerShares) {
    for (const counts of resamplesOf()) yield of(counts);
  }

  function* resamplesOf() {
    for (let i = 0; i < resamples; i++) yield drawn.draw(source);
  }
}
