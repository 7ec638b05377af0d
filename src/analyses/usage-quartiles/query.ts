import { join, sql, type Sql } from "../../engine";
import type { DataSet } from "../analysis";
import { columnFor, segmentBlocks, type Dimension } from "../segments/dimensions";
import { withBlocks } from "../with-blocks";
import type { UsageRequest } from "./spans";
import { userBlocks } from "./users";

export const quarters = ["none", "bottom", "middle", "top"] as const;
export type Quarter = (typeof quarters)[number];

/** The table whose columns make strata, and the one that was chosen. */
export function strataOf({ data, params, beside }: UsageRequest): {
  readonly data: DataSet;
  readonly by: string | null;
} {
  if (params.people === null) return { data, by: params.by };
  const people = beside?.people;
  if (!people) throw new Error("no table beside under the name: people");
  return { data: people, by: params.byPeople };
}

/**
 * Blocks that end in population(customer, is_lost, usage, quarter, decile, …). Quartiles are type 7 of the values of the
 * users; equal values never part, whatever that does to the sizes (NTILE would part them by chance).
 */
export function populationBlocks(request: UsageRequest): Record<string, Sql> {
  const { zerosApart } = request.params;
  const isUser = zerosApart ? sql`usage > 0` : sql`true`;
  return {
    ...userBlocks(request),
    cuts: sql`
      select quantile_cont(usage, 0.25) as q1, quantile_cont(usage, 0.75) as q3,
        quantile_cont(usage, [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]) as deciles
      from users
      where what = 'used' and ${isUser}`,
    population: sql`
      select customer, is_lost, usage, observed_from, outcome_to,
        case when not (${isUser}) then 'none' when usage <= q1 then 'bottom' when usage > q3 then 'top' else 'middle' end as quarter,
        case when ${isUser} then 1 + len(list_filter(deciles, cut -> usage > cut)) end as decile
      from users, cuts
      where what = 'used'`,
  };
}

/** Counts by quarter and decile, and by quarter and each stratum's segments. */
export function cellsQuery(request: UsageRequest, dimensions: readonly Dimension[]): Sql {
  const segments = dimensions.map((_, i) => columnFor("segment", i));
  const sets = [sql`(quarter, decile)`, ...segments.map((segment) => sql`(quarter, ${segment})`)];
  const source = dimensions.length ? sql`segmented` : sql`population`;
  const bands = dimensions.flatMap(({ isBanded }, i) =>
    isBanded
      ? [
          sql`min(try_cast(${columnFor("level", i)} as double)) as ${columnFor("low", i)}`,
          sql`max(try_cast(${columnFor("level", i)} as double)) as ${columnFor("high", i)}`,
        ]
      : [],
  );
  return sql`
    ${withBlocks({
      ...populationBlocks(request),
      ...(dimensions.length ? segmentBlocks(dimensions, groupingOf(request)) : {}),
    })}
    select quarter, decile, ${join(
      [...segments, ...bands].map((one) => sql`${one},`),
      " ",
    )}
      count(*) as customers, count(*) filter (where is_lost) as lost,
      min(usage) as least, max(usage) as most, sum(usage) as total, count(*) filter (where usage < 0) as negative,
      grouping(decile) = 0 as by_decile
    from ${source}
    group by grouping sets (${join(sets, ", ")})`;
}

/** One row: who plays no part and why, the two quartiles, and how well usage alone tells who left. */
export function factsQuery(request: UsageRequest): Sql {
  const count = (what: string) =>
    sql`(select count(*) from users where what = ${what}) as ${{ text: what.replaceAll("-", "_") }}`;
  return sql`
    ${withBlocks({
      ...populationBlocks(request),
      values: sql`
        select usage, count(*) filter (where is_lost) as lost, count(*) filter (where not is_lost) as kept
        from population
        group by usage`,
      ranked: sql`
        select lost, kept,
          coalesce(sum(kept) over (order by usage rows between unbounded preceding and 1 preceding), 0) as kept_below
        from values`,
    })}
    select (select count(*) from users) as customers, ${join(exclusions.map(count), ", ")},
      (select min(observed_from)::date from users ${isMonth(request) ? sql`` : sql`where what = 'used'`}) as first_observed,
      (select max(outcome_to)::date from users where what = 'used') as last_outcome,
      ${request.params.mode === "columns" ? sql`null::date` : sql`(select as_of::date from extent)`} as as_of,
      ${firstPeriod(request)} as first_period,
      q1, q3,
      (select sum(lost * (kept_below + kept / 2)) / nullif(sum(lost) * sum(kept), 0) from ranked)::double as auc
    from cuts`;
}

/** The same month for everybody, known even where nobody can be compared in it. */
function isMonth({ params }: UsageRequest): boolean {
  return params.mode !== "columns" && params.window === "month";
}

/** Customers who seem to begin where the file does. */
function firstPeriod({ params }: UsageRequest): Sql {
  if (params.mode === "columns" || params.window !== "start") return sql`0`;
  return sql`
    (select count(*) from spans, extent where first_seen < first_day + interval ${Math.min(params.observeDays, 30)} day)`;
}

export const exclusions = [
  "not-observed",
  "newcomer",
  "not-there",
  "contradictory",
  "no-status",
  "no-usage",
] as const;
export type WhyNot = (typeof exclusions)[number];

/** One row a quarter, as the report's table has them. */
export function quartersQuery(request: UsageRequest): Sql {
  return sql`
    ${withBlocks(populationBlocks(request))}
    select quarter, min(usage) as least, max(usage) as most,
      count(*) as customers, count(*) filter (where is_lost) as lost, lost / customers as attrition
    from population
    group by quarter
    order by case quarter when 'none' then 0 when 'bottom' then 1 when 'middle' then 2 else 3 end`;
}

/** One row a customer in the comparison. */
export function customersQuery(
  request: UsageRequest,
  { quarter, decile, onlyLost }: { quarter: Quarter | null; decile: number | null; onlyLost: boolean },
): Sql {
  const conditions = [
    sql`true`,
    ...(quarter ? [sql`quarter = ${quarter}`] : []),
    ...(decile === null ? [] : [sql`decile = ${decile}`]),
    ...(onlyLost ? [sql`is_lost`] : []),
  ];
  return sql`
    ${withBlocks(populationBlocks(request))}
    select customer, case when is_lost then 'lost' else 'remaining' end as what, usage, quarter,
      observed_from::date as observed_from, outcome_to::date as known_until
    from population
    where ${join(conditions, " and ")}
    order by what, customer`;
}

/** Small strata stand for themselves: put together they would not be alike. */
export function groupingOf(request: UsageRequest) {
  const { params } = request;
  const moment =
    params.mode === "columns"
      ? sql`timestamp 'infinity'`
      : params.window === "start"
        ? ("first" as const)
        : sql`(select min(observed_from) from spans)`;
  return { fewest: 1, most: 20, moment, until: null };
}
