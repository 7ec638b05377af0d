import type { Table } from "../../engine";
import { countAt, numberAt, textAt } from "../answer";
import type { Account } from "../stats/cluster-difference";
import type { Moments } from "../stats/cuped";
import type { State } from "./units";

/** What is known of one outcome in one arm. */
export interface Known {
  readonly n: number;
  readonly ones: number;
  readonly isFlag: boolean;
  readonly mean: number | null;
  readonly variance: number | null;
  /** With the number from before, of those who have both. */
  readonly both: Moments | null;
}

export interface ArmRow {
  readonly state: State;
  /** Null of those who are in no arm or in several. */
  readonly arm: string | null;
  readonly customers: number;
  readonly known: readonly Known[];
}

export function readArms(table: Table, metrics: number): readonly ArmRow[] {
  return table.rows().map((_, row) => ({
    state: textAt(table, row, "state") as State,
    arm: table.text(row, "arm"),
    customers: countAt(table, row, "customers"),
    known: Array.from({ length: metrics }, (_, i) => knownAt(table, row, i)),
  }));
}

function knownAt(table: Table, row: number, i: number): Known {
  const number = (what: string) => numberAt(table, row, `${what}_${i}`);
  const pairs = countAt(table, row, `pn_${i}`);
  const moments = ["py", "px", "pvy", "pvx", "pc"].map(number);
  const [meanY, meanX, varianceY, varianceX, covariance] = moments as number[];
  return {
    n: countAt(table, row, `known_${i}`),
    ones: countAt(table, row, `ones_${i}`),
    isFlag: table.value(row, `flag_${i}`) !== false,
    mean: number("mean"),
    variance: number("variance"),
    both:
      pairs >= 2 && moments.every((one) => one !== null)
        ? {
            n: pairs,
            meanY: meanY!,
            meanX: meanX!,
            varianceY: varianceY!,
            varianceX: varianceX!,
            covariance: covariance!,
          }
        : null,
  };
}

export interface AccountRow {
  /** Null: accounts with customers in several arms. */
  readonly arm: string | null;
  readonly accounts: number;
  readonly several: number;
}

export function readAccounts(table: Table): readonly AccountRow[] {
  return table.rows().map((_, row) => ({
    arm: table.text(row, "arm"),
    accounts: countAt(table, row, "accounts"),
    several: countAt(table, row, "several"),
  }));
}

/** The accounts of two arms, for one outcome: of an account elsewhere both are empty. Places count from 0. */
export function accountsOf(table: Table, metric: number, first: number, second: number): Account[] {
  const none = { x: 0, n: 0 };
  return table.rows().flatMap((_, row): Account[] => {
    if (countAt(table, row, "metric") !== metric) return [];
    const found = new Map(
      textAt(table, row, "pattern")
        .split(" ")
        .map((part) => part.split(":").map(Number))
        .map(([place, n, x]) => [place! - 1, { x: x!, n: n! }] as const),
    );
    const [a, b] = [found.get(first) ?? none, found.get(second) ?? none];
    if (a.n + b.n === 0) return [];
    return new Array<Account>(countAt(table, row, "accounts")).fill({ a, b });
  });
}
