import { join, sql, type Sql } from "../../engine";
import { activity } from "../activity";
import type { Request } from "../analysis";
import { contracts } from "../contracts";
import { activityExtent, contractExtent } from "../extent";
import { gapsOfCustomers, usualGap } from "../usual-gap";
import { withBlocks } from "../with-blocks";
import { boundaries, usesGap, type Boundaries } from "./boundaries";
import type { CustomerKind } from "./kinds";
import type { attritionParams } from "./params";

type AttritionRequest = Request<typeof attritionParams>;

/** One row: who was there before the start, who of them before the end, and who else. */
export function attritionQuery(request: AttritionRequest, known: Boundaries | null): Sql {
  return sql`
    ${withBlocks({
      ...source(request),
      ...(known ? {} : sought(request)),
      boundaries: boundaries(request, known),
      customers: customers(request),
    })}
    select
      count(*) filter (where was_there) as at_start,
      count(*) filter (where was_there and not is_there) as lost,
      count(*) filter (where was_there and is_there) as remaining,
      count(*) filter (where is_there and first_seen >= period_start) as new,
      count(*) filter (where is_there and not was_there and first_seen < period_start) as returned,
      count(*) filter (where is_there) as at_end,
      lost / nullif(at_start, 0) as attrition,
      remaining / nullif(at_start, 0) as retention,
      coalesce(bool_and(period_end <= as_of), false) as is_complete,
      count(*) filter (where was_there and first_seen > start_from) as without_full_lookback,
      count(*) filter (where not is_there and first_seen >= period_start and first_seen < period_end) as came_and_left
    from customers, boundaries`;
}

/** One row of days, found in the data; nulls where there is nothing to find them in. */
export function boundariesQuery(request: AttritionRequest): Sql {
  return sql`
    ${withBlocks({
      ...(usesGap(request) ? source(request) : {}),
      ...sought(request),
      boundaries: boundaries(request, null),
    })}
    select as_of::date as as_of, start_from::date as start_from, period_start::date as period_start,
      end_from::date as end_from, period_end::date as period_end
    from boundaries`;
}

/** One row a customer who was there or came: lost, remaining, new or returned; all of them or those of some of these kinds. */
export function customersQuery(
  request: AttritionRequest,
  known: Boundaries | null,
  kinds: readonly CustomerKind[] | null,
): Sql {
  return sql`
    ${withBlocks({
      ...source(request),
      ...(known ? {} : sought(request)),
      boundaries: boundaries(request, known),
      customers: customers(request),
    })}
    select customer::varchar as customer,
      case when was_there and is_there then 'remaining' when was_there then 'lost'
        when first_seen >= period_start then 'new' else 'returned' end as what,
      first_seen::date as first_seen
    from customers, boundaries
    where (was_there or is_there) and ${
      kinds
        ? sql`what in (${join(
            kinds.map((kind) => sql`${kind}`),
            ", ",
          )})`
        : sql`true`
    }
    order by what, customer`;
}

function source({ data, params }: AttritionRequest): Record<string, Sql> {
  return params.mode === "contracts"
    ? { contracts: contracts(data, params.grace) }
    : { activity: activity(data) };
}

function sought(request: AttritionRequest): Record<string, Sql> {
  const { data, params } = request;
  const extent = params.mode === "contracts" ? contractExtent : activityExtent;
  return {
    extent: extent(data, params.asOf),
    ...(usesGap(request) ? { gaps: gapsOfCustomers, usual_gap: usualGap } : {}),
  };
}

/** customers(first_seen, was_there, is_there): each customer's state at both boundaries. */
function customers({ params }: AttritionRequest): Sql {
  if (params.mode === "contracts")
    return sql`
      select customer, min(opens) as first_seen,
        bool_or(opens < period_start and (closes is null or closes >= period_start)) as was_there,
        bool_or(opens < period_end and (closes is null or closes >= period_end)) as is_there
      from contracts, boundaries
      where opens < as_of
      group by customer`;
  return sql`
    select customer, min(happened) as first_seen,
      count(*) filter (where happened >= start_from and happened < period_start) >= ${params.k} as was_there,
      count(*) filter (where happened >= end_from and happened < period_end) >= ${params.k} as is_there
    from activity, boundaries
    where happened < as_of
    group by customer`;
}
