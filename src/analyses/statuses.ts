import * as v from "valibot";
import { sql, type Sql, type Table } from "../engine";
import type { DataSet } from "./analysis";
import { countAt, textAt } from "./answer";
import { columnOf, tableOf, textOrNull } from "./role-columns";

/** Values of the status column with their customers, the most frequent first. */
export const statusesSchema = v.array(v.object({ value: v.string(), customers: v.number() }));
export type Statuses = v.InferOutput<typeof statusesSchema>;

export function readStatuses(table: Table | undefined): Statuses | null {
  if (!table) return null;
  return Array.from({ length: table.rowCount }, (_, row) => ({
    value: textAt(table, row, "value"),
    customers: countAt(table, row, "customers"),
  }));
}

export function statusesQuery(data: DataSet): Sql {
  const status = textOrNull(columnOf(data, "status"));
  return sql`
    select ${status}::varchar as value, count(distinct ${textOrNull(columnOf(data, "customer"))}) as customers
    from ${tableOf(data)}
    where ${status} is not null
    group by all
    order by customers desc, value
    limit 50`;
}
