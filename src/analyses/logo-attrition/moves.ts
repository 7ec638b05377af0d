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
    present,
    moves,
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
      select logo, day, mrr, unknown, is_negative, false as in_grace
      from standing
      where in_force
      union all
      select logo, day, last.mrr, last.unknown, last.is_negative, true
      from (
        select logo, day, max({'closed': closed, 'mrr': mrr, 'unknown': unknown, 'is_negative': is_negative}) as last
        from standing anti join (select logo, day from standing where in_force) as held using (logo, day)
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

/** Whoever pays nothing is no customer: spec C09, a contract in force and paid. */
const present: Sql = sql`
  select logo, day, case when unknown then null else mrr end as mrr, unknown, in_grace
  from states
  where unknown or mrr > 0`;

/** A logo stands once at a boundary, so that a period's two sides need only be put beside each other. */
const moves: Sql = sql`
  select logo, sides.opens, closes, was_there, is_there, before, after, unknown, is_late, first_opens
  from (
    select logo, opens, one.mrr is not null or coalesce(one.unknown, false) as was_there,
      other.mrr is not null or coalesce(other.unknown, false) as is_there,
      coalesce(one.mrr, 0) as before, coalesce(other.mrr, 0) as after,
      coalesce(one.unknown, false) or coalesce(other.unknown, false) as unknown,
      coalesce(other.in_grace, false) as is_late
    from (select logo, opens, mrr, unknown from present join periods on day = opens) as one
      full join (select logo, opens, mrr, unknown, in_grace from present join periods on day = closes) as other
        using (logo, opens)
  ) as sides
    join periods on periods.opens = sides.opens
    join firsts using (logo)`;
