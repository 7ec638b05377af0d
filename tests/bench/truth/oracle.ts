import { logisticRegression } from "../../../src/analyses/stats/logistic-regression";
import { normalQuantile } from "../../../src/analyses/stats/normal-quantile";
import { truths, type Behaviour, type Customer } from "./base";

const level = 0.05;
const oneSided = normalQuantile(1 - level);

/**
 * Whether one who knows the kind of a trap and its culprit proves it in these data, by one test made for it at 5 %. No upper
 * bound: a path that names what merely shrinks beside others names more, and is sometimes wrong, which its false alarms say.
 * Traps that are seen by looking (a copy, a leak, a handful who all stayed, those with it leave more) are always seen.
 */
export function oracle(base: readonly Customer[], trap: Behaviour): boolean {
  switch (truths[trap]) {
    case "confounded":
      return sizeExplains(base, trap);
    case "simpson":
      return isTurnedByPlan(base, trap);
    case "immortal":
      return isTimeAlone(base);
    case "near-duplicate":
    case "targeted":
    case "leaking":
    case "rare":
    case "true":
    case "null":
      return true;
  }
}

/** Beside the behaviour, size goes with staying. */
function sizeExplains(base: readonly Customer[], trap: Behaviour): boolean {
  const fit = logisticRegression(
    base.map(({ behaviours, size, left }) => ({
      values: [1, behaviours[trap], Number(size === "middle"), Number(size === "large")],
      x: 1 - left,
      n: 1,
    })),
    { profiles: false, terms: [[2, 3]] },
  );
  return fit.ok && (fit.terms[0]?.p ?? 1) < level;
}

/** Among customers of the same plan those with it stay more; one-sided, for the side is known. */
function isTurnedByPlan(base: readonly Customer[], trap: Behaviour): boolean {
  const fit = logisticRegression(
    base.map(({ behaviours, plan, left }) => ({
      values: [1, behaviours[trap], Number(plan === "plus")],
      x: 1 - left,
      n: 1,
    })),
    { profiles: false },
  );
  return fit.ok && fit.coefficients[1]! / fit.standardErrors[1]! > oneSided;
}

/** Leaving per day before and after the first use, from day 90 on, rules out what ever having used it looks like. */
function isTimeAlone(base: readonly Customer[]): boolean {
  const from = 90;
  const naive = { with: rate(), without: rate() };
  const inTime = { with: rate(), without: rate() };
  for (const { days, first_day: first, left } of base) {
    const ever = first === null ? naive.without : naive.with;
    ever.days += days - from;
    ever.left += left;
    const since = Math.max(from, first ?? Infinity);
    const used = Math.max(0, days - since);
    inTime.with.days += used;
    inTime.without.days += days - from - used;
    (since < days ? inTime.with : inTime.without).left += left;
  }
  const ratio = ({ with: one, without: other }: typeof naive) =>
    Math.log(one.left / one.days) - Math.log(other.left / other.days);
  const error = Math.sqrt(1 / inTime.with.left + 1 / inTime.without.left);
  return ratio(inTime) - oneSided * error > ratio(naive);
}

function rate() {
  return { left: 0, days: 0 };
}
