import { medianOf } from "../adoption-score/everyone";
import { shareOf } from "../share";
import { studentReach } from "../stats/student-t";
import { monthOf } from "./months";
import type { Change, Pattern } from "./read-counts";
import type { DateResult, MonthResult } from "./result";

interface Seen {
  readonly patterns: readonly Pattern[];
  readonly changes: readonly Change[];
  readonly months: readonly MonthResult[];
  /** Bounds between bands, rising. */
  readonly bands: readonly number[];
  readonly levers: number;
}

/** Each date with the mean, how it is spread, how many have each lever on, and what moved it. */
export function seriesOf(days: readonly string[], seen: Seen): DateResult[] {
  const found: DateResult[] = [];
  for (const day of days) found.push(dateOf(day, found.at(-1) ?? null, seen));
  return found;
}

function dateOf(day: string, before: DateResult | null, seen: Seen): DateResult {
  const there = seen.patterns.filter((one) => one.isShown && one.day === day);
  const scored = there.filter(({ isSeen }) => isSeen);
  const customers = countOf(scored);
  const mean = meanOf(scored);
  const deviation = mean === null ? null : deviationOf(scored, mean, customers);
  const month = seen.months.findIndex(({ opens }) => opens === monthOf(day));
  return {
    day,
    customers,
    tooNew: countOf(there) - customers,
    mean,
    median: medianOf(scored),
    interval: mean === null ? null : intervalOf(mean, deviation, customers),
    deviation,
    bands: [...seen.bands, Infinity].map((_, i) =>
      countOf(scored.filter(({ score }) => bandOf(score, seen.bands) === i)),
    ),
    levers: Array.from({ length: seen.levers }, (_, i) =>
      shareOf(countOf(scored.filter(({ on }) => on[i] === 1)), customers),
    ),
    step:
      before &&
      stepOf(
        mean,
        before.mean,
        seen.changes.filter((one) => one.day === day),
      ),
    month: month < 0 ? null : month,
  };
}

/** How many bounds a score has reached. */
export function bandOf(score: number, bands: readonly number[]): number {
  return bands.filter((bound) => score >= bound).length;
}

/** mean − before = (mean − mean of both) + (change of both) + (mean of both then − before). */
function stepOf(mean: number | null, before: number | null, changes: readonly Change[]): DateResult["step"] {
  const both = countOf(changes);
  if (mean === null || before === null || both === 0) return null;
  const of = (isIn: (change: number) => boolean) => countOf(changes.filter(({ change }) => isIn(change)));
  const moved = changes.reduce((sum, { change, customers }) => sum + millionths(change) * customers, 0);
  const now = changes.reduce((sum, one) => sum + one.sum, 0);
  return {
    both,
    up: of((change) => change > 0),
    down: of((change) => change < 0),
    same: moved / both / million,
    came: mean - now / both / million,
    went: (now - moved) / both / million - before,
  };
}

/** Scores are summed as whole millionths: exact in any order, so that nobody coming is a change of nothing. */
const million = 1e6;

function millionths(score: number): number {
  return Math.round(score * million);
}

export function countOf(rows: readonly { readonly customers: number }[]): number {
  return rows.reduce((sum, { customers }) => sum + customers, 0);
}

export function meanOf(
  rows: readonly { readonly score: number; readonly customers: number }[],
): number | null {
  const customers = countOf(rows);
  if (customers === 0) return null;
  return rows.reduce((sum, one) => sum + millionths(one.score) * one.customers, 0) / customers / million;
}

function deviationOf(rows: readonly Pattern[], mean: number, customers: number): number | null {
  if (customers < 2) return null;
  const squares = rows.reduce((sum, one) => sum + one.customers * (one.score - mean) ** 2, 0);
  return Math.sqrt(squares / (customers - 1));
}

/** Of equal scores nobody knows how far they would spread. */
function intervalOf(mean: number, deviation: number | null, customers: number): [number, number] | null {
  if (deviation === null || !(deviation > 0)) return null;
  const reach = (studentReach(0.95, customers - 1) * deviation) / Math.sqrt(customers);
  return [Math.max(0, mean - reach), Math.min(100, mean + reach)];
}

/** What moved the mean from the first date to the last: the parts of all steps together; null where a step is missing. */
export function movedOver(dates: readonly DateResult[]): { same: number; mix: number; all: number } | null {
  const steps = dates.slice(1).map(({ step }) => step);
  if (steps.length === 0 || steps.some((step) => step === null)) return null;
  const sum = (part: "same" | "came" | "went") => steps.reduce((all, step) => all + step![part], 0);
  return { same: sum("same"), mix: sum("came") + sum("went"), all: dates.at(-1)!.mean! - dates[0]!.mean! };
}
