import { sql, type Sql } from "../engine";
import { withBlocks } from "./with-blocks";

/**
 * gaps(customer, days): the median number of days between a customer's active days, for customers with two or more.
 * Read from a block named `activity`.
 */
export const gapsOfCustomers: Sql = sql`
  select customer, median(days) as days
  from (
    select customer, happened::date - lag(happened::date) over (partition by customer order by happened) as days
    from activity
  )
  where days > 0
  group by customer`;

/** usual_gap(customers, p50, p80), one row, from a block named `gaps`. */
export const usualGap: Sql = sql`
  select count(*) as customers, quantile_cont(days, 0.5) as p50, quantile_cont(days, 0.8) as p80
  from gaps`;

export function usualGapQuestion(activity: Sql): Sql {
  return sql`
    ${withBlocks({ activity, gaps: gapsOfCustomers })}
    ${usualGap}`;
}
