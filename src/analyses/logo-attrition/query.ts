import { join, sql, type Sql } from "../../engine";
import { columnOf, tableOf, textOrNull } from "../role-columns";
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

/** Which currencies there are, each with its rows and logos; only asked where a column says. */
export function currenciesQuery(request: LogoRequest): Sql {
  const data = logoData(request);
  return sql`
    with currencies as (
      select ${currencyOf(data)} as currency, ${textOrNull(columnOf(data, "customer"))} as logo
      from ${tableOf(data)}
    )
    select currency, count(*) as rows, count(distinct logo) as logos
    from currencies
    group by currency
    order by rows desc, currency
    limit 50`;
}

/** Months of which the sheet says anything; a boundary after another month is not observed. */
export function monthsQuery(request: LogoRequest): Sql {
  const { extent, ...blocks } = momentsBlocks(request);
  return sql`
    ${withBlocks({ sheet: blocks.sheet!, extent: extent! })}
    select distinct month::date as month from sheet, extent
    where month + interval 1 month <= as_of
    order by month`;
}

/** One row a period: logos and MRR from start to end, and the same of those whose contract came to its end in it. */
export function seriesQuery(request: LogoRequest, known: Moments | null): Sql {
  const isContracts = request.params.mode === "contracts";
  return sql`
    ${withBlocks({
      ...movesBlocks(request, known),
      ...stepsBlocks(request),
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
      left join (select opens, ${join(sums, ",\n")} from steps group by opens) as told on told.opens = periods.opens
      ${isContracts ? sql`left join renewals on renewals.opens = periods.opens` : sql``}
    order by periods.opens`;
}

/** step(…): what happened to a logo's presence and to its MRR. */
export const stepOf = sql`
  case when not is_there then 'lost' when was_there then 'remaining'
    when first_opens >= opens then 'new' else 'returned' end`;

/** steps: `moves` with what happened, and whether a contract of the logo ran out within the period: only then could it go. */
export function stepsBlocks(request: LogoRequest): Record<string, Sql> {
  if (request.params.mode !== "contracts")
    return { steps: sql`select *, ${stepOf} as step, false as is_due from moves` };
  return {
    due: sql`
      select distinct logo, periods.opens
      from (select logo, opens, closes + ${request.params.grace} as gone from terms) as terms
        join periods on terms.opens < periods.opens and gone >= periods.opens and gone < periods.closes`,
    steps: sql`
      select moves.*, ${stepOf} as step, was_there and due.logo is not null as is_due
      from moves left join due using (logo, opens)`,
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

const known = sql`not unknown`;
const columns: readonly Column[] = [
  ["at_start", sql`count(*) filter (where was_there)`],
  ["lost", sql`count(*) filter (where step = 'lost')`],
  ["remaining", sql`count(*) filter (where step = 'remaining')`],
  ["new", sql`count(*) filter (where step = 'new')`],
  ["returned", sql`count(*) filter (where step = 'returned')`],
  ["at_end", sql`count(*) filter (where is_there)`],
  ["is_late", sql`count(*) filter (where is_there and is_late)`],
  ["unknown", sql`count(*) filter (where unknown)`],
  ["expanded", sql`count(*) filter (where step = 'remaining' and ${known} and after > before)`],
  ["contracted", sql`count(*) filter (where step = 'remaining' and ${known} and after < before)`],
  ["mrr_start", sql`coalesce(sum(before) filter (where ${known}), 0)`],
  ["mrr_lost", sql`coalesce(sum(before) filter (where ${known} and step = 'lost'), 0)`],
  [
    "mrr_contraction",
    sql`coalesce(sum(before - after) filter (where ${known} and step = 'remaining' and after < before), 0)`,
  ],
  [
    "mrr_expansion",
    sql`coalesce(sum(after - before) filter (where ${known} and step = 'remaining' and after > before), 0)`,
  ],
  ["mrr_returned", sql`coalesce(sum(after) filter (where ${known} and step = 'returned'), 0)`],
  ["mrr_new", sql`coalesce(sum(after) filter (where ${known} and step = 'new'), 0)`],
  ["mrr_end", sql`coalesce(sum(after) filter (where ${known}), 0)`],
  ["mrr_late", sql`coalesce(sum(after) filter (where ${known} and is_there and is_late), 0)`],
  ["due", sql`count(*) filter (where is_due)`],
  ["due_lost", sql`count(*) filter (where is_due and step = 'lost')`],
  ["due_mrr", sql`coalesce(sum(before) filter (where is_due and ${known}), 0)`],
  ["due_retained", sql`coalesce(sum(least(before, after)) filter (where is_due and ${known}), 0)`],
  ["due_after", sql`coalesce(sum(after) filter (where is_due and ${known}), 0)`],
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
    ${focalSteps(request, moments)}
    select before, after, count(*) as logos
    from steps
    where not unknown and step in (${steps})
    group by before, after
    order by before desc, after desc`;
}

/** The same of every period of the series; logos that came back are in none. */
export function pairsQuery(request: LogoRequest, moments: Moments): Sql {
  return sql`
    ${withBlocks({ ...movesBlocks(request, moments), ...stepsBlocks(request) })}
    select opens::date as opens, before, after, count(*) as logos
    from steps
    where not unknown and step in ('lost', 'remaining')
    group by steps.opens, before, after
    order by opens, before desc, after desc`;
}

/** The five largest logos at the start. */
export function largestQuery(request: LogoRequest, moments: Moments): Sql {
  return sql`
    ${focalSteps(request, moments)}
    select logo::varchar as logo, before, after
    from steps
    where not unknown and was_there
    order by before desc, logo
    limit 5`;
}

/** What stands in the way of a plain count of paying logos: at either boundary of the period told in full. */
export function odditiesQuery(request: LogoRequest, moments: Moments): Sql {
  const isContracts = request.params.mode === "contracts";
  return sql`
    ${focalBlocks(request, moments)}
    select count(distinct logo) filter (where not unknown and mrr <= 0) as unpaid,
      count(distinct logo) filter (where is_negative) as negative,
      ${isContracts ? sql`(select count(*) from (select logo from standing where in_force group by logo, day having sum(contracts) > 1))` : sql`0`} as overlapping
    from states`;
}

function focalSteps(request: LogoRequest, moments: Moments): Sql {
  return withBlocks({ ...movesBlocks(focalOf(request), moments), ...stepsBlocks(request) });
}

function focalBlocks(request: LogoRequest, moments: Moments): Sql {
  const { moves: _, ...blocks } = movesBlocks(focalOf(request), moments);
  return withBlocks(blocks);
}

/** Only the period told in full. */
export function focalOf(request: LogoRequest): LogoRequest {
  return { ...request, params: { ...request.params, periods: 1 } };
}
