import type { Verdict } from "../report";
import { noVariation, outcomeProblem } from "../segments/outcome-verdict";
import { shareOf } from "../share";
import type { Language } from "../texts";
import { levelOf } from "./level";
import { sideNames, whoOn } from "./names";
import type { MixShiftResult } from "./result";
import { refusesPeriods, type MixShiftRequest } from "./sides";
import { excludesNone, stateOf, type Difference, type State } from "./state";

/** Does the difference of the totals hold among like customers, and what of it is the mix? */
export function mixShiftVerdict(
  result: MixShiftResult,
  request: MixShiftRequest,
  flips: boolean,
  language: Language,
): Verdict {
  const { texts, format } = language;
  const { verdict, next } = texts.mixShift;
  const { first, second, crude, adjusted, decomposition, by } = result;
  const cannotTell = (sentence: string, way: string): Verdict => ({
    level: "cannot-tell",
    sentence,
    next: way,
  });
  if (refusesPeriods(request))
    return { level: "refused", sentence: verdict.statusPeriods, next: next.periods };
  const both = shareOf(first.x + second.x, first.n + second.n);
  const problem = outcomeProblem(result, both, request.params.left, language);
  if (problem && !(result.rows.used > 0 && isEmptyGroup(result, request))) return problem;
  const names = sideNames(result, language);
  if (first.n === 0 || second.n === 0)
    return cannotTell(verdict.oneSide(first.n === 0 ? names.first : names.second), next.groups);
  const same = noVariation(both, language);
  if (same) return same;
  if (!crude || !adjusted || !decomposition) return cannotTell(verdict.noCommon(by), next.common);
  const [one, other] = [first.rate ?? 0, second.rate ?? 0];
  const fact = {
    first: names.first,
    rate: format.percentBeside(one, [other]),
    second: names.second,
    other: format.percentBeside(other, [one]),
  };
  const isCrude = excludesNone(crude);
  const { base } = texts;
  const told = isCrude
    ? verdict.crude({ ...fact, ...moved(crude, language) })
    : verdict.noCrude({ ...fact, interval: signedInterval(crude, language) });
  const state = stateOf(crude, adjusted);
  const split = isCrude
    ? ` ${verdict.split(base.points(decomposition.rateEffect), base.points(decomposition.mixEffect))}`
    : "";
  return {
    level: levelOf({ ...result, crude, adjusted }, flips),
    sentence: `${told} ${withinSentence(state, adjusted, by, language)}${split}`,
    number: {
      value: base.points(crude.value),
      interval: signedInterval(crude, language),
      base: base.ofBase(first.x, first.n),
      who: whoOn(result, "first", true, null, language),
    },
    next: state === "appeared" ? next.reversed : next[state],
  };
}

/** The outcome is known, but nobody has the values that were asked for. */
function isEmptyGroup(
  { group, status, period, neither }: MixShiftResult,
  { params }: MixShiftRequest,
): boolean {
  const isKnown =
    params.mode === "status" ? status !== null && params.left !== "" : period?.state === "complete";
  return group !== null && isKnown && neither > 0;
}

function withinSentence(state: State, adjusted: Difference, by: string, language: Language): string {
  const { verdict } = language.texts.mixShift;
  if (state === "vanished" || state === "neither")
    return verdict[state](by, signedInterval(adjusted, language));
  const { by: size, interval, more } = moved(adjusted, language);
  return verdict[state](by, size, interval, more);
}

function moved({ value, interval: [low, high] }: Difference, { texts: { base } }: Language) {
  const more = value > 0;
  return {
    by: base.points(Math.abs(value)),
    interval: more
      ? base.interval(base.points(low), base.points(high))
      : base.interval(base.points(-high), base.points(-low)),
    more,
  };
}

export function signedInterval({ interval: [low, high] }: Difference, { texts: { base } }: Language): string {
  return base.interval(base.points(low), base.points(high));
}
