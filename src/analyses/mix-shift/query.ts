import { join, sql, type Sql } from "../../engine";
import type { Boundaries } from "../attrition/boundaries";
import { inSegment, others, unknown, type Dimension } from "../segments/dimensions";
import { withBlocks } from "../with-blocks";
import { columnsOf, sideBlocks, type MixShiftRequest } from "./sides";

export const sides = ["first", "second"] as const;
export type Side = (typeof sides)[number];

/** Counts by side and stratum, and what the largest groups are called where nobody named them. */
export function cellsQuery(request: MixShiftRequest, known: Boundaries | null, stratum: Dimension): Sql {
  const { group } = columnsOf(request);
  return sql`
    ${withBlocks(sideBlocks(request, known, stratum))}
    select side, segment_a as segment, count(*) as customers, count(*) filter (where is_lost) as lost,
      min(group_level) as group_level, ${edge("min", stratum)} as low, ${edge("max", stratum)} as high,
      count(*) filter (where is_late_a) as late,
      ${group === null ? sql`0` : sql`(select count(*) from everyone)`} as everyone
    from segmented
    group by side, segment_a`;
}

/** One row a stratum, as the report's table has them. */
export function strataQuery(request: MixShiftRequest, known: Boundaries | null, stratum: Dimension): Sql {
  const count = (side: Side) => sql`count(*) filter (where side = ${side})`;
  const lost = (side: Side) => sql`count(*) filter (where side = ${side} and is_lost)`;
  return sql`
    ${withBlocks(sideBlocks(request, known, stratum))}
    select ${stratum.column} as stratum,
      case segment_a when ${unknown} then 'unknown' when ${others} then 'others' else ${stratum.isBanded ? "band" : "level"} end as kind,
      substr(segment_a, 2) as level, ${edge("min", stratum)} as low, ${edge("max", stratum)} as high,
      ${count("first")} as first_customers, ${lost("first")} as first_lost,
      first_lost / nullif(first_customers, 0) as first_attrition,
      ${count("second")} as second_customers, ${lost("second")} as second_lost,
      second_lost / nullif(second_customers, 0) as second_attrition
    from segmented
    group by segment_a
    order by case kind when 'others' then 1 when 'unknown' then 2 else 0 end, low,
      first_customers + second_customers desc, level`;
}

function edge(which: "min" | "max", { isBanded }: Dimension): Sql {
  if (!isBanded) return sql`null::double`;
  return which === "min" ? sql`min(try_cast(level_a as double))` : sql`max(try_cast(level_a as double))`;
}

/** How the customers of both periods fared in each: the two sets overlap, and so do the errors of their shares. */
export function overlapQuery(request: MixShiftRequest, known: Boundaries, stratum: Dimension): Sql {
  return sql`
    ${withBlocks(sideBlocks(request, known, stratum))}
    select count(*) as both, count(*) filter (where later.is_lost) as lost_first,
      count(*) filter (where earlier.is_lost) as lost_second,
      count(*) filter (where later.is_lost and earlier.is_lost) as lost_both
    from population_first as later join population_second as earlier using (customer)`;
}

/** One row a customer of one side, or of one stratum of it. */
export function customersQuery(
  request: MixShiftRequest,
  known: Boundaries | null,
  stratum: Dimension,
  { side, segment, onlyLost }: { side: Side | null; segment: string | null; onlyLost: boolean },
): Sql {
  const conditions = [
    sql`true`,
    ...(side ? [sql`side = ${side}`] : []),
    ...(segment === null ? [] : [inSegment(0, segment)]),
    ...(onlyLost ? [sql`is_lost`] : []),
  ];
  return sql`
    ${withBlocks(sideBlocks(request, known, stratum))}
    select customer, case when is_lost then 'lost' else 'remaining' end as what, side, level_a as stratum, first_seen
    from segmented
    where ${join(conditions, " and ")}
    order by what, customer, side`;
}
