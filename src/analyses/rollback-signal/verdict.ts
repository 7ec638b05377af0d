import type { Verdict } from "../report";
import { isSmallSample } from "../share";
import type { Language } from "../texts";
import type { RollbackResult } from "./result";
import { neededOf } from "./needed";

/** A signal or none, from what usage and leaving say; never an order to take anything back. */
export function rollbackVerdict(
  usage: Verdict,
  result: RollbackResult,
  flips: boolean,
  language: Language,
): Verdict {
  const { verdict, next } = language.texts.rollbackSignal;
  const { texts, format } = language;
  const top = result.segments.find(({ quarter }) => quarter === "top")?.share;
  const bottom = result.segments.find(({ quarter }) => quarter === "bottom")?.share;
  // What cannot be told of usage cannot be told of the signal either, and for the same reason.
  if (!result.verdict || !result.difference || !top || !bottom || usage.level === "refused") return usage;
  const { base } = texts;
  const [one, other] = [top.rate ?? 0, bottom.rate ?? 0];
  const [low, high] = result.difference.interval;
  const told = {
    top: format.percentBeside(one, [other]),
    bottom: format.percentBeside(other, [one]),
    difference: base.points(result.difference.value),
    interval: base.interval(base.points(low), base.points(high)),
  };
  const number = usage.number && { number: usage.number };
  if (result.verdict !== "reversed")
    return {
      level: result.verdict === "cannot tell" ? "cannot-tell" : usage.level,
      sentence: verdict[result.verdict === "cannot tell" ? "unclear" : "none"](told),
      ...number,
      next: next[result.verdict === "cannot tell" ? "unclear" : "none"],
    };
  const modelled = result.regression?.odds?.interval;
  const isGone =
    (modelled !== undefined && modelled !== null && modelled[0] <= 1) ||
    result.reversals.some(({ kind }) => kind === "reversed" || kind === "vanished");
  const [needed] = neededOf(result);
  return {
    level: flips || isGone || isSmallSample(top) || isSmallSample(bottom) ? "likely" : "certain",
    sentence: [verdict.signal(told), ...alike(result, language), verdict.noProof].join(" "),
    ...number,
    next: needed ? next.test(needed.perArm) : next.ask,
  };
}

/** What is left of it among customers who are alike in the chosen column. */
function alike({ adjusted, regression }: RollbackResult, { texts, format }: Language): string[] {
  const { verdict } = texts.rollbackSignal;
  // A model with all controls says more than strata of one column; those stand in the table beside it.
  const told = regression ? { odds: regression.odds, by: format.list(regression.controls) } : adjusted;
  if (!told) return [verdict.notAdjusted];
  const { odds, by } = told;
  if (!odds?.interval) return [verdict.noOdds(by)];
  const [low, high] = odds.interval;
  const said = {
    by,
    odds: format.number(odds.value, 2),
    interval: texts.base.interval(format.number(low, 2), format.number(high, 2)),
  };
  return [low > 1 ? verdict.holds(said) : high < 1 ? verdict.turns(said) : verdict.vanishes(said)];
}
