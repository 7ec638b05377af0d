import { type Sql, sql } from "../../data/sql";
import { isoFormat } from "../moment-formats";
import { type Reading, text } from "../reading";

export interface Misfit {
  readonly column: number;
  readonly cell: string;
}

/** Stops the load with a message that says which cell of which column does not fit. */
export function misfitError(cell: Sql, column: Sql): Sql {
  return sql`error(${misfitMark} || ${column} || ': ' || ${cell})`;
}

export function misfitIn(message: string): Misfit | undefined {
  const [, column, cell] = new RegExp(`${misfitMark}(\\d+): ([\\s\\S]*)`, "i").exec(message) ?? [];
  return column === undefined ? undefined : { column: Number(column), cell: cell!.trim() };
}

const misfitMark = "does not fit column ";

/** What a guessed column becomes after a cell did not fit: the next wider reading, text in the end. */
export function widened(reading: Reading, cell: string): Reading {
  if (reading.form === "whole" && /^[+-]?(\d{1,15}[.,]\d*|[.,]\d+)$/.test(cell)) {
    return { ...reading, form: "number" };
  }
  const isTimeOfDay = /^\d{4}-\d\d-\d\d[ T]\d/.test(cell);
  const isIso = reading.form === "date" && (!reading.formats || reading.formats.includes(isoFormat));
  if (reading.form === "date" && isIso && isTimeOfDay) return { ...reading, form: "timestamp" };
  return text;
}
