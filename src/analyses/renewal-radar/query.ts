import { name, sql, type Sql } from "../../engine";
import { opensOf } from "../calendar";
import { opensOf as contractOpensOf } from "../contracts";
import { columnOf, isNamed, tableOf } from "../role-columns";
import { withBlocks } from "../with-blocks";
import { near, type Band } from "./bands";
import { mrrColumn, radarBlocks, radarData, type RadarRequest } from "./source";

/** Weeks ahead that the figure shows. */
export const weeksAhead = 26;
/** Contracts that the report lists; all of them are behind the numbers. */
export const mostListed = 50;

export function asOfQuery(request: RadarRequest): Sql {
  const { extent } = radarBlocks(request, null);
  return sql`
    ${withBlocks({ extent: extent! })}
    select as_of::date as as_of from extent where as_of is not null`;
}

/** One row a band that has contracts. */
export function bandsQuery(request: RadarRequest, asOf: string): Sql {
  return sql`
    ${withBlocks(radarBlocks(request, asOf))}
    select band, count(*) as contracts, count(distinct logo) as logos, coalesce(sum(mrr), 0) as mrr,
      count(*) filter (where mrr is null) as unknown
    from contracts
    group by band`;
}

/** Logos to act on, by their last business review. A logo with contracts in two bands is one. */
export function reviewsQuery(request: RadarRequest, asOf: string): Sql {
  return sql`
    ${withBlocks(radarBlocks(request, asOf))}
    select count(distinct logo) as logos, count(distinct logo) filter (where qbr is null) as never,
      count(distinct logo) filter (where qbr is null or qbr < as_of::date - ${request.params.qbrDays}) as late
    from contracts
    where band in (${[...near]})`;
}

/** Which currencies contracts are in; blank ones apart from the others. */
export function currenciesQuery(request: RadarRequest): Sql {
  const data = radarData(request);
  const currency = sql`coalesce(nullif(trim(${name(columnOf(data, "currency").name)}::varchar), ''), '?')`;
  return sql`
    with currencies as (
      select distinct ${currency} as currency
      from ${tableOf(data)}
      where ${isNamed(columnOf(data, "customer"))} and isfinite(${contractOpensOf(data)})
    )
    select currency from currencies
    order by currency
    limit 20`;
}

/** What is not on the radar, and why; and what its dates leave open. */
export function factsQuery(request: RadarRequest, asOf: string): Sql {
  const { grace } = request.params;
  const { contracts: _, ...blocks } = radarBlocks(request, asOf);
  const stated = request.data.endIsLastPaidDay ? sql`(ends - 1)` : sql`ends`;
  return sql`
    ${withBlocks({ extent: blocks.extent!, terms: blocks.terms!, judged: blocks.judged! })}
    select count(*) filter (where is_renewed) as renewed,
      count(*) filter (where not is_renewed and ends + ${grace} <= as_of) as past,
      (select count(*) from terms, extent where opens >= as_of) as future,
      count(*) filter (where ${stated} = last_day(${stated}) and day(${stated}) < day(opens)) as shortened
    from judged`;
}

/** One row a week and band: contracts by their first day without contract, from the days of grace on. */
export function weeksQuery(request: RadarRequest, asOf: string | null): Sql {
  const week = weekOfEnd(request);
  const { usage: _, seen: __, usage_until: ___, ...blocks } = radarBlocks(request, asOf);
  return sql`
    ${withBlocks(blocks)}
    select ${week}::date as week, band, count(*) as contracts, count(distinct logo) as logos${mrrColumn(request) ? sql`, coalesce(sum(mrr), 0) as mrr` : sql``}
    from contracts
    where ends is not null and ends < as_of + interval ${7 * weeksAhead} day
    group by all
    order by week, min(days_left)`;
}

function weekOfEnd({ data }: RadarRequest): Sql {
  return opensOf(sql`ends::timestamp`, "week", data.weekStart);
}

/** The contracts to act on, the first to end first. */
export function listQuery(request: RadarRequest, asOf: string): Sql {
  const hasUsage = request.beside?.usage !== undefined && request.params.usage !== null;
  return sql`
    ${withBlocks(radarBlocks(request, asOf))}
    select contracts.logo::varchar as logo, ends::date as ends, days_left, band, mrr, status, qbr::date as qbr, contact::date as contact${usageColumns(hasUsage)}
    from contracts ${hasUsage ? sql`left join usage on usage.logo = contracts.logo::varchar` : sql``}
    where band in (${[...near]})
    order by ends, mrr desc, contracts.logo
    limit ${mostListed}`;
}

export function usageUntilQuery(request: RadarRequest, asOf: string): Sql {
  const { extent, usage_until } = radarBlocks(request, asOf);
  return sql`
    ${withBlocks({ extent: extent!, usage_until: usage_until! })}
    select until::date as until from usage_until where until is not null`;
}

/** One row a logo: its first contract to end in the band, how many there are, and what is known of the logo. */
export function logosQuery(request: RadarRequest, asOf: string, which: Which): Sql {
  const hasUsage = request.beside?.usage !== undefined && request.params.usage !== null;
  const condition = conditionOf(which, request);
  const first = sql`
    select logo, min(ends)::date as ends, min(days_left) as days_left, arg_min(band, coalesce(ends, date '9999-12-31')) as band,
      count(*) as contracts, sum(mrr) as mrr, string_agg(distinct status, ', ' order by status) as status,
      any_value(qbr)::date as last_qbr, any_value(contact)::date as last_contact
    from contracts
    where ${condition}
    group by logo`;
  return sql`
    ${withBlocks(radarBlocks(request, asOf))}
    select found.logo::varchar as customer, found.* exclude (logo)${usageColumns(hasUsage)}
    from (${first}) as found ${hasUsage ? sql`left join usage on usage.logo = found.logo::varchar` : sql``}
    order by ends, customer`;
}

/** A band, the part of it that ends in one week, logos whose review is overdue, or all that have an end. */
type Which = Band | { readonly week: string; readonly band: Band } | "late-qbr" | null;

function conditionOf(which: Which, request: RadarRequest): Sql {
  if (which === null) return sql`band <> 'open'`;
  if (which === "late-qbr")
    return sql`band in (${[...near]}) and (qbr is null or qbr < as_of::date - ${request.params.qbrDays})`;
  if (typeof which === "string") return sql`band = ${which}`;
  return sql`band = ${which.band} and ends is not null and ${weekOfEnd(request)} = date ${which.week}`;
}

function usageColumns(hasUsage: boolean): Sql {
  return hasUsage
    ? sql`, coalesce(active_before, 0) as active_before, coalesce(active_now, 0) as active_now, coalesce(gone, 0) as gone`
    : sql``;
}
