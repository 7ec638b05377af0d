import { sql, type Sql } from "../../engine";
import { hasTimes, sums, type CohortRequest } from "./lives";
import { boundaries, elapsedPeriods } from "./periods";

/**
 * visits(customer, cohort, elapsed, hidden, k, first_happened [, total]): one row a customer and period k after the start in which
 * the customer was there. Read from the blocks of `livesBlocks`.
 */
export function visits(request: CohortRequest, needsTimes = true): Sql {
  const { params } = request;
  if (params.window === "calendar") {
    const k = boundaries(sql`lives.opens`, sql`periods.opens`, params.grain);
    const total = params.metric === "customers" ? sql`` : sql`, total`;
    return sql`
      select lives.customer, cohort, elapsed, hidden, ${k} as k${hasTimes(request, needsTimes) ? sql`, first_happened` : sql``}${total}
      from periods join lives on ${sameCustomer(request, sql`periods`)}
      where periods.opens >= lives.opens`;
  }
  const k = elapsedPeriods(sql`started`, sql`happened`, params.grain);
  return sql`
    select lives.customer, cohort, elapsed, hidden, ${k} as k, min(happened) as first_happened${sums(request)}
    from activity join lives on ${sameCustomer(request, sql`activity`)}
    where happened >= started and happened < as_of
    group by all`;
}

/** An id of a table beside may be of another type: both are compared as text. */
export function sameCustomer({ params }: CohortRequest, block: Sql): Sql {
  return params.by === "signup" && params.people !== null
    ? sql`${block}.customer::varchar = lives.customer`
    : sql`${block}.customer = lives.customer`;
}
