import { join, sql, type Sql } from "../../engine";
import { scoreOfColumns, switchOf } from "../adoption-score/query";
import { scoreDecimals } from "../adoption-score/bands";
import { customerOf, eventOf, happenedOf, usable } from "../activity";
import { wholeBehaviours, type Lever } from "../levers/lever";
import { tableOf } from "../role-columns";
import { columnFor } from "../segments/dimensions";
import { withBlocks } from "../with-blocks";
import { presentBlocks } from "./dates";
import type { ReportRequest } from "./params";

/**
 * Blocks that end in scored(customer, day, is_seen, stays, on_a, value_a, …, score): everybody there on each date, by what they did in
 * the days before it alone; `score` is null for those who have not been there since the window began.
 */
export function scoredBlocks(
  request: ReportRequest,
  levers: readonly Lever[],
  weights: readonly number[],
  only: Sql | null = null,
): Record<string, Sql> {
  const values = levers.map(
    (_, i) => sql`coalesce(${columnFor("value", i)}, 0)::double as ${columnFor("value", i)}`,
  );
  const on = levers.map((lever, i) => sql`${switchOf(lever, i)} as ${columnFor("on", i)}`);
  const columns = levers.map((_, i) => columnFor("on", i));
  return {
    ...presentBlocks(request, only),
    did: didBlock(request, levers),
    measured: sql`
      select present.customer, present.day, is_seen, stays, ${join(values, ", ")}
      from present left join did on did.customer = present.customer and did.day = present.day`,
    switched: sql`select *, ${join(on, ", ")} from measured`,
    scored: sql`
      select *, case when is_seen then ${scoreOfColumns(columns, weights)} end as score
      from switched`,
  };
}

/** did(customer, day, value_a, …). A day's events are counted once and then added up for each date whose window they lie in. */
function didBlock(request: ReportRequest, levers: readonly Lever[]): Sql {
  const { data, params } = request;
  const event = data.roles.event === undefined ? sql`null::varchar` : eventOf(data);
  const isWhole = levers.some(({ behaviour }) => wholeBehaviours.some((one) => one === behaviour));
  const wanted = levers.map(({ behaviour }) => behaviour);
  const customer = params.mode === "contracts" ? sql`${customerOf(data)}::varchar` : customerOf(data);
  const measures = levers.map(
    ({ behaviour }, i) => sql`${measureOf(behaviour, params.metric)} as ${columnFor("value", i)}`,
  );
  return sql`
    select customer, dates.day, ${join(measures, ", ")}
    from (
      select customer, event, date_trunc('day', happened) as on_day, count(*) as times
      from (
        select ${customer} as customer, ${event} as event, ${happenedOf(data)} as happened
        from ${tableOf(data)}
        where ${usable(data)}
      )
      where happened < (select max(day) from dates) and happened >= (select min(observed_from) from dates)
        ${isWhole ? sql`` : sql`and event in (${wanted})`}
      group by all
    ) as days join dates on on_day >= observed_from and on_day < dates.day
    group by customer, dates.day`;
}

function measureOf(behaviour: string, metric: ReportRequest["params"]["metric"]): Sql {
  if (behaviour === "*days") return sql`count(distinct on_day)`;
  if (behaviour === "*kinds") return sql`count(distinct event)`;
  return metric === "days"
    ? sql`count(*) filter (where event = ${behaviour})`
    : sql`coalesce(sum(times) filter (where event = ${behaviour}), 0)`;
}

/** stepped: `scored` with `change`, by how much a score moved since the shown date before; null where there was none. */
export function steppedBlocks(
  request: ReportRequest,
  levers: readonly Lever[],
  weights: readonly number[],
): Record<string, Sql> {
  return {
    ...scoredBlocks(request, levers, weights),
    // A window, not a join with itself: everybody is scored once.
    stepped: sql`
      select *, case when is_shown and last_day = before then round(score - last_score, ${scoreDecimals}) end as change
      from (
        select scored.*, is_shown, is_audit, before,
          lag(scored.day) over earlier as last_day, lag(score) over earlier as last_score
        from scored join dates on dates.day = scored.day
        window earlier as (partition by customer, is_shown order by scored.day)
      )`,
  };
}

/**
 * One statement for all dates: `form` "pattern" counts customers alike in all levers and in whether they stay; "change"
 * those whose score moved alike.
 */
export function countsQuery(
  request: ReportRequest,
  levers: readonly Lever[],
  weights: readonly number[],
): Sql {
  const on = join(
    levers.map((_, i) => columnFor("on", i)),
    ", ",
  );
  return sql`
    ${withBlocks(steppedBlocks(request, levers, weights))}
    select case when grouping(change) = 0 then 'change' else 'pattern' end as form, day::date as day, is_shown, is_audit, is_seen,
      ${on}, stays, change, count(*) as customers, sum(round(score * 1000000))::bigint as score_sum
    from stepped
    group by grouping sets ((day, is_shown, is_audit, is_seen, stays, ${on}), (day, is_shown, is_audit, is_seen, change))
    having grouping(change) = 1 or change is not null
    order by all`;
}
