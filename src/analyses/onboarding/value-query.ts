import { sql, type Sql } from "../../engine";
import { normalQuantile } from "../stats/normal-quantile";
import { withBlocks } from "../with-blocks";
import type { OnboardingRequest } from "./began";
import { valueBlocks } from "./query";

/**
 * The curve in SQL, one row a time: how many are still on their way, how many come to the first value then, and the share
 * that has by then, with its interval from Greenwood's sum on the log-log scale, as `kaplanMeier` does it.
 */
export function valueCurveQuery(request: OnboardingRequest, asOf: string | null): Sql {
  const bound = (side: -1 | 1) => sql`
    case when survival > 0 and survival < 1
      then 1 - survival ** exp(${String(side * normalQuantile(0.975))}::double * log_error / ln(survival)) end`;
  return sql`
    ${withBlocks({
      ...valueBlocks(request, asOf),
      counted: sql`
        select time, count(*) filter (where reached) as reached, count(*) filter (where not reached) as followed
        from valued
        group by time`,
      at_risk: sql`
        select *, sum(reached + followed) over (order by time desc) as at_risk
        from counted`,
      survival: sql`
        select *,
          product(case when reached > 0 then 1 - reached / at_risk else 1 end) over from_start as survival,
          sqrt(sum(case when reached > 0 and reached < at_risk then reached / (at_risk * (at_risk - reached)) else 0 end)
            over from_start) as log_error
        from at_risk
        window from_start as (order by time)`,
    })}
    select time, at_risk::bigint as at_risk, reached, followed, 1 - survival as share,
      ${bound(1)} as low,
      ${bound(-1)} as high
    from survival
    order by time`;
}
