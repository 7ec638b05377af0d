import { sql, type Sql } from "../../engine";
import { activity } from "../activity";
import type { Request } from "../analysis";
import { contracts } from "../contracts";
import { activityExtent, asOfExtent, contractExtent } from "../extent";
import type { unitEconomicsParams } from "./params";

export type UnitEconomicsRequest = Request<typeof unitEconomicsParams>;

/** What the data are known until, where it was found already. */
export type KnownAsOf = string | null;

export function asOfBlocks({ data, params }: UnitEconomicsRequest, known: KnownAsOf): Record<string, Sql> {
  if (known !== null) return {};
  return {
    extent:
      params.mode === "contracts" ? contractExtent(data, params.asOf) : activityExtent(data, params.asOf),
  };
}

/** The first day of which nothing is known. */
export function asOf(known: KnownAsOf): Sql {
  return known === null ? sql`${asOfExtent}::date` : sql`date ${known}`;
}

/**
 * lives(customer, first_day, gone, months, left): `months` counts the month openings, from the customer's own first day, at
 * which the customer was still there, the first included; `left` says that they were gone at the next one. A month that was not over on the
 * last day known counts for nobody, those who left in it too: else only the leavers of unfinished months were seen.
 */
export function lives(request: UnitEconomicsRequest, known: KnownAsOf): Record<string, Sql> {
  const { data, params } = request;
  const until = asOf(known);
  const isContracts = params.mode === "contracts";
  const spans = isContracts
    ? sql`
        select customer, min(opens) as first_day,
          case when bool_and(closes is not null) and max(closes) <= ${until} then max(closes) end as gone,
          ${until} as last_day
        from contracts
        where opens < ${until}
        group by customer`
    : sql`
        select customer, min(happened)::date as first_day,
          case when max(happened)::date < ${until} - ${params.gap} then max(happened)::date + 1 end as gone,
          ${until} - ${params.gap} as last_day
        from activity
        where happened < ${until}
        group by customer`;
  return {
    ...asOfBlocks(request, known),
    ...(isContracts ? { contracts: contracts(data, 0) } : { activity: activity(data) }),
    spans,
    lives: sql`
      select customer, first_day, gone,
        coalesce(least(stayed, followed), followed) as months, coalesce(stayed <= followed, false) as has_left
      from (
        select *, date_sub('month', first_day, gone - 1) + 1 as stayed,
          greatest(date_sub('month', first_day, last_day), 0) as followed
        from spans
      )`,
  };
}
