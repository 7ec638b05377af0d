import { bootstrapIntervals, type Bootstrap } from "./bootstrap-interval";
import type { Pattern } from "./logistic";
import { logisticShares, type SharesInput } from "./shapley-logistic";

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
  const kinds = ["first", "shapley", "last"] as const;
  const drawn = input.levers.map(() => ({
    first: [] as number[],
    shapley: [] as number[],
    last: [] as number[],
  }));
  const timesLargest = input.levers.map(() => 0);
  let done = 0;
  for (const patterns of resamples) {
    const shares = logisticShares({ patterns, levers: input.levers }, { isStopped });
    if (!shares.ok && shares.why === "stopped") return null;
    const largest = shares.ok ? Math.max(...shares.levers.map(({ shapley }) => shapley)) : NaN;
    drawn.forEach((lists, lever) => {
      for (const kind of kinds) lists[kind].push(shares.ok ? shares.levers[lever]![kind] : NaN);
      // Two levers that repeat each other have one share but for a rounding.
      if (shares.ok && shares.levers[lever]!.shapley >= largest - 1e-9) timesLargest[lever]!++;
    });
    onResample?.(++done);
  }
  return drawn.map((lists, lever) => {
    const intervalOf = (kind: (typeof kinds)[number]) =>
      bootstrapIntervals(estimate.levers[lever]![kind], Float64Array.from(lists[kind]), null, confidence);
    return {
      first: intervalOf("first"),
      shapley: intervalOf("shapley"),
      last: intervalOf("last"),
      timesLargest: timesLargest[lever]!,
    };
  });
}
