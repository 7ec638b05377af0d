import { sql, type Sql } from "../../engine";
import { activity, customerOf, eventOf, happenedOf, usable } from "../activity";
import type { DataSet, Request } from "../analysis";
import { activityExtent, asOfExtent } from "../extent";
import type { ActivityRule } from "../rule";
import { gapBlocks } from "../usual-gap";
import { withBlocks } from "../with-blocks";
import type { relevantActivityParams } from "./params";
import type { RelevantActivityResult } from "./result";
import { tableOf } from "../role-columns";

export type RelevantActivityRequest = Request<typeof relevantActivityParams>;

export const mostEvents = 1000;

/** One row an event: who does it, how often, and how often it is all they do on a day. Whatever the rule says. */
export function eventsQuery({ data, params }: RelevantActivityRequest): Sql {
  return sql`
    ${withBlocks(habitBlocks(data, params.asOf))}
    select event,
      sum(times)::bigint as rows,
      count(*) as customers,
      customers / (select count(distinct customer) from days) as share,
      median(times) as median_per_customer,
      sum(days_with)::bigint as customer_days,
      sum(days_only)::bigint as days_alone,
      days_alone / customer_days as alone,
      ${isCounted(data.rule)} as is_counted
    from habits
    group by event
    order by customers desc, event
    limit ${mostEvents}`;
}

/** The blocks up to habits(event, customer, times, days_with, days_only), whatever the rule says. */
function habitBlocks(data: DataSet, asOf: string): Record<string, Sql> {
  // Without a column of events every row is the same, nameless event.
  const event = data.roles.event === undefined ? sql`''` : sql`coalesce(${eventOf(data)}, '')`;
  return {
    extent: activityExtent(data, asOf),
    days: sql`
        select customer, day, event, count(*) as times, count(*) over (partition by customer, day) = 1 as is_alone
        from (
          select ${customerOf(data)} as customer, ${happenedOf(data)}::date as day, ${event} as event
          from ${tableOf(data)}
          where ${usable(data)} and ${happenedOf(data)} < ${asOfExtent}
        )
        group by customer, day, event`,
    habits: sql`
        select event, customer, sum(times) as times, count(*) as days_with, count(*) filter (where is_alone) as days_only
        from days
        group by event, customer`,
  };
}

/** Does the rule count this event? */
function isCounted({ form, events }: ActivityRule): Sql {
  if (form === "any") return sql`true`;
  if (form === "listed") return events.length ? sql`event in (${events})` : sql`false`;
  return events.length ? sql`event not in (${events})` : sql`true`;
}

/** Customers by their usual gap between active days under the rule; and how many are seen on one day only. */
export function gapsQuery({ data, params }: RelevantActivityRequest): Sql {
  return sql`
    ${withBlocks(gapBlocks(data, params.asOf))}
    select days, count(*) as customers from gaps group by days order by days`;
}

/** Keys of numbers that count customers: an event stands last, whatever is in it; bins by their first day. */
export const keyOfEvent = (event: string) => `event ${event}`;
export const keyOfGap = (from: number) => `gap ${from}`;

/** One row a customer behind a number, or everybody active under the rule; null for a key that the report does not give out. */
export function customersQuery(
  { data, params }: RelevantActivityRequest,
  { asOf, events, gap }: RelevantActivityResult,
  who: string | null,
): Sql | null {
  const event = events.find((one) => keyOfEvent(one.event) === who);
  if (event)
    return sql`
      ${withBlocks(habitBlocks(data, asOf ?? params.asOf))}
      select customer::varchar as customer, times::bigint as times, days_with, days_only
      from habits
      where event = ${event.event}
      order by times desc, customer`;
  const bin = gap.bins.find(({ from }) => keyOfGap(from) === who);
  if (bin)
    return sql`
      ${withBlocks(gapBlocks(data, asOf ?? params.asOf))}
      select customer::varchar as customer, days as usual_gap
      from gaps
      where days >= ${bin.from} and days < ${bin.to}
      order by usual_gap, customer`;
  if (who !== null) return null;
  return sql`
    ${withBlocks(gapBlocks(data, asOf ?? params.asOf))}
    select activity.customer::varchar as customer, count(distinct happened::date) as active_days, any_value(days) as usual_gap
    from activity left join gaps on gaps.customer = activity.customer
    where happened < ${asOfExtent}
    group by activity.customer
    order by customer`;
}

export function activeQuery({ data, params }: RelevantActivityRequest): Sql {
  return sql`
    ${withBlocks({ extent: activityExtent(data, params.asOf), activity: activity(data) })}
    select count(distinct customer) as customers, date_diff('day', any_value(first_day), any_value(as_of)) as days_known
    from extent left join activity on happened < as_of`;
}
