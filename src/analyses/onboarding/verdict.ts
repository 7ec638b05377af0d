import { intervalText } from "../findings";
import type { Caveat, Verdict } from "../report";
import { isSmallSample } from "../share";
import type { Language } from "../texts";
import type { OnboardingRequest } from "./began";
import type { OnboardingResult } from "./result";

/** Who comes back, and whether losses come early beyond what an even pace would give. */
export function onboardingVerdict(
  result: OnboardingResult,
  { params }: OnboardingRequest,
  caveats: readonly Caveat[],
  language: Language,
): Verdict {
  const { verdict, next, who } = language.texts.onboarding;
  const { format, texts } = language;
  const cannotTell = (sentence: string, way: string): Verdict => ({
    level: "cannot-tell",
    sentence,
    next: way,
  });
  if (result.rows.used === 0 || result.clock === null) return cannotTell(verdict.noRows, next.noRows);
  const seen = result.days.filter(({ share }) => share.n > 0);
  const first = seen[0];
  if (!first || first.share.rate === null) return cannotTell(verdict.tooNew, next.time);
  if (first.share.n === 1) return cannotTell(verdict.one, next.time);
  const { share } = first;
  const sentence = [
    verdict.day({
      day: first.day,
      after: params.reading === "after",
      x: share.x,
      n: share.n,
      rate: format.percent(first.share.rate),
      interval: intervalText(share.interval, language),
    }),
    ...seen
      .slice(1)
      .map((one) =>
        verdict.later(
          one.day,
          format.percent(one.share.rate ?? 0),
          intervalText(one.share.interval, language),
        ),
      ),
    ...earlySentence(result, language),
    ...benchmarkSentence(result, params.benchmark, language),
  ].join(" ");
  const isDoubtful = caveats.some(({ level }) => level === "flips") || isSmallSample(share);
  return {
    level: isDoubtful ? "likely" : "certain",
    sentence,
    number: {
      value: format.percent(first.share.rate),
      interval: intervalText(share.interval, language),
      base: texts.base.ofBase(share.x, share.n),
      who: { key: `day ${first.day} returned`, label: who.returned(first.day) },
    },
    next: nextStep(result, language),
  };
}

function earlySentence({ early }: OnboardingResult, language: Language): string[] {
  if (!early) return [];
  const { format, texts } = language;
  const { verdict } = texts.onboarding;
  const [low, high] = early.differenceInterval;
  const told = {
    early: early.early,
    horizon: early.horizon,
    share: format.percent(early.share),
    interval: early.interval ? intervalText(early.interval, language) : texts.onboarding.finding.noInterval,
    expected: format.percent(early.expected),
    even: format.percent(early.even),
    difference: texts.base.points(Math.abs(early.difference)),
    range:
      early.difference < 0
        ? texts.base.interval(texts.base.points(-high), texts.base.points(-low))
        : texts.base.interval(texts.base.points(low), texts.base.points(high)),
  };
  if (low > 0) return [verdict.early(told)];
  return [high < 0 ? verdict.late(told) : verdict.even(told)];
}

function benchmarkSentence(
  { days }: OnboardingResult,
  benchmark: number | null,
  { texts, format }: Language,
): string[] {
  const first = days.find(({ share }) => share.n > 0);
  const interval = first?.share.interval;
  if (benchmark === null || !first || !interval) return [];
  const { verdict } = texts.onboarding;
  const told = format.percent(benchmark);
  if (interval[0] > benchmark) return [verdict.benchmark.above(first.day, told)];
  return [
    interval[1] < benchmark
      ? verdict.benchmark.below(first.day, told)
      : verdict.benchmark.unclear(first.day, told),
  ];
}

function nextStep({ early, funnel }: OnboardingResult, { texts }: Language): string {
  const { next } = texts.onboarding;
  if (early && early.differenceInterval[0] > 0) return funnel ? next.early : next.funnel;
  return next.found;
}
