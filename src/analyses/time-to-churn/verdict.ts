import type { Caveat, Verdict } from "../report";
import { isSmallSample } from "../share";
import type { Language } from "../texts";
import { intervalText } from "../findings";
import type { ChurnRequest } from "./clock";
import { medianRange, spanText } from "./median";
import { saidName, timeText } from "./names";
import { unknownPlace } from "./places";
import type { ChurnResult, Curve } from "./result";
import { allOf } from "./tables";
import { keyText } from "./who";

/** By when half are gone, of everybody and of each group, and which groups stay longer. */
export function churnVerdict(
  result: ChurnResult,
  { params }: ChurnRequest,
  caveats: readonly Caveat[],
  language: Language,
): Verdict {
  const { texts } = language;
  const told = texts.timeToChurn;
  const cannotTell = (sentence: string, next: string): Verdict => ({ level: "cannot-tell", sentence, next });
  const { overall } = result;
  const statuses = language.format.list(result.statuses.map(({ status }) => told.names.quoted(status)));
  switch (result.refused) {
    case "no event":
      return cannotTell(told.verdict.noEvent(statuses), told.next.event);
    case "no such event":
      return cannotTell(told.verdict.noSuchEvent(params.event.trim(), statuses), told.next.event);
    case "too many times":
      return { level: "refused", sentence: told.verdict.tooMany, next: told.next.round };
    case null:
  }
  if (overall.customers === 0)
    return result.rows?.used === 0 || (result.rows === null && result.omitted.length === 0)
      ? cannotTell(told.verdict.noRows, told.next.noRows)
      : cannotTell(told.verdict.nobody, told.next.nobody);
  if (overall.customers === 1) return cannotTell(told.verdict.one, told.next.time);
  if (overall.events === 0)
    return cannotTell(
      told.verdict.nobodyLeft(overall.customers, timeText(overall.lastTime, result, language)),
      told.next.time,
    );
  const isDoubtful =
    caveats.some(({ level, id }) => level === "flips" || id === "few-at-median" || id === "crossing") ||
    isSmallSample({ x: overall.events, n: overall.customers });
  return {
    level: isDoubtful ? "likely" : "certain",
    sentence: [
      overallSentence(result, language),
      ...silenceSentence(result, language),
      ...groupSentences(result, language),
    ].join(" "),
    number: numberOf(result, language),
    next: nextStep(result, caveats, language),
  };
}

/** Nobody says goodbye in a log: who is gone is a rule, and without it the time says nothing. */
function silenceSentence({ mode, clock }: ChurnResult, { texts }: Language): string[] {
  return mode === "inactivity" && clock ? [texts.timeToChurn.verdict.silence(clock.gap)] : [];
}

function overallSentence(result: ChurnResult, language: Language): string {
  const { verdict, by } = language.texts.timeToChurn;
  const { overall } = result;
  const { time } = overall.median;
  if (time !== null)
    return verdict.half({
      n: overall.customers,
      by: by(time, result.unit),
      range: medianRange(overall, result, language),
      lost: overall.events,
    });
  const { reach, share, interval } = lastKnown(overall, result, language);
  return verdict.notReached({ n: overall.customers, reach, share, interval, lost: overall.events });
}

/** What is known at the longest horizon that the data reach, or where they end. */
function lastKnown(curve: Curve, result: ChurnResult, language: Language) {
  const { at, survival, interval } =
    curve.horizons.findLast((one) => one.survival !== null) ?? curve.horizons[0]!;
  return {
    reach: timeText(at, result, language),
    share: survival === null ? language.texts.base.noBase : language.format.percent(survival),
    interval: interval ? intervalText(interval, language) : language.texts.timeToChurn.range.edge,
  };
}

/** Each group while there are few, and which of them stay longer or shorter than the first. */
function groupSentences(result: ChurnResult, language: Language): string[] {
  const { verdict } = language.texts.timeToChurn;
  const { comparison, groups, tau } = result;
  if (!comparison) return [];
  const known = groups.filter(({ place }) => place !== unknownPlace);
  const told = known.length <= mostTold ? known.map((curve) => groupSentence(curve, result, language)) : [];
  if (known.length < 2) return told;
  const first = groups.find(({ place }) => place === comparison.first);
  if (!first || tau === null || comparison.differences.length === 0) return [...told, verdict.uncompared];
  const found = comparison.differences.filter(({ q }) => q < 0.05);
  if (found.length === 0) return [...told, verdict.noDifference(timeText(tau, result, language))];
  return [
    ...told,
    ...found.map(({ place, difference, interval }) => {
      const isLonger = difference > 0;
      const [low, high] = isLonger ? interval : [-interval[1], -interval[0]];
      return verdict[isLonger ? "longer" : "shorter"]({
        name: saidName(
          groups.find((group) => group.place === place)!,
          language,
        ),
        first: saidName(first, language),
        difference: timeText(Math.abs(difference), result, language),
        range: spanText([low, high], result, language),
        tau: timeText(tau, result, language),
      });
    }),
  ];
}

function groupSentence(curve: Curve, result: ChurnResult, language: Language): string {
  const { verdict, by } = language.texts.timeToChurn;
  const name = saidName(curve, language);
  const { time } = curve.median;
  if (time !== null)
    return verdict.groupHalf(name, by(time, result.unit), medianRange(curve, result, language));
  const { share, reach } = lastKnown(curve, result, language);
  return verdict.groupNotReached(name, share, reach);
}

/** More groups than these are left to the table. */
const mostTold = 3;

function numberOf(result: ChurnResult, language: Language): NonNullable<Verdict["number"]> {
  const { overall } = result;
  const { base, who, names, range } = language.texts.timeToChurn;
  const { time } = overall.median;
  const told = {
    base: base(overall.customers, overall.events),
    who: { key: keyText(allOf(overall, "all")), label: who.all(names.all) },
  };
  if (time !== null)
    return {
      value: timeText(time, result, language),
      interval: medianRange(overall, result, language),
      ...told,
    };
  const { share, interval } = lastKnown(overall, result, language);
  return { value: share, interval: interval === range.edge ? null : interval, ...told };
}

function nextStep(result: ChurnResult, caveats: readonly Caveat[], language: Language): string {
  const { next } = language.texts.timeToChurn;
  const p95 = result.usual?.p95;
  if (caveats.some(({ id }) => id === "short-gap") && p95 != null) return next.gap(Math.ceil(p95));
  if (caveats.some(({ id, level }) => id === "short-data" && level === "flips")) return next.time;
  if (result.comparison?.differences.some(({ q }) => q < 0.05)) return next.groups;
  const { overall } = result;
  if (overall.median.time === null) return next.time;
  // Half of the time that half need: who leaves steadily takes as long again.
  const early = overall.median.time / 2;
  const gone = 1 - (overall.steps.findLast(({ time }) => time <= early)?.survival ?? 1);
  return gone > 0.35 ? next.early(timeText(early, result, language)) : next.found;
}
