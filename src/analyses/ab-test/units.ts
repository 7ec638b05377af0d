import { join, name, sql, type Sql } from "../../engine";
import { activity, eventOf, happenedOf, customerOf, usable } from "../activity";
import type { DataSet, Request } from "../analysis";
import { AnalysisError } from "../analysis-error";
import { activityExtent } from "../extent";
import { columnOf, isFiniteTime, tableOf, textOrNull, timeOf } from "../role-columns";
import { metricsOf, type abTestParams } from "./params";

export type AbTestRequest = Request<typeof abTestParams>;

/** Why a customer is not compared, in the order in which they are asked. */
export const states = ["none", "several", "no-account", "no-time", "early", "late", "in"] as const;
export type State = (typeof states)[number];

/** The table that says who got what. */
export function assignmentsOf({ data, beside, params }: AbTestRequest): DataSet {
  if (params.mode !== "log") return data;
  const people = beside?.people;
  if (!people) throw new AnalysisError("missing-column", `missing table: ${String(params.people)}`);
  return people;
}

/**
 * Blocks that end in units(customer, arm, account, state, m_0 …, pre): everybody in the list with the one arm they were
 * given (null of none or of several), whatever they did with it: intention to treat. m_i is null of those who are not compared, and where the
 * outcome is not known or contradicts itself.
 */
export function unitBlocks(request: AbTestRequest, asOf: string | null): Record<string, Sql> {
  return request.params.mode === "log" ? logBlocks(request, asOf) : columnBlocks(request);
}

export function metricName(i: number): Sql {
  return { text: `m_${i}` };
}

function columnBlocks(request: AbTestRequest): Record<string, Sql> {
  const { data, params } = request;
  const metrics = metricsOf(params);
  const numbers = metrics.map((column, i) => sql`, ${numberOf(data, column)} as ${metricName(i)}`);
  const before = params.before === null ? sql`null::double` : numberOf(data, params.before);
  return {
    given: sql`
      select ${assigned(request)}${join(numbers, "")}, ${before} as pre
      from ${tableOf(data)}
      where ${customerOf(data)} is not null`,
    units: sql`
      select customer, ${oneArm} as arm, ${theAccount} as account, ${stateOf(request, [])} as state${join(
        metrics.map(
          (_, i) =>
            sql`, case when ${stateOf(request, [])} = 'in' then ${theOne(metricName(i))} end as ${metricName(i)}`,
        ),
        "",
      )}, ${theOne(sql`pre`)} as pre
      from given
      group by customer`,
  };
}

function logBlocks(request: AbTestRequest, asOf: string | null): Record<string, Sql> {
  const { data, params } = request;
  const people = assignmentsOf(request);
  const column = columnOf(people, "assigned");
  const metrics = metricsOf(params);
  const window = sql`to_days(${params.within}::integer)`;
  const ofTime: readonly (readonly [State, Sql])[] = [
    ["no-time", sql`assigned is null`],
    ["early", sql`assigned < (select first_day from extent)`],
    ["late", sql`assigned + ${window} > (select as_of from extent)`],
  ];
  return {
    extent: activityExtent(data, asOf ?? params.asOf),
    given: sql`
      select ${assigned(request)}, case when ${isFiniteTime(column)} then ${timeOf(column)} end as assigned
      from ${tableOf(people)}
      where ${textOrNull(columnOf(people, "customer"))} is not null`,
    listed: sql`
      select customer, ${oneArm} as arm, ${theAccount} as account, assigned, ${stateOf(request, ofTime)} as state
      from (
        select customer, variant, account, min(assigned) over (partition by customer) as assigned
        from given
      )
      group by customer, assigned`,
    happenings: happenings(request),
    reached: sql`
      select listed.customer${join(
        metrics.map((goal, i) => sql`, bool_or(event = ${goal}) as ${metricName(i)}`),
        "",
      )}
      from listed join happenings on happenings.customer = listed.customer
      where state = 'in' and happened >= assigned and happened < assigned + ${window}
      group by listed.customer`,
    units: sql`
      select listed.customer, arm, account, assigned, state${join(
        metrics.map(
          (_, i) =>
            sql`, case when state = 'in' then coalesce(${metricName(i)}, false)::integer::double end as ${metricName(i)}`,
        ),
        "",
      )}, null::double as pre
      from listed left join reached on reached.customer = listed.customer`,
  };
}

/** happenings(customer, happened, event): rows of the events that are asked for, or of any activity by the rule under "". */
function happenings(request: AbTestRequest): Sql {
  const { data, params } = request;
  const goals = metricsOf(params);
  if (goals[0] === "")
    return sql`
      select customer::varchar as customer, happened, '' as event from (
        ${activity(data)}
      )`;
  return sql`
    select ${customerOf(data)}::varchar as customer, ${happenedOf(data)} as happened, trim(${eventOf(data)}) as event
    from ${tableOf(data)}
    where ${usable(data)} and trim(${eventOf(data)}) in (${goals})`;
}

/** customer, variant and account of a row, as text. */
function assigned(request: AbTestRequest): Sql {
  const table = assignmentsOf(request);
  const customer = textOrNull(columnOf(table, "customer"));
  const parent = table.columns.find((one) => one.name === table.roles.parent);
  return sql`${customer}::varchar as customer, ${textOf(columnOf(table, "variant"))} as variant,
    ${parent ? textOf(parent) : sql`null::varchar`} as account`;
}

function textOf(column: DataSet["columns"][number]): Sql {
  return sql`nullif(trim(${name(column.name)}::varchar), '')`;
}

/** Yes is 1, no is 0; what is no number is not known. */
function numberOf(data: DataSet, wanted: string): Sql {
  const column = data.columns.find((one) => one.name === wanted);
  if (!column) throw new AnalysisError("missing-column", `missing column: ${wanted}`);
  const number = sql`${name(column.name)}::double`;
  return column.kind === "number" ? sql`case when isfinite(${number}) then ${number} end` : number;
}

const oneArm = sql`case when count(distinct variant) = 1 then min(variant) end`;
const theAccount = sql`min(account)`;

function theOne(value: Sql): Sql {
  return sql`case when min(${value}) = max(${value}) then min(${value}) end`;
}

function stateOf({ params }: AbTestRequest, more: readonly (readonly [State, Sql])[]): Sql {
  const asked: readonly (readonly [State, Sql])[] = [
    ["none", sql`count(variant) = 0`],
    ["several", sql`count(distinct variant) > 1`],
    ...(params.unit === "account" ? ([["no-account", sql`count(account) = 0`]] as const) : []),
    ...more,
  ];
  const cases = asked.map(([state, is]) => sql`when ${is} then ${state}`);
  return sql`case ${join(cases, " ")} else 'in' end`;
}
