import type { Answers } from "../analysis";
import { countAt, dayAt, numberAt } from "../answer";
import { rowCounts } from "../row-counts";
import { alertOf, conversionOf, judgedShare, lifetimeOf, signalOf, targetOf, withLimits } from "./judge";
import { mostShown, refusesWeeks } from "./params";
import type { OverTimeRequest } from "./query";
import { readPeriods } from "./read-periods";
import type { OverTimeResult, Period } from "./result";
import { trendOf } from "./trend";

export function computeOverTime(answers: Answers, { params }: OverTimeRequest): OverTimeResult {
  const read = answers.periods ? readPeriods(answers.periods) : [];
  const { periods, baseline, chart } = withLimits(read, params);
  const shown = periods.slice(-(params.periods ?? mostShown));
  const latest = shown.findLastIndex(({ isJudged }) => isJudged);
  const share = latest >= 0 ? judgedShare(shown[latest]!, params.base) : nobody;
  return {
    mode: params.mode,
    grain: params.grain,
    base: params.base,
    refused: refusesWeeks(params) ? "weeks" : null,
    rows: answers.rows ? rowCounts(answers) : null,
    gap: answers.gap
      ? {
          customers: countAt(answers.gap, 0, "customers"),
          p50: numberAt(answers.gap, 0, "p50"),
          p80: numberAt(answers.gap, 0, "p80"),
        }
      : null,
    asOf: answers.extent && answers.extent.rowCount > 0 ? dayAt(answers.extent, 0, "as_of") : null,
    periods: shown,
    total: periods.length,
    baseline,
    latest: latest >= 0 ? latest : null,
    signal: signalOf(periods, params.base, chart),
    trend:
      params.base === "cumulative" ? { found: false, why: "cumulative base" } : trendOf(periods, answers),
    target: targetOf(share, params.target),
    alert: alertOf(share, params.alert),
    conversion: params.base === "cumulative" ? [] : conversionOf(share, params.grain),
    lifetime: params.base === "cumulative" ? null : lifetimeOf(share),
    firstPeriod: firstPeriodOf(periods),
    monthsSeen: monthsSeen(periods),
    lonely: lonelyOf(periods),
  };
}

const nobody = { x: 0, n: 0, rate: null, interval: null };

/** `new` of all periods is everybody ever seen; `ever` of the last adds those who never came up to k. */
function firstPeriodOf(periods: readonly Period[]): OverTimeResult["firstPeriod"] {
  const second = periods[1];
  const last = periods[periods.length - 1];
  if (!second || !last) return { x: 0, n: 0 };
  return { x: second.ever.n, n: last.ever.n + last.new };
}

function monthsSeen(periods: readonly Period[]): number {
  const complete = periods.filter(({ state }) => state === "complete");
  const first = complete[0];
  const last = complete[complete.length - 1];
  if (!first || !last) return 0;
  return (Date.parse(last.closes) - Date.parse(first.opens)) / 86_400_000 / 30.4375;
}

/** The first or last period with anybody in it, when more than a year without a soul divides it from the others. */
function lonelyOf(periods: readonly Period[]): OverTimeResult["lonely"] {
  const present = periods.filter(({ atEnd }) => atEnd > 0);
  const apart = (a: Period | undefined, b: Period | undefined) =>
    a !== undefined && b !== undefined && Date.parse(b.opens) - Date.parse(a.closes) > 366 * 86_400_000;
  const [first, second] = present;
  const [last, beforeLast] = [present[present.length - 1], present[present.length - 2]];
  if (apart(beforeLast, last)) return { side: "last", opens: last!.opens };
  if (apart(first, second)) return { side: "first", opens: first!.opens };
  return null;
}
