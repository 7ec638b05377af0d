import { sql } from "../../engine";
import type { DataSet, Questions } from "../analysis";
import { columnOf, tableOf, textOrNull } from "../role-columns";

/** Rows in, rows out, of a table in which every customer has left: only one without an id is not used. */
export function tableRowQuestions(data: DataSet): Questions {
  const customer = textOrNull(columnOf(data, "customer"));
  return {
    rows: sql`
      with judged as (
        select case when ${customer} is null then 'no-customer' else 'used' end as judgement from ${tableOf(data)}
      )
      select judgement, count(*) as rows from judged group by judgement`,
    quality: sql`
      with logos as (select ${customer} as logo, rows from (from ${tableOf(data)}) as rows)
      select count(*) - count(distinct hash(rows)) as duplicates, count(distinct logo) as customers, 0 as without_time
      from logos`,
  };
}
