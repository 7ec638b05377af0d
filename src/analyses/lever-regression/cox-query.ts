import { join, sql, type Sql } from "../../engine";
import type { Lever } from "../levers/lever";
import { onOf, valuedBlocks, windowsOf } from "../levers/population";
import { columnFor, segmentBlocks, type Dimension } from "../segments/dimensions";
import { customerIn } from "../usage-quartiles/spans";
import { withBlocks } from "../with-blocks";
import type { RegressionRequest } from "./params";

/**
 * Customers who were there when the outcome began, counted by levers, controls and how long they were followed from then on:
 * `time` in days, the first being 1; `is_left` or followed no longer. Left for good: after the last activity as many days
 * without any as the outcome has; so nobody is followed nearer to the end of the data than that. With contracts: the day
 * after the last one.
 */
export function survivalQuery(
  request: RegressionRequest,
  levers: readonly Lever[],
  controls: readonly Dimension[],
): Sql {
  const { mode, outcomeDays } = request.params;
  const on = levers.map((lever, i) => sql`${onOf(lever, i)} as ${columnFor("on", i)}`);
  const segments = controls.map((_, i) => columnFor("segment", i));
  const customer = customerIn(windowsOf(request));
  const horizon = mode === "activity" ? sql`as_of - interval ${outcomeDays} day` : sql`as_of`;
  return sql`
    ${withBlocks({
      ...valuedBlocks(request, levers),
      lasts:
        mode === "activity"
          ? sql`
              select activity.customer::varchar as customer, max(happened) as last_there
              from activity, extent
              where happened < as_of
              group by activity.customer`
          : sql`
              select contracts.customer::varchar as customer, max(coalesce(closes, date '9999-12-31'))::timestamp as last_there
              from contracts, extent
              where opens < as_of
              group by contracts.customer`,
      population: sql`
        select valued.* exclude (what), last_there <= ${horizon} as is_left,
          greatest(1, date_diff('day', valued.outcome_from, least(last_there, ${horizon})) + 1) as time
        from valued
        join presence on presence.${customer} = valued.customer
        join lasts on lasts.customer = valued.customer, extent
        where was_there and valued.outcome_from <= ${horizon}`,
      ...(controls.length
        ? segmentBlocks(controls, { fewest: 10, most: 8, moment: "first", until: null })
        : { segmented: sql`select * from population` }),
    })}
    select ${join([...on, ...segments], ", ")}, time, is_left, 0 as fold, count(*) as customers,
      count(*) filter (where is_left) as lost
    from segmented
    group by all
    order by all`;
}
