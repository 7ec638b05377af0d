import { join, sql, type Sql } from "../../engine";
import { activity } from "../activity";
import type { Request } from "../analysis";
import { lengthOf, opensOf } from "../calendar";
import { contracts } from "../contracts";
import { activityExtent, contractExtent } from "../extent";
import { withBlocks } from "../with-blocks";
import { counted, type PeriodCount } from "./counts";
import type { overTimeParams } from "./params";

export type OverTimeRequest = Request<typeof overTimeParams>;

/** One row a period: who was there before, who of them stayed, who came, and the same against everybody ever seen. */
export function periodsQuery(request: OverTimeRequest): Sql {
  const { params } = request;
  const all = movementOfPeriods(request);
  if (params.periods === null)
    return sql`
      ${all}
      order by periods.opens`;
  return sql`
    ${all}
    qualify row_number() over (order by periods.opens desc) <= ${params.periods}
    order by periods.opens`;
}

function movementOfPeriods(request: OverTimeRequest): Sql {
  const { params } = request;
  const length = lengthOf(params.grain);
  return sql`
    ${withBlocks({ ...presence(request), ...movements(request) })}
    select
      periods.opens::date as opens, periods.closes::date as closes, state,
      coalesce(earlier.customers, 0) as at_start,
      at_start - coalesce(stayed.customers, 0) as lost,
      coalesce(stayed.customers, 0) as remaining,
      coalesce(came.customers, 0) as new,
      coalesce(here.customers, 0) - new - remaining as returned,
      coalesce(here.customers, 0) as at_end,
      lost / nullif(at_start, 0) as attrition,
      coalesce(sum(newcomers.customers) over so_far, 0)::bigint as ever_before,
      at_end - new as ever_remaining,
      ever_before - ever_remaining as ever_absent,
      ever_absent / nullif(ever_before, 0) as ever_attrition,
      ${isCut(params)} as is_cut,
      ${isJudged(params)} as is_judged
    from periods
      left join here on here.opens = periods.opens
      left join here as earlier on earlier.opens = periods.opens - ${length}
      left join stayed on stayed.opens = periods.opens
      left join came on came.opens = periods.opens
      left join newcomers on newcomers.opens = periods.opens
    window so_far as (order by periods.opens rows between unbounded preceding and 1 preceding)`;
}

/** A log that begins within a period misses what came before; a list of contracts begins with the first of them. */
function isCut({ mode }: OverTimeRequest["params"]): Sql {
  return mode === "contracts" ? sql`false` : sql`first_day > periods.opens`;
}

/** It and the period before it are over and known from their first day, and there is a base. */
function isJudged({ mode }: OverTimeRequest["params"]): Sql {
  const isWhole =
    mode === "contracts" ? sql`state = 'complete'` : sql`state = 'complete' and first_day <= periods.opens`;
  return sql`
    ${isWhole}
      and lag(${isWhole}, 1, false) over (order by periods.opens)
      and at_start > 0`;
}

/**
 * One row a customer and period: new, remaining, returned, or lost since the period before; all, or the customers whom one
 * count of one period counts.
 */
export function customersQuery(request: OverTimeRequest, count: PeriodCount | null): Sql {
  if (!count) return customersOfPeriods(request);
  const kinds = counted[count.key].map((kind) => sql`${kind}`);
  return sql`
    select * from (${customersOfPeriods(request)}) as found
    where opens = ${count.opens}::date and what in (${join(kinds, ", ")})
    order by what, customer`;
}

function customersOfPeriods(request: OverTimeRequest): Sql {
  const length = lengthOf(request.params.grain);
  return sql`
    ${withBlocks({ ...presence(request), steps: steps(request) })}
    select customer::varchar as customer, opens::date as opens,
      case when opens = first_opens then 'new' when before + ${length} = opens then 'remaining'
        else 'returned' end as what
    from steps
    union all
    select customer::varchar, (opens + ${length})::date, 'lost'
    from steps
    where after is distinct from opens + ${length} and opens + ${length} in (select opens from periods)
    order by opens, what, customer`;
}

/**
 * What the sandwich needs: over customers, the products of their summed scores (lost − fitted) · (1, time).
 * A customer who is at risk in many periods is one cluster.
 */
export function scoresQuery(
  request: OverTimeRequest,
  fitted: readonly { readonly opens: string; readonly time: number; readonly p: number }[],
): Sql {
  const length = lengthOf(request.params.grain);
  const rows = fitted.map(({ opens, time, p }) => sql`(timestamp ${opens}, ${time}::double, ${p}::double)`);
  return sql`
    ${withBlocks({
      ...presence(request),
      fitted: sql`select * from (values ${join(rows, ", ")}) as fitted(opens, time, p)`,
      scores: sql`
        select customer, sum(residual) as of_level, sum(residual * time) as of_time
        from (
          select presence.customer, time, (later.customer is null)::integer - p as residual
          from presence
            join fitted on fitted.opens = presence.opens + ${length}
            left join presence as later on later.customer = presence.customer and later.opens = fitted.opens
        )
        group by customer`,
    })}
    select count(*) as customers, sum(of_level * of_level) as level_level, sum(of_level * of_time) as level_time,
      sum(of_time * of_time) as time_time
    from scores`;
}

/**
 * presence(customer, opens [, first_opens]): each period in which a customer is there. When they were first seen is told where
 * they need not be there in that period.
 */
function presence(request: OverTimeRequest): Record<string, Sql> {
  const { data, params } = request;
  return params.mode === "contracts"
    ? {
        contracts: contracts(data, params.grace),
        extent: contractExtent(data, params.asOf),
        periods: periods(request),
        presence: contractPresence(request),
      }
    : {
        activity: activity(data),
        extent: activityExtent(data, params.asOf),
        periods: periods(request),
        presence: activityPresence(request),
      };
}

/** steps(customer, opens, first_opens, before, after): the same with the neighbours. */
function steps({ params }: OverTimeRequest): Sql {
  const first = tellsFirst(params) ? sql`` : sql`min(opens) over periods_of_customer as first_opens, `;
  return sql`
    select *, ${first}lag(opens) over periods_of_customer as before, lead(opens) over periods_of_customer as after
    from presence
    window periods_of_customer as (partition by customer order by opens)`;
}

function tellsFirst({ mode, k }: OverTimeRequest["params"]): boolean {
  return mode === "contracts" || k > 1;
}

function periods({ data, params }: OverTimeRequest): Sql {
  const { grain } = params;
  const { weekStart } = data;
  const last = sql`greatest(last_moment, as_of - interval 1 day)`;
  return sql`
    select opens, opens + ${lengthOf(grain)} as closes, as_of, first_day,
      case when closes <= as_of then 'complete' when opens < as_of then 'in progress'
        else 'not observed' end as state
    from (
      select as_of, first_day, unnest(generate_series(
        ${opensOf(sql`first_day`, grain, weekStart)},
        ${opensOf(last, grain, weekStart)},
        ${lengthOf(grain)})) as opens
      from extent
    )`;
}

function activityPresence({ data, params }: OverTimeRequest): Sql {
  const opens = opensOf(sql`happened`, params.grain, data.weekStart);
  if (!tellsFirst(params))
    return sql`select distinct customer, ${opens} as opens from activity, extent where happened < as_of`;
  return sql`
    select customer, opens, min(opens) over (partition by customer) as first_opens
    from (select customer, ${opens} as opens from activity, extent where happened < as_of)
    group by customer, opens
    qualify count(*) >= ${params.k}`;
}

/** There in a period: a contract in force on its last day, or on the last day the data are known. */
function contractPresence({ data, params }: OverTimeRequest): Sql {
  return sql`
    select customer, periods.opens,
      any_value(${opensOf(sql`first_day_of_customer::timestamp`, params.grain, data.weekStart)}) as first_opens
    from periods join (
      select *, min(opens) over (partition by customer) as first_day_of_customer from contracts
    ) as held on held.opens < least(periods.closes, as_of)
      and (held.closes is null or held.closes >= least(periods.closes, as_of))
    where state <> 'not observed'
    group by customer, periods.opens`;
}

/** Each with customers by the opening of a period: here(…), stayed(…) since the one before, came(…) for the first time. */
function movements(request: OverTimeRequest): Record<string, Sql> {
  return {
    here: sql`select opens, count(*) as customers from presence group by opens`,
    stayed: sql`
      select presence.opens, count(*) as customers
      from presence join presence as before
        on before.customer = presence.customer and before.opens = presence.opens - ${lengthOf(request.params.grain)}
      group by presence.opens`,
    ...comers(request),
  };
}

/** newcomers(opens, customers): first seen in a period, whether or not they then count as there. */
function comers({ data, params }: OverTimeRequest): Record<string, Sql> {
  // Where one event is enough, whoever is first seen in a period is there in it.
  if (!tellsFirst(params))
    return {
      came: sql`
        select opens, count(*) as customers
        from (select min(opens) as opens from presence group by customer)
        group by opens`,
      newcomers: sql`from came`,
    };
  const first =
    params.mode === "contracts"
      ? sql`select min(opens)::timestamp as first_seen from contracts, extent where opens < as_of group by customer`
      : sql`select min(happened) as first_seen from activity, extent where happened < as_of group by customer`;
  return {
    came: sql`select opens, count(*) as customers from presence where opens = first_opens group by opens`,
    newcomers: sql`
      select ${opensOf(sql`first_seen`, params.grain, data.weekStart)} as opens, count(*) as customers
      from (${first})
      group by all`,
  };
}
