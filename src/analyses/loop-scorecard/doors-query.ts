import { sql, type Sql } from "../../engine";
import { eventRows } from "../onboarding/began";
import { withBlocks } from "../with-blocks";
import type { Chosen } from "./chosen";
import { beganOf, days, isThere, lifeBlocks, type LoopRequest } from "./life";

/** Months that are shown. */
export const mostMonths = 24;

/**
 * month: each whole month for which something is known. `came`, `bought`: those who first came to the door in it and, within
 * the window, came in; null before the window of its last day is over. `there`, `lost`: of those heard of in the days before it, those not
 * heard of in the days before its end; null before the data reach so far back.
 */
export function doorsQuery(request: LoopRequest, chosen: Chosen, asOf: string | null): Sql {
  return sql`
    ${withBlocks(doorBlocks(request, chosen, asOf))}
    select opens::date as month, came, bought, there, lost
    from (
      select months.opens, any_value(is_seen) as is_seen, any_value(is_told) as is_told,
        case when any_value(is_told) then coalesce(any_value(came), 0) end as came,
        case when any_value(is_told) then coalesce(any_value(bought), 0) end as bought,
        case when any_value(is_seen) then count(present.customer) filter (where was_there) end as there,
        case when any_value(is_seen) then count(present.customer) filter (where was_there and not is_there) end as lost
      from months left join present on present.opens = months.opens left join comers on comers.opens = months.opens
      group by months.opens
    )
    where is_seen or is_told
    order by opens`;
}

export function doorBlocks(request: LoopRequest, chosen: Chosen, asOf: string | null): Record<string, Sql> {
  const { mode, gap, doorDays } = request.params;
  // Before so many days silence cannot be seen; a contract says it at once.
  const blind = mode === "contracts" ? 0 : gap;
  const { door, bought } = chosen;
  return {
    ...lifeBlocks(request, asOf),
    ...(door !== null && bought !== null
      ? {
          events: eventRows(beganOf(request), [door, bought]),
          arrivals: sql`
            select customer, min(happened) as came_at
            from events
            where event = ${door}
            group by customer`,
          entrance: sql`
            select arrivals.customer, came_at, date_trunc('month', came_at) as opens,
              min(happened) filter (where event = ${bought} and happened >= came_at
                and happened < date_trunc('day', came_at) + ${days(doorDays)}) as bought_at
            from arrivals join events on events.customer = arrivals.customer
            group by arrivals.customer, came_at`,
        }
      : {
          entrance: sql`
            select null::varchar as customer, null::timestamp as came_at, null::timestamp as opens,
              null::timestamp as bought_at where false`,
        }),
    comers: sql`select opens, count(*) as came, count(bought_at) as bought from entrance group by opens`,
    months: sql`
      select opens, opens >= first_day + ${days(blind)} as is_seen,
        opens >= first_day and opens + interval 1 month + ${days(doorDays)} <= as_of and ${door !== null} as is_told
      from extent, (
        select unnest(range(
          greatest(date_trunc('month', first_day), date_trunc('month', as_of) - to_months(${mostMonths}::integer)),
          date_trunc('month', as_of), interval 1 month)) as opens
        from extent
      )`,
    present: sql`
      select months.opens, there.customer, bool_or(${isThere(sql`months.opens`)}) as was_there,
        bool_or(${isThere(sql`(months.opens + interval 1 month)`)}) as is_there
      from months join there on until >= months.opens and since < months.opens + interval 1 month
      group by months.opens, there.customer`,
  };
}
