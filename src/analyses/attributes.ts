import { name, sql, type Sql } from "../engine";
import { AnalysisError } from "./analysis-error";
import type { DataSet } from "./analysis";
import { columnOf, isFiniteTime, tableOf, textOrNull, timeOf } from "./role-columns";

/**
 * attributes(customer, level, levels, is_late, is_changed): what a column says of each customer, as text; `level` is null
 * where it says nothing, `levels` counts the different values it has for the customer in all rows (above 1: it changed, or
 * contradicts itself). `is_late`: nothing was known before the moment. `is_changed`: another value came from the moment on
 * and before `until`; both are false where a table has no time.
 *
 * Spec C07: an attribute counts as it was when the period began, because one that is measured afterwards (the plan after a
 * downgrade) foretells the outcome. `moment` is a timestamp in SQL, and the last value before it counts (the largest of several at one moment); a customer of whom
 * nothing is known before it has the first value known later. "first": the value the customer came with. A table without
 * time (one row a customer) is taken as static: its smallest value, so that the answer does not hang on the order of rows.
 */
export function attributes(
  data: DataSet,
  column: string,
  moment: Sql | "first",
  until: Sql | null = null,
): Sql {
  const level = sql`nullif(trim(${name(attributeColumn(data, column).name)}::varchar), '')`;
  const customer = textOrNull(columnOf(data, "customer"));
  const when = momentOf(data);
  if (!when)
    return sql`
      select ${customer} as customer, min(${level}) as level, count(distinct ${level}) as levels,
        false as is_late, false as is_changed
      from ${tableOf(data)}
      where ${customer} is not null
      group by all`;
  const rows = sql`
    select ${customer} as customer, ${level} as level,
      case when ${isFiniteTime(when.column)} then ${when.time} end as happened
    from ${tableOf(data)}`;
  const lastBefore = (end: Sql | "first" | null) =>
    end === null || end === "first"
      ? sql`null::timestamp`
      : sql`max(happened) filter (where happened < ${end})`;
  // Many rows become one for each value of a customer by plain counts; only those few are compared as pairs of time and value.
  const values = sql`
    select customer, level, min(happened) as first_at, ${lastBefore(moment)} as last_at, ${lastBefore(until)} as last_until
    from (${rows})
    where customer is not null
    group by customer, level`;
  // Structs compare field by field: ties in time are settled by the value, never by the order of rows.
  const first = sql`min({'happened': first_at, 'level': level}) filter (where level is not null and first_at is not null)`;
  const last = (at: Sql) =>
    sql`max({'happened': ${at}, 'level': level}) filter (where level is not null and ${at} is not null)`;
  const known = moment === "first" ? sql`(${first}).level` : sql`(${last(sql`last_at`)}).level`;
  const isLate = moment === "first" ? sql`false` : sql`count(level) > 0 and ${known} is null`;
  const isChanged = until ? sql`coalesce((${last(sql`last_until`)}).level <> ${known}, false)` : sql`false`;
  return sql`
    select customer, coalesce(${known}, (${first}).level, min(level)) as level, count(level) as levels,
      ${isLate} as is_late, ${isChanged} as is_changed
    from (${values})
    group by customer`;
}

/** When a row was true: of an event its time, of a contract its start. */
function momentOf(data: DataSet) {
  const role = (["time", "start"] as const).find((one) => data.roles[one] !== undefined);
  if (!role) return null;
  const column = columnOf(data, role);
  return { column, time: timeOf(column) };
}

function attributeColumn(data: DataSet, wanted: string) {
  const column = data.columns.find((one) => one.name === wanted);
  if (!column) throw new AnalysisError("missing-column", `missing column: ${wanted}`);
  return column;
}
