import type { Share } from "../share";
import { wilson } from "../stats/wilson";
import type { RepeatPurchaseResult } from "./result";

type Judgement = NonNullable<RepeatPurchaseResult["judgement"]>;

/** Of fewer nothing follows: the interval of one in one begins above 20 %. */
const fewest = 10;

/** Spec C19: below if the upper bound is below the threshold, above if the lower bound reaches it. */
export function judge({ n, interval }: Share, threshold: number): Judgement | null {
  if (!interval) return null;
  if (n < fewest) return "too few";
  const [low, high] = interval;
  return high < threshold ? "below" : low >= threshold ? "above" : "cannot tell";
}

/** More than this would say: never at this rate. */
const mostCustomers = 1e7;

/**
 * The least number of customers at which the same share would be told from the threshold; null where it is told already,
 * or where the two lie too near. The interval narrows with n, so halving finds it.
 */
export function neededToTell(share: Share, threshold: number): number | null {
  const judgement = judge(share, threshold);
  if (share.rate === null || (judgement !== "cannot tell" && judgement !== "too few")) return null;
  const rate = share.rate;
  const tells = (n: number) => {
    const [low, high] = wilson(rate * n, n)!;
    return high < threshold || low >= threshold;
  };
  if (!tells(mostCustomers)) return null;
  let [few, enough] = [Math.max(share.n, fewest - 1), mostCustomers];
  while (enough - few > 1) {
    const middle = Math.floor((few + enough) / 2);
    if (tells(middle)) enough = middle;
    else few = middle;
  }
  return enough;
}
