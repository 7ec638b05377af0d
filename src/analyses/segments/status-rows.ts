import { join, name, sql } from "../../engine";
import type { DataSet, Questions } from "../analysis";
import { columnOf, tableOf, textOrNull } from "../role-columns";

/** Rows in and rows used of a table without dates, as `rowCounts` reads them: only a row without a customer falls away. */
export function statusRowQuestions(data: DataSet): Questions {
  const customer = textOrNull(columnOf(data, "customer"));
  const columns = join(
    data.columns.map((column) => name(column.name)),
    ", ",
  );
  return {
    rows: sql`
      select case when ${customer} is null then 'no-customer' else 'used' end as judgement, count(*) as rows
      from ${tableOf(data)}
      group by judgement`,
    quality: sql`
      select count(*) - count(distinct hash(${columns})) as duplicates,
        count(distinct ${customer}) as customers, 0 as without_time
      from ${tableOf(data)}`,
  };
}
