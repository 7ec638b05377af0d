import { sql, type Sql } from "../../../src/engine";

/** What somebody would write by hand who knows SQL well and wants the same numbers, under the title of the analysis. */
export const byHand: Readonly<Record<string, Sql>> = {
  "weekly distinct customers": sql`
    select date_trunc('week', time) as week, count(distinct customer) as customers
    from events
    group by week
    order by week`,

  /** Of those active in the month before, who was not in the last whole one; who came. */
  attrition: sql`
    with last as (select date_trunc('month', max(time)) as closes from events),
    customers as (
      select customer, min(time) as first_seen,
        count(*) filter (where time >= closes - interval 2 month and time < closes - interval 1 month) > 0 as was_there,
        count(*) filter (where time >= closes - interval 1 month and time < closes) > 0 as is_there
      from events, last
      group by customer
    )
    select count(*) filter (where was_there) as at_start, count(*) filter (where was_there and not is_there) as lost,
      count(*) filter (where is_there and first_seen >= closes - interval 1 month) as new
    from customers, last`,

  /** Per month: who was there in the month before, who of them is not, who is new and who is back. */
  "attrition over 24 months": sql`
    with active as (
      select distinct customer, date_trunc('month', time) as month from events
    ), placed as (
      select customer, month, min(month) over customers as first_month,
        lag(month) over customers as month_before, lead(month) over customers as month_after
      from active
      window customers as (partition by customer order by month)
    ), here as (
      select month, count(*) as customers, count(*) filter (where month = first_month) as new,
        count(*) filter (where month_before < month - interval 1 month) as returned,
        count(*) filter (where month_after is distinct from month + interval 1 month) as lost_after
      from placed
      group by month
    )
    select month, lag(customers) over (order by month) as at_start, lag(lost_after) over (order by month) as lost,
      new, returned, customers as at_end
    from here
    order by month`,

  /** Buyers by the days until they bought again or, of those who did not so far, by the days they are followed. */
  "repeat purchase": sql`
    with buyers as (
      select customer, min(day, 2) as days from (select distinct customer, time::date as day from events) group by customer
    ), known as (select max(time)::date - 1 as until from events)
    select coalesce(days[2], until) - days[1] as days, count(days[2]) as bought_again, count(*) - count(days[2]) as not_yet
    from buyers, known
    group by all
    order by days`,

  /** Customers by the week of their first event and the weeks since then. */
  "cohort matrix": sql`
    with active as (
      select distinct customer, date_trunc('week', time) as week from events
    ), cohorts as (
      select customer, min(week) as cohort from active group by customer
    )
    select cohort, date_diff('week', cohort, week) as weeks_later, count(*) as customers
    from active join cohorts using (customer)
    group by cohort, weeks_later
    having weeks_later <= 12
    order by cohort, weeks_later`,
};
