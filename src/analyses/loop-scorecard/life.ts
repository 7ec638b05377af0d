import { sql, type Sql } from "../../engine";
import type { Request } from "../analysis";
import { activityExtent } from "../extent";
import { beganBlocks, idOf, type BeganRequest } from "../onboarding/began";
import { withBlocks } from "../with-blocks";
import type { loopParams, LoopParams } from "./params";

export type LoopRequest = Request<typeof loopParams>;

/** Lives begin with a whole day, for a log may tell no time of day. */
export function beganOf({ data, params, beside }: LoopRequest): BeganRequest {
  return { data, params: { ...params, window: "calendar" }, ...(beside && { beside }) };
}

/** began(customer, started), and active(customer, day): the days on which a customer did what counts, each once. */
export function lifeBlocks(request: LoopRequest, asOf: string | null): Record<string, Sql> {
  const began = beganOf(request);
  return {
    ...beganBlocks(began, asOf),
    active: sql`
      select distinct ${idOf(began, sql`activity.customer`)} as customer, date_trunc('day', happened) as day
      from activity, extent
      where happened < as_of`,
  };
}

export function clockQuery({ data, params }: LoopRequest): Sql {
  return sql`
    ${withBlocks({ extent: activityExtent(data, params.asOf) })}
    select first_day::date as first_day, as_of::date as as_of from extent`;
}

/** Heard of in the days before a moment: silence as long as the gap counts as leaving. */
export function isThere(moment: Sql, { gap }: Pick<LoopParams, "gap">): Sql {
  return sql`day < ${moment} and day >= ${moment} - ${days(gap)}`;
}

export function days(n: number): Sql {
  return sql`to_days(${n}::integer)`;
}
