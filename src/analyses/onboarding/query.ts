import { join, sql, type Sql } from "../../engine";
import { withBlocks } from "../with-blocks";
import { beganBlocks, eventRows, idOf, type OnboardingRequest } from "./began";
import { stepsOf, type OnboardingParams } from "./params";

/** One row a day of life: how many could be seen for the whole of it, and how many of them were active. */
export function daysQuery(request: OnboardingRequest, asOf: string | null): Sql {
  const { days } = request.params;
  const list = (counted: (day: number) => Sql) => join(days.map(counted), ", ");
  return sql`
    ${withBlocks({
      ...dayBlocks(request, asOf),
      counts: sql`
        select [${list((day) => sql`count(*) filter (where ${eligible(request.params, day)})`)}] as eligible,
          [${list((day) => sql`count(*) filter (where ${eligible(request.params, day)} and ${came(day)})`)}] as returned
        from lived`,
      days: sql`
        select unnest([${list((day) => sql`${day}`)}]) as day, unnest(eligible) as eligible, unnest(returned) as returned
        from counts`,
    })}
    select day, eligible, returned, returned / nullif(eligible, 0) as rate
    from days
    order by day`;
}

/** lived(customer, started, known, came_1, …): `known` is how many whole days of life the data cover. */
export function dayBlocks(request: OnboardingRequest, asOf: string | null): Record<string, Sql> {
  const { days, reading } = request.params;
  const hit = (day: number) => (reading === "on" ? sql`age = ${day}` : sql`age >= ${day}`);
  return {
    ...beganBlocks(request, asOf),
    ages: sql`
      select began.customer, ${wholeDays(sql`happened`, request.params)} as age
      from began join activity on ${idOf(request, sql`activity.customer`)} = began.customer, extent
      where happened >= started and happened < as_of`,
    returns: sql`
      select customer, ${join(
        days.map((day) => sql`bool_or(${hit(day)}) as ${came(day)}`),
        ", ",
      )}
      from ages
      group by customer`,
    lived: sql`
      select began.customer, started, ${wholeDays(sql`as_of`, request.params)} as known,
        ${join(
          days.map((day) => sql`coalesce(${came(day)}, false) as ${came(day)}`),
          ", ",
        )}
      from extent, began left join returns on returns.customer = began.customer`,
  };
}

/** Seen for the whole day, or for the whole of the last one asked for. */
export function eligible({ same, days }: OnboardingParams, day: number): Sql {
  return sql`known > ${same ? days[days.length - 1]! : day}`;
}

export function came(day: number): Sql {
  return { text: `came_${day}` };
}

/** Whole days from the start until a moment: of the calendar, or 24 hours each. */
function wholeDays(moment: Sql, { window }: OnboardingParams): Sql {
  return window === "calendar"
    ? sql`date_diff('day', started, ${moment})`
    : sql`floor(epoch(${moment} - started) / 86400)::bigint`;
}

/** time, events, censored: days until the first event of value; those without one are followed as long as the data go. */
export function valueQuery(request: OnboardingRequest, asOf: string | null): Sql {
  return sql`
    ${withBlocks(valueBlocks(request, asOf))}
    select time, count(*) filter (where reached) as events, count(*) filter (where not reached) as censored
    from valued
    group by time
    order by time`;
}

/** valued(customer, started, reached_at, reached, time). Who began on the last day is known for no whole day: followed for 0. */
export function valueBlocks(request: OnboardingRequest, asOf: string | null): Record<string, Sql> {
  const { params } = request;
  return {
    ...beganBlocks(request, asOf),
    events: eventRows(request, [params.value.trim()]),
    firsts: sql`
      select began.customer, min(happened) as reached_at
      from began join events on events.customer = began.customer
      where happened >= started
      group by began.customer`,
    valued: sql`
      select began.customer, started, reached_at, reached_at is not null as reached,
        (case when reached then ${wholeDays(sql`reached_at`, params)}
          else greatest(0, ${wholeDays(sql`as_of`, params)} - 1) end)::double as time
      from extent, began left join firsts on firsts.customer = began.customer`,
  };
}

/** One row a step: how many came so far in this order within the window, and the median days since the step before. */
export function funnelQuery(request: OnboardingRequest, asOf: string | null): Sql {
  const rows = stepsOf(request.params).map(
    (_, i) => sql`
      select ${i + 1} as step, count(*) as customers, median(epoch(reached_at - before)) / 86400 as days
      from ${stepName(i + 1)}`,
  );
  return sql`
    ${withBlocks(funnelBlocks(request, asOf))}
    select * from (
      select 0 as step, count(*) as customers, null::double as days
      from step_0
      union all
      ${join(rows, "\nunion all\n")}
    )
    order by step`;
}

/** step_0(customer, started, reached_at): those whose whole window the data cover; step_1 … with `before`, the step before. */
export function funnelBlocks(request: OnboardingRequest, asOf: string | null): Record<string, Sql> {
  const { params } = request;
  const steps = stepsOf(params);
  return {
    ...beganBlocks(request, asOf),
    events: eventRows(request, steps),
    step_0: sql`
      select customer, started, started as reached_at
      from began, extent
      where started + to_days(${params.within}) <= as_of`,
    ...Object.fromEntries(
      steps.map((event, i) => [
        `step_${i + 1}`,
        sql`
          select earlier.customer, started, min(earlier.reached_at) as before, min(happened) as reached_at
          from ${stepName(i)} as earlier join events on events.customer = earlier.customer
          where event = ${event} and happened >= earlier.reached_at and happened < started + to_days(${params.within})
          group by earlier.customer, started`,
      ]),
    ),
  };
}

export function stepName(i: number): Sql {
  return { text: `step_${i}` };
}
