import { join, sql, type Sql } from "../../engine";
import { leverText } from "../levers/lever";
import { populationBlocks } from "../levers/population";
import { columnFor } from "../segments/dimensions";
import { withBlocks } from "../with-blocks";
import { asLevers, hasDone, measuresOf, type Behaviour, type SurvivorshipRequest } from "./behaviours";

export const groups = ["best", "current", "lost"] as const;
export type Group = (typeof groups)[number];

const conditions: Readonly<Record<Group, Sql>> = {
  best: sql`is_best`,
  current: sql`not is_lost`,
  lost: sql`is_lost`,
};

/** Followed longest: the first quarter to begin; longest there: the last quarter of those who stayed. */
const longestShare = 0.25;
const topShare = 0.75;

/** Blocks that end in grouped(customer, is_lost, is_best, has_a, …, value_a, …), one row a customer compared. */
function groupedBlocks(request: SurvivorshipRequest, behaviours: readonly Behaviour[]): Record<string, Sql> {
  const { tenure, followed, levers } = measuresOf(request, behaviours);
  const done = behaviours.map((one, i) => sql`, ${hasDone(one, i, followed)} as ${columnFor("has", i)}`);
  return {
    ...populationBlocks(asLevers(request), levers),
    ...bestBlocks(request, tenure),
    grouped: sql`
      select population.*, ${isBest(request, tenure)} as is_best${join(done, "")}
      from population
      ${isLongest(request) ? sql`left join ends using (customer)` : sql``}
      cross join edge`,
  };
}

export function isLongest({ params }: SurvivorshipRequest): boolean {
  return params.mode !== "columns" && params.best === "longest";
}

/** Blocks edge(tenure, began) and, in a log, ends(customer, is_there): who is there when the data end. */
function bestBlocks(request: SurvivorshipRequest, tenure: number | null): Record<string, Sql> {
  const { params } = request;
  if (!isLongest(request))
    return {
      edge: sql`
        select ${tenure === null ? sql`min(null::double)` : sql`quantile_cont(${columnFor("value", tenure)}, ${topShare})`} as tenure,
          min(null::timestamp) as began
        from population
        where not is_lost`,
    };
  return {
    edge: sql`
      select null::double as tenure, quantile_disc(observed_from, ${longestShare}) as began
      from population`,
    ends:
      params.mode === "activity"
        ? sql`
            select customer::varchar as customer, max(happened) >= any_value(as_of) - interval ${params.outcomeDays} day as is_there
            from activity, extent
            where happened < as_of
            group by all`
        : sql`
            select customer::varchar as customer,
              bool_or(opens <= as_of and (closes is null or closes > as_of)) as is_there
            from contracts, extent
            group by all`,
  };
}

function isBest(request: SurvivorshipRequest, tenure: number | null): Sql {
  if (isLongest(request)) return sql`(not is_lost and coalesce(is_there, false) and observed_from <= began)`;
  return tenure === null
    ? sql`not is_lost`
    : sql`(not is_lost and coalesce(${columnFor("value", tenure)} >= edge.tenure, false))`;
}

/**
 * One row a behaviour: of each group those of whom it is known, and those of them who have done it; the largest difference
 * between the best and those who left first.
 */
export function groupsQuery(request: SurvivorshipRequest, behaviours: readonly Behaviour[]): Sql {
  const rows = behaviours.map((one, i) => {
    const has = columnFor("has", i);
    const counts = groups.map(
      (group) => sql`
        ${{ text: `'${group}'` }}: count(${has}) filter (where ${conditions[group]}),
        ${{ text: `'${group}_on'` }}: count(*) filter (where ${conditions[group]} and ${has})`,
    );
    return sql`
      {'place': ${i}, 'behaviour': ${leverText(one)}, ${join(counts, ", ")},
        'unknown_current': count(*) filter (where not is_lost and ${has} is null),
        'unknown_lost': count(*) filter (where is_lost and ${has} is null)}`;
  });
  return sql`
    ${withBlocks({
      ...groupedBlocks(request, behaviours),
      counted: sql`
        select unnest([${join(rows, ", ")}], recursive := true)
        from grouped`,
    })}
    select behaviour, best, best_on, current, current_on, lost, lost_on,
      best_on / nullif(best, 0) - lost_on / nullif(lost, 0) as difference, unknown_current, unknown_lost, place
    from counted
    order by difference desc nulls last, place`;
}

/** One row: how many customers each group has, and where the best begin. */
export function edgeQuery(request: SurvivorshipRequest, behaviours: readonly Behaviour[]): Sql {
  return sql`
    ${withBlocks(groupedBlocks(request, behaviours))}
    select count(*) filter (where is_best) as best, count(*) filter (where not is_lost) as current,
      count(*) filter (where is_lost) as lost,
      (select edge.tenure from edge) as tenure, (select began::date from edge) as began
    from grouped`;
}

export interface Asked {
  readonly group: Group | "all";
  readonly part: { readonly place: number; readonly what: "on" | "unknown" } | null;
}

/** One row a customer of a group, or those of it who have done something, or of whom that is not known. */
export function customersQuery(
  request: SurvivorshipRequest,
  behaviours: readonly Behaviour[],
  { group, part }: Asked,
): Sql {
  const has = part && columnFor("has", part.place);
  const wanted = [
    group === "all" ? sql`true` : conditions[group],
    ...(has ? [part.what === "on" ? has : sql`${has} is null`] : []),
  ];
  const value = part ? sql`${columnFor("value", part.place)} as value,` : sql``;
  return sql`
    ${withBlocks(groupedBlocks(request, behaviours))}
    select customer, case when is_lost then 'lost' when is_best then 'best' else 'stayed' end as what, ${value}
      observed_from::date as observed_from, outcome_to::date as known_until
    from grouped
    where ${join(wanted, " and ")}
    order by what, customer`;
}
