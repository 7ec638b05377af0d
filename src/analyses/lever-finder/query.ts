import { join, sql, type Sql } from "../../engine";
import type { Lever } from "../levers/lever";
import { controlledBlocks, populationBlocks } from "../levers/population";
import { columnFor, type Dimension } from "../segments/dimensions";
import { withBlocks } from "../with-blocks";
import { cellOf, cutBlocks } from "./cuts";
import type { FinderRequest } from "./params";

/** Groups of customers by a measure: fine ones for the curve, twenty of which are a tenth. */
export const groupsOfTenth = 20;
const groupCount = 10 * groupsOfTenth;

/**
 * One answer for all that is counted, so that the customers are found once; `part` says what a row is.
 * "lever": its lines, and how well the measure as it is tells who stays (chance that who stays has more than who leaves).
 * "group": customers of about the same measure. "cell": customers with the same cells in all levers, four bits each, the first
 * lever lowest. "segment": of a control's segment, how many have the behaviour at all.
 */
export function countsQuery(
  request: FinderRequest,
  levers: readonly Lever[],
  controls: readonly Dimension[],
): Sql {
  const { candidates } = request.params;
  const code = levers.map((_, i) => sql`${cellOf(i)} * ${16 ** i}::bigint`);
  const lists = levers.map((_, i) => columnFor("cuts", i));
  return sql`
    ${withBlocks({
      ...controlledBlocks(request, levers, controls),
      ...cutBlocks(levers, candidates),
      ...rankedBlocks(levers),
      codes: sql`select ${join(code, " + ")} as code, is_lost from population, cuts`,
    })}
    select 'lever' as part, lever, cuts, auc, distinct_values
    from (select unnest(range(${levers.length})) as lever, unnest([${join(lists, ", ")}]) as cuts from cuts)
    left join (
      select lever, count(*) as distinct_values,
        (sum((customers - lost) * (lost_below + lost / 2)) / nullif(sum(customers - lost) * sum(lost), 0))::double as auc
      from ranked
      group by lever
    ) using (lever)
    union all by name
    select 'group' as part, lever, ${groupOf}::int as place,
      min(value) as least, max(value) as most,
      sum(customers)::bigint as customers, sum(lost)::bigint as lost
    from ranked
    group by lever, place
    union all by name
    select 'cell' as part, code, count(*) as customers, count(*) filter (where is_lost) as lost
    from codes
    group by code
    ${join(
      controls.map((_, i) => segmentPart(levers, i)),
      "\n",
    )}
    order by all`;
}

/** Behaviours under each other, one row a value: how many have it, and how many have less. */
function rankedBlocks(levers: readonly Lever[]): Record<string, Sql> {
  const values = levers.map((_, i) => columnFor("value", i));
  return {
    long: sql`
      select unnest(range(${levers.length})) as lever, unnest([${join(values, ", ")}]) as value, customer, is_lost
      from population`,
    counted: sql`
      select lever, value, count(*) as customers, count(*) filter (where is_lost) as lost
      from long
      where value is not null
      group by lever, value`,
    ranked: sql`
      select lever, value, customers, lost, sum(customers) over (partition by lever) as known,
        coalesce(sum(customers) over before, 0) as below, coalesce(sum(lost) over before, 0) as lost_below
      from counted
      window before as (partition by lever order by value rows between unbounded preceding and 1 preceding)`,
  };
}

function segmentPart(levers: readonly Lever[], control: number): Sql {
  const users = levers.map((_, i) => sql`count(*) filter (where ${columnFor("value", i)} > 0)`);
  return sql`
    union all by name
    select 'segment' as part, ${control} as control, ${columnFor("segment", control)} as segment,
      count(*) as customers, [${join(users, ", ")}] as users
    from segmented
    group by segment`;
}

/** A lever with its line, as it is shown. */
export interface Line {
  readonly lever: Lever;
  /** Null before anything is known: the median then. */
  readonly cut: number | null;
}

/** One row for each side of each line, as the report's first table has them. */
export function sidesQuery(request: FinderRequest, lines: readonly Line[]): Sql {
  if (lines.length === 0)
    return sql`
      select null::varchar as lever, null::double as cut, null::varchar as side, 0 as customers, 0 as stayed,
        null::double as retention
      limit 0`;
  const rows = lines.map(
    ({ lever, cut }, i) => sql`
      select ${i} as place, ${lever.behaviour} as lever, ${cutOf(cut, i)} as cut, ${columnFor("value", i)} as value, is_lost
      from population`,
  );
  return sql`
    ${withBlocks(
      populationBlocks(
        request,
        lines.map(({ lever }) => lever),
      ),
    )}
    select lever, cut, case when value >= cut then 'above' else 'below' end as side, count(*) as customers,
      count(*) filter (where not is_lost) as stayed, stayed / customers as retention
    from (
      ${join(rows, "\n      union all\n      ")}
    )
    where value is not null
    group by place, lever, cut, side
    order by place, side`;
}

function cutOf(cut: number | null, i: number): Sql {
  return cut === null ? sql`(select median(${columnFor("value", i)}) from population)` : sql`${cut}::double`;
}

export type Part =
  | { readonly form: "everybody" }
  | { readonly form: "side"; readonly line: Line; readonly side: "above" | "below" | "unknown" }
  | { readonly form: "tenth"; readonly lever: Lever; readonly tenth: number };

/** One row a customer of those compared. */
export function customersQuery(request: FinderRequest, part: Part, what: "all" | "lost" | "stayed"): Sql {
  const lever = part.form === "everybody" ? null : part.form === "side" ? part.line.lever : part.lever;
  const measured = lever ? [lever] : [];
  const outcome = { all: sql``, lost: sql`and is_lost`, stayed: sql`and not is_lost` }[what];
  const shown = lever ? sql`value_a as measure,` : sql``;
  return sql`
    ${withBlocks({
      ...populationBlocks(request, measured),
      ...(part.form === "tenth" ? rankedBlocks(measured) : {}),
    })}
    select customer, case when is_lost then 'lost' else 'remaining' end as what, ${shown}
      observed_from::date as observed_from, outcome_to::date as known_until
    from population
    where ${conditionOf(part)} ${outcome}
    order by what, customer`;
}

function conditionOf(part: Part): Sql {
  switch (part.form) {
    case "everybody":
      return sql`true`;
    case "tenth":
      return sql`value_a in (select value from ranked where ${tenthOf} = ${part.tenth})`;
    case "side":
      if (part.side === "unknown") return sql`value_a is null`;
      return part.side === "above"
        ? sql`value_a >= ${part.line.cut}::double`
        : sql`value_a < ${part.line.cut}::double`;
  }
}

const groupOf = sql`(${groupCount} * below // known)`;

const tenthOf = sql`1 + ${groupOf} // ${groupsOfTenth}`;
