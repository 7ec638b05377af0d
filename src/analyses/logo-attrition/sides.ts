import { join, sql, type Sql } from "../../engine";
import { type Grain } from "../calendar";
import type { LogoRequest } from "./source";

/** The two boundaries of a period. */
const ends = ["before", "after"] as const;
type End = (typeof ends)[number];

/**
 * sides(logo, place, first_opens, first_place, is_due, mrr_before, unknown_before, negative_before, contracts_before, late_before, and the
 * same five _after): one row a logo and period, before at its opening and after at its closing. `unknown` is null where nothing
 * stands at that boundary. `is_due`: a contract of the logo ran out within the period; only then could the logo go.
 *
 * A logo is there on the day before a boundary if a contract of it is in force, or else one ended within the days of grace.
 * Overlapping contracts are added up; of those in grace only the last to end, so that a late renewal is not counted twice.
 *
 * Days are turned into numbers of periods first: a day is before an opening exactly if its period comes before that one, and
 * whole numbers are compared, unrolled and grouped several times faster than each contract is held against each period.
 */
export function contractSides({ params }: LogoRequest): Record<string, Sql> {
  const { grace, grain } = params;
  return {
    firsts: firsts(
      sql`select logo, min(case when mrr is null or mrr > 0 then opens end)::timestamp as first_opens from terms group by logo`,
      grain,
    ),
    placed: sql`
      select logo, mrr, closes, ${placeOf(sql`opens`, grain)} as begins, ${placeOf(sql`closes`, grain)} as over,
        ${placeOf(sql`closes + ${grace}`, grain)} as gone, places
      from terms, axis`,
    held: sql`
      select logo, place, mrr, begins < place and (over is null or over >= place) as in_force_before,
        over is null or over > place as in_force_after, begins < place and gone is not distinct from place as is_due
      from (
        select logo, mrr, begins, over, gone,
          unnest(generate_series(greatest(1, begins), least(places, coalesce(gone, places)))) as place
        from placed
      )`,
    ...(grace > 0 ? { graces } : {}),
    sides: sql`
      select contracted.logo, contracted.place, first_opens, first_place, is_due,
        ${join(
          ends.map((end) => columnsAt(end, grace > 0)),
          ",\n",
        )}
      from (
        select logo, place, bool_or(is_due) as is_due,
          ${join(ends.map(heldAt), ",\n")}
        from held
        group by logo, place
      ) as contracted
        join firsts on firsts.logo = contracted.logo
        ${grace > 0 ? join(ends.map(graceAt), "\n") : sql``}`,
  };
}

/** axis(first, places): the opening of the first period of the series, and how many there are. */
export const axis: Sql = sql`select min(opens) as first, count(*) as places from periods`;

/** firsts(logo, first_opens, first_place): since when a logo is known, and in which period that is. */
function firsts(found: Sql, grain: Grain): Sql {
  return sql`select *, ${placeOf(sql`first_opens`, grain)} as first_place from (${found}), axis`;
}

/** The number of the period of a day, from 1; those before the first have 0 and below. */
function placeOf(day: Sql, grain: Grain): Sql {
  return grain === "week"
    ? sql`1 + floor(date_diff('day', first, ${day}) / 7)::bigint`
    : sql`1 + date_diff(${grain}, first, ${day})`;
}

/** graces(logo, place, mrr, unknown, negative): contracts that ended within the days of grace before the opening of a period. */
const graces: Sql = sql`
  select logo, place, last.*
  from (
    select logo, place, max({'closes': closes, 'mrr': mrr, 'unknown': unknown, 'negative': negative}) as last
    from (
      select logo, closes, any_value(over) as over, any_value(gone) as gone, any_value(places) as places, sum(mrr) as mrr,
        bool_or(mrr is null) as unknown, bool_or(mrr < 0) as negative
      from placed
      where closes is not null
      group by logo, closes
    ), unnest(generate_series(greatest(1, over + 1), least(gone, places + 1))) as unrolled(place)
    group by logo, place
  )`;

// A filter on each of many sums takes three times as long as a case in it.
function heldAt(end: End): Sql {
  const held = column("in_force", end);
  const columns = [
    sql`sum(case when ${held} then mrr end) as ${column("mrr", end)}`,
    sql`bool_or(case when ${held} then mrr is null end) as ${column("unknown", end)}`,
    sql`bool_or(case when ${held} then mrr < 0 end) as ${column("negative", end)}`,
    sql`count(case when ${held} then 1 end) as ${column("contracts", end)}`,
  ];
  return join(columns, ", ");
}

/** Beside `unknown`, which only a contract in force tells, what stands in grace is only looked at where none is. */
function columnsAt(end: End, hasGrace: boolean): Sql {
  const isHeld = sql`contracted.${column("unknown", end)} is not null`;
  const columns = ["mrr", "unknown", "negative"].map((one) =>
    hasGrace
      ? sql`case when ${isHeld} then contracted.${column(one, end)} else ${{ text: `grace_${end}.${one}` }} end as ${column(one, end)}`
      : column(one, end),
  );
  return join([...columns, column("contracts", end), sql`not (${isHeld}) as ${column("late", end)}`], ", ");
}

function graceAt(end: End): Sql {
  const alias: Sql = { text: `grace_${end}` };
  return sql`
    left join graces as ${alias} on ${alias}.logo = contracted.logo
      and ${alias}.place = contracted.place${end === "after" ? sql` + 1` : sql``}`;
}

/** The state of a sheet at a boundary is that of the month before it. */
export function sheetSides({ params }: LogoRequest, withFirsts: boolean): Record<string, Sql> {
  return {
    known: sql`
      select logo, month + interval 1 month as day, mrr from sheet, moments where month + interval 1 month <= as_of`,
    ...(withFirsts
      ? {
          firsts: firsts(
            sql`select logo, min(month) as first_opens from sheet where mrr > 0 group by logo`,
            params.grain,
          ),
        }
      : {}),
    sides: sql`
      select logo, place, ${withFirsts ? sql`first_opens, first_place` : sql`null as first_opens, null as first_place`}, false as is_due,
        ${join(ends.map(sheetColumnsAt), ",\n")}
      from (select logo, place, mrr, 1 as contracts from known join periods on day = opens) as sheet_before
        full join (select logo, place, mrr, 1 as contracts from known join periods on day = closes) as sheet_after
          using (logo, place)${withFirsts ? sql` join firsts using (logo)` : sql``}`,
  };
}

function sheetColumnsAt(end: End): Sql {
  const of = (one: string): Sql => ({ text: `sheet_${end}.${one}` });
  const columns = [
    sql`${of("mrr")} as ${column("mrr", end)}`,
    sql`case when ${of("contracts")} = 1 then false end as ${column("unknown", end)}`,
    sql`${of("mrr")} < 0 as ${column("negative", end)}`,
    sql`coalesce(${of("contracts")}, 0) as ${column("contracts", end)}`,
    sql`false as ${column("late", end)}`,
  ];
  return join(columns, ", ");
}

function column(name: string, end: End): Sql {
  return { text: `${name}_${end}` };
}
