import { join, sql, type Sql } from "../../engine";
import type { Questions } from "../analysis";
import { activityExtent } from "../extent";
import { usualGapQuestion } from "../usual-gap";
import { withBlocks } from "../with-blocks";
import { relevant, usable, happenedOf } from "../activity";
import { tableOf } from "../role-columns";
import {
  asOf,
  asOfBlocks,
  countsDays,
  purchases,
  refund,
  type KnownAsOf,
  type KnownRows,
  type RepeatPurchaseRequest,
} from "./purchases";

/** The windows of which the share is told, the chosen one among them. */
export function windowsOf({ params }: RepeatPurchaseRequest): number[] {
  return [...new Set([30, 60, 90, 365, params.window])].sort((a, b) => a - b);
}

/** Days that can be no more than the first days: the article's claim of a critical month. */
export const firstDays = 30;

export function asOfQuestion({ data, params }: RepeatPurchaseRequest): Sql {
  return sql`
    ${withBlocks({ extent: activityExtent(data, params.asOf) })}
    select as_of::date as as_of from extent`;
}

/** How many usable rows are refunds; asked only where a column says amounts. */
export function refundQuestion(request: KnownRows, known: KnownAsOf): Questions {
  const back = refund(request);
  if (!back) return {};
  const { data } = request;
  const conditions = [usable(data), ...relevant(data), back, sql`${happenedOf(data)} < ${asOf(known)}`];
  const question = sql`
    select count(*) as rows
    from ${tableOf(data)}
    where ${join(conditions, " and ")}`;
  if (known !== null) return { refunds: question };
  return {
    refunds: sql`
      ${withBlocks(asOfBlocks(request, known))}
      ${question}`,
  };
}

export function gapQuestion(request: RepeatPurchaseRequest): Sql {
  const back = refund(request);
  return usualGapQuestion(request.data, request.params.asOf, { where: back ? [sql`not ${back}`] : [] });
}

/**
 * customers(customer, first_day, second_day, days, followed, recent), one row a buyer: `days` from the first purchase to the
 * second (null: none so far), `followed` the days after the first that are known in full, `recent` purchases lately.
 */
export function customerBlocks(request: RepeatPurchaseRequest, known: KnownAsOf): Record<string, Sql> {
  const lastDay = lastDayOf(known);
  return {
    ...purchases(request, known),
    customers: sql`
      select customer, firsts[1] as first_day, firsts[2] as second_day, second_day - first_day as days,
        ${lastDay} - first_day as followed, recent
      from (
        select customer, min(day, 2) as firsts, count(*) filter (where day > ${lastDay} - ${request.params.recent}) as recent
        from purchases
        group by customer
      )`,
  };
}

/**
 * The same for counting, where `recent` beyond 2 is told as 2. Days come together for each customer, since to look for the
 * first one after the first takes less time than to make every day of all customers one.
 */
function countedBlocks(request: RepeatPurchaseRequest, known: KnownAsOf): Record<string, Sql> {
  if (!countsDays(request)) return customerBlocks(request, known);
  const lastDay = lastDayOf(known);
  return {
    ...purchases(request, known, true),
    customers: sql`
      select customer, first_day, list_min(list_filter(bought, lambda day: day > first_day)) as second_day,
        second_day - first_day as days, ${lastDay} - first_day as followed,
        case when first_recent is null then 0 when first_recent = last_day then 1 else 2 end as recent
      from (
        select customer, min(day) as first_day, max(day) as last_day, list(day) as bought,
          min(day) filter (where day > ${lastDay} - ${request.params.recent}) as first_recent
        from purchases
        group by customer
      )`,
  };
}

function lastDayOf(known: KnownAsOf): Sql {
  return sql`(${asOf(known)})::date - 1`;
}

/** One row a number of days after the first purchase: who bought again on it, and of whom no later day is known. */
export function daysQuery(request: RepeatPurchaseRequest, known: KnownAsOf): Sql {
  return sql`
    ${withBlocks(countedBlocks(request, known))}
    ${daysPart}
    order by days`;
}

const daysPart = sql`
  select coalesce(days, followed) as days,
    (sum(count(*)) over (order by coalesce(days, followed) desc))::bigint as at_risk,
    count(days) as bought_again,
    count(*) - count(days) as not_yet
  from customers
  group by coalesce(days, followed)`;

/**
 * All counts in one pass over the customers. Rows of several parts: `days` as in `daysQuery`; `windows` and `months` with
 * those followed long enough and who of them bought again; `totals`.
 */
export function countsQuery(request: RepeatPurchaseRequest, known: KnownAsOf): Sql {
  const { window, recent } = request.params;
  const recentFrom = sql`(${asOf(known)})::date - ${recent}`;
  const windows = windowsOf(request).map(
    (days) => sql`
      select 'windows' as part, ${days} as days, null::date as opens, count(*) filter (where followed >= ${days}) as a,
        count(*) filter (where followed >= ${days} and days <= ${days}) as b, null::bigint as c, null::bigint as d
      from customers`,
  );
  return sql`
    ${withBlocks(countedBlocks(request, known))}
    ${join(windows, "\nunion all\n")}
    union all
    select 'days', days, null, at_risk, bought_again, not_yet, null
    from (
      ${daysPart}
    )
    union all
    select 'months', null, date_trunc('month', first_day)::date, count(*), count(*) filter (where followed >= ${window}),
      count(*) filter (where followed >= ${window} and days <= ${window}), count(*) filter (where days <= ${window})
    from customers
    group by date_trunc('month', first_day)
    union all
    select 'buyers', null, null, count(*), count(second_day), count(*) filter (where days <= ${firstDays}), null
    from customers
    union all
    select 'recent', null, ${recentFrom}, count(*) filter (where recent > 0), count(*) filter (where recent > 1),
      count(*) filter (where recent > 0 and first_day < ${recentFrom}), null
    from customers`;
}
