import type { FoundLever, LeverKind } from "./result";

/** A behaviour by which those who stay and those who leave are told apart so well is the outcome itself. Spec B3, row 1. */
const leastLeak = 0.95;

/** q below this stands apart from chance; so many on either side of a line; so many resamples within one step of it. */
export const limits = { q: 0.05, fewest: 30, withinOneStep: 0.8, same: 0.5 };

/** Fewer lines than this lie within one step of each other by themselves. */
const manyCandidates = 5;

/**
 * "auc": see above. "zero": nearly all at nought left, most who left are there, and few of the others left: what stops when a
 * customer leaves.
 */
export function leakOf({ auc, zero, known }: Pick<FoundLever, "auc" | "zero" | "known">): FoundLever["leak"] {
  if (auc !== null && (auc > leastLeak || auc < 1 - leastLeak)) return "auc";
  const lost = known.n - known.x;
  const others = { x: lost - zero.x, n: known.n - zero.n };
  const isZero =
    zero.n >= 10 && zero.x >= 0.9 * zero.n && 2 * zero.x >= lost && others.n > 0 && 2 * others.x <= others.n;
  return isZero ? "zero" : null;
}

/** A line of a yes/no behaviour, or one that a person gave, cannot move. */
export function isSearched({
  isSwitch,
  given,
  candidates,
}: Pick<FoundLever, "isSwitch" | "given" | "candidates">) {
  return !isSwitch && given === null && candidates.length > 1;
}

export function kindOf(lever: Omit<FoundLever, "kind">): LeverKind {
  const { leak, best, candidates } = lever;
  if (leak) return "leak";
  if (!best) return "none";
  if (Math.min(best.above.n, best.below.n) < limits.fewest) return "few";
  const isHonest = best.honestAuc === null || best.honestAuc.outOfBag > 0.5;
  if (best.q >= limits.q || !isHonest) return "chance";
  if (best.side === "below") return "reversed";
  if (!isSearched(lever)) return "holds";
  const isNear = best.withinOneStep >= limits.withinOneStep;
  return isNear && (candidates.length >= manyCandidates || best.same >= limits.same) ? "holds" : "moves";
}
