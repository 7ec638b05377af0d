import { sql, type Sql } from "../../engine";
import type { DataSet } from "../analysis";
import { opensOf } from "../calendar";
import { daysOf, type CohortGrain } from "./params";

/** The opening of the calendar period of a moment. */
export function periodOf(moment: Sql, grain: CohortGrain, weekStart: DataSet["weekStart"]): Sql {
  return grain === "day" ? sql`date_trunc('day', ${moment})` : opensOf(moment, grain, weekStart);
}

/** How many boundaries lie between two openings: 31 January and 1 February are a month apart. Spec B0, time 4. */
export function boundaries(from: Sql, to: Sql, grain: CohortGrain): Sql {
  switch (grain) {
    case "day":
      return sql`date_diff('day', ${from}, ${to})`;
    case "week":
      return sql`date_diff('day', ${from}, ${to}) // 7`;
    case "month":
      return sql`date_diff('month', ${from}, ${to})`;
  }
}

/** How many rolling periods of 24, 168 or 720 hours have passed in full between two moments. */
export function elapsedPeriods(from: Sql, to: Sql, grain: CohortGrain): Sql {
  return sql`date_diff('microsecond', ${from}, ${to}) // ${microseconds(grain)}`;
}

export function microseconds(grain: CohortGrain): number {
  return daysOf[grain] * 86_400_000_000;
}

/** The moment `k` periods after an opening (calendar) or after a start (rolling). */
export function periodsAfter(moment: Sql, k: Sql | number, grain: CohortGrain, isRolling: boolean): Sql {
  if (isRolling || grain !== "month")
    return sql`${moment} + to_days((${k} * ${isRolling || grain !== "month" ? daysOf[grain] : 1})::integer)`;
  return sql`${moment} + to_months((${k})::integer)`;
}
