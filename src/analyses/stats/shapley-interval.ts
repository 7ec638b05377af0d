import { bootstrapIntervals, type Bootstrap } from "./bootstrap-interval";
import type { Pattern } from "./logistic";
import { logisticShares, type SharesInput } from "./shapley-logistic";

/** Shares of a lever in one resample. */
export type ShareSet = Readonly<Record<(typeof kinds)[number], number>>;

const kinds = ["first", "shapley", "last"] as const;

export interface ShareInterval {
  readonly first: Bootstrap;
  readonly shapley: Bootstrap;
  readonly last: Bootstrap;
  /** In how many of the resamples that had shares this lever's Shapley share was the largest; ties count for each. */
  readonly timesLargest: number;
}

/**
 * Percentile intervals of the shares from resampled counts (`patternResamples` draws them). A resample without both
 * outcomes has no shares and is counted as undefined. R² grows with every column, also one of noise: a resample's shares
 * lie above those of the customers themselves, the more the smaller they are, and an interval of a share is never to be
 * read as a test of "nothing". Each resample costs the models of a `logisticShares` anew. Null when that has no shares or
 * `isStopped` ended it. Grömping (2007), Amer. Statist. 61, 139–147, §4.
 */
export function shareIntervals(
  input: SharesInput,
  resamples: Iterable<readonly Pattern[]>,
  {
    confidence = 0.95,
    onResample,
    isStopped,
  }: { confidence?: number; onResample?: (done: number) => void; isStopped?: () => boolean } = {},
): readonly ShareInterval[] | null {
  const estimate = logisticShares(input, { isStopped });
  if (!estimate.ok) return null;
  let done = 0;
  function* refitted() {
    for (const patterns of resamples) {
      const shares = logisticShares({ patterns, levers: input.levers }, { isStopped });
      if (!shares.ok && shares.why === "stopped") throw new Stopped();
      yield shares.ok ? shares.levers : null;
      onResample?.(++done);
    }
  }
  try {
    return intervalsOf(estimate.levers, refitted(), confidence);
  } catch (error) {
    if (error instanceof Stopped) return null;
    throw error;
  }
}

class Stopped extends Error {}

/** Percentile intervals by lever from the shares of resamples; null is one that has none. */
export function intervalsOf(
  estimates: readonly ShareSet[],
  resampled: Iterable<readonly ShareSet[] | null>,
  confidence = 0.95,
): readonly ShareInterval[] {
  const drawn = estimates.map(() => ({
    first: [] as number[],
    shapley: [] as number[],
    last: [] as number[],
  }));
  const timesLargest = estimates.map(() => 0);
  for (const shares of resampled) {
    const largest = shares ? Math.max(...shares.map(({ shapley }) => shapley)) : NaN;
    drawn.forEach((lists, lever) => {
      for (const kind of kinds) lists[kind].push(shares ? shares[lever]![kind] : NaN);
      // Two levers that repeat each other have one share but for a rounding.
      if (shares && shares[lever]!.shapley >= largest - 1e-9) timesLargest[lever]!++;
    });
  }
  return drawn.map((lists, lever) => {
    const intervalOf = (kind: (typeof kinds)[number]) =>
      bootstrapIntervals(estimates[lever]![kind], Float64Array.from(lists[kind]), null, confidence);
    return {
      first: intervalOf("first"),
      shapley: intervalOf("shapley"),
      last: intervalOf("last"),
      timesLargest: timesLargest[lever]!,
    };
  });
}
