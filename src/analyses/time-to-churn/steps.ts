import { sql, type Sql } from "../../engine";
import { normalQuantile } from "../stats/normal-quantile";
import { withBlocks } from "../with-blocks";
import type { ChurnRequest, Clock } from "./clock";
import { placedBlocks } from "./places";
import { counted } from "./query";

/**
 * The curve in SQL: one row a group and time. At risk at a time are those who leave or are followed until then or longer,
 * without those who enter then or later; the interval is taken from Greenwood's sum, as `kaplanMeier` does it.
 */
export function stepsQuery(request: ChurnRequest, known: Clock | null): Sql {
  return sql`
    ${withBlocks({
      ...placedBlocks(request, known),
      counted: counted(request),
      at_risk: sql`
        select *, sum(events + censored - entered) over (partition by place order by time desc) as at_risk
        from counted`,
      survival: sql`
        select *,
          product(case when events > 0 then 1 - events / at_risk else 1 end) over from_start as survival,
          sqrt(sum(case when events > 0 and events < at_risk then events / (at_risk * (at_risk - events)) else 0 end)
            over from_start) as log_error
        from at_risk
        window from_start as (partition by place order by time)`,
    })}
    select place, level, time, at_risk::bigint as at_risk, events, censored, entered, survival,
      case when survival > 0 then survival * log_error end as standard_error,
      ${bound(request, -1)} as low,
      ${bound(request, 1)} as high
    from survival
    order by place, time`;
}

function bound({ params }: ChurnRequest, side: -1 | 1): Sql {
  const z = sql`${String(side * normalQuantile(0.975))}::double`;
  const inside = (value: Sql) => sql`case when survival > 0 and survival < 1 then ${value} end`;
  switch (params.scale) {
    case "log-log":
      return inside(sql`survival ** exp(${z} * log_error / ln(survival))`);
    case "log":
      return inside(
        side < 0 ? sql`survival * exp(${z} * log_error)` : sql`least(1, survival * exp(${z} * log_error))`,
      );
    case "plain":
      return inside(
        side < 0
          ? sql`greatest(0, survival * (1 + ${z} * log_error))`
          : sql`least(1, survival * (1 + ${z} * log_error))`,
      );
  }
}
