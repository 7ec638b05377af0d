import { name, sql, type Sql } from "../../engine";
import { activity, customerOf, eventOf, happenedOf, usable } from "../activity";
import { lengthOf, opensOf } from "../calendar";
import { activityExtent } from "../extent";
import { tableOf, timeOf } from "../role-columns";
import { withBlocks } from "../with-blocks";
import type { BeforeAfterRequest } from "./query";

/** Where customers stand who are not followed from before the rollout until the end. */
export const states = ["seen", "late", "earlier"] as const;
export type SeenState = (typeof states)[number];

/**
 * Blocks that end in people(customer, started, acted, days, state, met) and visits(customer, period). The time looked at is whole
 * periods, the same for all: from some before the rollout, but after the data begin, until some after it or the last that is
 * over. `met`: place of the period in which the action came, null beyond. Late: began while others were looked at already.
 * Earlier: met it before the rollout is said to have begun.
 */
function ownBlocks(request: BeforeAfterRequest, asOf: string | null): Record<string, Sql> {
  const { data, params } = request;
  const opens = (moment: Sql) => opensOf(moment, params.grain, data.weekStart);
  const length = lengthOf(params.grain);
  const place = (moment: Sql) =>
    params.grain === "week"
      ? sql`(date_diff('day', panel.opens, ${moment}) // 7)::integer`
      : sql`date_diff('month', panel.opens, ${moment})::integer`;
  return {
    extent: activityExtent(data, asOf ?? params.asOf),
    activity: activity(data),
    began: sql`
      select activity.customer, min(happened) as started
      from activity, extent
      where happened < as_of
      group by activity.customer`,
    actions: sql`
      select customer, min(acted) as acted, count(distinct acted::date) as days
      from (${actionRows(request)})
      group by customer`,
    rollout: sql`
      select ${params.since === "auto" ? sql`min(acted)` : sql`any_value(timestamp ${params.since})`} as starts
      from actions join began on began.customer = actions.customer, extent
      where acted < as_of`,
    panel: sql`
      select *, ${params.grain === "week" ? sql`date_diff('day', opens, closes) // 7` : sql`date_diff('month', opens, closes)`} as periods
      from (
        select starts, ${opens(sql`starts`)} as zero,
          greatest(zero - ${params.lead}::integer * ${length}, ${opens(sql`first_day`)} + ${length}) as opens,
          least(zero + ${params.ahead + 1}::integer * ${length}, ${opens(sql`as_of`)}) as closes
        from rollout, extent
        where starts is not null
      )`,
    people: sql`
      select began.customer, started, acted, days,
        case when started >= panel.opens then 'late' when acted < greatest(zero, panel.opens) then 'earlier' else 'seen' end as state,
        case when acted >= panel.opens and acted < panel.closes then ${place(sql`acted`)} end as met
      from panel, began left join actions on actions.customer = began.customer`,
    visits: sql`
      select distinct people.customer, ${place(sql`happened`)} as period
      from panel, people join activity on activity.customer = people.customer
      where state = 'seen' and happened >= panel.opens and happened < panel.closes`,
  };
}

/** actions(customer, acted): every day on which a row says that the customer met the action. */
function actionRows({ data, params }: BeforeAfterRequest): Sql {
  if (params.when === "event")
    return sql`
      select ${customerOf(data)} as customer, ${happenedOf(data)} as acted
      from ${tableOf(data)}
      where ${usable(data)} and ${eventOf(data)} = ${params.done.trim()}`;
  const column = data.columns.find((one) => one.name === params.own)!;
  return sql`
    select ${customerOf(data)} as customer, ${timeOf(column)} as acted
    from ${tableOf(data)}
    where ${customerOf(data)} is not null and isfinite(${name(column.name)})`;
}

/** One row: the time looked at; none where nobody met the action. */
export function panelQuery(request: BeforeAfterRequest): Sql {
  return sql`
    ${withBlocks(ownBlocks(request, null))}
    select zero::date as zero, opens::date as opens, closes::date as closes, periods from panel`;
}

/** Customers by state, period in which they met the action, and whether they ever do. */
export function cohortsQuery(request: BeforeAfterRequest): Sql {
  return sql`
    ${withBlocks(ownBlocks(request, null))}
    select state, met, acted is null as never, count(*) as customers, count(*) filter (where days > 1) as differing
    from people
    group by all
    order by all`;
}

/** Of those who met the action in one period: how many were active in both of two periods, or in one twice named. */
export function momentsQuery(request: BeforeAfterRequest): Sql {
  return sql`
    ${withBlocks({
      ...ownBlocks(request, null),
      courses: sql`
        select people.customer, any_value(met) as met, any_value(acted is null) as never, list(period order by period) as places
        from people join visits on visits.customer = people.customer
        group by people.customer`,
      alike: sql`select met, never, places, count(*) as n from courses group by all`,
      firsts: sql`select *, unnest(places) as first from alike`,
      pairs: sql`select met, never, n, first, unnest(places) as second from firsts`,
    })}
    select met, never, first, second, sum(n)::bigint as customers
    from pairs
    where first <= second
    group by all
    order by all`;
}

/** The shares that the first figure shows: a row for each group and period. */
export function coursesQuery(request: BeforeAfterRequest, asOf: string | null): Sql {
  return sql`
    ${withBlocks({
      ...ownBlocks(request, asOf),
      groups: sql`
        select coalesce(met::varchar, case when acted is null then 'never' else 'later' end) as part, met, count(*) as customers
        from people
        where state = 'seen'
        group by all`,
      places: sql`
        select place, (opens + place * ${lengthOf(request.params.grain)})::date as opens
        from (select opens, unnest(range(periods))::integer as place from panel)`,
      active: sql`
        select coalesce(met::varchar, case when acted is null then 'never' else 'later' end) as part, period, count(*) as reached
        from people join visits on visits.customer = people.customer
        group by all`,
    })}
    select groups.part, groups.met, place as period, opens, customers, coalesce(reached, 0) as reached,
      coalesce(reached, 0) / customers as rate
    from groups cross join places left join active on active.part = groups.part and active.period = place
    order by groups.met nulls last, groups.part, place`;
}

/** Keys: "group 3 all", "group never all", "group later 2 reached"; null: all who are looked at. */
export function ownCustomersQuery(request: BeforeAfterRequest, asOf: string, who: string | null): Sql | null {
  const [, group, period, what] =
    /^group (\d{1,2}|never|later) (?:(\d{1,2}) )?(all|reached)$/.exec(who ?? "") ?? [];
  if (who !== null && (group === undefined || (what === "reached") !== (period !== undefined))) return null;
  const inGroup =
    group === undefined
      ? sql`true`
      : group === "never"
        ? sql`acted is null`
        : group === "later"
          ? sql`met is null and acted is not null`
          : sql`met = ${Number(group)}`;
  const isActive =
    period === undefined
      ? sql``
      : sql`and people.customer in (select visits.customer from visits where visits.period = ${Number(period)})`;
  return sql`
    ${withBlocks(ownBlocks(request, asOf))}
    select people.customer::varchar as customer, started::date as started, acted::date as acted, met as met_in_period
    from people
    where state = 'seen' and ${inGroup} ${isActive}
    order by started, 1`;
}
