import { sql, type Sql } from "../../engine";
import type { Request } from "../analysis";
import { AnalysisError } from "../analysis-error";
import { contracts } from "../contracts";
import { activityExtent } from "../extent";
import { beganBlocks, idOf, type BeganRequest } from "../onboarding/began";
import { withBlocks } from "../with-blocks";
import type { loopParams } from "./params";

export type LoopRequest = Request<typeof loopParams>;

/** Lives begin with a whole day, for a log may tell no time of day. */
export function beganOf({ data, params, beside }: LoopRequest): BeganRequest {
  return {
    data,
    params: { ...params, window: "calendar" },
    ...(beside && { beside }),
    asText: params.mode === "contracts",
  };
}

/**
 * began(customer, started), and there(customer, since, until): from the day after `since` to `until` a customer is there, by
 * each day on which something that counts was done, or by each contract.
 */
export function lifeBlocks(request: LoopRequest, asOf: string | null): Record<string, Sql> {
  const { params } = request;
  return {
    ...beganBlocks(beganOf(request), asOf),
    there: params.mode === "contracts" ? byContracts(request) : byDays(request),
  };
}

export function clockQuery({ data, params }: LoopRequest): Sql {
  return sql`
    ${withBlocks({ extent: activityExtent(data, params.asOf) })}
    select first_day::date as first_day, as_of::date as as_of from extent`;
}

/** Heard of in the days before a moment (silence as long as the gap counts as leaving), or under contract the day before. */
export function isThere(moment: Sql): Sql {
  return sql`since < ${moment} and until >= ${moment}`;
}

function byDays(request: LoopRequest): Sql {
  return sql`
    select distinct ${idOf(beganOf(request), sql`activity.customer`)} as customer, date_trunc('day', happened) as since,
      since + ${days(request.params.gap)} as until
    from activity, extent
    where happened < as_of`;
}

function byContracts({ params, beside }: LoopRequest): Sql {
  if (!beside?.contracts) throw new AnalysisError("missing-param", "no table of contracts");
  return sql`
    select customer::varchar as customer, opens::timestamp as since, coalesce(closes::timestamp, timestamp 'infinity') as until
    from (${contracts(beside.contracts, params.grace)})`;
}

export function days(n: number): Sql {
  return sql`to_days(${n}::integer)`;
}
