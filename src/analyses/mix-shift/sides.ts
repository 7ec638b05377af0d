import { name, sql, type Sql } from "../../engine";
import type { DataSet, Request } from "../analysis";
import { attributes } from "../attributes";
import type { Boundaries } from "../attrition/boundaries";
import { blocksFromDescribed, isNumeric, segmentBlocks, type Dimension } from "../segments/dimensions";
import { momentOf, populationBlocks, type OutcomeRequest } from "../segments/outcome";
import { earlierPeriod } from "./earlier-period";
import type { mixShiftParams } from "./params";

export type MixShiftRequest = Request<typeof mixShiftParams>;

/** Strata are not put together for being small: a small one tells little, but it must not be mixed with others. */
const grouping = { fewest: 1 };

/** The table of the attributes, the column that makes the two groups (null: periods), and the one that makes strata. */
export function columnsOf({ data, params, beside }: MixShiftRequest): {
  readonly data: DataSet;
  readonly group: string | null;
  readonly by: string;
} {
  const people = params.people === null ? data : beside?.people;
  if (!people) throw new Error("no table beside under the name: people");
  const [group, by] =
    params.people === null ? [params.group, params.by] : [params.groupPeople, params.byPeople];
  if (by === null) throw new Error("no column chosen: by");
  return { data: people, group: params.compare === "levels" ? group : null, by };
}

/** Numbers with many values are put into quartile bands. */
export function stratumOf(request: MixShiftRequest, values: number): Dimension {
  const { data, by } = columnsOf(request);
  return { data, column: by, isBanded: isNumeric(data, by) && values > request.params.most };
}

/**
 * Blocks that end in segmented(customer, is_lost, side, group_level, segment_a, level_a, …), one row a customer of the two
 * groups, or a customer and period: "first" is the group named first, or the later period.
 */
export function sideBlocks(
  request: MixShiftRequest,
  known: Boundaries | null,
  stratum: Dimension,
): Record<string, Sql> {
  const { params } = request;
  const { data, group } = columnsOf(request);
  if (group === null) return periodBlocks(request, known, stratum);
  const { population, ...before } = populationBlocks(asOutcome(request), known);
  return {
    ...before,
    everyone: population!,
    attribute_group: attributes(data, group, momentOf(asOutcome(request), known)),
    grouped: sql`
      select everyone.*, attribute_group.level as group_level
      from everyone left join attribute_group on attribute_group.customer::varchar = everyone.customer`,
    ...(params.first === "" && params.second === ""
      ? {
          largest: sql`
            select group_level, row_number() over (order by count(*) desc, group_level) as place
            from grouped
            where group_level is not null
            group by group_level`,
        }
      : {}),
    population: sql`
      select *
      from (select *, ${sideOf(params.first, params.second)} as side from grouped)
      where side is not null`,
    ...segmentBlocks([stratum], {
      ...grouping,
      most: params.most,
      moment: momentOf(asOutcome(request), known),
      until: null,
    }),
  };
}

function sideOf(first: string, second: string): Sql {
  if (first !== "" && second !== "")
    return sql`case group_level when ${first} then 'first' when ${second} then 'second' end`;
  const everybodyElse = (side: string) => sql`when group_level is not null then ${side}`;
  if (first !== "") return sql`case when group_level = ${first} then 'first' ${everybodyElse("second")} end`;
  if (second !== "")
    return sql`case when group_level = ${second} then 'second' ${everybodyElse("first")} end`;
  return sql`
    case group_level when (select group_level from largest where place = 1) then 'first'
      when (select group_level from largest where place = 2) then 'second' end`;
}

/** Each period has its own customers, and their attributes as they were when it began. */
function periodBlocks(
  request: MixShiftRequest,
  known: Boundaries | null,
  stratum: Dimension,
): Record<string, Sql> {
  const later = asOutcome(request);
  const { data, by } = columnsOf(request);
  const earlier = known ? earlierRequest(request, known) : null;
  const half = (side: "first" | "second") => {
    const attribute = { text: `attribute_${side}` };
    return sql`
      select population.*, ${side} as side, null::varchar as group_level, ${attribute}.level as level_a,
        coalesce(${attribute}.is_late, false) as is_late_a
      from ${name(`population_${side}`)} as population
      left join ${attribute} on ${attribute}.customer::varchar = population.customer`;
  };
  const { population, ...before } = populationBlocks(later, known);
  return {
    ...before,
    population_first: population!,
    attribute_first: attributes(data, by, momentOf(later, known)),
    ...(earlier
      ? {
          population_second: populationBlocks(earlier, null).population!,
          attribute_second: attributes(data, by, sql`timestamp ${earlier.params.start}`),
        }
      : {}),
    described: earlier
      ? sql`
          ${half("first")}
          union all
          ${half("second")}`
      : half("first"),
    ...blocksFromDescribed([stratum], { ...grouping, most: request.params.most }),
  };
}

/** The same question of the earlier period, with the days the data were found to be known until. */
export function earlierRequest(request: MixShiftRequest, known: Boundaries): OutcomeRequest {
  const { params } = request;
  const { start, end } = earlierPeriod(known, params.earlier);
  return { data: request.data, params: { ...params, start, end, asOf: known.asOf } };
}

export function asOutcome({ data, params }: MixShiftRequest): OutcomeRequest {
  return { data, params };
}

/** A status has no day: two periods cannot be told apart by it. */
export function refusesPeriods({ params }: MixShiftRequest): boolean {
  return params.compare === "periods" && params.mode === "status";
}
