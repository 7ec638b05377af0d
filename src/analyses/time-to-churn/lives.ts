import { name, sql, type Sql } from "../../engine";
import { activity } from "../activity";
import type { DataSet } from "../analysis";
import { AnalysisError } from "../analysis-error";
import { attributes } from "../attributes";
import { contracts } from "../contracts";
import { columnOf, dateOf, tableOf, textOrNull } from "../role-columns";
import { clockBlocks, type ChurnRequest, type Clock } from "./clock";
import { daysPer, groupOf, startOf } from "./params";

/** Why a customer takes no part. */
export const omissions = [
  "no-customer",
  "no-start",
  "no-duration",
  "no-status",
  "ended-before-start",
  "too-recent",
  "before-observation",
] as const;
export type Omission = (typeof omissions)[number];

/**
 * Blocks that end in lives(customer, level, levels, opened, closed, lost, entry, time, omission), one row a customer:
 * observed from `entry` to `time`, in the unit of the request, counted from `opened`; `lost` at `time`, or still there.
 * `closed` is the first day of being gone, or the last one until which the customer is known to be there.
 */
export function livesBlocks(request: ChurnRequest, known: Clock | null): Record<string, Sql> {
  if (request.params.mode === "durations") return { lives: durations(request) };
  const group = groupOf(request.params);
  return {
    ...clockBlocks(request, known),
    ...spans(request),
    ...(group ? { levels: attributes(tableWith(request, group.beside), group.column, "first") } : {}),
    lives: sql`
      select *,
        case when opened is null then 'no-start'
          when closed <= opened and lost then 'ended-before-start'
          when closed <= opened then 'too-recent'
          when entry >= time then 'before-observation' end as omission
      from (
        select spans.customer, opened, closed, lost,
          ${group ? sql`level, coalesce(levels.levels, 0) as levels` : sql`null::varchar as level, 0 as levels`},
          ${inUnit(request, sql`closed - opened`)} as time,
          ${inUnit(request, sql`greatest(0, coalesce(observed_from - opened, 0))`)} as entry
        from clock, spans ${group ? sql`left join levels on ${sameCustomer("levels", group.beside)}` : sql``}
      )`,
  };
}

/** spans(customer, opened, closed, lost) by days. */
function spans(request: ChurnRequest): Record<string, Sql> {
  return request.params.mode === "contracts" ? contractSpans(request) : activitySpans(request);
}

/**
 * Lost is who was silent for `gap` days or longer when the data end: at the day after the last activity, not when the
 * silence was long enough. Of the others it is known that they were there when the last possible silence began, `cut`.
 */
function activitySpans(request: ChurnRequest): Record<string, Sql> {
  const { data, params } = request;
  const start = startOf(params);
  const opened = start ? sql`starts.opened` : sql`first_day`;
  return {
    activity: activity(data),
    seen: sql`
      select customer, min(happened)::date as first_day, max(happened)::date as last_day
      from activity, clock
      where happened < as_of
      group by customer`,
    ...(start ? { starts: starts(tableWith(request, start.beside), start.column) } : {}),
    spans: sql`
      select seen.customer, ${opened} as opened, last_day < cut as lost,
        ${params.censor === "cut" ? sql`case when lost then last_day + 1 else cut end` : sql`last_day + 1`} as closed
      from clock, seen ${start ? sql`left join starts on ${sameCustomer("starts", start.beside, "seen")}` : sql``}`,
  };
}

/**
 * The first unbroken stretch of contracts: `grace` days between two of them do not break it. A customer who comes back
 * later has left all the same. Nobody is judged by the last `grace` days: a contract may yet be renewed.
 */
function contractSpans({ data, params }: ChurnRequest): Record<string, Sql> {
  return {
    contracts: contracts(data, params.grace),
    stretches: sql`
      select customer, opens, closes,
        max(coalesce(closes, date 'infinity')) over
          (partition by customer order by opens rows between unbounded preceding and 1 preceding) as before
      from contracts, clock
      where opens < as_of`,
    ends: sql`
      select customer, min(opens) as opened,
        coalesce(min(before) filter (where opens > before), max(coalesce(closes, date 'infinity'))) as gone
      from stretches
      group by customer`,
    spans: sql`
      select customer, opened, gone < as_of as lost, case when lost then gone - ${params.grace} else cut end as closed
      from ends, clock`,
  };
}

function starts(data: DataSet, column: string): Sql {
  const day = dateOf(columnNamed(data, column));
  return sql`
    select ${textOrNull(columnOf(data, "customer"))} as customer, min(${day}) as opened
    from ${tableOf(data)}
    where isfinite(${day})
    group by all`;
}

/** One row a customer: a time and what became of it. */
function durations({ data, params }: ChurnRequest): Sql {
  const time = sql`${name(needed(params.duration))}::double`;
  const status = statusOf(needed(params.status));
  const entry = params.entry === null ? sql`0::double` : sql`${name(params.entry)}::double`;
  const hasId = data.roles.customer !== undefined;
  const group = params.group === null ? sql`null::varchar` : sql`${name(params.group)}::varchar`;
  return sql`
    select *,
      case when customer is null then 'no-customer'
        when time is null or not isfinite(time) then 'no-duration'
        when lost is null then 'no-status'
        when time < 0 then 'ended-before-start'
        when entry > 0 and entry >= time then 'before-observation' end as omission
    from (
      select ${hasId ? sql`${textOrNull(columnOf(data, "customer"))}::varchar` : sql`(row_number() over ())::varchar`} as customer,
        nullif(trim(${group}), '') as level, 1 as levels,
        null::date as opened, null::date as closed,
        ${status} = ${eventOf(params.event)} as lost,
        greatest(0, coalesce(case when isfinite(${entry}) then ${entry} end, 0)) as entry, ${time} as time
      from ${tableOf(data)}
    )`;
}

/** A status as text; blank is none. */
export function statusOf(column: string): Sql {
  return sql`nullif(trim(${name(column)}::varchar), '')`;
}

/** Of a column of yes and no, yes is what is meant where nothing is chosen. */
export function eventOf(event: string): string {
  return event.trim() === "" ? "true" : event.trim();
}

function inUnit({ params }: ChurnRequest, days: Sql): Sql {
  const per = daysPer(params);
  return per === 1 ? sql`(${days})::double` : sql`(${days}) / ${String(per)}::double`;
}

/** Ids of two tables may have two types. */
function sameCustomer(other: string, isBeside: boolean, own = "spans"): Sql {
  const [left, right] = [sql`${{ text: other }}.customer`, sql`${{ text: own }}.customer`];
  return isBeside ? sql`${left}::varchar = ${right}::varchar` : sql`${left} = ${right}`;
}

function tableWith({ data, beside }: ChurnRequest, isBeside: boolean): DataSet {
  if (!isBeside) return data;
  const people = beside?.people;
  if (!people) throw new AnalysisError("missing-param", "no table of customers");
  return people;
}

function columnNamed(data: DataSet, wanted: string) {
  const column = data.columns.find((one) => one.name === wanted);
  if (!column) throw new AnalysisError("missing-column", `missing column: ${wanted}`);
  return column;
}

function needed(column: string | null): string {
  if (column === null) throw new AnalysisError("missing-param", "no column of durations");
  return column;
}
