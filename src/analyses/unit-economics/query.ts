import { name, sql, type Sql } from "../../engine";
import type { Questions } from "../analysis";
import { attributes } from "../attributes";
import { columnOf, isFiniteTime, tableOf, textOrNull, timeOf } from "../role-columns";
import { withBlocks } from "../with-blocks";
import { asOfBlocks, lives, type KnownAsOf, type UnitEconomicsRequest } from "./lives";

export function asOfQuestion(request: UnitEconomicsRequest): Sql {
  return sql`
    ${withBlocks(asOfBlocks(request, null))}
    select as_of::date as as_of from extent`;
}

/** Customers by the months they stayed. */
export function livesQuestion(request: UnitEconomicsRequest, known: string): Sql {
  return sql`
    ${withBlocks(lives(request, known))}
    select months, count(*) filter (where has_left) as gone, count(*) filter (where not has_left) as still_here
    from lives
    group by months
    order by months`;
}

/** Spend and new customers by month and channel, each from its own table. */
export function spendQuestions(request: UnitEconomicsRequest, known: string): Questions {
  const { params, beside } = request;
  const spend = beside?.spend;
  if (params.spend === null || !spend) return {};
  const channel = params.spendChannel;
  const amount = name(columnOf(spend, "amount").name);
  const currency = spend.roles.currency === undefined ? null : textOrNull(columnOf(spend, "currency"));
  return {
    spend: sql`
      select date_trunc('month', ${timeOf(columnOf(spend, "time"))})::date as opens,
        ${byChannel(request) && channel !== null ? channelText(channel) : sql`''`} as channel,
        sum(${amount})::double as spend,
        count(*) filter (where ${amount} < 0) as negative,
        ${currency ? sql`count(distinct ${currency})` : sql`0`} as currencies,
        ${currency ? sql`min(${currency})::varchar` : sql`null::varchar`} as currency
      from ${tableOf(spend)}
      where ${isFiniteTime(columnOf(spend, "time"))} and isfinite(${amount}::double)
      group by all
      order by opens, channel`,
    newcomers: sql`
      ${withBlocks(newcomers(request, known))}
      select opens, channel, count(*) as customers
      from newcomers
      group by all
      order by opens, channel`,
  };
}

/** newcomers(customer, opens, channel, first_day): every customer in the month of their first day. */
export function newcomers(request: UnitEconomicsRequest, known: KnownAsOf): Record<string, Sql> {
  const { data, params } = request;
  const channel = byChannel(request) ? params.channel : null;
  return {
    ...lives(request, known),
    ...(channel === null ? {} : { channels: attributes(data, channel, "first") }),
    newcomers: sql`
      select lives.customer, date_trunc('month', first_day)::date as opens, first_day, gone, months,
        ${channel === null ? sql`''` : sql`coalesce(level, '')`} as channel
      from lives ${channel === null ? sql`` : sql`left join channels on channels.customer = lives.customer`}`,
  };
}

/** Only where both tables tell the channel can spend and customers be held against each other by it. */
export function byChannel({ params }: Pick<UnitEconomicsRequest, "params">): boolean {
  return params.spend !== null && params.spendChannel !== null && params.channel !== null;
}

function channelText(column: string): Sql {
  return sql`coalesce(trim(${name(column)}::varchar), '')`;
}
