import { newcombe, type Counted } from "../stats/newcombe";
import { parallelTrends, type PairedPeriod } from "../stats/parallel-trends";
import type { BeforeAfterResult } from "./result";
import { both } from "./result";
import type { WeekRow } from "./weeks";

/** Weeks in which both parts had beginners, in order. */
function pairedWeeks(rows: readonly WeekRow[], side: "before" | "after"): PairedPeriod[] {
  const weeks = [...new Set(rows.filter((row) => row.side === side).map(({ week }) => week))];
  const of = (week: number, touched: boolean): Counted =>
    rows
      .filter((row) => row.side === side && row.week === week && row.touched === touched)
      .reduce((sum, { x, n }) => ({ x: sum.x + x, n: sum.n + n }), { x: 0, n: 0 });
  return weeks
    .toSorted((a, b) => a - b)
    .map((week) => ({ t: week, treated: of(week, true), control: of(week, false) }))
    .filter(({ treated, control }) => treated.n > 0 && control.n > 0);
}

/** The event study: touched less others, week by week, on both sides of the action. */
export function apartOf(rows: readonly WeekRow[]): BeforeAfterResult["apart"] {
  return both.flatMap((side) =>
    pairedWeeks(rows, side).flatMap(({ t, treated, control }) => {
      const told = newcombe(treated, control);
      return told
        ? [{ week: t, side, difference: told.difference, interval: [...told.interval] as [number, number] }]
        : [];
    }),
  );
}

/** The line through the differences before the action, and what it makes until after it. */
export function trendOf(rows: readonly WeekRow[]): BeforeAfterResult["trend"] {
  const [before, after] = both.map((side) => pairedWeeks(rows, side));
  const told = parallelTrends(before!);
  if (!told.ok || after!.length === 0) return null;
  const span = middleOf(after!) - middleOf(before!);
  const [low, high] = told.interval;
  return {
    weeks: before!.length,
    slope: told.slope,
    level: told.level,
    middle: told.middle,
    interval: [low, high],
    p: told.p,
    drift: told.slope * span,
    driftInterval: [low * span, high * span],
  };
}

/** Of the weeks in which the touched began, each as often as they did. */
function middleOf(weeks: readonly PairedPeriod[]): number {
  const n = weeks.reduce((sum, { treated }) => sum + treated.n, 0);
  return weeks.reduce((sum, { t, treated }) => sum + t * treated.n, 0) / n;
}
