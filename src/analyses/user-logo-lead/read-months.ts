import type { Table } from "../../engine";
import { countAt, numberAt } from "../answer";

/** Account-months as columns of equal length; NaN stands for what is not there. */
export interface AccountMonths {
  readonly size: number;
  readonly account: Int32Array;
  readonly fold: Uint8Array;
  readonly seats: Float64Array;
  readonly attrition: Float64Array;
  readonly monthsToRenewal: Float64Array;
  readonly dueLag: Float64Array;
  readonly lossLag: Float64Array;
  readonly followLags: Int32Array;
  readonly isAfterNotice: Uint8Array;
}

export function readAccountMonths(table: Table): AccountMonths {
  const size = table.rowCount;
  const filled = <A extends Float64Array | Int32Array | Uint8Array>(
    array: A,
    value: (row: number) => number,
  ): A => {
    for (let row = 0; row < size; row++) array[row] = value(row);
    return array;
  };
  const count = (column: string) => (row: number) => countAt(table, row, column);
  const number = (column: string) => (row: number) => numberAt(table, row, column) ?? NaN;
  return {
    size,
    account: filled(new Int32Array(size), count("account")),
    fold: filled(new Uint8Array(size), count("fold")),
    seats: filled(new Float64Array(size), count("seats")),
    attrition: filled(new Float64Array(size), number("attrition")),
    monthsToRenewal: filled(new Float64Array(size), number("months_to_renewal")),
    dueLag: filled(new Float64Array(size), number("due_lag")),
    lossLag: filled(new Float64Array(size), number("loss_lag")),
    followLags: filled(new Int32Array(size), count("follow_lags")),
    isAfterNotice: filled(new Uint8Array(size), (row) =>
      Number(table.value(row, "is_after_notice") === true),
    ),
  };
}

/**
 * The account-months in which the question can be asked: the next `lag` months are known, no notice was given, and where
 * all contracts have an end, one is due: before its end an account can hardly leave, and would only dilute the share.
 */
export function askedOf(months: AccountMonths, lag: number): number[] {
  const asked: number[] = [];
  for (let i = 0; i < months.size; i++)
    if (months.followLags[i]! >= lag && !months.isAfterNotice[i] && !(months.dueLag[i]! > lag)) asked.push(i);
  return asked;
}
