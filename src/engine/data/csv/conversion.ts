import { type Sql, sql, written } from "../sql";
import { blanks, patternOf } from "./guess-number";
import { type NumberMarks, plainMarks, type Reading, typeOf } from "./reading";

/**
 * A cell's text as a value, in two steps. DuckDB's own conversion in `read_csv` is not used: it rounds `1.5` in a column
 * of integers, cuts the time from a date and forgets the offset of a timestamp, all without a word.
 *
 * The first step gives NULL where a cell does not fit. It is a column of its own, because DuckDB takes long to see what
 * thousands of columns have in common when each expression is written three times.
 */
export function attempt(cell: Sql, reading: Reading): Sql {
  switch (reading.form) {
    case "text":
      return cell;
    case "boolean":
      return sql`try_cast(${cell} as boolean)`;
    case "whole":
    case "number":
      return number(cell, reading.marks);
    case "date":
    case "timestamp":
      // Through TIMESTAMPTZ, because a cast to TIMESTAMP drops the offset; the second cast gives UTC.
      return reading.format
        ? sql`try_strptime(trim(${cell}), ${reading.format})`
        : sql`try_cast(${cell} as timestamptz)::timestamp`;
  }
}

/** The second step: a cell that is not blank and does not fit stops the load, and the message says which and where. */
export function conversion(cell: Sql, attempted: Sql, reading: Reading, column: number): Sql {
  if (reading.form === "text") return attempted;
  // `error` gives no type of its own.
  const failure = sql`error(${misfitMark} || ${column} || ': ' || ${cell})::${written(typeOf(reading))}`;
  return sql`coalesce(${exactly(attempted, reading)}, case when trim(${cell}) <> '' then ${failure} end)`;
}

function exactly(attempted: Sql, reading: Reading): Sql {
  const limit = Number.MAX_SAFE_INTEGER;
  if (reading.form === "whole") {
    const fits = sql`case when abs(${attempted}) <= ${limit} then ${attempted}::bigint end`;
    // Two cases and not an AND: DuckDB takes seconds to plan two thousand columns with one each.
    return sql`case when ${attempted} % 1 = 0 then ${fits} end`;
  }
  if (reading.form === "date") {
    return sql`case when ${attempted}::date = ${attempted} then ${attempted}::date end`;
  }
  return attempted;
}

export interface Misfit {
  readonly column: number;
  readonly cell: string;
}

export function misfitIn(message: string): Misfit | undefined {
  const [, column, cell] = new RegExp(`${misfitMark}(\\d+): ([\\s\\S]*)`, "i").exec(message) ?? [];
  return column === undefined ? undefined : { column: Number(column), cell: cell!.trim() };
}

/** What a column becomes after a cell did not fit: the next wider reading, text in the end. */
export function widened(reading: Reading, cell: string): Reading {
  if (reading.form === "whole" && /^[+-]?(\d{1,15}[.,]\d*|[.,]\d+)$/.test(cell)) {
    return { ...reading, form: "number" };
  }
  const isTimeOfDay = /^\d{4}-\d\d-\d\d[ T]\d/.test(cell);
  if (reading.form === "date" && !reading.format && isTimeOfDay) return { form: "timestamp" };
  return { form: "text" };
}

const misfitMark = "does not fit column ";

function number(cell: Sql, marks: NumberMarks): Sql {
  if (marks.decimal === plainMarks.decimal && marks.thousands === plainMarks.thousands) {
    return sql`try_cast(${cell} as double)`;
  }
  const between = marks.thousands === " " ? blanks : marks.thousands;
  const digits = sql`replace(translate(trim(${cell}), ${between}, ''), ${marks.decimal}, '.')`;
  return sql`case when regexp_full_match(trim(${cell}), ${patternOf(marks).source}) then ${digits}::double end`;
}
