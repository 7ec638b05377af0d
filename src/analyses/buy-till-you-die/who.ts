import { sql, type Sql } from "../../engine";
import { withBlocks } from "../with-blocks";
import { aliveBlocks, expectationBlocks } from "./forecast-sql";
import { bands, lastClass } from "./forecast";
import { histories, type BuyTillYouDieRequest } from "./histories";
import { historiesQuery } from "./query";
import type { BuyTillYouDieResult } from "./result";

/** Keys of numbers that count customers. */
export const key = {
  band: (band: number) => `alive ${band}`,
  bandOnce: (band: number) => `alive ${band} once`,
  bandAgain: (band: number) => `alive ${band} again`,
  bought: (x: number) => `repeat ${x}`,
  everybody: "everybody",
};

/** The model that was fitted to the customers as they are now; null where none was. */
export function fittedOf({ fits, found }: BuyTillYouDieResult) {
  const fit = fits.find((one) => one.ok && one.model === found?.model);
  return fit?.ok ? fit : null;
}

/** P(alive) as one of the bands, the last with 1 in it. */
export const bandOf: Sql = sql`least(floor(p_alive * ${bands}), ${bands - 1})::integer`;

/** One row a customer behind a number: the history, the chance that they are still one, and what is expected of them. */
export function customersQuery(
  request: BuyTillYouDieRequest,
  result: BuyTillYouDieResult,
  who: string | null,
): Sql | null {
  const fitted = fittedOf(result);
  const isOne = conditionOf(result, who);
  if (result.asOf === null || !fitted || !isOne) return null;
  const { money } = result;
  const spend = money?.ok ? spendOf(money.parameters as { p: number; q: number; gamma: number }) : null;
  return sql`
    ${withBlocks({
      ...histories(request, result.asOf),
      ...aliveBlocks(fitted),
      ...expectationBlocks(fitted, result.ahead),
    })}
    select customer::varchar as customer, first_day as first_purchase, last_day as last_purchase, x as repeat_purchases,
      tx / 7 as weeks_to_last, followed / 7 as weeks_known, p_alive, p_alive * if_alive as expected_purchases${
        spend
          ? sql`,
      spent as repeat_spent, ${spend} as expected_amount, p_alive * if_alive * ${spend} as expected_value`
          : sql``
      }
    from histories join alive using (x, tx, followed) join expectations using (x, followed)
    where ${isOne}
    order by expected_purchases desc, customer`;
}

/** Null where no mean exists. */
function spendOf({ p, q, gamma }: { p: number; q: number; gamma: number }): Sql {
  const bottom = sql`(${p}::double * paid + ${q}::double - 1)`;
  return sql`(case when ${bottom} > 0 then ${p}::double * (${gamma}::double + spent) / ${bottom} end)`;
}

/** Keys come from files: only those are known that this result gave out. */
function conditionOf({ found }: BuyTillYouDieResult, who: string | null): Sql | null {
  if (who === null || who === key.everybody) return sql`true`;
  for (let band = 0; found && band < bands; band++) {
    const inside = sql`${bandOf} = ${band}`;
    if (who === key.band(band)) return inside;
    if (who === key.bandOnce(band)) return sql`${inside} and x = 0`;
    if (who === key.bandAgain(band)) return sql`${inside} and x > 0`;
  }
  for (let x = 0; found && x <= lastClass; x++)
    if (who === key.bought(x)) return x === lastClass ? sql`x >= ${x}` : sql`x = ${x}`;
  return null;
}

/** One row a band: the numbers of the first figure. Without a fit there are no chances, only the histories. */
export function bandsQuery(request: BuyTillYouDieRequest, result: BuyTillYouDieResult | null): Sql {
  const fitted = result && fittedOf(result);
  if (!result?.asOf || !fitted) return historiesQuery(request, result?.asOf ?? null);
  return sql`
    ${withBlocks({ ...histories(request, result.asOf), ...aliveBlocks(fitted) })}
    select band::integer as band, count(x) filter (where x = 0) as once, count(x) filter (where x > 0) as again
    from range(${bands}) as known(band)
      left join (
        select ${bandOf} as of_band, x
        from histories join alive using (x, tx, followed)
      ) on of_band = band
    group by band
    order by band`;
}
