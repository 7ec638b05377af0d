import { mostLevels } from "../adoption-score/bands";
import { shareOf } from "../share";
import { benjaminiHochberg } from "../stats/benjamini-hochberg";
import { logistic } from "../stats/logistic";
import { mantelHaenszel } from "../stats/mantel-haenszel";
import { normalQuantile } from "../stats/normal-quantile";
import { standardise } from "../stats/standardise";
import type { Pattern } from "./read-counts";
import type { AuditResult, ReportResult } from "./result";
import { countOf, meanOf } from "./series";

interface Asked {
  /** Bounds between bands, where there are more scores than stand for themselves. */
  readonly bands: readonly number[];
  readonly margin: number;
  /** Dates up to this day are what later ones are held against; null: the first alone. */
  readonly validFrom: string | null;
}

type Level = ReportResult["audit"]["levels"][number];

/**
 * Do customers with equal scores stay as often as when the score was found? A measure that becomes a target stops measuring:
 * scores rise and nobody stays longer. Each date's outcome lies apart from that of the next, so that nobody's staying is
 * counted twice.
 */
export function auditOf(
  patterns: readonly Pattern[],
  { bands, margin, validFrom }: Asked,
): ReportResult["audit"] {
  const known = patterns.filter((one) => one.isAudit && one.isSeen && one.stays !== null);
  const levels = levelsOf(known, bands);
  const days = [...new Set(known.map(({ day }) => day))].sort();
  const isReference = (day: string, place: number) => place === 0 || (validFrom !== null && day <= validFrom);
  const before = days.filter(isReference);
  const of = (those: readonly string[]) => known.filter(({ day }) => those.includes(day));
  const reference = of(before);
  const compared = days.map((day, place) =>
    isReference(day, place) ? null : comparedOf(of([day]), reference, levels),
  );
  const q = benjaminiHochberg(compared.flatMap((one) => (one && one.p !== null ? [one.p] : [])));
  let tested = 0;
  const dates = days.map((day, place): AuditResult => {
    const there = of([day]);
    const one = compared[place] ?? null;
    const ownQ = one && one.p !== null ? (q[tested++] ?? null) : null;
    return {
      day,
      isReference: isReference(day, place),
      customers: countOf(there),
      mean: meanOf(there),
      stayed: stayedOf(there),
      levels: levels.map((level) => stayedOf(there.filter(({ score }) => isIn(score, level)))),
      equal: one && { ...one, q: ownQ, verdict: judge(one.interval, ownQ, margin) },
      slope: slopeOf(there),
    };
  });
  const last = dates.at(-1);
  return {
    levels,
    dates,
    verdict: last?.equal?.verdict ?? null,
    sorts: !last?.slope
      ? null
      : last.slope.interval[0] > 1
        ? "yes"
        : last.slope.interval[1] < 1
          ? "no"
          : "cannot tell",
  };
}

/** Each score by itself, or bands where there are many. */
function levelsOf(known: readonly Pattern[], bands: readonly number[]): Level[] {
  const scores = [...new Set(known.map(({ score }) => score))].sort((a, b) => a - b);
  if (scores.length <= mostLevels) return scores.map((score) => ({ from: score, to: score }));
  const bounds = [0, ...bands.filter((bound) => bound < 100), 100];
  return bounds.slice(1).map((to, i) => ({ from: bounds[i]!, to }));
}

function isIn(score: number, { from, to }: Level): boolean {
  if (from === to) return score === from;
  return score >= from && (to === 100 ? score <= 100 : score < to);
}

function stayedOf(rows: readonly Pattern[]) {
  return shareOf(countOf(rows.filter(({ stays }) => stays === true)), countOf(rows));
}

function comparedOf(now: readonly Pattern[], then: readonly Pattern[], levels: readonly Level[]) {
  const strata = levels.map((level) => {
    const at = (rows: readonly Pattern[]) => stayedOf(rows.filter(({ score }) => isIn(score, level)));
    return { a: at(now), b: at(then) };
  });
  const found = standardise(strata);
  if (!found) return null;
  return {
    now: found.a,
    then: found.b,
    difference: found.difference,
    interval: [found.differenceInterval[0], found.differenceInterval[1]] as [number, number],
    p: mantelHaenszel(strata)?.test?.p ?? null,
    leftOut: found.leftOut,
  };
}

/** Beyond chance in this and in all comparisons together; smaller than what matters; or nobody can tell. */
function judge([low, high]: readonly [number, number], q: number | null, margin: number) {
  if (high < 0 && q !== null && q < 0.05) return "lower";
  if (low > 0 && q !== null && q < 0.05) return "higher";
  return low > -margin && high < margin ? "same" : "cannot tell";
}

/** By how much the odds of staying are multiplied with each ten points; null where no line can be drawn, or only an upright one. */
function slopeOf(rows: readonly Pattern[]): AuditResult["slope"] {
  const fit = logistic(
    rows.map(({ score, stays, customers }) => ({
      values: [1, score / 10],
      x: stays ? customers : 0,
      n: customers,
    })),
  );
  if (!fit.ok) return null;
  const [value, reach] = [fit.coefficients[1]!, normalQuantile(0.975) * Math.sqrt(fit.covariance[1]![1]!)];
  return { value: Math.exp(value), interval: [Math.exp(value - reach), Math.exp(value + reach)] };
}
