import { join, name, sql, type Sql } from "../../engine";
import { activity, customerOf, eventOf, happenedOf, usable } from "../activity";
import type { DataSet, Request } from "../analysis";
import { attributes } from "../attributes";
import { activityExtent } from "../extent";
import { columnOf, isFiniteTime, tableOf, textOrNull, timeOf } from "../role-columns";
import { isInTime, type cohortParams } from "./params";
import { isInBits, presenceBlocks } from "./presence";
import { boundaries, elapsedPeriods, microseconds, periodOf } from "./periods";

export type CohortRequest = Request<typeof cohortParams>;

/**
 * lives(customer, cohort, started, opens, elapsed, begun, hidden), one row a customer in a row of the matrix: since when,
 * how many periods have passed in full and have begun, and how many first ones lie before the log begins.
 * Without times `started` of calendar periods is the opening of the first: half the work where only counts are asked.
 * `cohort` is the day on which the period of the start opens, or a text. First seen is over the whole history, never over a chosen range.
 */
export function livesBlocks(request: CohortRequest, needsTimes = true): Record<string, Sql> {
  const { data, params } = request;
  if (!needsTimes && isInBits(request))
    return {
      extent: extent(request),
      ...presenceBlocks(request),
      ...labels(request),
      lives: lives(request),
    };
  return {
    activity: activity(data, { where: inCurrency(request), columns: columnsOf(request) }),
    extent: extent(request),
    ...(params.window === "calendar" ? { periods: periods(request, hasTimes(request, needsTimes)) } : {}),
    starts: starts(request, hasTimes(request, needsTimes)),
    ...labels(request),
    lives: lives(request),
  };
}

/** Whether the moment within a period is known to the blocks; rolling periods and first orders cannot do without. */
export function hasTimes({ params }: CohortRequest, needsTimes: boolean): boolean {
  return (
    needsTimes || params.window === "rolling" || !(params.by === "activity" || params.by === "attribute")
  );
}

/** A day that is known spares looking through the log for it; where the log begins matters to sign-ups only. */
function extent({ data, params }: CohortRequest): Sql {
  return params.asOf === "auto" || params.by === "signup"
    ? activityExtent(data, params.asOf)
    : sql`select timestamp ${params.asOf} as as_of, null::timestamp as first_day`;
}

/** Only rows in the chosen currency; all where none is chosen or asked. */
export function inCurrency({ data, params }: CohortRequest): Sql[] {
  if (params.metric !== "revenue" || params.currency === "" || data.roles.currency === undefined) return [];
  return [sql`${textOrNull(columnOf(data, "currency"))}::varchar = ${params.currency}`];
}

function columnsOf({ data, params }: CohortRequest): Record<string, Sql> {
  const hasOrders = data.roles.order !== undefined;
  return {
    ...(params.metric === "revenue" ? { amount: name(columnOf(data, "amount").name) } : {}),
    ...((params.metric === "orders" && hasOrders) || params.by === "order"
      ? { order_id: textOrNull(columnOf(data, "order")) }
      : {}),
  };
}

/** What a customer did in a period, beside having been there. */
export function sums({ data, params }: CohortRequest): Sql {
  switch (params.metric) {
    case "customers":
      return sql``;
    case "revenue":
      return sql`, coalesce(sum(amount::double), 0) as total`;
    case "orders":
      return data.roles.order === undefined
        ? sql`, count(*) as total`
        : sql`, count(distinct order_id) as total`;
  }
}

function periods(request: CohortRequest, withTimes: boolean): Sql {
  const { data, params } = request;
  const opens = periodOf(sql`happened`, params.grain, data.weekStart);
  const firstOrder =
    params.by === "order" ? sql`, min(happened) filter (where order_id is not null) as first_order` : sql``;
  return sql`
    select customer, ${opens} as opens${withTimes ? sql`, min(happened) as first_happened` : sql``}${firstOrder}${sums(request)}
    from activity, extent
    where happened < as_of
    group by all`;
}

function starts(request: CohortRequest, withTimes: boolean): Sql {
  const { data, params, beside } = request;
  if (params.by === "signup") {
    const people = params.people !== null ? beside?.people : undefined;
    const from = people ?? data;
    const column = columnOf(from, "signup");
    const customer = textOrNull(columnOf(from, "customer"));
    return sql`
      select customer, min(signed_up) as started
      from (
        select ${people ? sql`${customer}::varchar` : customer} as customer, ${timeOf(column)} as signed_up
        from ${tableOf(from)}
        where ${isFiniteTime(column)}
      ), extent
      where customer is not null and signed_up < as_of
      group by customer`;
  }
  if (params.window === "rolling") {
    const isStart =
      params.by === "order" ? sql`happened < as_of and order_id is not null` : sql`happened < as_of`;
    return sql`
      select customer, min(happened) as started
      from activity, extent
      where ${isStart}
      group by customer`;
  }
  const first = params.by === "order" ? sql`first_order` : withTimes ? sql`first_happened` : sql`opens`;
  return sql`
    select customer, min(${first}) as started
    from periods
    group by customer
    having started is not null`;
}

/** labels(customer, label): what the customer is or did at first, where rows are made of that. */
function labels(request: CohortRequest): Record<string, Sql> {
  const { data, params, beside } = request;
  if (params.by === "attribute") {
    const people = params.people !== null ? beside?.people : undefined;
    const column = people ? params.attributeBeside : params.attribute;
    const levels = attributes(people ?? data, column ?? "", "first");
    return {
      labels: sql`
        select customer${people ? sql`::varchar as customer` : sql``}, coalesce(level, '') as label
        from (${levels})`,
    };
  }
  if (params.by !== "behaviour") return {};
  return {
    labels: sql`
      select starts.customer, case when count(*) >= ${params.times} then 'yes' else 'no' end as label
      from starts join (${deeds(data, params.event)}) as deeds on deeds.customer = starts.customer
        and deeds.happened >= started and deeds.happened < started + to_days(${params.days})
      group by starts.customer`,
  };
}

/** What was done counts whether or not the rule of relevant activity takes it. */
function deeds(data: DataSet, event: string): Sql {
  return sql`
    select ${customerOf(data)} as customer, ${happenedOf(data)} as happened
    from ${tableOf(data)}
    where ${join([usable(data), sql`${eventOf(data)} = ${event}`], " and ")}`;
}

function lives(request: CohortRequest): Sql {
  const { data, params } = request;
  const opens = periodOf(sql`started`, params.grain, data.weekStart);
  const label =
    params.by === "behaviour"
      ? sql`coalesce(label, 'no')`
      : isInTime(params)
        ? sql`(${opens})::date`
        : sql`coalesce(label, '')`;
  const isBeside = params.by === "attribute" && params.people !== null;
  const others = isInTime(params)
    ? []
    : [sql`left join labels on labels.customer = starts.customer${isBeside ? sql`::varchar` : sql``}`];
  const known = params.by === "behaviour" ? [sql`where started + to_days(${params.days}) <= as_of`] : [];
  return sql`
    select *, ${elapsedOf(request)} as elapsed, ${begunOf(request)} as begun, ${hiddenOf(request)} as hidden
    from (
      select starts.customer, ${label} as cohort, started, ${opens} as opens, as_of, first_day
      from ${join([sql`starts cross join extent`, ...others, ...known], " ")}
    )`;
}

function elapsedOf({ data, params }: CohortRequest): Sql {
  return params.window === "rolling"
    ? elapsedPeriods(sql`started`, sql`as_of`, params.grain)
    : boundaries(sql`opens`, periodOf(sql`as_of`, params.grain, data.weekStart), params.grain);
}

function begunOf({ data, params }: CohortRequest): Sql {
  const last = sql`as_of - interval 1 microsecond`;
  return params.window === "rolling"
    ? sql`${elapsedPeriods(sql`started`, last, params.grain)} + 1`
    : sql`${boundaries(sql`opens`, periodOf(last, params.grain, data.weekStart), params.grain)} + 1`;
}

/** Who signed up before the log begins may have been active in periods of which nothing is known. */
function hiddenOf({ data, params }: CohortRequest): Sql {
  if (params.by !== "signup") return sql`0`;
  const before = sql`first_day - interval 1 microsecond`;
  const periods =
    params.window === "rolling"
      ? sql`(date_diff('microsecond', started, first_day) + ${microseconds(params.grain) - 1}) // ${microseconds(params.grain)}`
      : sql`${boundaries(sql`opens`, periodOf(before, params.grain, data.weekStart), params.grain)} + 1`;
  return sql`case when started >= first_day then 0 else ${periods} end`;
}
