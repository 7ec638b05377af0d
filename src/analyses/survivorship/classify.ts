import { normalQuantile } from "../stats/normal-quantile";
import type { BehaviourClass, BehaviourResult, TimeResult } from "./result";

/** Spec C14: from this share of the best on a behaviour is common; below this difference it does not tell them apart. */
export const commonShare = 0.6;
const sameShares = 0.05;
/** A difference that the data cannot rule out so far is no missing one. */
const ruledOut = 0.1;
export const fewestWith = 30;
export const level = 0.05;

/**
 * Only those who stayed had the time for it: who ever had the behaviour left less, but not from the moment on when it began.
 * Where the estimate in time is so unsure that the naive one is not ruled out by it, nobody can tell. The time that had to be
 * survived makes the naive ratio smaller and never larger, so that it is ruled out on one side.
 */
export function isArtefact({ naive, inTime }: Pick<TimeResult, "naive" | "inTime">): boolean {
  if (naive === null || inTime === null) return false;
  return naive.interval[1] < 1 && inTime.interval[1] >= 1 && lowest(inTime) > naive.ratio;
}

/** The lower bound that 95 of 100 are above, from an interval with an end on either side (of 95 %, even in logarithms). */
function lowest({ ratio, interval: [low, high] }: NonNullable<TimeResult["inTime"]>): number {
  const error = Math.log(high / low) / (2 * normalQuantile(0.975));
  return ratio * Math.exp(-normalQuantile(0.95) * error);
}

/** What the shares say at a landmark, or where that is all there is. */
export function classOf(
  one: Pick<BehaviourResult, "form" | "best" | "with" | "difference" | "q" | "time">,
): BehaviourClass {
  const { form, best, difference, q, time } = one;
  if (one.with.n < fewestWith) return "too rare";
  // Shares of a behaviour that has a date of its own count time that only those who stayed had: its hazard is judged.
  if (form === "first-use") return time ? classInTime(time) : "cannot tell";
  if (!difference) return "cannot tell";
  const [low, high] = difference.interval;
  const isCommon = best.rate !== null && best.rate >= commonShare;
  const isSame = Math.abs(difference.value) < sameShares;
  const isNarrow = low > -ruledOut && high < ruledOut;
  if (isCommon && isSame && isNarrow) return "common but useless";
  // Nothing to test: all have it, or none.
  if (q === null) return "cannot tell";
  if (q < level && low > 0) return "real candidate";
  if (q < level && high < 0) return "reversed";
  if (time?.isArtefact) return "survivor artefact";
  return isCommon && isNarrow ? "common but useless" : "cannot tell";
}

function classInTime({ inTime, landmark, isArtefact }: TimeResult): BehaviourClass {
  if (isArtefact) return "survivor artefact";
  if (!inTime) return "cannot tell";
  const atLandmark = landmark?.interval ?? [0, Infinity];
  if (inTime.interval[1] < 1 && atLandmark[0] <= 1) return "real candidate";
  if (inTime.interval[0] > 1 && atLandmark[1] >= 1) return "reversed";
  return "cannot tell";
}
