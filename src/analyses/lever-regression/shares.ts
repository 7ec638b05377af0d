import { patternResamples } from "../stats/resample-patterns";
import { random } from "../stats/random";
import { shareIntervals } from "../stats/shapley-interval";
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

/** First, Shapley and last shares of McFadden's R² with bootstrap intervals, as many resamples as can be afforded. Null where there are none. */
export function leverShares(
  { patterns, levers, resamples: asked }: SharesTask,
  onProgress?: (share: number) => void,
): LeverSharesResult | null {
  const estimate = logisticShares({ patterns, levers });
  if (!estimate.ok) return null;
  const afforded = Math.min(asked, Math.floor(mostWork / (patterns.length * 2 ** levers.length)));
  const resamples = afforded >= fewestResamples ? afforded : 0;
  const drawn = patternResamples(patterns);
  const source = random("lever-regression shares");
  const intervals =
    resamples > 0
      ? shareIntervals({ patterns: drawn.patterns, levers }, resamplesOf(), {
          onResample: (done) => onProgress?.(done / resamples),
        })
      : null;
  return {
    whole: estimate.whole,
    controls: estimate.controls,
    resamples,
    asked,
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

  function* resamplesOf() {
    for (let i = 0; i < resamples; i++) yield drawn.draw(source);
  }
}
