import { sql, type Sql } from "../../engine";
import { dayOr, lengthOf, opensOf } from "../calendar";
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
  const { extent, ...others } = source(request);
  const isSheet = request.params.mode !== "contracts";
  // The extent of a sheet is told from its rows, that of contracts before any is left out.
  return { ...(isSheet ? others : {}), extent: extent!, moments: moments(request, null) };
}

/**
 * moves(logo, opens, closes, was_there, is_there, before, after, unknown, is_late, first_opens): each period of the series
 * in which a logo is there at its start or its end. `before` and `after` are the MRR at the two boundaries, never below
 * nought; `unknown`: a contract without MRR; `is_late`: at the end only by the days of grace.
 */
export function movesBlocks(request: LogoRequest, known: Moments | null): Record<string, Sql> {
  const isContracts = request.params.mode === "contracts";
  return {
    ...source(request),
    moments: moments(request, known),
    periods: periods(request),
    boundaries: sql`
      select opens as day from periods
      union
      select closes from periods`,
    ...(isContracts ? contractStates(request) : sheetStates),
    moves: moves(isContracts),
  };
}

function periods({ data, params }: LogoRequest): Sql {
  const length = lengthOf(params.grain);
  const first = opensOf(sql`first_day`, params.grain, data.weekStart);
  return sql`
    select opens, opens + ${length} as closes
    from (
      select unnest(generate_series(greatest(${first}::timestamp, focal - ${params.periods - 1} * ${length}), focal, ${length})) as opens
      from moments
    )`;
}

/**
 * A logo is there on the day before a boundary if a contract of it is in force, or else one ended within the days of grace.
 * Overlapping contracts are added up; of those in grace only the last to end, so that a late renewal is not counted twice.
 */
function contractStates({ params }: LogoRequest): Record<string, Sql> {
  const { grace } = params;
  const stands =
    grace > 0 ? sql`(closes is null or closes + ${grace} >= day)` : sql`(closes is null or closes >= day)`;
  return {
    standing: sql`
      select logo, day, closes is null or closes >= day as in_force,
        case when closes < day then closes end as closed, sum(mrr) as mrr, bool_or(mrr is null) as unknown,
        bool_or(mrr < 0) as is_negative, count(*) as contracts
      from terms join boundaries on opens < day and ${stands}
      group by all`,
    states: sql`
      select logo, day, best.mrr as mrr, best.unknown as unknown, best.is_negative as is_negative,
        not best.in_force as in_grace
      from (
        select logo, day, max({'in_force': in_force, 'closed': closed, 'mrr': mrr, 'unknown': unknown, 'is_negative': is_negative}) as best
        from standing
        group by logo, day
      )`,
    firsts: sql`
      select logo, min(opens)::timestamp as first_opens
      from terms
      where mrr is null or mrr > 0
      group by logo`,
  };
}

/** The state at a boundary is that of the month before it. */
const sheetStates: Record<string, Sql> = {
  states: sql`
    select logo, month + interval 1 month as day, mrr, false as unknown, mrr < 0 as is_negative, false as in_grace
    from sheet, moments
    where month + interval 1 month in (select day from boundaries) and month + interval 1 month <= as_of`,
  firsts: sql`
    select logo, min(month) as first_opens
    from sheet
    where mrr > 0
    group by logo`,
};

function moves(isContracts: boolean): Sql {
  // Whoever pays nothing is no customer: spec C09, a contract in force and paid.
  const present = sql`
    select logo, day, case when unknown then null else mrr end as mrr, unknown, in_grace
    from states
    where unknown or mrr > 0`;
  return sql`
    select logo, sides.opens, sides.closes,
      bool_or(at_start) as was_there, bool_or(not at_start) as is_there,
      coalesce(max(mrr) filter (where at_start), 0) as before,
      coalesce(max(mrr) filter (where not at_start), 0) as after,
      bool_or(unknown) as unknown,
      ${isContracts ? sql`bool_or(in_grace and not at_start)` : sql`false`} as is_late,
      any_value(first_opens) as first_opens
    from (
      select logo, opens, closes, true as at_start, mrr, unknown, in_grace
      from (${present}) join periods on day = opens
      union all
      select logo, opens, closes, false, mrr, unknown, in_grace
      from (${present}) join periods on day = closes
    ) as sides join firsts using (logo)
    group by logo, sides.opens, sides.closes`;
}
