import { type Sql, sql } from "../../data/sql";
import { isoFormat } from "../moment-formats";
import { codePattern } from "../number-pattern";
import type { ColumnPlan } from "../plan";
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
export function widened({ widenedFrom: _, ...column }: ColumnPlan, cell: string): ColumnPlan {
  const reading = wider(column.reading, cell);
  if (reading.form !== "text" || ("marks" in column.reading && isCode.test(cell)))
    return { ...column, reading };
  return { ...column, reading, widenedFrom: column.reading };
}

/** Where one is a code, all are: `1002` after `A1001` is no number in the next file either. */
const isCode = new RegExp(String.raw`${codePattern}|\p{L}\d|\d[\p{L}_/#-]|^\d{16,}$`, "u");

function wider(reading: Reading, cell: string): Reading {
  if (reading.form === "whole" && /^[+-]?(\d{1,15}[.,]\d*|[.,]\d+)$/.test(cell)) {
    return { ...reading, form: "number" };
  }
  const isTimeOfDay = /^\d{4}-\d\d-\d\d[ T]\d/.test(cell);
  const isIso = reading.form === "date" && (!reading.formats || reading.formats.includes(isoFormat));
  if (reading.form === "date" && isIso && isTimeOfDay) return { ...reading, form: "timestamp" };
  return text;
}
