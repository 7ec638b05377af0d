import { sql, type Sql } from "../../engine";
import { activity, idOf } from "../activity";
import type { CohortRequest } from "./lives";
import type { CohortGrain } from "./params";
import { periodOf, periodsAfter } from "./periods";

/**
 * Who was there in which period, where nothing else of a customer is asked: a bit a period, counted back from the last one, and
 * 64 of them a row. To set a bit takes two thirds of the time of telling apart all pairs of a customer and a period.
 */
export function isInBits({ params }: CohortRequest): boolean {
  return (
    params.metric === "customers" &&
    params.window === "calendar" &&
    params.counting !== "brackets" &&
    (params.by === "activity" || params.by === "attribute")
  );
}

/**
 * present(customer, block, bits): bit i of block b is set where the customer was there 64 b + i periods before the last one.
 * starts(customer, started): the opening of the first period. An id is trimmed only where it is met once a block.
 */
export function presenceBlocks(request: CohortRequest): Record<string, Sql> {
  const { data, params } = request;
  const isKnown = params.asOf !== "auto";
  // A day that is written out is reckoned with once and not for each row.
  const asOf = isKnown ? sql`timestamp ${params.asOf}` : sql`as_of`;
  const lastOpens = periodOf(sql`${asOf} - interval 1 microsecond`, params.grain, data.weekStart);
  return {
    activity: activity(data, { asWritten: true }),
    written: sql`
      select customer, ago // 64 as block, bit_or(1::ubigint << (ago & 63)) as bits
      from (
        select customer, (${agoOf(sql`happened`, lastOpens, params.grain)})::ubigint as ago
        from ${isKnown ? sql`activity` : sql`activity, extent`}
        where happened < ${asOf}
      )
      group by all`,
    present: sql`
      select customer, block, bit_or(bits) as bits
      from (select ${idOf(data)} as customer, block, bits from written)
      where customer is not null
      group by all`,
    starts: sql`
      select customer, ${periodsAfter(sql`any_value(${lastOpens})`, sql`-max(64 * block + length(bin(bits)) - 1)::bigint`, params.grain, false)} as started
      from ${isKnown ? sql`present` : sql`present, extent`}
      group by customer`,
  };
}

/** came(cohort, k, elapsed, hidden, customers): how many were there in a period, or in it or later. */
export function cameInBits({ params }: CohortRequest): Sql {
  if (params.counting === "after")
    return sql`
      select cohort, steps.k, elapsed, hidden, count(*) as customers
      from (
          select cohort, elapsed, hidden, begun - 1 - min(64 * block + length(bin(xor(bits, bits - 1))) - 1)::bigint as last_k
          from present join lives on lives.customer = present.customer
          group by present.customer, cohort, elapsed, hidden, begun
        ) as lasts
        join steps on steps.k <= last_k
      group by all`;
  return sql`
    select cohort, k, elapsed, hidden, count(*) as customers
    from (
        select cohort, elapsed, hidden, block, bits, begun - 1 as first_ago
        from present join lives on lives.customer = present.customer
        where block >= greatest(begun - 1 - ${params.offsets}, 0) // 64
      ) as recent
      join steps on k <= first_ago and (first_ago - k) // 64 = block
    where (bits >> ((first_ago - k) & 63)::ubigint) & 1 = 1
    group by all`;
}

/** How many periods before the last one a moment lies: boundaries between its period and that one. */
function agoOf(moment: Sql, lastOpens: Sql, grain: CohortGrain): Sql {
  switch (grain) {
    case "day":
      return sql`date_diff('day', ${moment}, ${lastOpens})`;
    case "week":
      return sql`date_diff('day', ${moment}, ${lastOpens} + interval 6 day) // 7`;
    case "month":
      return sql`date_diff('month', ${moment}, ${lastOpens})`;
  }
}
