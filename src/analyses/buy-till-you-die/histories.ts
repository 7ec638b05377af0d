import { name, sql, type Sql } from "../../engine";
import { activity } from "../activity";
import type { Request } from "../analysis";
import { activityExtent } from "../extent";
import { asOf as momentOf, asOfBlocks, refund } from "../repeat-purchase/purchases";
import { columnOf, textOrNull } from "../role-columns";
import { withBlocks } from "../with-blocks";
import type { buyTillYouDieParams } from "./params";

export type BuyTillYouDieRequest = Request<typeof buyTillYouDieParams>;

/** First day of which nothing is known, and the first one that is held out. */
export interface Known {
  readonly asOf: string;
  readonly calibrationEnd: string | null;
}

/** One row: what the data cover. */
export function extentQuestion({ data, params }: BuyTillYouDieRequest): Sql {
  return sql`
    ${withBlocks({ extent: activityExtent(data, params.asOf) })}
    select as_of::date as as_of, first_day::date as first_day from extent`;
}

/**
 * Blocks that end in histories(customer, first_day, last_day, x, tx, followed, paid, spent) and days(customer, day, amount):
 * a purchase is a day with one or more, refunds are none. `x` repeat purchases, the last of them `tx` days after the first
 * purchase, `followed` days known after it; `paid` of them had an amount above 0, `spent` altogether.
 */
export function histories(request: BuyTillYouDieRequest, asOf: string | null): Record<string, Sql> {
  const { data } = request;
  const until = momentOf(asOf);
  const back = refund(request);
  const amount = hasAmount(request) ? sql`sum(amount)` : sql`null::double`;
  return {
    ...asOfBlocks(request, asOf),
    activity: activity(data, { where: back ? [sql`not ${back}`] : [], columns: moneyOf(request) }),
    days: sql`
      select customer, happened::date as day, ${amount} as amount
      from activity
      where happened < ${until}
      group by customer, happened::date`,
    spans: sql`
      select customer, min(day) as first_day, max(day) as last_day, count(*) - 1 as x,
        arg_min(coalesce(amount, 0), day) as first_amount, count(*) filter (where amount > 0) as paid_days,
        coalesce(sum(amount) filter (where amount > 0), 0) as all_spent
      from days
      group by customer`,
    histories: sql`
      select customer, first_day, last_day, x, last_day - first_day as tx, (${until})::date - 1 - first_day as followed,
        paid_days - (first_amount > 0)::integer as paid,
        case when paid_days > (first_amount > 0)::integer
          then all_spent - case when first_amount > 0 then first_amount else 0 end else 0 end as spent
      from spans`,
  };
}

export function hasAmount({ data }: Pick<BuyTillYouDieRequest, "data">): boolean {
  return data.roles.amount !== undefined;
}

/** How many currencies the purchases have, and one of them. */
export function currencyQuestion(request: BuyTillYouDieRequest, asOf: string): Sql {
  const { activity: rows } = histories(request, asOf);
  return sql`
    ${withBlocks({ activity: rows! })}
    select count(distinct currency) as currencies, min(currency)::varchar as currency
    from activity
    where happened < timestamp ${asOf}`;
}

function moneyOf(request: BuyTillYouDieRequest): Record<string, Sql> {
  if (!hasAmount(request)) return {};
  const { data } = request;
  const amount = sql`${name(columnOf(data, "amount").name)}::double`;
  return {
    amount: sql`case when isfinite(${amount}) then ${amount} end`,
    ...(data.roles.currency === undefined ? {} : { currency: textOrNull(columnOf(data, "currency")) }),
  };
}
