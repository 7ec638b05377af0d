import type { Table } from "../../engine";
import type { Answers } from "../analysis";
import { countAt, dayAt, numberAt } from "../answer";
import { rowCounts, type RowCounts } from "../row-counts";
import { shareOf } from "../share";
import { kaplanMeier, survivalAt, type SurvivalCurve } from "../stats/kaplan-meier";
import { medianOf } from "../stats/survival-quantile";
import { hazardOf } from "./hazard";
import { judge, neededToTell } from "./judge";
import { leakOf } from "./leak";
import { monthsOf } from "./months";
import type { RepeatPurchaseParams } from "./params";
import { partsOf, type Part } from "./parts";
import { productsOf } from "./products";
import type { RepeatPurchaseRequest } from "./purchases";
import { firstDays } from "./query";
import type { RepeatPurchaseResult } from "./result";

const horizonDays = [7, 14, 30, 60, 90, 180, 365, 730];

/** What DuckDB has counted; `parts` as `countsQuery` gives them. */
export interface Counted extends Pick<RepeatPurchaseResult, "rows" | "asOf" | "gap" | "products"> {
  readonly parts: (part: string) => readonly Part[];
}

export function computeRepeatPurchase(
  answers: Answers,
  { params }: RepeatPurchaseRequest,
): RepeatPurchaseResult {
  return resultOf(
    {
      rows: withoutRefunds(rowCounts(answers), answers.refunds),
      asOf: readAsOf(answers),
      gap: answers.gap ? gapOf(answers.gap) : null,
      products: params.product === null ? null : productsOf(answers.pairs),
      parts: partsOf(answers.counts),
    },
    params,
  );
}

/** Everything that follows from the counts. */
export function resultOf(
  { parts, asOf, ...known }: Counted,
  { purchase, window, threshold }: RepeatPurchaseParams,
): RepeatPurchaseResult {
  const windows = parts("windows").map(({ days, a, b }) => ({ days: days!, again: shareOf(b, a) }));
  const cohort = windows.find(({ days }) => days === window)?.again ?? shareOf(0, 0);
  const [recent] = parts("recent");
  const [buyers] = parts("buyers");
  const curve = kaplanMeier(parts("days").map(({ days, b, c }) => ({ time: days!, events: b, censored: c })));
  const months = asOf === null ? [] : monthsOf(parts("months"), asOf, window);
  return {
    ...known,
    asOf: buyers && buyers.a > 0 ? asOf : null,
    purchase,
    window,
    threshold,
    readings: {
      cohort,
      stock: shareOf(recent?.b ?? 0, recent?.a ?? 0),
      returning: shareOf(recent?.c ?? 0, recent?.a ?? 0),
    },
    recentFrom: recent?.opens ?? null,
    judgement: judge(cohort, threshold),
    needed: neededToTell(cohort, threshold),
    windows,
    days: daysOf(curve),
    horizons: [...new Set([...horizonDays, window])]
      .sort((a, b) => a - b)
      .flatMap((days) => horizonAt(curve, days)),
    median: medianDays(curve),
    firstDays: { days: firstDays, share: shareOf(buyers?.c ?? 0, buyers?.b ?? 0) },
    hazard: hazardOf(curve),
    months,
    leak: leakOf(months),
  };
}

/** Null when the table has no time. */
export function readAsOf({ known }: Answers): string | null {
  return known && known.rowCount > 0 ? dayAt(known, 0, "as_of") : null;
}

function daysOf({ steps }: SurvivalCurve): RepeatPurchaseResult["days"] {
  return steps.map(({ time, atRisk, events, censored, survival, interval }) => ({
    days: time,
    atRisk,
    boughtAgain: events,
    notYet: censored,
    share: 1 - survival,
    interval: complement(interval),
  }));
}

function horizonAt(curve: SurvivalCurve, days: number): RepeatPurchaseResult["horizons"] {
  const at = survivalAt(curve, days);
  if (!at) return [];
  return [{ days, atRisk: at.atRisk, share: 1 - at.survival, interval: complement(at.interval) }];
}

/** Who has bought again instead of who has not. */
function complement(interval: readonly [number, number] | null): [number, number] | null {
  return interval && [1 - interval[1], 1 - interval[0]];
}

function medianDays(curve: SurvivalCurve): RepeatPurchaseResult["median"] {
  const { time, interval } = medianOf(curve);
  return { days: time, interval: [interval[0], interval[1]] };
}

/** The rows of refunds passed the rule, but are no purchases. */
function withoutRefunds(rows: RowCounts, table: Table | undefined): RowCounts {
  const refunds = table ? countAt(table, 0, "rows") : 0;
  if (refunds === 0) return rows;
  return {
    ...rows,
    used: rows.used - refunds,
    excluded: [...rows.excluded, { why: "refund", rows: refunds }],
  };
}

function gapOf(table: Table): NonNullable<RepeatPurchaseResult["gap"]> {
  return {
    customers: countAt(table, 0, "customers"),
    p50: numberAt(table, 0, "p50"),
    p80: numberAt(table, 0, "p80"),
  };
}
