import type { Table } from "../../engine";
import type { Answers, Request } from "../analysis";
import { countAt, dayAt, numberAt } from "../answer";
import { assertMovement, assertShares } from "../identities";
import { rowCounts } from "../row-counts";
import { shareOf } from "../share";
import type { Boundaries } from "./boundaries";
import type { attritionParams } from "./params";
import type { AttritionResult } from "./result";

export function computeAttrition(
  answers: Answers,
  request: Request<typeof attritionParams>,
): AttritionResult {
  const found = readBoundaries(answers);
  const counts = answers.attrition && found ? readCounts(answers.attrition) : nobody;
  assertMovement(counts, "attrition");
  const attrition = shareOf(counts.lost, counts.atStart);
  const retention = shareOf(counts.remaining, counts.atStart);
  assertShares(attrition, retention, "attrition");
  return {
    mode: request.params.mode,
    rows: rowCounts(answers),
    gap: answers.gap ? readGap(answers.gap) : null,
    period: found && {
      ...found,
      lookbackDays: daysBetween(found.endFrom, found.end),
      state: found.end <= found.asOf ? "complete" : found.start < found.asOf ? "in progress" : "not observed",
    },
    counts,
    attrition,
    retention,
  };
}

/** Null when the data hold no day to begin from. */
export function readBoundaries(answers: Answers): Boundaries | null {
  const table = answers.boundaries;
  if (!table || table.rowCount === 0) return null;
  const asOf = dayAt(table, 0, "as_of");
  const startFrom = dayAt(table, 0, "start_from");
  const start = dayAt(table, 0, "period_start");
  const endFrom = dayAt(table, 0, "end_from");
  const end = dayAt(table, 0, "period_end");
  return asOf && startFrom && start && endFrom && end ? { asOf, startFrom, start, endFrom, end } : null;
}

const nobody = {
  atStart: 0,
  lost: 0,
  remaining: 0,
  new: 0,
  returned: 0,
  atEnd: 0,
  withoutFullLookback: 0,
  cameAndLeft: 0,
};

function readCounts(table: Table): AttritionResult["counts"] {
  return {
    atStart: countAt(table, 0, "at_start"),
    lost: countAt(table, 0, "lost"),
    remaining: countAt(table, 0, "remaining"),
    new: countAt(table, 0, "new"),
    returned: countAt(table, 0, "returned"),
    atEnd: countAt(table, 0, "at_end"),
    withoutFullLookback: countAt(table, 0, "without_full_lookback"),
    cameAndLeft: countAt(table, 0, "came_and_left"),
  };
}

function readGap(table: Table): NonNullable<AttritionResult["gap"]> {
  return {
    customers: countAt(table, 0, "customers"),
    p50: numberAt(table, 0, "p50"),
    p80: numberAt(table, 0, "p80"),
  };
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
