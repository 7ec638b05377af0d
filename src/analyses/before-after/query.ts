import { sql, type Sql } from "../../engine";
import { activity } from "../activity";
import type { Request } from "../analysis";
import { attributes } from "../attributes";
import { activityExtent } from "../extent";
import { withBlocks } from "../with-blocks";
import { hasDesign, type beforeAfterParams } from "./params";

export type BeforeAfterRequest = Request<typeof beforeAfterParams>;

/** Where a customer's beginning lies. Only before and after are compared. */
export const sides = ["before", "after", "partial", "late", "far"] as const;
export type Side = (typeof sides)[number];

export function clockQuery({ data, params }: BeforeAfterRequest): Sql {
  return sql`
    ${withBlocks({ extent: activityExtent(data, params.asOf) })}
    select first_day::date as first_day, as_of::date as as_of from extent`;
}

/**
 * Blocks that end in followed(customer, started, side, touched, reached). Before: the whole time of following ended before the
 * action. Partial: it began in that time, or some met the action and some did not. Late: it does not end before all is known.
 */
export function followedBlocks(request: BeforeAfterRequest, asOf: string | null): Record<string, Sql> {
  const { data, params } = request;
  const { action, rollout, from, within, span } = params;
  const days = (n: number) => sql`to_days(${n}::integer)`;
  const day = sql`timestamp ${action}`;
  const isDesigned = hasDesign(params);
  return {
    extent: activityExtent(data, asOf ?? params.asOf),
    activity: activity(data),
    ...(isDesigned && { traits: attributes(data, params.segment!, "first") }),
    began: sql`
      select activity.customer, date_trunc('day', min(happened)) as started
      from activity, extent
      where happened < as_of
      group by activity.customer`,
    returns: sql`
      select began.customer, true as reached
      from began join activity on activity.customer = began.customer
      where happened >= started + ${days(from)} and happened < started + ${days(within)}
      group by began.customer`,
    followed: sql`
      select began.customer, started, coalesce(reached, false) as reached,
        ${isDesigned ? sql`coalesce(traits.level = ${params.touched.trim()}, false)` : sql`true`} as touched,
        case when started + ${days(within)} > as_of then 'late'
          when started + ${days(within)} <= ${day} then
            case when started + ${days(within)} + ${days(span)} > ${day} then 'before' else 'far' end
          when started < ${day} + ${days(rollout)} then 'partial'
          when started < ${day} + ${days(rollout)} + ${days(span)} then 'after'
          else 'far' end as side
      from extent, began left join returns on returns.customer = began.customer
        ${isDesigned ? sql`left join traits on traits.customer = began.customer` : sql``}`,
  };
}

/** One row for each side, week from the action, and part touched. */
export function weeksQuery(request: BeforeAfterRequest): Sql {
  return sql`
    ${withBlocks(followedBlocks(request, null))}
    select side, touched, ${weekOf(request)} as week,
      count(*) as customers, count(*) filter (where reached) as reached
    from followed
    group by side, touched, week
    order by week, side, touched`;
}

/** The shares that the first figure shows. */
export function sidesQuery(request: BeforeAfterRequest, asOf: string | null): Sql {
  return sql`
    ${withBlocks(followedBlocks(request, asOf))}
    select case when touched then 'touched' else 'others' end as part, side, count(*) as customers,
      count(*) filter (where reached) as reached, count(*) filter (where reached) / count(*) as rate
    from followed
    where side in ('before', 'after')
    group by part, side
    order by part desc, side desc`;
}

/** Keys: "touched before all", "others after reached", "week before -20 reached" of the touched; null: all who are compared. */
export function customersQuery(request: BeforeAfterRequest, asOf: string, who: string | null): Sql | null {
  const where = who === null ? sql`side in ('before', 'after')` : conditionOf(request, who);
  if (!where) return null;
  return sql`
    ${withBlocks(followedBlocks(request, asOf))}
    select customer::varchar as customer, started::date as started, side, touched, reached
    from followed
    where ${where}
    order by started, 1`;
}

function conditionOf(request: BeforeAfterRequest, who: string): Sql | null {
  const [, side, week, what] = /^week (before|after) (-?\d{1,4}) (all|reached)$/.exec(who) ?? [];
  const reached = (one: string) => (one === "all" ? sql`true` : sql`reached`);
  if (week !== undefined && side !== undefined && what !== undefined)
    return sql`touched and side = ${side} and ${weekOf(request)} = ${Number(week)} and ${reached(what)}`;
  const [, part, when, which] = /^(touched|others) (before|after) (all|reached)$/.exec(who) ?? [];
  if (part === undefined || when === undefined || which === undefined) return null;
  return sql`${part === "touched" ? sql`touched` : sql`not touched`} and side = ${when} and ${reached(which)}`;
}

/** Weeks from the action to the day on which somebody began. */
function weekOf({ params }: BeforeAfterRequest): Sql {
  return sql`floor(date_diff('day', timestamp ${params.action}, started) / 7)::integer`;
}
