import { sql, type Sql } from "../../../src/engine";

/** Customers active in each week. */
export const weeklyCustomers: Sql = sql`
  select date_trunc('week', time) as week, count(distinct customer) as customers
  from events
  group by week
  order by week`;

/** Customers by the week of their first event and the weeks since then. */
export const cohorts: Sql = sql`
  with active as (
    select distinct customer, date_trunc('week', time) as week from events
  ), placed as (
    select customer, week, min(week) over (partition by customer) as cohort from active
  )
  select cohort, date_diff('week', cohort, week) as weeks_later, count(*) as customers
  from placed
  group by cohort, weeks_later
  order by cohort, weeks_later`;
