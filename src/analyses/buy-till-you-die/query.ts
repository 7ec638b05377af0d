import { sql, type Sql } from "../../engine";
import type { Questions } from "../analysis";
import { refundQuestion } from "../repeat-purchase/query";
import { withBlocks } from "../with-blocks";
import { currencyQuestion, hasAmount, histories, type BuyTillYouDieRequest, type Known } from "./histories";

/** Customers with the same history, counted; in the columns that the fits take. */
export function historiesQuery(request: BuyTillYouDieRequest, asOf: string | null): Sql {
  return sql`
    ${withBlocks(histories(request, asOf))}
    select x, tx, followed, paid, count(*) as customers, sum(spent)::double as spent
    from histories
    group by all
    order by all`;
}

export function followingQuestions(request: BuyTillYouDieRequest, known: Known): Questions {
  const { asOf } = known;
  return {
    histories: historiesQuery(request, asOf),
    ...refundQuestion(request, asOf),
    // The first day of each customer, to see whether the log begins amid their history and when they came.
    starts: sql`
      ${withBlocks(histories(request, asOf))}
      select first_day, count(*) as customers
      from histories
      group by first_day
      order by first_day`,
    ...(hasAmount(request)
      ? {
          spending: sql`
            ${withBlocks(histories(request, asOf))}
            select paid, spent / paid as mean, count(*) as customers
            from histories
            where paid > 0
            group by all
            order by all`,
        }
      : {}),
    ...(request.data.roles.currency === undefined || !hasAmount(request)
      ? {}
      : { currency: currencyQuestion(request, asOf) }),
    ...(known.calibrationEnd === null ? {} : checkQuestions(request, known.asOf, known.calibrationEnd)),
  };
}

/** Histories up to the calibration end with what came after it, and repeat purchases week by week. */
function checkQuestions(request: BuyTillYouDieRequest, asOf: string, end: string): Questions {
  return {
    held: sql`
      ${withBlocks({
        ...histories(request, asOf),
        seen: sql`
          select customer, count(*) filter (where day < date ${end}) - 1 as x,
            max(day) filter (where day < date ${end}) - min(day) as tx, date ${end} - 1 - min(day) as followed,
            count(*) filter (where day >= date ${end}) as later
          from days
          group by customer
          having min(day) < date ${end}`,
      })}
      select x, tx, followed, count(*) as customers, sum(later) as later
      from seen
      group by all
      order by all`,
    weeks: sql`
      ${withBlocks(histories(request, asOf))}
      select (day - (select min(first_day) from histories)) // 7 as week, count(*) as purchases
      from days join histories using (customer)
      where day > first_day and first_day < date ${end}
      group by week
      order by week`,
  };
}
