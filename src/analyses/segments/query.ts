import { join, sql, type Sql } from "../../engine";
import type { Boundaries } from "../attrition/boundaries";
import { withBlocks } from "../with-blocks";
import {
  columnFor,
  inSegment,
  others,
  segmentBlocks,
  unknown,
  type Dimension,
  type Grouping,
} from "./dimensions";
import type { SegmentsRequest } from "./dimensions-of";
import { momentOf, populationBlocks } from "./outcome";

export function groupingOf({ data, params }: SegmentsRequest, known: Boundaries | null): Grouping {
  return {
    fewest: params.fewest,
    most: params.most,
    moment: momentOf({ data, params }, known),
    until: known ? sql`timestamp ${known.end}` : null,
  };
}

/**
 * Everything counted in one reading: for nobody told apart, each dimension, and each pair with one of the first `chosen`
 * dimensions in it. A segment that is null plays no part in the row's grouping.
 */
export function cellsQuery(
  request: SegmentsRequest,
  known: Boundaries | null,
  dimensions: readonly Dimension[],
  chosen: number,
): Sql {
  const all = dimensions.map((_, i) => columnFor("segment", i));
  const sets = all.flatMap((one, i) => [
    one,
    ...(i < chosen ? all.slice(i + 1).map((other) => sql`(${one}, ${other})`) : []),
  ]);
  const facts = dimensions.flatMap(({ isBanded }, i) => [
    sql`count(*) filter (where ${columnFor("is_late", i)}) as ${columnFor("late", i)}`,
    sql`count(*) filter (where ${columnFor("is_changed", i)}) as ${columnFor("changed", i)}`,
    ...(isBanded
      ? [
          sql`min(try_cast(${columnFor("level", i)} as double)) as ${columnFor("low", i)}`,
          sql`max(try_cast(${columnFor("level", i)} as double)) as ${columnFor("high", i)}`,
        ]
      : [sql`(select count(*) from ${columnFor("ranked", i)}) as ${columnFor("levels", i)}`]),
  ]);
  return sql`
    ${withBlocks({
      ...populationBlocks(request, known),
      ...segmentBlocks(dimensions, groupingOf(request, known)),
    })}
    select ${join(all, ", ")},
      count(*) as customers,
      count(*) filter (where is_lost) as lost,
      ${join(facts, ",\n")}
    from segmented
    group by grouping sets ((), ${join(sets, ", ")})`;
}

/** One row a segment, as the report's table has them. */
export function levelsQuery(
  request: SegmentsRequest,
  known: Boundaries | null,
  dimensions: readonly Dimension[],
): Sql {
  const parts = dimensions.map(({ column, isBanded }, i) => {
    const segment = columnFor("segment", i);
    const value = sql`try_cast(${columnFor("level", i)} as double)`;
    return sql`
      select ${i} as place, ${column} as dimension,
        case ${segment} when ${unknown} then 'unknown' when ${others} then 'others' else ${isBanded ? "band" : "level"} end as kind,
        substr(${segment}, 2) as level, ${isBanded ? sql`min(${value})` : sql`null`} as low, ${isBanded ? sql`max(${value})` : sql`null`} as high,
        count(*) as customers, count(*) filter (where is_lost) as lost, lost / customers as attrition
      from segmented
      group by ${segment}`;
  });
  return sql`
    ${withBlocks({
      ...populationBlocks(request, known),
      ...segmentBlocks(dimensions, groupingOf(request, known)),
    })}
    select dimension, kind, level, low, high, customers, lost, attrition
    from (
      ${join(parts, "\nunion all\n")}
    )
    order by place, case kind when 'others' then 1 when 'unknown' then 2 else 0 end, low,
      attrition desc, customers desc, level`;
}

/** One row a customer of a segment, of all or of those lost. */
export function customersQuery(
  request: SegmentsRequest,
  known: Boundaries | null,
  dimension: Dimension | null,
  segment: string | null,
  onlyLost: boolean,
): Sql {
  const conditions = [
    ...(onlyLost ? [sql`is_lost`] : []),
    ...(dimension && segment !== null ? [inSegment(0, segment)] : []),
  ];
  const where = conditions.length ? sql`where ${join(conditions, " and ")}` : sql``;
  return sql`
    ${withBlocks({
      ...populationBlocks(request, known),
      ...(dimension ? segmentBlocks([dimension], groupingOf(request, known)) : {}),
    })}
    select customer, case when is_lost then 'lost' else 'remaining' end as what,
      ${dimension ? sql`level_a as level,` : sql``} first_seen
    from ${dimension ? sql`segmented` : sql`population`}
    ${where}
    order by what, customer`;
}
