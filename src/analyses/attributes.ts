import { name, sql, type Sql } from "../engine";
import { AnalysisError } from "./analysis-error";
import type { DataSet } from "./analysis";
import { columnOf, isFiniteTime, tableOf, textOrNull, timeOf } from "./role-columns";

/**
 * attributes(customer, level, levels): what a column says of each customer, as text; `level` is null where it says nothing,
 * `levels` counts the different values it has for the customer in all rows (above 1: it changed, or contradicts itself).
 *
 * Spec C07: an attribute counts as it was when the period began, because one that is measured afterwards (the plan after a
 * downgrade) foretells the outcome. `moment` is a timestamp in SQL, and the last value before it counts (the largest of several at one moment); a customer of whom
 * nothing is known before it has the first value known later. "first": the value the customer came with. A table without
 * time (one row a customer) is taken as static: its smallest value, so that the answer does not hang on the order of rows.
 */
export function attributes(data: DataSet, column: string, moment: Sql | "first"): Sql {
  const level = sql`nullif(trim(${name(attributeColumn(data, column).name)}::varchar), '')`;
  const customer = textOrNull(columnOf(data, "customer"));
  const when = momentOf(data);
  if (!when)
    return sql`
      select ${customer} as customer, min(${level}) as level, count(distinct ${level}) as levels
      from ${tableOf(data)}
      where ${customer} is not null
      group by all`;
  const rows = sql`
    select ${customer} as customer, ${level} as level,
      case when ${isFiniteTime(when.column)} then ${when.time} end as happened
    from ${tableOf(data)}`;
  // Structs compare field by field: ties in time are settled by the value, never by the order of rows.
  const first = sql`min({'happened': happened, 'level': level}) filter (where level is not null and happened is not null)`;
  const last =
    moment === "first"
      ? sql`null`
      : sql`max({'happened': happened, 'level': level}) filter (where level is not null and happened < ${moment})`;
  return sql`
    select customer, coalesce((${last}).level, (${first}).level, min(level)) as level, count(distinct level) as levels
    from (${rows})
    where customer is not null
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
