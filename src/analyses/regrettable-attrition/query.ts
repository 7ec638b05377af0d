import { join, name, sql, type Sql } from "../../engine";
import type { Boundaries } from "../attrition/boundaries";
import { attritionParams } from "../attrition/params";
import { boundariesQuery as attritionBoundaries, customersQuery } from "../attrition/query";
import { readParams } from "../params";
import { columnOf, isFiniteTime, tableOf, textOrNull, timeOf } from "../role-columns";
import { withBlocks } from "../with-blocks";
import { comparesNumbers, fitRule, numberIn, type FitRule, type RegrettableRequest } from "./fit-rule";

/** The same question as that of attrition: who was there before the start, and who of them before the end. */
function asAttrition({ data, params }: RegrettableRequest) {
  const { mode, grace, period, start, asOf } = params;
  const given = { mode: mode === "contracts" ? "contracts" : "snapshot", grace, period, start, asOf };
  return { data, params: readParams(attritionParams, given).values };
}

export function boundariesQuery(request: RegrettableRequest): Sql {
  return attritionBoundaries(asAttrition(request));
}

/** judged(customer, what, class, level, effort): every customer of the start with its class by the rule. */
export function judgedBlocks(request: RegrettableRequest, known: Boundaries | null): Record<string, Sql> {
  const rule = fitRule(request);
  return {
    base: customersQuery(asAttrition(request), known, ["lost", "remaining"]),
    bounds: known ? sql`select timestamp ${known.start} as period_start` : boundsOf(request),
    facts: facts(rule),
    judged: sql`
      select base.customer, what, level, is_later, contradicts, effort,
        case when ${levelOf(rule)} is null then 'unknown' when ${fits(rule)} then 'fit' else 'unfit' end as class
      from base left join facts on facts.customer = base.customer`,
  };
}

/** One row a class, also one of nobody; the last of all. */
export function classesQuery(request: RegrettableRequest, known: Boundaries | null): Sql {
  return sql`
    ${withBlocks({
      ...judgedBlocks(request, known),
      classes: sql`
        select unnest(['fit', 'unfit', 'unknown', 'all']) as class, unnest([1, 2, 3, 4]) as place`,
    })}
    select classes.class as class, count(customer) as at_start, count(*) filter (where what = 'lost') as lost,
      lost / nullif(at_start, 0) as attrition
    from classes left join judged on classes.class in (judged.class, 'all')
    group by classes.class, place
    order by place`;
}

/** Why an attribute is not known, and where the effort goes. */
export function oddsQuery(request: RegrettableRequest, known: Boundaries): Sql {
  const rule = fitRule(request);
  return sql`
    ${withBlocks(judgedBlocks(request, known))}
    select count(*) filter (where is_later and level is null) as later,
      count(*) filter (where contradicts) as contradicting,
      count(*) filter (where level is not null and ${levelOf(rule)} is null) as unreadable,
      coalesce(sum(effort) filter (where class = 'fit'), 0) as effort_fit,
      coalesce(sum(effort) filter (where class = 'unfit'), 0) as effort_unfit,
      coalesce(sum(effort) filter (where class = 'unknown'), 0) as effort_unknown
    from judged`;
}

/** One row a customer of the start: its class, the attribute as it was, and what became of it. */
export function customersOf(request: RegrettableRequest, known: Boundaries, where: Sql): Sql {
  return sql`
    ${withBlocks(judgedBlocks(request, known))}
    select customer, class, level as attribute, what${fitRule(request).effort === null ? sql`` : sql`, effort`}
    from judged
    where ${where}
    order by class, what, customer`;
}

function boundsOf(request: RegrettableRequest): Sql {
  return sql`select period_start::timestamp as period_start from (${boundariesQuery(request)})`;
}

/**
 * facts(customer, level, is_later, contradicts, effort): the attribute's last value before the period began. What is only
 * known later is not known here: it could be a consequence. A table without time has one value a customer, or none that
 * can be told where it contradicts itself.
 */
function facts({ data, column, effort }: FitRule): Sql {
  const customer = sql`${textOrNull(columnOf(data, "customer"))}::varchar`;
  const level = sql`nullif(trim(${name(column)}::varchar), '')`;
  const spent =
    effort === null
      ? sql`null::double`
      : sql`sum(case when isfinite(${name(effort)}::double) then ${name(effort)}::double end)`;
  const role = (["time", "start"] as const).find((one) => data.roles[one] !== undefined);
  if (!role)
    return sql`
      select ${customer} as customer, case when count(distinct ${level}) = 1 then min(${level}) end as level,
        false as is_later, count(distinct ${level}) > 1 as contradicts, ${spent} as effort
      from ${tableOf(data)}
      where ${customer} is not null
      group by ${customer}`;
  const when = columnOf(data, role);
  const isBefore = sql`${isFiniteTime(when)} and ${timeOf(when)} < period_start`;
  return sql`
    select ${customer} as customer,
      (max({'happened': ${timeOf(when)}, 'level': ${level}}) filter (where ${level} is not null and ${isBefore})).level as level,
      bool_or(${level} is not null and not coalesce(${isBefore}, false)) as is_later, false as contradicts, ${spent} as effort
    from ${tableOf(data)}, bounds
    where ${customer} is not null
    group by ${customer}`;
}

/** Whether the attribute's table says since when it holds. */
export function isDated({ data }: FitRule): boolean {
  return data.roles.time !== undefined || data.roles.start !== undefined;
}

function levelOf(rule: FitRule): Sql {
  return comparesNumbers(rule.operator) ? sql`try_cast(level as double)` : sql`level`;
}

function fits(rule: FitRule): Sql {
  const { operator, values } = rule;
  const number = numberIn(values[0] ?? "");
  const list = values.length
    ? join(
        values.map((one) => sql`${one}`),
        ", ",
      )
    : sql`null`;
  switch (operator) {
    case "is":
      return sql`level in (${list})`;
    case "is-not":
      return sql`level not in (${list})`;
    case "at-least":
      return sql`${levelOf(rule)} >= ${number}`;
    case "at-most":
      return sql`${levelOf(rule)} <= ${number}`;
  }
}
