import { sql, type Sql } from "../../engine";
import { activity } from "../activity";
import type { Request } from "../analysis";
import { contracts } from "../contracts";
import { activityExtent } from "../extent";
import type { usageParams } from "./params";

export type UsageRequest = Request<typeof usageParams>;

/** What the windows hang on; whoever compares usage with a later outcome has these parameters. */
export interface WindowsRequest extends Pick<Request, "data" | "beside"> {
  readonly params: Pick<
    UsageRequest["params"],
    "mode" | "window" | "month" | "observeDays" | "outcomeDays" | "outcomeFrom" | "grace" | "asOf"
  >;
}

/**
 * Blocks that end in spans(customer, first_seen, observed_from, observed_to, outcome_from, outcome_to): each customer's
 * two windows, half-open. The usage is read in the first, the outcome in the second, which begins where the first ends or later.
 */
export function spanBlocks(request: WindowsRequest): Record<string, Sql> {
  const { data, params } = request;
  const beside = params.mode === "contracts" ? request.beside?.contracts : null;
  return {
    extent: activityExtent(data, params.asOf),
    activity: activity(data),
    ...(beside ? { contracts: contracts(beside, params.grace) } : {}),
    starts: beside
      ? sql`
          select customer::varchar as customer, min(opens)::timestamp as first_seen
          from contracts, extent
          where opens < as_of
          group by contracts.customer`
      : sql`
          select customer, min(happened) as first_seen
          from activity, extent
          where happened < as_of
          group by customer`,
    spans: sql`
      select *, outcome_from + interval ${params.outcomeDays} day as outcome_to
      from (
        select *, ${outcomeFrom(request)} as outcome_from
        from (
          select *, ${observedTo(request)} as observed_to
          from (select customer, first_seen, as_of, ${observedFrom(request)} as observed_from from starts, extent)
        )
      )`,
  };
}

/** Beside contracts both tables' customers are compared as text. */
export function customerIn({ params }: WindowsRequest): Sql {
  return params.mode === "contracts" ? sql`customer::varchar` : sql`customer`;
}

function observedFrom({ params }: WindowsRequest): Sql {
  if (params.window === "start") return sql`first_seen`;
  if (params.month !== "auto") return sql`date_trunc('month', timestamp ${params.month})`;
  // The last month after which the whole outcome window is known.
  const days = params.outcomeDays + Math.max(0, (params.outcomeFrom ?? 0) - 31);
  return sql`date_trunc('month', as_of - interval ${days} day) - interval 1 month`;
}

function observedTo({ params }: WindowsRequest): Sql {
  return params.window === "start"
    ? sql`observed_from + interval ${params.observeDays} day`
    : sql`observed_from + interval 1 month`;
}

function outcomeFrom({ params }: WindowsRequest): Sql {
  return params.outcomeFrom === null
    ? sql`observed_to`
    : sql`observed_from + interval ${params.outcomeFrom} day`;
}
