import type { Table } from "../../engine";
import type { Answers } from "../analysis";
import { countAt, numberAt, textAt } from "../answer";
import { readBoundaries } from "../attrition/compute";
import { looksPassive } from "../guess-rule";
import { rowCounts } from "../row-counts";
import { shareOf } from "../share";
import { binned } from "./bins";
import type { RelevantActivityRequest } from "./query";
import type { RelevantActivityResult } from "./result";
import { triedRules } from "./rules";

export function computeRelevantActivity(
  answers: Answers,
  { data, params }: RelevantActivityRequest,
): RelevantActivityResult {
  const known = readBoundaries(answers);
  return {
    rows: rowCounts(answers),
    hasEvents: data.roles.event !== undefined,
    asOf: known?.asOf ?? null,
    events: readEvents(answers.events),
    gap: readGap(answers),
    period: known && { grain: params.period, start: known.start, end: known.end },
    tried: triedRules.flatMap((rule) => {
      const table = answers[rule];
      if (!table) return [];
      const atStart = countAt(table, 0, "at_start");
      const lost = countAt(table, 0, "lost");
      return [{ rule, atStart, lost, atEnd: countAt(table, 0, "at_end"), attrition: shareOf(lost, atStart) }];
    }),
  };
}

function readEvents(table: Table | undefined): RelevantActivityResult["events"] {
  if (!table) return [];
  return Array.from({ length: table.rowCount }, (_, row) => {
    const event = textAt(table, row, "event");
    const customers = countAt(table, row, "customers");
    const share = numberAt(table, row, "share") ?? 0;
    return {
      event,
      rows: countAt(table, row, "rows"),
      customers,
      share: shareOf(customers, share > 0 ? Math.round(customers / share) : 0),
      medianPerCustomer: numberAt(table, row, "median_per_customer") ?? 0,
      customerDays: countAt(table, row, "customer_days"),
      daysAlone: countAt(table, row, "days_alone"),
      alone: numberAt(table, row, "alone") ?? 0,
      isPassive: looksPassive(event),
      isCounted: table.value(row, "is_counted") === true,
    };
  });
}

function readGap({ gap, gaps, active }: Answers): RelevantActivityResult["gap"] {
  const counted = gaps
    ? Array.from({ length: gaps.rowCount }, (_, row) => ({
        days: numberAt(gaps, row, "days") ?? 0,
        customers: countAt(gaps, row, "customers"),
      }))
    : [];
  const customers = gap ? countAt(gap, 0, "customers") : 0;
  return {
    customers,
    p50: gap ? numberAt(gap, 0, "p50") : null,
    p80: gap ? numberAt(gap, 0, "p80") : null,
    oneDay: active ? Math.max(0, countAt(active, 0, "customers") - customers) : 0,
    daysKnown: active ? (numberAt(active, 0, "days_known") ?? 0) : 0,
    bins: binned(counted),
  };
}
