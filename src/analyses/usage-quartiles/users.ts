import { name, sql, type Sql } from "../../engine";
import { customerOf, eventOf, happenedOf, usable } from "../activity";
import { columnOf, tableOf, textOrNull } from "../role-columns";
import { customerIn, spanBlocks, type UsageRequest } from "./spans";

/**
 * Blocks that end in users(customer, what, usage, is_lost, observed_from, outcome_to), one row a customer; `what`: "used" in
 * the comparison, or why not.
 */
export function userBlocks(request: UsageRequest): Record<string, Sql> {
  return request.params.mode === "columns" ? { users: fromColumns(request) } : fromEvents(request);
}

/** One row a customer is expected; of several that contradict each other none is believed. */
function fromColumns({ data, params }: UsageRequest): Sql {
  const usage = sql`try_cast(${name(params.usage ?? "")} as double)`;
  const status = textOrNull(columnOf(data, "status"));
  return sql`
    select customer,
      case when usages > 1 or statuses > 1 then 'contradictory' when status is null then 'no-status'
        when usage is null or not isfinite(usage) then 'no-usage' else 'used' end as what,
      usage, status = ${params.left} as is_lost, null::timestamp as observed_from, null::timestamp as outcome_to
    from (
      select ${textOrNull(columnOf(data, "customer"))}::varchar as customer, min(${usage}) as usage,
        count(distinct ${usage}) as usages, min(${status}::varchar) as status, count(distinct ${status}) as statuses
      from ${tableOf(data)}
      group by all
    )
    where customer is not null`;
}

function fromEvents(request: UsageRequest): Record<string, Sql> {
  const { params } = request;
  const customer = customerIn(request);
  return {
    ...spanBlocks(request),
    usages: usagesBlock(request),
    ...(params.mode === "activity" ? { presence: presenceBlock } : { presence: contractPresenceBlock }),
    users: sql`
      select spans.customer::varchar as customer,
        case when spans.outcome_to > as_of then 'not-observed'
          ${params.window === "month" ? sql`when first_seen > spans.observed_from then 'newcomer'` : sql``}
          when not coalesce(was_there, false) then 'not-there' else 'used' end as what,
        coalesce(usage, 0) as usage, not coalesce(is_there, false) as is_lost,
        spans.observed_from, spans.outcome_to
      from spans
      left join usages on usages.customer = spans.customer
      left join presence on presence.customer = spans.${customer}`,
  };
}

/** usages(customer, usage): what each customer did of the feature within the first window. */
function usagesBlock(request: UsageRequest): Sql {
  const { data, params } = request;
  const customer = customerIn(request);
  const isFeature = params.feature === "event" ? sql`${eventOf(data)} = ${params.event}` : sql`true`;
  // All relevant activity goes by the rule; a feature is counted in every row that can be read.
  const rows =
    params.feature === "all"
      ? sql`select customer, happened, true as is_feature, 1::double as amount from activity`
      : sql`
          select ${customerOf(data)} as customer, ${happenedOf(data)} as happened, ${isFeature} as is_feature,
            ${params.feature === "column" ? sql`try_cast(${name(params.usage ?? "")} as double)` : sql`1::double`} as amount
          from ${tableOf(data)}
          where ${usable(data)}`;
  return sql`
    select spans.customer, ${measure(request)} as usage
    from spans join (
      ${rows}
    ) as events on events.${customer} = spans.customer and happened >= observed_from and happened < observed_to
    group by spans.customer`;
}

function measure({ params }: UsageRequest): Sql {
  if (params.feature === "column") return sql`coalesce(sum(amount) filter (where isfinite(amount)), 0)`;
  switch (params.metric) {
    case "count":
      return sql`count(*) filter (where is_feature)::double`;
    case "days":
      return sql`count(distinct happened::date) filter (where is_feature)::double`;
    case "share":
      // Of the days of the window; of a feature its part in all that the customer did.
      return params.feature === "all"
        ? sql`least(1, count(distinct happened::date) / date_diff('day', any_value(observed_from), any_value(observed_to)))`
        : sql`count(*) filter (where is_feature) / count(*)`;
  }
}

/**
 * Left: nothing relevant in the whole outcome window. Still there when it begins: something in as many days before it.
 * The same silence counts at both ends.
 */
export const presenceBlock: Sql = sql`
  select spans.customer,
    bool_or(happened >= outcome_from - (outcome_to - outcome_from) and happened < outcome_from) as was_there,
    bool_or(happened >= outcome_from and happened < outcome_to) as is_there
  from spans join activity using (customer)
  group by spans.customer`;

/** There: a contract in force on the day. */
export const contractPresenceBlock: Sql = sql`
  select spans.customer,
    bool_or(opens <= outcome_from and (closes is null or closes > outcome_from)) as was_there,
    bool_or(opens <= outcome_to and (closes is null or closes > outcome_to)) as is_there
  from spans join contracts on contracts.customer::varchar = spans.customer
  group by spans.customer`;
