import { join, type Sql, sql } from "../../data/sql";
import { isoFormat, russianMonths } from "../moment-formats";
import { blanks, patternOf } from "../number-pattern";
import { isPlain, type Moment, type NumberMarks, type Reading } from "../reading";
import { monthsInRussian, yearInRussian } from "../russian-months-ru";

/**
 * The first step from a cell's text to its value: NULL where it does not fit. DuckDB's own conversion in `read_csv` is not
 * used: it rounds `1.5` in a column of integers, cuts the time from a date and forgets the offset of a timestamp, all
 * without a word. `fitting` is the second step; they are columns apart, because DuckDB takes long to see what thousands of
 * columns have in common when each expression is written three times.
 */
export function attempt(cell: Sql, reading: Reading): Sql {
  switch (reading.form) {
    case "text":
    case "stored":
      return cell;
    case "boolean":
      return sql`case when lower(trim(${cell})) in (${reading.yes}) then true
        when lower(trim(${cell})) in (${reading.no}) then false end`;
    case "whole":
    case "number":
      return sql`try_cast(${numberText(cell, reading.marks)} as double)`;
    case "decimal":
      // A cast rounds what has more digits than the column.
      return sql`case when not regexp_matches(${cell}, ${`\\${reading.marks.decimal}\\d{${reading.scale + 1}}`})
        then try_cast(${numberText(cell, reading.marks)} as decimal(38, ${reading.scale})) end`;
    case "date":
    case "timestamp":
      return moment(cell, reading);
  }
}

/** The second step: what the first one gave only nearly, or by a rule of DuckDB that no file means, does not fit either. */
export function fitting(cell: Sql, attempted: Sql, reading: Reading): Sql {
  switch (reading.form) {
    case "whole": {
      // Beyond 2^53 a double is no longer exact, and the text itself is read.
      const exact = sql`try_cast(${numberText(cell, reading.marks)} as bigint)`;
      const fits = sql`case when abs(${attempted}) <= ${Number.MAX_SAFE_INTEGER} then ${attempted}::bigint
        when regexp_full_match(trim(${cell}), '[-\u2212]?[^.,eE]+') then ${exact} end`;
      // Two cases and not an AND: DuckDB takes seconds to plan two thousand columns with one each.
      return sql`case when ${attempted} % 1 = 0 then ${fits} end`;
    }
    case "number":
      return sql`case when isfinite(${attempted}) then ${attempted} end`;
    case "date":
      return sql`case when ${inCalendar(attempted)} and ${attempted}::date = ${attempted} then ${attempted}::date end`;
    case "timestamp":
      return sql`case when ${inCalendar(attempted)} then ${attempted} end`;
    case "text":
    case "stored":
    case "boolean":
    case "decimal":
      return attempted;
  }
}

/** A year of two digits is no year of four: `%Y` would take `1.1.24` for the time of the Caesars. And no date is infinite. */
export function inCalendar(time: Sql): Sql {
  return sql`${time} between '1000-01-01'::timestamp and '9999-12-31 23:59:59.999999'::timestamp`;
}

/** Digits as SQL writes them; NULL for another style, which would give a wrong number. */
function numberText(cell: Sql, marks: NumberMarks): Sql {
  // `1_000` is a number for DuckDB, and a code for everybody else.
  if (isPlain(marks)) return sql`case when not contains(${cell}, '_') then ${cell} end`;
  const between = marks.thousands === " " ? "" : marks.thousands;
  const removed = `${blanks}${between}%()`;
  const amount = marks.currency ? sql`replace(${cell}, ${marks.currency}, '')` : cell;
  const bare = sql`replace(translate(trim(${amount}), ${`\u2212${removed}`}, '-'), ${marks.decimal}, '.')`;
  const signed =
    marks.isAccounting || marks.currency ? sql`if(${cell} like '%(%', '-', '') || ${bare}` : bare;
  const text = marks.isPercent ? sql`(${signed} || 'e-2')` : signed;
  return sql`case when regexp_full_match(trim(${cell}), ${patternOf(marks).source}) then ${text} end`;
}

/** A TIMESTAMP, in UTC where the cell says an offset. */
function moment(cell: Sql, { formats, epoch }: Moment): Sql {
  if (epoch) return counted(cell, epoch);
  if (!formats?.length) return iso(cell);
  const plain = formats.filter((format) => format !== isoFormat && !format.startsWith(russianMonths));
  const ways = [
    ...(formats.includes(isoFormat) ? [iso(cell)] : []),
    ...(plain.length ? [written(sql`trim(${cell})`, plain)] : []),
    ...formats
      .filter((format) => format.startsWith(russianMonths))
      .map((format) => written(inNumbers(cell), [format.slice(russianMonths.length).replace("%b", "%m")])),
  ];
  return ways.length === 1 ? ways[0]! : sql`coalesce(${join(ways, ", ")})`;
}

function iso(cell: Sql): Sql {
  // Through TIMESTAMPTZ, because a cast to TIMESTAMP drops the offset; the second cast gives UTC.
  return sql`try_cast(${cell} as timestamptz)::timestamp`;
}

function written(text: Sql, formats: readonly string[]): Sql {
  return sql`try_strptime(${text}, [${formats}])::timestamp`;
}

function counted(cell: Sql, epoch: NonNullable<Moment["epoch"]>): Sql {
  const count = sql`try_cast(${cell} as double)`;
  switch (epoch) {
    case "seconds":
      return sql`make_timestamp(round(${count} * 1000000)::bigint)`;
    case "milliseconds":
      return sql`make_timestamp(round(${count} * 1000)::bigint)`;
    case "days-1900":
      // Day 1 is the first of 1900, and there is a 29 February of that year which never was. To the millisecond, as
      // spreadsheets count.
      return sql`make_timestamp((round((${count} - 25569) * 86400000) * 1000)::bigint)`;
  }
}

/** `15 марта 2024 г.` as `15.3.2024`. */
function inNumbers(cell: Sql): Sql {
  const bare = sql`regexp_replace(lower(trim(${cell})), ${`\\s*${yearInRussian}\\.?$`}, '')`;
  const named = monthsInRussian.reduce(
    (text, [name, short], i) =>
      sql`regexp_replace(${text}, ${`\\s+(${name}|${short}\\.?)\\s+`}, ${`.${i + 1}.`})`,
    bare,
  );
  return named;
}
