import type { Grain } from "../calendar";
import type { Verdict } from "../report";
import { isSmallSample } from "../share";
import type { Language } from "../texts";
import { longestDays } from "../usual-gap";
import { whoIs } from "./counts";
import { judgedShare } from "./judge";
import type { OverTimeRequest } from "./query";
import type { OverTimeResult, Period } from "./result";

/** The last rate, whether it is out of the ordinary, where the series goes, and what that means for target and alert. */
export function overTimeVerdict(
  result: OverTimeResult,
  { params }: OverTimeRequest,
  flips: boolean,
  language: Language,
): Verdict {
  const { texts, format } = language;
  const told = texts.overTime;
  if (result.refused) return { level: "refused", sentence: told.refusedWeeks, next: told.refusedWeeksNext };
  const latest = result.latest === null ? undefined : result.periods[result.latest];
  if (!latest)
    return result.rows?.used === 0
      ? { level: "cannot-tell", sentence: told.verdict.noRows, next: told.next.noRows }
      : { level: "cannot-tell", sentence: told.verdict.nothing, next: told.next.nothing };
  const share = judgedShare(latest, params.base);
  const set = [params.target, params.alert].flatMap((level) => (level === null ? [] : [level]));
  const rate = format.percentBeside(share.rate ?? 0, latest.limits ?? []);
  const [low, high] = share.interval ?? [0, 1];
  const interval = texts.base.interval(format.percentBeside(low, set), format.percentBeside(high, set));
  const fact = {
    opens: latest.opens,
    grain: result.grain,
    lost: share.x,
    n: share.n,
    rate,
    interval,
    thatIs: texts.base.thatIs(share.rate ?? 0, share.n),
  };
  return {
    level:
      flips || isSmallSample(share) || (result.signal === null && result.base === "previous")
        ? "likely"
        : "certain",
    sentence: [
      params.base === "cumulative" ? told.verdict.everRate(fact) : told.verdict.rate(fact),
      signalSentence(result, latest, share.rate ?? 0, language),
      trendSentence(result, language),
      ...thresholds(result, params, [low, high], language),
    ]
      .filter(Boolean)
      .join(" "),
    number: {
      value: rate,
      interval,
      base: texts.base.ofBase(share.x, share.n),
      ...(params.base === "previous" && share.x > 0 && { who: whoIs("lost", latest, result, language) }),
    },
    next: nextStep(result, language),
  };
}

function signalSentence(
  { signal, baseline, base }: OverTimeResult,
  { limits }: Period,
  rate: number,
  { texts, format }: Language,
): string {
  const told = texts.overTime.verdict;
  if (base === "cumulative") return told.everNoSignal;
  if (signal === null || !limits) return told.noSignal(baseline.found, baseline.wanted);
  return told.signal[signal](
    format.percentBeside(limits[0], [rate]),
    format.percentBeside(limits[1], [rate]),
  );
}

function trendSentence({ trend, grain }: OverTimeResult, { texts }: Language): string {
  const told = texts.overTime.verdict;
  if (!trend.found) return "";
  const [low, high] = trend.interval;
  if (low > 0) return told.rising(...moved(trend.perPeriod, low, high, trend.periods, grain, texts));
  if (high < 0) return told.falling(...moved(-trend.perPeriod, -high, -low, trend.periods, grain, texts));
  return told.level(trend.periods, grain);
}

function moved(
  by: number,
  low: number,
  high: number,
  periods: number,
  grain: Grain,
  { base }: Language["texts"],
): [string, string, string, number, Grain] {
  return [base.points(by), base.points(low), base.points(high), periods, grain];
}

function thresholds(
  { target, alert }: OverTimeResult,
  params: OverTimeRequest["params"],
  interval: readonly number[],
  { texts, format }: Language,
): string[] {
  const told = texts.overTime.verdict;
  return [
    ...(target && params.target !== null
      ? [told.target[target](format.percentBeside(params.target, interval))]
      : []),
    ...(alert && params.alert !== null
      ? [told.alert[alert](format.percentBeside(params.alert, interval))]
      : []),
  ];
}

function nextStep({ signal, lonely, gap, grain }: OverTimeResult, { texts }: Language): string {
  const { next } = texts.overTime;
  if (lonely) return next.lonely;
  if (gap?.p80 != null && gap.p80 > longestDays[grain]) return next.gap(Math.ceil(gap.p80));
  if (signal === "above" || signal === "two of three above") return next.above;
  if (signal === "below" || signal === "two of three below") return next.below;
  return next.inside;
}
