import { convertRate, daysIn, meanLifetime, medianLifetime } from "../stats/convert-rate";
import { pChart, type PChart } from "../stats/p-chart";
import type { Share } from "../share";
import type { OverTimeParams } from "./params";
import type { OverTimeResult, Period } from "./result";

/** The share that is judged: of the customers of the period before, or of everybody ever seen. */
export function judgedShare(period: Period, base: OverTimeParams["base"]): Share {
  return base === "cumulative" ? period.ever : period.attrition;
}

/** Marks the baseline and holds every period against it. */
export function withLimits(
  periods: readonly Period[],
  { base, baseline }: Pick<OverTimeParams, "base" | "baseline">,
): { periods: Period[]; baseline: OverTimeResult["baseline"]; chart: PChart | null } {
  const first = periods.filter(({ isJudged }) => isJudged).slice(0, baseline);
  // Against everybody ever seen the share grows by itself: no first periods can be its measure.
  const isHeld = base === "previous" && first.length === baseline;
  const chart = isHeld ? pChart(first.map((period) => judgedShare(period, base))) : null;
  const from = first[0]?.opens;
  const to = first[first.length - 1]?.closes;
  return {
    periods: periods.map((period) => ({
      ...period,
      inBaseline: first.includes(period),
      ...(chart && held(judgedShare(period, base), chart)),
    })),
    baseline: {
      wanted: baseline,
      found: first.length,
      chart:
        chart && from !== undefined && to !== undefined
          ? {
              centre: chart.centre,
              n: first.reduce((n, period) => n + judgedShare(period, base).n, 0),
              inflation: chart.inflation,
              from,
              to,
            }
          : null,
    },
    chart,
  };
}

function held({ rate, n }: Share, chart: PChart): Pick<Period, "limits" | "side"> {
  const limits = chart.limits(n);
  if (rate === null || limits === null) return { limits: null, side: null };
  return {
    limits: [limits[0], limits[1]],
    side: rate > limits[1] ? "above" : rate < limits[0] ? "below" : "inside",
  };
}

/** Beyond three sigmas, or two of the last three beyond two sigmas on one side (Western Electric rules 1 and 2). */
export function signalOf(
  periods: readonly Period[],
  base: OverTimeParams["base"],
  chart: PChart | null,
): OverTimeResult["signal"] {
  const judged = periods.filter(({ isJudged }) => isJudged);
  const latest = judged[judged.length - 1];
  if (!chart || !latest || latest.inBaseline || latest.side === null) return null;
  if (latest.side !== "inside") return latest.side;
  const last = judged.slice(-3).filter(({ inBaseline }) => !inBaseline);
  const beyond = (side: 0 | 1) =>
    last.filter((period) => {
      const { rate, n } = judgedShare(period, base);
      const limit = chart.limits(n, 2)?.[side];
      return rate !== null && limit !== undefined && (side === 1 ? rate > limit : rate < limit);
    });
  // The rule speaks of the latest point only if it is one of the two.
  if (beyond(1).length >= 2 && beyond(1).includes(latest)) return "two of three above";
  if (beyond(0).length >= 2 && beyond(0).includes(latest)) return "two of three below";
  return "inside";
}

/** Three-valued, by the interval: a share is below a target only when its whole interval is. */
export function targetOf({ interval }: Share, target: number | null): OverTimeResult["target"] {
  if (target === null || !interval) return null;
  return interval[1] <= target ? "met" : interval[0] > target ? "missed" : "cannot tell";
}

export function alertOf({ interval }: Share, alert: number | null): OverTimeResult["alert"] {
  if (alert === null || !interval) return null;
  return interval[0] > alert ? "raised" : interval[1] <= alert ? "quiet" : "cannot tell";
}

export function conversionOf(share: Share, grain: OverTimeParams["grain"]): OverTimeResult["conversion"] {
  const { rate, interval } = share;
  if (rate === null || !interval) return [];
  return (["week", "month", "quarter", "year"] as const).map((per) => ({
    per,
    rate: per === grain ? rate : convertRate(rate, daysIn[grain], daysIn[per]),
    interval: [
      convertRate(interval[0], daysIn[grain], daysIn[per]),
      convertRate(interval[1], daysIn[grain], daysIn[per]),
    ],
  }));
}

export function lifetimeOf({ rate }: Share): OverTimeResult["lifetime"] {
  return rate === null ? null : { mean: meanLifetime(rate), median: medianLifetime(rate) };
}
