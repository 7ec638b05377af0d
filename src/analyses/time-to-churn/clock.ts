import { sql, type Sql } from "../../engine";
import type { Request } from "../analysis";
import { activityExtent, contractExtent } from "../extent";
import { gapBlocks } from "../usual-gap";
import { withBlocks } from "../with-blocks";
import { startOf, type churnParams } from "./params";

export type ChurnRequest = Request<typeof churnParams>;

/** What was found in the data before customers are counted. */
export interface Clock {
  readonly asOf: string;
  /** Days of silence (inactivity) or of grace (contracts) that make a customer lost. */
  readonly gap: number;
  /** First day on which leaving would have been seen; null: each from the beginning. */
  readonly from: string | null;
}

/** Shorter silence is no sign of leaving, however often customers come. */
export const leastGap = 30;

/** One row: as_of, first_day, and the silence that counts as leaving with what it was taken from. */
export function clockQuestion(request: ChurnRequest): Sql {
  return sql`
    ${withBlocks(soughtBlocks(request))}
    select as_of::date as as_of, first_day::date as first_day, ${gapOf(request)} as gap,
      ${observedFrom(request)} as observed_from,
      ${usesGaps(request) ? sql`usual.p95` : sql`null::double`} as p95,
      ${usesGaps(request) ? sql`usual.customers` : sql`0`} as customers
    from ${usesGaps(request) ? sql`extent, usual` : sql`extent`}`;
}

/** clock(as_of, gap, cut, observed_from), one row of dates: known, or found in the data. */
export function clockBlocks(request: ChurnRequest, known: Clock | null): Record<string, Sql> {
  if (known)
    return {
      clock: sql`
        select date ${known.asOf} as as_of, ${known.gap} as gap, as_of - gap as cut,
          ${known.from === null ? sql`null::date` : sql`date ${known.from}`} as observed_from`,
    };
  return {
    ...soughtBlocks(request),
    clock: sql`
      select extent.as_of::date as as_of, ${gapOf(request)}::integer as gap, extent.as_of::date - gap as cut,
        ${observedFrom(request)} as observed_from
      from ${usesGaps(request) ? sql`extent, usual` : sql`extent`}`,
  };
}

/** Whoever was there before the log began is in it only for not having left until then. */
function observedFrom({ params }: ChurnRequest): Sql {
  if (params.from !== "auto") return sql`date ${params.from}`;
  return startOf(params) ? sql`first_day::date` : sql`null::date`;
}

function extentOf({ data, params }: ChurnRequest): Sql {
  return params.mode === "contracts" ? contractExtent(data, params.asOf) : activityExtent(data, params.asOf);
}

function gapOf({ params }: ChurnRequest): Sql {
  if (params.mode === "contracts") return sql`${params.grace}`;
  if (params.gap !== null) return sql`${params.gap}`;
  return sql`greatest(${leastGap}, coalesce(ceil(usual.p95), ${leastGap}))::integer`;
}

/** Asked for also where a person chose the days: the choice is held against what customers usually do. */
function usesGaps({ params }: ChurnRequest): boolean {
  return params.mode === "inactivity";
}

/** extent(first_day, last_moment, as_of), and where silence is what counts, usual(customers, p95). */
function soughtBlocks(request: ChurnRequest): Record<string, Sql> {
  if (!usesGaps(request)) return { extent: extentOf(request) };
  return {
    ...gapBlocks(request.data, request.params.asOf),
    usual: sql`select count(*) as customers, quantile_cont(days, 0.95) as p95 from gaps`,
  };
}
