import { sql } from "../engine";
import type { DataSet, Questions } from "./analysis";
import { columnOf, tableOf, textOrNull } from "./role-columns";
import { exactDuplicates } from "./row-counts";

/**
 * Rows in and rows used, as `rowCounts` reads them, of a table that stands without dates: a sheet of months, a list
 * of those who left, customers with a status. Only a row without a customer falls away; a customer may stand twice.
 */
export function tableRowQuestions(data: DataSet): Questions {
  const customer = textOrNull(columnOf(data, "customer"));
  return {
    rows: sql`
      select case when ${customer} is null then 'no-customer' else 'used' end as judgement, count(*) as rows
      from ${tableOf(data)}
      group by all`,
    quality: sql`
      select ${exactDuplicates(data)} as duplicates, count(distinct ${customer}) as customers, 0 as without_time
      from ${tableOf(data)}`,
  };
}
