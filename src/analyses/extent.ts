import { sql, type Sql } from "../engine";
import { happenedOf } from "./activity";
import type { DataSet } from "./analysis";
import { dayOr, knownUntil } from "./calendar";
import { opensOf } from "./contracts";
import { columnOf, isFiniteTime, tableOf } from "./role-columns";

/** extent(first_day, last_moment, as_of), one row: what time the whole table covers, whatever its rows mean. */
export function activityExtent(data: DataSet, asOf: string): Sql {
  const column = columnOf(data, "time");
  return sql`
    select date_trunc('day', min(happened)) as first_day, max(happened) as last_moment,
      ${dayOr(asOf, knownUntil(sql`happened`, column.kind))} as as_of
    from (select ${happenedOf(data)} as happened from ${tableOf(data)} where ${isFiniteTime(column)})`;
}

/**
 * Ends may be plans, so contracts are taken as known until the day after the last start,
 * unless a person says when the export was made.
 */
export function contractExtent(data: DataSet, asOf: string): Sql {
  const opens = opensOf(data);
  return sql`
    select min(opens)::timestamp as first_day, max(opens)::timestamp as last_moment,
      ${dayOr(asOf, sql`max(opens)::timestamp + interval 1 day`)} as as_of
    from (select ${opens} as opens from ${tableOf(data)} where isfinite(${opens}))`;
}

/** Beside a person's own rows, which may have a column of the same name, `as_of` is asked for apart. */
export const asOfExtent = sql`(select as_of from extent)`;
