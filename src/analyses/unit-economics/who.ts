import { sql, type Sql } from "../../engine";
import { withBlocks } from "../with-blocks";
import { lives, type UnitEconomicsRequest } from "./lives";
import { newcomers } from "./query";
import type { UnitEconomicsResult } from "./result";

/** Keys of numbers that count customers; a channel stands last, whatever is in it. */
export const key = {
  all: "customers",
  gone: "gone",
  newIn: (opens: string, channel: string) => `new ${opens} ${channel}`,
  followed: (month: number) => `followed ${month}`,
  goneIn: (month: number) => `gone ${month}`,
};

const livesListed: Sql = sql`
      select customer::varchar as customer, first_day, gone as gone_since, months, has_left
      from lives`;

export function customersQuery(
  request: UnitEconomicsRequest,
  result: UnitEconomicsResult,
  who: string | null,
): Sql | null {
  if (result.mode === "inputs" || result.asOf === null) return null;
  if (who === null || who === key.all || who === key.gone)
    return sql`
      ${withBlocks(lives(request, result.asOf))}
      ${livesListed}
      ${who === key.gone ? sql`where has_left` : sql``}
      order by first_day, customer`;
  const step = result.curve.find(({ month }) => who === key.followed(month) || who === key.goneIn(month));
  if (step) {
    // The curve counts months from 1, lives the openings seen after the first.
    const at = step.month - 1;
    return sql`
      ${withBlocks(lives(request, result.asOf))}
      ${livesListed}
      where ${who === key.goneIn(step.month) ? sql`has_left and months = ${at}` : sql`months >= ${at}`}
      order by first_day, customer`;
  }
  const month = result.months.find(({ opens, channel }) => who === key.newIn(opens, channel));
  if (!month) return null;
  return sql`
    ${withBlocks(newcomers(request, result.asOf))}
    select customer::varchar as customer, first_day, gone as gone_since, channel
    from newcomers
    where opens = date ${month.opens} and channel = ${month.channel}
    order by first_day, customer`;
}
