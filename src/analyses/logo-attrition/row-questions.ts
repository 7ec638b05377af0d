import { sql } from "../../engine";
import type { Questions } from "../analysis";
import { tableOf, textOrNull, columnOf } from "../role-columns";
import { activityRowQuestions, contractRowQuestions } from "../row-counts";
import { anyActivity } from "../rule";
import { logoData, type LogoRequest } from "./source";

/** Rows in, rows out. Every row of a sheet counts: the rule of relevant activity plays no part. */
export function logoRowQuestions(request: LogoRequest): Questions {
  const data = { ...logoData(request), rule: anyActivity };
  const { params } = request;
  if (params.mode === "contracts") return contractRowQuestions(data, params.asOf);
  if (params.mode === "rows")
    return activityRowQuestions(data, params.asOf === "auto" ? "9999-12-31" : params.asOf);
  const customer = textOrNull(columnOf(data, "customer"));
  return {
    rows: sql`
      with judged as (
        select case when ${customer} is null then 'no-customer' else 'used' end as judgement from ${tableOf(data)}
      )
      select judgement, count(*) as rows from judged group by judgement`,
    quality: sql`
      with logos as (select ${customer} as logo from ${tableOf(data)})
      select count(*) - count(distinct logo) as duplicates, count(distinct logo) as customers, 0 as without_time
      from logos
      where logo is not null`,
  };
}
