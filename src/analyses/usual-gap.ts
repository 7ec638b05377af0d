import { sql, type Sql } from "../engine";
import { withBlocks } from "./with-blocks";

/**
 * gaps(customer, days): the median number of days between a customer's active days, for customers with two or more.
 * Read from a block named `activity`. Sorting each customer's own days takes less time than sorting all rows.
 */
export const gapsOfCustomers: Sql = sql`
  select customer, median(days) as days
  from (
    select customer, unnest(active[2:]) - unnest(active[:-2]) as days
    from (select customer, list_sort(list(happened::date)) as active from activity group by customer)
  )
  where days > 0
  group by customer`;

/** usual_gap(customers, p50, p80), one row, from a block named `gaps`. */
export const usualGap: Sql = sql`
  select count(*) as customers, quantile_cont(days, 0.5) as p50, quantile_cont(days, 0.8) as p80
  from gaps`;

/** Days of the longest period of its kind: who comes once in every month is seen in every month, whatever its length. */
export const longestDays = { week: 7, month: 31, quarter: 92 } as const;

export function usualGapQuestion(activity: Sql): Sql {
  return sql`
    ${withBlocks({ activity, gaps: gapsOfCustomers })}
    ${usualGap}`;
}
