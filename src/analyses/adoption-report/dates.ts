import { sql, type Sql, type Table } from "../../engine";
import { activity } from "../activity";
import { dayAt } from "../answer";
import { lengthOf, opensOf } from "../calendar";
import { contracts } from "../contracts";
import { activityExtent } from "../extent";
import { withBlocks } from "../with-blocks";
import type { ReportRequest } from "./params";

/** The report never looks further back than so many dates of the audit. */
const mostAudited = 12;

/** Days of the shortest period: so many periods lie between two dates of the audit that no two outcomes overlap. */
const shortest = { month: 28, quarter: 90 } as const;

export function periodsBetween({ audit, outcomeDays }: ReportRequest["params"]): number {
  return Math.ceil(outcomeDays / shortest[audit]);
}

/**
 * extent, then dates(day, is_shown, is_audit, before, observed_from, outcome_to, is_known): mornings on which customers are
 * scored by what they did before. Shown: the last openings of a week or month. Audited: openings whose outcome is known and
 * lies apart from that of the next. The log must reach back over the whole window. `before`: the shown date before it.
 */
export function dateBlocks({ data, params }: ReportRequest, only: Sql | null = null): Record<string, Sql> {
  const { grain, audit } = params;
  const length = lengthOf(grain);
  const observed = sql`interval ${params.observeDays} day`;
  const outcome = sql`interval ${params.outcomeDays} day`;
  const all = sql`
    select day, bool_or(is_shown) as is_shown, bool_or(is_audit) as is_audit
    from (
      select unnest(generate_series(last_day - ${params.periods - 1} * ${length}, last_day, ${length})) as day,
        true as is_shown, false as is_audit
      from (select ${opensOf(sql`as_of`, grain, data.weekStart)} as last_day from extent)
      union all
      select * from (
        select day, false, true
        from (
          select as_of, first_day,
            unnest(generate_series(${opensOf(sql`first_day`, audit, data.weekStart)}, as_of, ${lengthOf(audit)})) as day
          from extent
        )
        where day - ${observed} >= first_day and day + ${outcome} <= as_of
        qualify (row_number() over (order by day desc) - 1) % ${periodsBetween(params)} = 0
          and row_number() over (order by day desc) <= ${periodsBetween(params) * mostAudited}
      )
    )
    group by day`;
  return {
    extent: activityExtent(data, params.asOf),
    dates: sql`
      select day, is_shown, is_audit, lag(day) over (partition by is_shown order by day) as before,
        day - ${observed} as observed_from, day + ${outcome} as outcome_to, day + ${outcome} <= as_of as is_known
      from (${all}), extent
      where day - ${observed} >= first_day ${only ? sql`and ${only}` : sql``}`,
  };
}

/** One row: the day the data are known until and their first; `dates`: the days of the series, rising. */
export function datesQuery(request: ReportRequest): Sql {
  return sql`
    ${withBlocks(dateBlocks(request))}
    select as_of::date as as_of, first_day::date as first_day, day::date as day
    from extent left join dates on is_shown
    order by day`;
}

export interface Dates {
  readonly asOf: string | null;
  readonly firstDay: string | null;
  readonly shown: readonly string[];
}

export function readDates(table: Table | undefined): Dates {
  if (!table || table.rowCount === 0) return { asOf: null, firstDay: null, shown: [] };
  return {
    asOf: dayAt(table, 0, "as_of"),
    firstDay: dayAt(table, 0, "first_day"),
    shown: Array.from({ length: table.rowCount }, (_, row) => dayAt(table, row, "day")).filter(
      (day) => day !== null,
    ),
  };
}

/**
 * The same, then present(customer, day, is_seen, stays): who is there on each date. `is_seen`: since the window began, so that
 * all have had the same time; `stays`: still there when the outcome ends, null before that is known.
 */
export function presentBlocks(request: ReportRequest, only: Sql | null = null): Record<string, Sql> {
  const { data, params, beside } = request;
  const held = sql`
    select starts.customer, first_seen <= observed_from as is_seen, dates.day, is_known, outcome_to
    from starts join dates on first_seen <= dates.day`;
  if (params.mode === "contracts")
    return {
      ...dateBlocks(request, only),
      contracts: sql`select customer::varchar as customer, opens, closes from (${contracts(beside?.contracts ?? data, params.grace)})`,
      starts: sql`select customer, min(opens)::timestamp as first_seen from contracts group by customer`,
      held,
      present: sql`
        select customer, day, any_value(is_seen) as is_seen,
          case when any_value(is_known) then bool_or(opens <= outcome_to and (closes is null or closes > outcome_to)) end as stays
        from held join contracts using (customer)
        group by customer, day
        having bool_or(opens <= day and (closes is null or closes > day))`,
    };
  return {
    ...dateBlocks(request, only),
    active: sql`
      select customer, date_trunc('day', happened) as on_day
      from (${activity(data)}) as activity, extent
      where happened < as_of
      group by all`,
    starts: sql`select customer, min(on_day) as first_seen from active group by customer`,
    held,
    present: sql`
      select held.customer, held.day, any_value(is_seen) as is_seen,
        case when any_value(is_known) then bool_or(on_day >= held.day) end as stays
      from held join (
        select customer, day, on_day
        from active join dates on on_day >= day - interval ${params.outcomeDays} day and on_day < outcome_to
      ) as seen on seen.customer = held.customer and seen.day = held.day
      group by held.customer, held.day
      having bool_or(on_day < held.day)`,
  };
}
