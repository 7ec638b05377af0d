import type { Verdict } from "../report";
import { isSmallSample } from "../share";
import type { Language } from "../texts";
import type { RepeatPurchaseRequest } from "./purchases";
import { beside, besideInterval, thresholdText } from "./beside";
import type { RepeatPurchaseResult } from "./result";
import { key } from "./who";

/** The share of those followed long enough, what it says against the threshold, and where the leak goes. */
export function repeatPurchaseVerdict(
  result: RepeatPurchaseResult,
  request: RepeatPurchaseRequest,
  flips: boolean,
  language: Language,
): Verdict {
  const { texts } = language;
  const { verdict, next, who } = texts.repeatPurchase;
  const { cohort } = result.readings;
  if (result.asOf === null) return { level: "cannot-tell", sentence: verdict.noRows, next: next.noRows };
  if (cohort.rate === null || cohort.interval === null || result.judgement === null)
    return { level: "cannot-tell", sentence: verdict.noBase(result.window, result.asOf), next: next.noBase };
  const rate = beside(cohort.rate, result, language);
  const interval = besideInterval(cohort.interval, result, language);
  return {
    level:
      result.judgement === "cannot tell" || result.judgement === "too few"
        ? "cannot-tell"
        : flips || isSmallSample(cohort)
          ? "likely"
          : "certain",
    sentence: [
      verdict.found({
        n: cohort.n,
        x: cohort.x,
        window: result.window,
        rate,
        interval,
        thatIs: texts.base.thatIs(cohort.rate, cohort.n),
      }),
      verdict.threshold[result.judgement](thresholdText(result, language), cohort.n),
      leakSentence(result, language),
    ]
      .filter(Boolean)
      .join(" "),
    number: {
      value: rate,
      interval,
      base: texts.base.ofBase(cohort.x, cohort.n),
      who: { key: key.again(result.window), label: who.again(result.window) },
    },
    next: nextStep(result, request, language),
  };
}

function leakSentence({ leak }: RepeatPurchaseResult, { texts }: Language): string {
  const told = texts.repeatPurchase.verdict.leak;
  if (!leak || leak.kind === "same") return "";
  const { before, after } = leak;
  if (leak.kind === "scaled")
    return told.scaled({
      months: after.months,
      n: after.again.n,
      was: before.again.n,
      leak: after.leak,
      wasLeak: before.leak,
      grew: after.leak - before.leak,
    });
  const [low, high] = leak.kind === "worse" ? [-leak.interval[1], -leak.interval[0]] : leak.interval;
  return told[leak.kind]({
    months: after.months,
    points: texts.base.points(Math.abs(leak.difference)),
    interval: texts.base.interval(texts.base.points(low), texts.base.points(high)),
    leak: after.leak,
    wasLeak: before.leak,
  });
}

function nextStep(
  result: RepeatPurchaseResult,
  { data }: RepeatPurchaseRequest,
  { texts }: Language,
): string {
  const { next } = texts.repeatPurchase;
  const p80 = result.gap?.p80;
  if (data.roles.event !== undefined && data.rule.form === "any") return next.rule;
  if (p80 != null && p80 > result.window) return next.gap(Math.ceil(p80));
  switch (result.judgement) {
    case "cannot tell":
    case "too few":
      return result.needed === null
        ? next.tooNear
        : next.needed(result.needed, result.needed - result.readings.cohort.n);
    case "above":
      return next.above;
    case "below":
    case null:
      return next.below;
  }
}
