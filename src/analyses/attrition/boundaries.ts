import { sql, type Sql } from "../../engine";
import type { Request } from "../analysis";
import { dayOr, lengthOf, opensOf } from "../calendar";
import type { attritionParams } from "./params";

export interface Boundaries {
  readonly asOf: string;
  /** The lookback before the start is [startFrom, start), the one before the end [endFrom, end). */
  readonly startFrom: string;
  readonly start: string;
  readonly endFrom: string;
  readonly end: string;
}

type AttritionRequest = Request<typeof attritionParams>;

/** boundaries(as_of, start_from, period_start, end_from, period_end), one row: found in the data, or as they were found. */
export function boundaries(request: AttritionRequest, known: Boundaries | null): Sql {
  if (known)
    return sql`
      select timestamp ${known.asOf} as as_of,
        timestamp ${known.startFrom} as start_from, timestamp ${known.start} as period_start,
        timestamp ${known.endFrom} as end_from, timestamp ${known.end} as period_end`;
  const { params, data } = request;
  const length = lengthOf(params.period);
  const lastComplete = opensOf(sql`as_of`, params.period, data.weekStart);
  const end = dayOr(
    params.end,
    params.start === "auto" ? lastComplete : sql`timestamp ${params.start} + ${length}`,
  );
  // Between two periods there is no gap: the second begins where the first ends.
  const endFrom = params.mode === "interval" ? sql`period_start` : sql`period_end - lookback`;
  return sql`
    select as_of, period_start - lookback as start_from, period_start, ${endFrom} as end_from, period_end
    from (
      select *, ${lookbackOf(request)} as lookback
      from (
        select *, ${dayOr(params.start, sql`period_end - ${length}`)} as period_start
        from (select *, ${end} as period_end from extent${usesGap(request) ? sql`, usual_gap` : sql``})
      )
    )`;
}

export function usesGap({ params }: AttritionRequest): boolean {
  return params.mode === "snapshot" && params.lookback === "gap";
}

function lookbackOf(request: AttritionRequest): Sql {
  const { params } = request;
  // A contract's state is that of the day before the boundary: there is nothing to look back over.
  if (params.mode === "contracts") return sql`interval 0 day`;
  if (params.mode === "interval" || params.lookback === "period") return periodLength(request);
  if (params.lookback === "days") return sql`interval ${params.lookbackDays} day`;
  return sql`coalesce(to_days(ceil(p80)::integer), ${periodLength(request)})`;
}

/**
 * Between two given days: a calendar period if they are one, otherwise the days between them.
 * From 3 February to 3 March is 28 days, not a month: else the same days a year later would be counted differently.
 */
function periodLength({ params, data }: AttritionRequest): Sql {
  const length = lengthOf(params.period);
  if (params.start === "auto" || params.end === "auto") return length;
  const opens = opensOf(sql`period_start`, params.period, data.weekStart);
  return sql`
    case when period_start = ${opens} and period_start + ${length} = period_end then ${length}
      else to_days(date_diff('day', period_start, period_end)::integer) end`;
}
