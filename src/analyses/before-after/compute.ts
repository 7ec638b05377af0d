import type { Answers } from "../analysis";
import { dayAt } from "../answer";
import { rowCounts } from "../row-counts";
import { shareOf } from "../share";
import { sameShare } from "../segments/same-share";
import { differenceInDifferences } from "../stats/difference-in-differences";
import { newcombe, type Counted } from "../stats/newcombe";
import { segmented } from "../stats/segmented";
import { apartOf, trendOf } from "./apart";
import { hasDesign, hasOwnDays, type BeforeAfterParams } from "./params";
import { sides, type BeforeAfterRequest, type Side } from "./query";
import { computeStaggered } from "./staggered-compute";
import { readWeeks, type WeekRow } from "./weeks";
import type { BeforeAfterResult, Change } from "./result";

export function computeBeforeAfter(answers: Answers, { params }: BeforeAfterRequest): BeforeAfterResult {
  const rows = readWeeks(answers);
  const of = (touched: boolean, side: Side) =>
    summed(rows.filter((row) => row.touched === touched && row.side === side));
  const touched = { before: of(true, "before"), after: of(true, "after") };
  const others = { before: of(false, "before"), after: of(false, "after") };
  const told = hasDesign(params) ? differenceInDifferences(touched, others) : null;
  const weeks = weeksOf(rows);
  const onSide = (side: string) => weeks.filter((week) => week.side === side).length;
  return {
    rows: rowCounts(answers),
    clock: clockOf(answers),
    states: sides.flatMap((side) => {
      const { n } = summed(rows.filter((row) => row.side === side));
      return n > 0 ? [{ side, customers: n }] : [];
    }),
    parts: [
      ...(touched.before.n + touched.after.n > 0 ? [partOf("touched", touched)] : []),
      ...(others.before.n + others.after.n > 0 ? [partOf("others", others)] : []),
    ],
    change: changeOf(touched),
    elsewhere: hasDesign(params) ? changeOf(others) : null,
    beyond: told?.ok ? { estimate: told.estimate, interval: [...told.interval], p: told.p } : null,
    line: lineOf(weeks, params),
    weeks,
    ...(hasDesign(params) ? { apart: apartOf(rows), trend: trendOf(rows) } : { apart: [], trend: null }),
    weeksBefore: onSide("before"),
    weeksAfter: onSide("after"),
    overlapping: hasOwnDays(params) ? [] : overlapping(params),
    staggered: hasOwnDays(params) ? computeStaggered(answers, params) : null,
  };
}

function summed(rows: readonly Counted[]): Counted {
  return rows.reduce((sum, { x, n }) => ({ x: sum.x + x, n: sum.n + n }), { x: 0, n: 0 });
}

interface Both {
  readonly before: Counted;
  readonly after: Counted;
}

function partOf(part: "touched" | "others", { before, after }: Both): BeforeAfterResult["parts"][number] {
  return { part, before: shareOf(before.x, before.n), after: shareOf(after.x, after.n) };
}

function changeOf({ before, after }: Both): Change | null {
  const told = newcombe(after, before);
  return told && { estimate: told.difference, interval: [...told.interval], p: sameShare(before, after) };
}

/** Of those who met the action, whole weeks of beginners. */
function weeksOf(rows: readonly WeekRow[]): BeforeAfterResult["weeks"] {
  return rows.flatMap(({ side, touched, week, x, n }) =>
    touched && (side === "before" || side === "after") ? [{ week, side, share: shareOf(x, n) }] : [],
  );
}

function lineOf(
  weeks: BeforeAfterResult["weeks"],
  { rollout }: BeforeAfterParams,
): BeforeAfterResult["line"] {
  const from = Math.floor(rollout / 7);
  const told = segmented(
    weeks.map(({ week, share }) => ({ t: week, x: share.x, n: share.n })),
    from,
  );
  if (!told.ok) return null;
  const change = ({ estimate, interval, p }: typeof told.level): Change => ({
    estimate,
    interval: [...interval],
    p,
  });
  return {
    level: change(told.level),
    atEnd: change(told.atEnd),
    isLikeInTime: told.warnings.includes("autocorrelated"),
    points: told.points.map(({ t, fitted, without, withoutInterval }) => ({
      week: t,
      fitted,
      without,
      withoutInterval: [...withoutInterval],
    })),
  };
}

/** Of the days that were named, those from the first beginner before to the end of the last one's time. */
function overlapping({ action, others, rollout, within, span }: BeforeAfterParams): string[] {
  if (action === "auto") return [];
  const at = Date.parse(`${action}T00:00:00Z`);
  const day = 86_400_000;
  const [first, last] = [at - (within + span) * day, at + (rollout + span + within) * day];
  return [...new Set(others.match(/\d{4}-\d{2}-\d{2}/g) ?? [])].sort().filter((one) => {
    const time = Date.parse(`${one}T00:00:00Z`);
    const isDay = Number.isFinite(time) && new Date(time).toISOString().startsWith(one);
    return isDay && one !== action && time >= first && time < last;
  });
}

function clockOf({ clock }: Answers): BeforeAfterResult["clock"] {
  const [firstDay, asOf] = clock ? [dayAt(clock, 0, "first_day"), dayAt(clock, 0, "as_of")] : [null, null];
  return firstDay !== null && asOf !== null ? { firstDay, asOf } : null;
}
