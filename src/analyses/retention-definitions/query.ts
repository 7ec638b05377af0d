import { join, sql, type Sql } from "../../engine";
import { activity } from "../activity";
import type { DataSet, Request } from "../analysis";
import { elapsedPeriods, boundaries, periodOf, periodsAfter } from "../cohort-matrix/periods";
import { activityExtent } from "../extent";
import { withBlocks } from "../with-blocks";
import type { DefinitionId } from "./definitions";
import type { definitionParams } from "./params";

export type DefinitionsRequest = Request<typeof definitionParams>;

/** (definition, numerator, denominator, share), one row a definition, from the highest share down. */
export function definitionsQuery(request: DefinitionsRequest): Sql {
  return sql`
    ${withBlocks(definitionBlocks(request))}
    select definition, numerator::double as numerator, denominator::double as denominator,
      numerator / nullif(denominator, 0) as share
    from (
      ${join(
        rowsOf(request).map(
          ([id, numerator, denominator, source]) =>
            sql`select ${id} as definition, ${numerator} as numerator, ${denominator} as denominator from ${source}`,
        ),
        "\n      union all\n      ",
      )}
    )
    order by share desc nulls last, definition`;
}

type Row = readonly [id: DefinitionId, numerator: Sql, denominator: Sql, source: Sql];

function rowsOf({ data, params }: DefinitionsRequest): Row[] {
  const all = sql`count(*)`;
  const that = sql`count(*) filter (where is_on)`;
  const later = sql`count(*) filter (where is_after)`;
  const isWeek = params.grain === "week";
  const google = !isWeek || data.weekStart === "sunday" ? sql`calendar` : sql`other`;
  return [
    ["ours", that, all, sql`calendar`],
    ["after", later, all, sql`calendar`],
    ["rolling", that, all, sql`rolling`],
    ["rolling-after", later, all, sql`rolling`],
    ...(isWeek ? [["week", that, all, sql`other`] as const] : []),
    ["all", sql`count(*) filter (where periods_between = ${params.k})`, all, google],
    ["any", sql`count(*) filter (where periods_between > 0)`, all, google],
    ...(params.zone !== 0 ? [["shifted", that, all, sql`shifted`] as const] : []),
    ["simple", sql`coalesce(sum(returned / size), 0)`, all, sql`cohorts`],
    // Both sums are weighted by the size of the cohort once more.
    [
      "weighted",
      sql`coalesce(sum(size * returned::double), 0)`,
      sql`coalesce(sum(size * size::double), 0)`,
      sql`cohorts`,
    ],
    ["recurring", that, all, sql`recurring`],
    ...(params.from !== "auto" ? [["ranged", that, all, sql`ranged`] as const] : []),
  ];
}

function definitionBlocks(request: DefinitionsRequest): Record<string, Sql> {
  const { data, params } = request;
  const { grain, k } = params;
  const other = data.weekStart === "monday" ? "sunday" : "monday";
  return {
    activity: activity(data),
    extent: activityExtent(data, params.asOf),
    ...calendarBlocks("calendar", request, { weekStart: data.weekStart }),
    cohorts: sql`
      select first_opens, count(*) as size, count(*) filter (where is_on) as returned
      from calendar
      group by first_opens`,
    recurring: sql`
      select starts.customer, starts.opens, later.customer is not null as is_on
      from calendar_periods as starts
        left join calendar_periods as later on later.customer = starts.customer
          and later.opens = ${periodsAfter(sql`starts.opens`, k, grain, false)},
        extent
      where ${boundaries(sql`starts.opens`, periodOf(sql`as_of`, grain, data.weekStart), grain)} > ${k}`,
    ...(grain === "week" ? calendarBlocks("other", request, { weekStart: other }) : {}),
    ...(params.zone !== 0
      ? calendarBlocks("shifted", request, { weekStart: data.weekStart, hours: params.zone })
      : {}),
    ...(params.from !== "auto"
      ? calendarBlocks("ranged", request, { weekStart: data.weekStart, from: params.from })
      : {}),
    ...rollingBlocks(request),
  };
}

/** Our own definition's people alone: `calendar` as `definitionBlocks` has it. */
export function ourBlocks(request: DefinitionsRequest): Record<string, Sql> {
  const { data, params } = request;
  return {
    activity: activity(data),
    extent: activityExtent(data, params.asOf),
    ...calendarBlocks("calendar", request, { weekStart: data.weekStart }),
  };
}

interface Calendar {
  readonly weekStart: DataSet["weekStart"];
  readonly hours?: number;
  readonly from?: string;
}

/**
 * {name}(customer, first_opens, is_on, is_after, periods_between), one row a customer whose k-th calendar period is over:
 * active in it, in it or later, and in how many of the periods 1 to k.
 */
function calendarBlocks(
  name: string,
  { params }: DefinitionsRequest,
  { weekStart, hours = 0, from }: Calendar,
): Record<string, Sql> {
  const { grain, k } = params;
  const local = (moment: Sql) =>
    hours === 0 ? moment : sql`${moment} + to_minutes(${Math.round(hours * 60)})`;
  const wanted = periodsAfter(sql`first_opens`, k, grain, false);
  const known = [sql`happened < as_of`, ...(from === undefined ? [] : [sql`happened >= timestamp ${from}`])];
  const periods: Sql = { text: `${name}_periods` };
  return {
    [`${name}_periods`]: sql`
      select customer, ${periodOf(local(sql`happened`), grain, weekStart)} as opens
      from activity, extent
      where ${join(known, " and ")}
      group by all`,
    [name]: sql`
      select customer, first_opens, bool_or(opens = ${wanted}) as is_on, bool_or(opens >= ${wanted}) as is_after,
        count(*) filter (where opens > first_opens and opens <= ${wanted}) as periods_between
      from ${periods} join (select customer, min(opens) as first_opens from ${periods} group by customer) as firsts
        using (customer), extent
      where ${boundaries(sql`first_opens`, periodOf(local(sql`as_of`), grain, weekStart), grain)} > ${k}
      group by customer, first_opens`,
  };
}

/** rolling(customer, is_on, is_after), one row a customer whose k-th window of 24, 168 or 720 hours is over. */
function rollingBlocks({ params }: DefinitionsRequest): Record<string, Sql> {
  const { grain, k } = params;
  const passed = elapsedPeriods(sql`started`, sql`happened`, grain);
  return {
    starts: sql`
      select customer, min(happened) as started
      from activity, extent
      where happened < as_of
      group by customer`,
    rolling: sql`
      select starts.customer, bool_or(${passed} = ${k}) as is_on, bool_or(${passed} >= ${k}) as is_after
      from activity join starts on starts.customer = activity.customer, extent
      where happened < as_of and ${elapsedPeriods(sql`started`, sql`as_of`, grain)} > ${k}
      group by starts.customer`,
  };
}
