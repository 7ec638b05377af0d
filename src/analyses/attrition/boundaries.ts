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
  const end = dayOr(params.end, params.start === "auto" ? lastComplete : sql`timestamp ${params.start} + ${length}`);
  return sql`
    select as_of, ${lookbackStart(request, "start")} as start_from, period_start,
      ${lookbackStart(request, "end")} as end_from, period_end
    from (
      select *, ${dayOr(params.start, sql`period_end - ${length}`)} as period_start
      from (select *, ${end} as period_end from extent${usesGap(request) ? sql`, usual_gap` : sql``})
    )`;
}

export function usesGap({ params }: AttritionRequest): boolean {
  return params.mode === "snapshot" && params.lookback === "gap";
}

function lookbackStart(request: AttritionRequest, at: "start" | "end"): Sql {
  const { params } = request;
  const boundary = at === "start" ? sql`period_start` : sql`period_end`;
  switch (params.mode) {
    // A contract's state is that of the day before the boundary: there is nothing to look back over.
    case "contracts":
      return boundary;
    case "interval":
      return at === "start" ? sql`period_start - ${periodLength(request)}` : sql`period_start`;
    case "snapshot":
      return sql`${boundary} - ${lookbackLength(request)}`;
  }
}

function lookbackLength(request: AttritionRequest): Sql {
  switch (request.params.lookback) {
    case "period":
      return periodLength(request);
    case "days":
      return sql`interval ${request.params.lookbackDays} day`;
    case "gap":
      return sql`coalesce(to_days(ceil(p80)::integer), ${periodLength(request)})`;
  }
}

/** Between two given days: a calendar period if they are one, otherwise the days between them. */
function periodLength({ params }: AttritionRequest): Sql {
  const length = lengthOf(params.period);
  if (params.start === "auto" || params.end === "auto") return length;
  return sql`
    case when period_start + ${length} = period_end then ${length}
      else to_days(date_diff('day', period_start, period_end)::integer) end`;
}
