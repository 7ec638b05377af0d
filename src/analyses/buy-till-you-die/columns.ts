import type { Table } from "../../engine";
import { numberAt } from "../answer";
import type { Purchases } from "../stats/btyd/purchases";

/** Histories as columns, times in days: what travels to a worker. */
export interface HistoryColumns {
  readonly x: Float64Array;
  readonly tx: Float64Array;
  readonly followed: Float64Array;
  readonly customers: Float64Array;
}

const daysAWeek = 7;

export function historyColumns(table: Table): HistoryColumns {
  return {
    x: columnOf(table, "x"),
    tx: columnOf(table, "tx"),
    followed: columnOf(table, "followed"),
    customers: columnOf(table, "customers"),
  };
}

/** A column of an answer; null is 0. */
export function columnOf(table: Table | undefined, column: string): Float64Array {
  return Float64Array.from({ length: table?.rowCount ?? 0 }, (_, row) => numberAt(table!, row, column) ?? 0);
}

/** Histories with times in weeks, the unit of all parameters. */
export function tableOf({ x, tx, followed, customers }: HistoryColumns): Purchases[] {
  return Array.from(x, (times, i) => ({
    x: times,
    tx: tx[i]! / daysAWeek,
    T: followed[i]! / daysAWeek,
    n: customers[i]!,
  }));
}
