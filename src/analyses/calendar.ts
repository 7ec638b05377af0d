import { sql, type Sql } from "../engine";
import type { DataSet } from "./analysis";

export const grains = ["week", "month", "quarter"] as const;
export type Grain = (typeof grains)[number];

/** The day on which the period of a moment opens. Periods are half-open: [opens, next opens). */
export function opensOf(moment: Sql, grain: Grain, weekStart: DataSet["weekStart"]): Sql {
  if (grain === "week" && weekStart === "sunday")
    return sql`(date_trunc('week', ${moment} + interval 1 day) - interval 1 day)`;
  return sql`date_trunc(${grain}, ${moment})`;
}

/** The length of a period: adding it to the opening of one gives the opening of the next. */
export function lengthOf(grain: Grain): Sql {
  switch (grain) {
    case "week":
      return sql`interval 7 day`;
    case "month":
      return sql`interval 1 month`;
    case "quarter":
      return sql`interval 3 month`;
  }
}

/** A parameter that is an ISO day or "auto". */
export function dayOr(param: string, auto: Sql): Sql {
  return param === "auto" ? auto : sql`timestamp ${param}`;
}

/**
 * What the data are known until, told from the moments alone and never from the clock. Days without a time of day are
 * whole days: known until the end of the last. With a time of day the last day may be half told: known until its start.
 */
export function knownUntil(moment: Sql, kind: string): Sql {
  if (kind === "date") return sql`max(${moment}) + interval 1 day`;
  return sql`
    case when bool_and(${moment} = date_trunc('day', ${moment})) then max(${moment}) + interval 1 day
      else date_trunc('day', max(${moment})) end`;
}
