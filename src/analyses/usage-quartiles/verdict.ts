import type { Verdict } from "../report";
import { noVariation } from "../segments/outcome-verdict";
import { isSmallSample } from "../share";
import type { Language } from "../texts";
import { whoIn } from "./names";
import { pointsBeside } from "./points-beside";
import type { UsageResult } from "./result";
import type { UsageRequest } from "./spans";

/** The article's three verdicts and "cannot tell". Spec C06; for the reversed one what C26 adds. */
export function usageVerdict(
  result: UsageResult,
  request: UsageRequest,
  flips: boolean,
  language: Language,
): Verdict {
  const { texts, format } = language;
  const { verdict, next } = texts.usageQuartiles;
  const problem = problemOf(result, request, language);
  if (problem) return problem;
  const { segments, difference, perArm } = result;
  const top = segments.find(({ quarter }) => quarter === "top")!.share;
  const bottom = segments.find(({ quarter }) => quarter === "bottom")!.share;
  const [one, other] = [top.rate ?? 0, bottom.rate ?? 0];
  const natural = [texts.base.natural(one), texts.base.natural(other)] as const;
  const isNatural =
    natural[0] !== natural[1] &&
    texts.base.thatIs(one, top.n) !== "" &&
    texts.base.thatIs(other, bottom.n) !== "";
  const isSmall = isSmallSample(top) || isSmallSample(bottom);
  const rate = format.percentBeside(one, [other]);
  return {
    level: result.verdict === "cannot tell" ? "cannot-tell" : flips || isSmall ? "likely" : "certain",
    sentence: [
      factSentence(result, rate, format.percentBeside(other, [one]), request, language),
      ...(isNatural ? [verdict.natural(natural[0], natural[1])] : []),
      ...judgement(result, request, language),
    ].join(" "),
    number: {
      value: texts.base.points(difference!.value),
      interval: intervalOf(result, request, language, false),
      base: texts.base.ofBase(top.x, top.n),
      who: whoIn("top", true, language),
    },
    next: nextOf(result.verdict!, perArm, next),
  };
}

function problemOf(result: UsageResult, { params }: UsageRequest, language: Language): Verdict | null {
  const { texts } = language;
  const { verdict, next } = texts.usageQuartiles;
  const shared = texts.segments;
  const cannotTell = (sentence: string, way: string): Verdict => ({
    level: "cannot-tell",
    sentence,
    next: way,
  });
  if (result.refused)
    return { level: "refused", sentence: verdict[result.refused], next: next[result.refused] };
  if (!result.rows || result.rows.used === 0)
    return cannotTell(texts.attrition.verdict.noRows, texts.attrition.next.noRows);
  if (params.mode === "columns") {
    if (params.left === "") return cannotTell(shared.verdict.noLeft, shared.next.left);
    if (!result.status?.some(({ value }) => value === params.left) && result.overall.x === 0)
      return cannotTell(shared.verdict.noSuchStatus(params.left), shared.next.left);
  } else if (params.feature === "event" && params.event === "")
    return cannotTell(verdict.noFeature, next.event);
  if (result.overall.n === 0) return cannotTell(verdict.nobody(result.customers), next.windows);
  if (result.segments.every(({ quarter }) => quarter === "none"))
    return cannotTell(verdict.noUsers, next.feature);
  const same = noVariation(result.overall, language);
  if (same) return same;
  return result.verdict === null || !result.difference ? cannotTell(verdict.tied, next.feature) : null;
}

function factSentence(
  result: UsageResult,
  top: string,
  bottom: string,
  request: UsageRequest,
  language: Language,
): string {
  const { verdict } = language.texts.usageQuartiles;
  const { value, interval } = result.difference!;
  if (interval[0] <= 0 && interval[1] >= 0)
    return verdict.even({ top, bottom, interval: intervalOf(result, request, language, true) });
  return verdict.fact({
    top,
    bottom,
    by: language.texts.base.points(Math.abs(value)),
    interval: intervalOf(result, request, language, false, value < 0),
    more: value > 0,
  });
}

/** Bounds never read as the other side of nought or of what matters. Without their sign where the sentence says "less". */
function intervalOf(
  { difference }: UsageResult,
  { params: { delta } }: UsageRequest,
  language: Language,
  asSpan: boolean,
  isTurned = false,
): string {
  const { texts } = language;
  const [low, high] = difference!.interval;
  const limits = [0, delta, -delta];
  const bound = (value: number) => pointsBeside(value, limits, language);
  if (asSpan) return texts.usageQuartiles.verdict.span(bound(low), bound(high));
  return isTurned
    ? texts.base.interval(bound(-high), bound(-low))
    : texts.base.interval(bound(low), bound(high));
}

function judgement(result: UsageResult, { params }: UsageRequest, language: Language): string[] {
  const { texts, format } = language;
  const { verdict } = texts.usageQuartiles;
  const delta = texts.base.points(params.delta);
  const { adjusted, difference } = result;
  const [low, high] = difference!.interval;
  const isSmall = low > -params.delta && high < params.delta;
  switch (result.verdict!) {
    case "supported":
      return [verdict.supported, ...(isSmall ? [verdict.tooSmall(delta)] : [])];
    case "reversed":
      return [
        verdict.reversed,
        ...(isSmall ? [verdict.tooSmall(delta)] : []),
        ...(adjusted?.odds?.interval
          ? [
              verdict.adjusted(
                adjusted.by,
                format.number(adjusted.odds.value, 2),
                texts.base.interval(
                  format.number(adjusted.odds.interval[0], 2),
                  format.number(adjusted.odds.interval[1], 2),
                ),
              ),
            ]
          : []),
      ];
    case "no material difference":
      return [verdict.immaterial(delta)];
    case "cannot tell":
      return [verdict.cannotTell(delta)];
  }
}

function nextOf(
  verdict: NonNullable<UsageResult["verdict"]>,
  perArm: number | null,
  next: Language["texts"]["usageQuartiles"]["next"],
): string {
  switch (verdict) {
    case "supported":
      return next.supported;
    case "reversed":
      return perArm === null ? next.supported : next.reversed(Math.ceil(perArm));
    case "no material difference":
      return next.immaterial;
    case "cannot tell":
      return next.cannotTell;
  }
}
