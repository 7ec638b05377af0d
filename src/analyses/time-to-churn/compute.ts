import type { Answers } from "../analysis";
import { countAt, dayAt, numberAt, textAt } from "../answer";
import { rowCounts } from "../row-counts";
import type { ChurnRequest, Clock } from "./clock";
import { compare } from "./compare";
import { commonReach, curveOf, together, type Counted } from "./curve";
import { intervalsOf } from "./intervals";
import { omissions } from "./lives";
import { mostTimes, type ChurnParams } from "./params";
import type { ChurnResult } from "./result";

export function computeChurn(answers: Answers, { params }: ChurnRequest): ChurnResult {
  const clock = readClock(answers);
  return {
    mode: params.mode,
    unit: params.unit,
    scale: params.scale,
    refused: refusal(answers, params),
    rows: answers.rows ? rowCounts(answers) : null,
    clock: clock && { ...clock, firstDay: dayAt(answers.clock!, 0, "first_day") },
    usual:
      params.mode === "inactivity" && answers.clock?.rowCount
        ? { p95: numberAt(answers.clock, 0, "p95"), customers: countAt(answers.clock, 0, "customers") }
        : null,
    statuses: readRows(answers, "statuses", (table, row) => ({
      status: textAt(table, row, "status"),
      rows: countAt(table, row, "rows"),
    })),
    omitted: readOmitted(answers),
    facts: readFacts(answers),
    ...estimate(readCounts(answers), params),
  };
}

type Estimated = Pick<ChurnResult, "overall" | "groups" | "tau" | "intervals" | "comparison">;

/** All that follows from customers counted by group and time. */
export function estimate(
  counted: readonly Counted[],
  params: Pick<ChurnParams, "horizons" | "scale" | "tau" | "unit">,
): Estimated {
  const overall = together(counted);
  const isGrouped = counted.some(({ place, level }) => place !== 1 || level !== null);
  const groups = isGrouped ? counted : [];
  const tau = commonReach(groups.length ? groups.filter(({ place }) => place !== 0) : [overall], params);
  const curves = groups.map((group) => curveOf(group, params, tau));
  return {
    overall: curveOf(overall, params, tau),
    groups: curves,
    tau,
    intervals: intervalsOf(overall, params.unit),
    comparison: compare(groups, curves),
  };
}

/** What has to be known for counting; null where the table has no usable day. */
export function readClock({ clock }: Answers): Clock | null {
  const asOf = clock?.rowCount ? dayAt(clock, 0, "as_of") : null;
  if (!clock || asOf === null) return null;
  return { asOf, gap: countAt(clock, 0, "gap"), from: dayAt(clock, 0, "observed_from") };
}

/** Why nothing is counted, where a column of durations is not what it was taken for. */
export function refusal({ statuses, times }: Answers, { event }: ChurnParams): ChurnResult["refused"] {
  if (!statuses) return null;
  const isKnown = statuses.rows().some((row) => row.is_event === true);
  if (!isKnown && statuses.rowCount > 0) return event.trim() === "" ? "no event" : "no such event";
  return times && countAt(times, 0, "times") > mostTimes ? "too many times" : null;
}

/** Customers by group and time, the unknown group last. */
export function readCounts({ counts }: Answers): Counted[] {
  if (!counts) return [];
  const groups = new Map<number, { place: number; level: string | null; rows: Counted["rows"][number][] }>();
  for (let row = 0; row < counts.rowCount; row++) {
    const place = countAt(counts, row, "place");
    const group = groups.get(place) ?? { place, level: counts.text(row, "level"), rows: [] };
    group.rows.push({
      time: numberAt(counts, row, "time") ?? 0,
      events: countAt(counts, row, "events"),
      censored: countAt(counts, row, "censored"),
      entered: countAt(counts, row, "entered"),
    });
    groups.set(place, group);
  }
  // The unknown level comes last.
  return [...groups.values()].sort((a, b) => (a.place || Infinity) - (b.place || Infinity));
}

function readOmitted(answers: Answers): ChurnResult["omitted"] {
  const found = readRows(answers, "facts", (table, row) => ({
    why: textAt(table, row, "omission"),
    customers: countAt(table, row, "customers"),
  }));
  return omissions.flatMap((why) =>
    found.flatMap((one) => (one.why === why ? [{ why, customers: one.customers }] : [])),
  );
}

function readFacts(answers: Answers): ChurnResult["facts"] {
  const { facts, silent } = answers;
  // Those who count have no reason to be left out.
  const row = facts ? facts.values("omission").indexOf(null) : -1;
  const count = (column: string) => (facts && row >= 0 ? countAt(facts, row, column) : 0);
  return {
    ids: count("ids"),
    changed: count("changed"),
    inFirstWeek: count("in_first_week"),
    days: facts && row >= 0 ? numberAt(facts, row, "days") : null,
    people: silent ? countAt(silent, 0, "people") : 0,
    silent: silent ? countAt(silent, 0, "silent") : 0,
  };
}

function readRows<T>(answers: Answers, name: string, read: (table: Answers[string], row: number) => T): T[] {
  const table = answers[name];
  return table ? Array.from({ length: table.rowCount }, (_, row) => read(table, row)) : [];
}
