import type { Table, Value } from "../engine";
import { AnalysisError } from "./analysis-error";

/** Reads an answer's cells as what they must be; anything else is our own fault and named. */
export function countAt(table: Table, row: number, column: string): number {
  const value = numberAt(table, row, column);
  if (value === null || !Number.isSafeInteger(value)) throw wrong("count", column, value);
  return value;
}

export function numberAt(table: Table, row: number, column: string): number | null {
  const value = table.value(row, column);
  if (value === null || typeof value === "number") return value;
  if (typeof value === "bigint" && value <= Number.MAX_SAFE_INTEGER) return Number(value);
  throw wrong("number", column, value);
}

/** A date as ISO day. */
export function dayAt(table: Table, row: number, column: string): string | null {
  const value = table.value(row, column);
  if (value === null) return null;
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  throw wrong("day", column, value);
}

export function textAt(table: Table, row: number, column: string): string {
  return table.text(row, column) ?? "";
}

function wrong(thing: string, column: string, value: Value): AnalysisError {
  return new AnalysisError("answer", `not a ${thing}: ${column} = ${String(value)}`);
}
