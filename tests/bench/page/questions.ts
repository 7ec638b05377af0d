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

/** First-time buyers by the days until they bought again; null: not so far. */
export const secondPurchases: Sql = sql`
  with days as (
    select distinct customer, time::date as day from events
  ), numbered as (
    select customer, day, row_number() over (partition by customer order by day) as number,
      lead(day) over (partition by customer order by day) as next_day
    from days
  )
  select next_day - day as days_between, count(*) as customers
  from numbered
  where number = 1
  group by days_between
  order by days_between`;
