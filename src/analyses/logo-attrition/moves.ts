import { sql, type Sql } from "../../engine";
import { dayOr, lengthOf, opensOf } from "../calendar";
import { axis, contractSides, sheetSides } from "./sides";
import { source, type LogoRequest } from "./source";

/** What was found in a first round: the day the data are known until and the period that is told in full. */
export interface Moments {
  readonly asOf: string;
  readonly firstDay: string;
  readonly focal: string;
}

/** moments(as_of, first_day, focal), one row: found in the data, or as they were found. */
function moments({ data, params }: LogoRequest, known: Moments | null): Sql {
  if (known)
    return sql`
      select timestamp ${known.asOf} as as_of, timestamp ${known.firstDay} as first_day,
        timestamp ${known.focal} as focal`;
  const wanted = dayOr(params.start, sql`as_of - ${lengthOf(params.grain)}`);
  return sql`
    select as_of::timestamp as as_of, first_day::timestamp as first_day,
      ${opensOf(wanted, params.grain, data.weekStart)}::timestamp as focal
    from extent`;
}

export function momentsBlocks(request: LogoRequest): Record<string, Sql> {
  const { extent, entries } = source(request);
  return { ...(entries ? { entries } : {}), extent: extent!, moments: moments(request, null) };
}

/**
 * moves(logo, place, was_there, is_there, before, after, unknown, is_late, is_due, first_opens, first_place): each period of the
 * series in which a logo is there at its start or its end. `before` and `after` are the MRR at the two boundaries, never below
 * nought; `unknown`: a contract without MRR; `is_late`: at the end only by the days of grace. Without firsts those
 * are null: of a sheet only the months at the boundaries need then be read.
 */
export function movesBlocks(
  request: LogoRequest,
  known: Moments | null,
  withFirsts = true,
): Record<string, Sql> {
  const { extent, entries, sheet, terms } = source(request, !withFirsts);
  return {
    ...(entries ? { entries } : {}),
    extent: extent!,
    moments: moments(request, known),
    periods: periods(request),
    axis,
    ...(terms
      ? { terms, ...contractSides(request) }
      : { boundaries, sheet: sheet!, ...sheetSides(request, withFirsts) }),
    moves,
  };
}

function periods({ data, params }: LogoRequest): Sql {
  const length = lengthOf(params.grain);
  const first = opensOf(sql`first_day`, params.grain, data.weekStart);
  return sql`
    select opens, opens + ${length} as closes, row_number() over (order by opens) as place
    from (
      select unnest(generate_series(greatest(${first}::timestamp, focal - ${params.periods - 1} * ${length}), focal, ${length})) as opens
      from moments
    )`;
}

/** The months before these days are all that a sheet is read for. */
const boundaries: Sql = sql`
  select opens as day from periods
  union
  select closes from periods`;

/**
 * Whoever pays nothing is no customer: spec C09, a contract in force and paid. The same contracts added up in another order may
 * differ in the last bit, which is no movement.
 */
const moves: Sql = sql`
  select logo, place, was_there, is_there, before,
    case when abs(raw_after - before) <= 1e-12 * before then before else raw_after end as after, unknown, is_late,
    was_there and is_due as is_due, first_opens, first_place
  from (
    select *, unknown_before is true or unknown_after is true as unknown,
      case when was_there and not unknown_before then mrr_before else 0 end as before,
      case when is_there and not unknown_after then mrr_after else 0 end as raw_after,
      is_there and late_after as is_late
    from (
      select *, coalesce(unknown_before or mrr_before > 0, false) as was_there,
        coalesce(unknown_after or mrr_after > 0, false) as is_there
      from sides
    )
    where was_there or is_there
  )`;
