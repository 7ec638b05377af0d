import { join, sql, type Sql } from "../../engine";
import { opensOf } from "../contracts";
import { columnOf, isFiniteTime, isNamed, tableOf, textOrNull } from "../role-columns";
import { withBlocks } from "../with-blocks";
import { momentsBlocks, movesBlocks, type Moments } from "./moves";
import { currencyOf, logoData, type LogoRequest } from "./source";

/** One row: the day the data are known until, their first day, and the opening of the period that is told in full. */
export function momentsQuery(request: LogoRequest): Sql {
  return sql`
    ${withBlocks(momentsBlocks(request))}
    select as_of::date as as_of, first_day::date as first_day, focal::date as focal
    from moments
    where as_of is not null and first_day is not null`;
}

/**
 * Which currencies there are, each with its rows and logos; only asked where a column says. A row that is in no number, one of
 * totals or a blank one, has none.
 */
export function currenciesQuery(request: LogoRequest): Sql {
  const data = logoData(request);
  const isDated =
    request.params.mode === "contracts"
      ? sql`isfinite(${opensOf(data)})`
      : isFiniteTime(columnOf(data, "time"));
  return sql`
    with currencies as (
      select ${currencyOf(data)} as currency, ${textOrNull(columnOf(data, "customer"))} as logo
      from ${tableOf(data)}
      where ${isNamed(columnOf(data, "customer"))} and ${isDated}
    )
    select currency, count(*) as rows, count(distinct logo) as logos
    from currencies
    group by currency
    order by rows desc, currency
    limit 50`;
}

/** Months of which the sheet says anything; a boundary after another month is not observed. */
export function monthsQuery(request: LogoRequest): Sql {
  const { entries, extent } = momentsBlocks(request);
  return sql`
    ${withBlocks({ entries: entries!, extent: extent! })}
    select distinct month::date as month from entries, extent
    where month + interval 1 month <= as_of
    order by month`;
}

/** One row a period: logos and MRR from start to end, and the same of those whose contract came to its end in it. */
export function seriesQuery(request: LogoRequest, known: Moments | null): Sql {
  const isContracts = request.params.mode === "contracts";
  return sql`
    ${withBlocks({
      ...movesBlocks(request, known),
      ...stepsBlocks(),
      ...(isContracts
        ? {
            ending: endingOf(request),
            renewals: sql`
              select opens, count(*) as ending, count(*) filter (where state = 'renewed') as renewed,
                count(*) filter (where state = 'pending') as pending
              from ending
              group by opens`,
          }
        : {}),
    })}
    select periods.opens::date as opens, periods.closes::date as closes,
      ${join(counted, ",\n")},
      ${isContracts ? renewalColumns : noRenewalColumns}
    from periods
      left join (select place, ${join(sums, ",\n")} from steps group by place) as told on told.place = periods.place
      ${isContracts ? sql`left join renewals on renewals.opens = periods.opens` : sql``}
    order by periods.opens`;
}

/** steps: `moves` with what happened to a logo's presence; without firsts whoever comes is told as new. */
export function stepsBlocks(): Record<string, Sql> {
  return {
    steps: sql`
      select *,
        case when not is_there then 'lost' when was_there then 'remaining'
          when first_place < place then 'returned' else 'new' end as step
      from moves`,
  };
}

/**
 * ending(opens, logo, state): contracts whose own end falls in a period. Renewed: another contract of the logo begins
 * within the days of grace around that end and goes on beyond it. Pending: the days of grace are not over yet.
 */
export function endingOf({ params }: LogoRequest): Sql {
  const { grace } = params;
  return sql`
    select periods.opens, ended.logo, ended.ends, ended.mrr,
      case when exists (
          from terms as next
          where next.logo = ended.logo and next.opens between ended.ends - ${grace} and ended.ends + ${grace}
            and (next.ends is null or next.ends > ended.ends)
        ) then 'renewed'
        when ended.ends + ${grace} > as_of then 'pending'
        else 'ended' end as state
    from terms as ended join periods on ended.ends >= periods.opens and ended.ends < periods.closes`;
}

type Column = readonly [name: string, sum: Sql];

// A filter on each of many sums takes three times as long as a case in it.
const count = (when: Sql): Sql => sql`count(case when ${when} then 1 end)`;
const sum = (what: Sql, when: Sql): Sql =>
  sql`coalesce(sum(case when not unknown and ${when} then ${what} end), 0)`;

const all = sql`true`;
const more = sql`step = 'remaining' and after > before`;
const less = sql`step = 'remaining' and after < before`;
const columns: readonly Column[] = [
  ["at_start", count(sql`was_there`)],
  ["lost", count(sql`step = 'lost'`)],
  ["remaining", count(sql`step = 'remaining'`)],
  ["new", count(sql`step = 'new'`)],
  ["returned", count(sql`step = 'returned'`)],
  ["at_end", count(sql`is_there`)],
  ["is_late", count(sql`is_there and is_late`)],
  ["unknown", count(sql`unknown`)],
  ["expanded", count(sql`not unknown and ${more}`)],
  ["contracted", count(sql`not unknown and ${less}`)],
  ["mrr_start", sum(sql`before`, all)],
  ["mrr_lost", sum(sql`before`, sql`step = 'lost'`)],
  ["mrr_contraction", sum(sql`before - after`, less)],
  ["mrr_expansion", sum(sql`after - before`, more)],
  ["mrr_returned", sum(sql`after`, sql`step = 'returned'`)],
  ["mrr_new", sum(sql`after`, sql`step = 'new'`)],
  ["mrr_end", sum(sql`after`, all)],
  ["mrr_late", sum(sql`after`, sql`is_there and is_late`)],
  ["due", count(sql`is_due`)],
  ["due_lost", count(sql`is_due and step = 'lost'`)],
  ["due_mrr", sum(sql`before`, sql`is_due`)],
  ["due_retained", sum(sql`least(before, after)`, sql`is_due`)],
  ["due_after", sum(sql`after`, sql`is_due`)],
];
export const sums = columns.map(([column, sum]) => sql`${sum} as ${{ text: column }}`);
const counted = columns.map(
  ([column]) => sql`coalesce(${{ text: `told.${column}` }}, 0) as ${{ text: column }}`,
);

const renewalColumns = sql`coalesce(renewals.ending, 0) as ending, coalesce(renewals.renewed, 0) as renewed, coalesce(renewals.pending, 0) as pending`;
const noRenewalColumns = sql`0 as ending, 0 as renewed, 0 as pending`;

/**
 * The MRR of each logo at the two boundaries of the period told in full, equal pairs counted: what resampling needs.
 * Logos that came back belong to it only where their MRR counts in NRR.
 */
export function accountsQuery(request: LogoRequest, moments: Moments): Sql {
  const steps = request.params.reactivation ? ["lost", "remaining", "returned"] : ["lost", "remaining"];
  return sql`
    ${focalSteps(request, moments, request.params.reactivation)}
    select before, after, count(*) as logos
    from steps
    where not unknown and step in (${steps})
    group by before, after
    order by before desc, after desc`;
}

/** The same of every period of the series; logos that came back are in none. */
export function pairsQuery(request: LogoRequest, moments: Moments): Sql {
  return sql`
    ${withBlocks({ ...movesBlocks(request, moments, false), ...stepsBlocks() })}
    select opens::date as opens, before, after, count(*) as logos
    from steps join periods using (place)
    where not unknown and step in ('lost', 'remaining')
    group by periods.opens, before, after
    order by opens, before desc, after desc`;
}

/** The five largest logos at the start. */
export function largestQuery(request: LogoRequest, moments: Moments): Sql {
  return sql`
    ${focalSteps(request, moments, false)}
    select logo::varchar as logo, before, after
    from steps
    where not unknown and was_there
    order by before desc, logo
    limit 5`;
}

/** What stands in the way of a plain count of paying logos: at either boundary of the period told in full. */
export function odditiesQuery(request: LogoRequest, moments: Moments): Sql {
  const { moves: _, ...blocks } = movesBlocks(focalOf(request), moments, false);
  return sql`
    ${withBlocks(blocks)}
    select count(case when (not unknown_before and mrr_before <= 0) or (not unknown_after and mrr_after <= 0) then 1 end) as unpaid,
      count(case when negative_before or negative_after then 1 end) as negative,
      coalesce(sum((contracts_before > 1)::integer + (contracts_after > 1)::integer), 0) as overlapping
    from sides`;
}

function focalSteps(request: LogoRequest, moments: Moments, withFirsts: boolean): Sql {
  return withBlocks({ ...movesBlocks(focalOf(request), moments, withFirsts), ...stepsBlocks() });
}

/** Only the period told in full. */
export function focalOf(request: LogoRequest): LogoRequest {
  return { ...request, params: { ...request.params, periods: 1 } };
}
