import { sql, type Sql } from "../engine";
import { activity, type MoreOfActivity } from "./activity";
import type { DataSet } from "./analysis";
import { activityExtent, asOfExtent } from "./extent";
import { withBlocks } from "./with-blocks";

/** The blocks that end in `gaps`: what comes after the data are known says nothing of how customers came before. */
export function gapBlocks(data: DataSet, asOf: string, more?: MoreOfActivity): Record<string, Sql> {
  return { extent: activityExtent(data, asOf), activity: activity(data, more), gaps: gapsOfCustomers };
}

/**
 * gaps(customer, days): the median number of days between a customer's active days, for customers with two or more.
 * Read from the blocks `activity` and `extent`. Sorting each customer's own days takes less time than sorting all rows.
 */
export const gapsOfCustomers: Sql = sql`
  select customer, median(days) as days
  from (
    select customer, unnest(active[2:]) - unnest(active[:-2]) as days
    from (
      select customer, list_sort(list(happened::date)) as active
      from activity
      where happened < ${asOfExtent}
      group by customer
    )
  )
  where days > 0
  group by customer`;

/** usual_gap(customers, p50, p80), one row, from a block named `gaps`. */
export const usualGap: Sql = sql`
  select count(*) as customers, quantile_cont(days, 0.5) as p50, quantile_cont(days, 0.8) as p80
  from gaps`;

/** Days of the longest period of its kind: who comes once in every month is seen in every month, whatever its length. */
export const longestDays = { week: 7, month: 31, quarter: 92 } as const;

export function usualGapQuestion(data: DataSet, asOf: string, more?: MoreOfActivity): Sql {
  return sql`
    ${withBlocks(gapBlocks(data, asOf, more))}
    ${usualGap}`;
}
