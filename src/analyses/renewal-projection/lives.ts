import { sql, type Sql } from "../../engine";
import type { Request } from "../analysis";
import { contracts } from "../contracts";
import { asOfExtent, contractExtent } from "../extent";
import type { renewalProjectionParams } from "./params";

export type RenewalProjectionRequest = Request<typeof renewalProjectionParams>;

/** What the data are known until, where it was found already. */
export type KnownAsOf = string | null;

type Terms = Pick<RenewalProjectionRequest["params"], "term" | "grace">;

/** No longer than half a term: else a whole term that was left out would be renewed. */
export function graceOf({ term, grace }: Terms): number {
  return Math.min(grace, 15 * term);
}

/**
 * Days after a renewal within which an end is the end of the term before it: the last contract may have begun late, and a last
 * day that is told as the first day without a contract must not be worth a renewal.
 */
export function slackOf(terms: Terms): number {
  return Math.max(graceOf(terms), 7);
}

/**
 * Blocks that end in lives(customer, first_day, gone, cohort, known, passed): from the first start as long as one contract
 * follows another within the grace, `gone` the first day without (null: still there). Of `known` renewals it is known whether
 * they came, because the grace after them is over too; `passed` of them did: the customer was still there when it was over.
 * Who left in the middle of a term is lost at its end. Spec B0: months are complete months from the customer's own first day.
 */
export function lives({ data, params }: RenewalProjectionRequest, known: KnownAsOf): Record<string, Sql> {
  const until = known === null ? sql`${asOfExtent}::date` : sql`date ${known}`;
  const { term } = params;
  const grace = graceOf(params);
  const period = term >= 12 ? "year" : term >= 3 ? "quarter" : "month";
  return {
    ...(known === null ? { extent: contractExtent(data, params.asOf) } : {}),
    contracts: contracts(data, grace),
    ordered: sql`
      select customer, opens, closes,
        max(coalesce(closes, date '9999-12-31')) over (
          partition by customer order by opens, closes rows between unbounded preceding and 1 preceding
        ) as reached
      from contracts
      where opens < ${until}`,
    runs: sql`
      select customer, opens, closes,
        count(*) filter (where opens > reached) over (
          partition by customer order by opens, closes rows between unbounded preceding and current row
        ) as breaks
      from ordered`,
    firsts: sql`
      select customer, min(opens) as first_day,
        case when bool_and(closes is not null) then max(closes) - ${grace} end as gone
      from runs
      where breaks = 0
      group by customer`,
    lives: sql`
      select *, case when gone is null then known
          else least(known, greatest(0, date_sub('month', first_day, gone - 1 - ${slackOf(params)}) // ${term})) end as passed
      from (
        select customer, first_day, gone, date_trunc(${period}, first_day)::date as cohort,
          greatest(0, date_sub('month', first_day, ${until} - 1 - ${grace}) // ${term}) as known
        from firsts
      )`,
  };
}
