import { join, name, sql, type Sql } from "../../engine";
import { customerOf, eventOf, happenedOf, usable } from "../activity";
import type { Request } from "../analysis";
import { yesWords } from "../guess-yes";
import { columnOf, tableOf, textOrNull } from "../role-columns";
import { columnFor, segmentBlocks, type Dimension } from "../segments/dimensions";
import { customerIn, spanBlocks, type WindowsRequest } from "../usage-quartiles/spans";
import { contractPresenceBlock, presenceBlock } from "../usage-quartiles/users";
import type { Lever } from "./lever";
import type { LeverParams } from "./lever-params";

/** What any analysis of levers is asked; its own parameters may be more. */
export interface LeverRequest extends Pick<Request, "data" | "beside"> {
  readonly params: LeverParams;
}

/** Why a customer plays no part. */
export const leverExclusions = ["not-observed", "not-there", "contradictory", "no-status"] as const;
export type LeverExclusion = (typeof leverExclusions)[number];

/**
 * Blocks that end in valued(customer, what, is_lost, value_a, value_b, …, observed_from, observed_to, outcome_from, outcome_to),
 * one row a customer; `what`: "used", or why not. value_a is the first lever's measure as a double, null where it is not
 * known (never so in a log: who did nothing did it 0 times).
 */
export function valuedBlocks(request: LeverRequest, levers: readonly Lever[]): Record<string, Sql> {
  return request.params.mode === "columns"
    ? { valued: fromColumns(request, levers) }
    : fromEvents(request, levers);
}

/** The same, then population: those of `valued` that are used. */
export function populationBlocks(request: LeverRequest, levers: readonly Lever[]): Record<string, Sql> {
  return {
    ...valuedBlocks(request, levers),
    population: sql`select * exclude (what) from valued where what = 'used'`,
  };
}

/** The same, then segmented: `population` with segment_a, level_a, … of each control (see segmentBlocks). */
export function controlledBlocks(
  request: LeverRequest,
  levers: readonly Lever[],
  controls: readonly Dimension[],
): Record<string, Sql> {
  const moment = request.params.mode === "columns" ? sql`timestamp 'infinity'` : ("first" as const);
  return {
    ...populationBlocks(request, levers),
    ...(controls.length
      ? segmentBlocks(controls, { fewest: 10, most: 8, moment, until: null })
      : { segmented: sql`select * from population` }),
  };
}

/** Whether a lever is on: 1 or 0, null where its measure is not known; without a cut the measure itself. */
export function onOf(lever: Lever, i: number): Sql {
  const value = columnFor("value", i);
  return lever.cut === null ? value : sql`(${value} >= ${lever.cut}::double)::int::double`;
}

/** One row a customer is expected; of several that contradict each other none is believed. */
function fromColumns({ data, params }: LeverRequest, levers: readonly Lever[]): Sql {
  const measures = levers.map(({ behaviour }) => measureOf(data, behaviour));
  const status = textOrNull(columnOf(data, "status"));
  // The least and the most of what a customer has: counting different values would keep all of them.
  const differ = [
    sql`status <> last_status`,
    ...levers.map((_, i) => sql`${columnFor("value", i)} <> ${columnFor("most", i)}`),
  ];
  return sql`
    select customer,
      case when ${join(differ, " or ")} then 'contradictory' when status is null then 'no-status' else 'used' end as what,
      status = ${params.left} as is_lost, ${list(levers.map((_, i) => columnFor("value", i)))}
      null::timestamp as observed_from, null::timestamp as observed_to, null::timestamp as outcome_from,
      null::timestamp as outcome_to
    from (
      select ${textOrNull(columnOf(data, "customer"))}::varchar as customer,
        ${list(measures.map((measure, i) => sql`min(${measure}) as ${columnFor("value", i)}, max(${measure}) as ${columnFor("most", i)}`))}
        min(${status}::varchar) as status, max(${status}::varchar) as last_status
      from ${tableOf(data)}
      group by all
    )
    where customer is not null`;
}

/** What is no finite number is not known. A text counts as done where it says yes; whatever else it says is another answer. */
function measureOf(data: LeverRequest["data"], column: string): Sql {
  const kind = data.columns.find((one) => one.name === column)?.kind;
  if (kind === "boolean") return sql`${name(column)}::int::double`;
  if (kind === "text") {
    const said = sql`lower(trim(${name(column)}))`;
    return sql`case when ${said} in (${join(
      yesWords.map((word) => sql`${word}`),
      ", ",
    )}) then 1.0 when ${said} <> '' then 0.0 end::double`;
  }
  const value = sql`try_cast(${name(column)} as double)`;
  return sql`case when isfinite(${value}) then ${value} end`;
}

function fromEvents(request: LeverRequest, levers: readonly Lever[]): Record<string, Sql> {
  const windows = windowsOf(request);
  const customer = customerIn(windows);
  return {
    ...spanBlocks(windows),
    did: didBlock(request, levers),
    presence: request.params.mode === "activity" ? presenceBlock : contractPresenceBlock,
    valued: sql`
      select spans.customer::varchar as customer,
        case when spans.outcome_to > as_of then 'not-observed' when not coalesce(was_there, false) then 'not-there'
          else 'used' end as what,
        not coalesce(is_there, false) as is_lost,
        ${list(levers.map((_, i) => sql`coalesce(${columnFor("value", i)}, 0) as ${columnFor("value", i)}`))}
        spans.observed_from, spans.observed_to, spans.outcome_from, spans.outcome_to
      from spans
      left join did on did.customer = spans.customer
      left join presence on presence.customer = spans.${customer}`,
  };
}

/** did(customer, value_a, …): what each customer did within the window of observation; every row that can be read counts. */
function didBlock(request: LeverRequest, levers: readonly Lever[]): Sql {
  const { data } = request;
  const customer = customerIn(windowsOf(request));
  const event = data.roles.event === undefined ? sql`null::varchar` : eventOf(data);
  return sql`
    select spans.customer, ${list(levers.map((lever, i) => sql`${eventMeasure(request, lever)} as ${columnFor("value", i)}`))}
      count(*) as rows
    from spans join (
      select ${customerOf(data)} as customer, ${happenedOf(data)} as happened, ${event} as event
      from ${tableOf(data)}
      where ${usable(data)}
    ) as events on events.${customer} = spans.customer and happened >= observed_from and happened < observed_to
    group by spans.customer`;
}

function eventMeasure({ params }: LeverRequest, { behaviour }: Lever): Sql {
  if (behaviour === "*days") return sql`count(distinct happened::date)::double`;
  if (behaviour === "*kinds") return sql`count(distinct event)::double`;
  return params.metric === "days"
    ? sql`count(distinct happened::date) filter (where event = ${behaviour})::double`
    : sql`count(*) filter (where event = ${behaviour})::double`;
}

/** Each customer's first days, then the outcome. */
export function windowsOf({ data, beside, params }: LeverRequest): WindowsRequest {
  return { data, ...(beside && { beside }), params: { ...params, window: "start", month: "auto" } };
}

/** Columns with a comma after each: none of them may be there. */
function list(columns: readonly Sql[]): Sql {
  return join(
    columns.map((column) => sql`${column},`),
    " ",
  );
}
