import { chiSquareUpper } from "./chi-square";
import { cholesky, solve } from "./cholesky";
import { riskTable, type RiskTable, type SurvivalRow } from "./risk-table";

export interface LogRank {
  /** Per group, in the given order; with rho = 1 events weighted by the pooled S just before them. */
  readonly groups: readonly { readonly observed: number; readonly expected: number }[];
  readonly chiSquare: number;
  readonly df: number;
  readonly p: number;
}

/**
 * Do k groups leave at the same pace? `rho` 0: log-rank; 1: Peto & Peto's test, which minds early departures more.
 * Groups in which no event is expected take no part (as in R's survdiff). Null where fewer than two are left, where nobody
 * leaves, or where the groups are never at risk together. Delayed entry goes in through the sets at risk.
 * Mantel (1966), Cancer Chemother. Rep. 50, 163–170; Harrington & Fleming (1982), Biometrika 69, 553–566.
 */
export function logRank(
  groups: readonly (readonly SurvivalRow[])[],
  { rho = 0 }: { rho?: 0 | 1 } = {},
): LogRank | null {
  return stratifiedLogRank([groups], { rho });
}

/**
 * The same within strata: each stratum has the same groups in the same order (an empty one where nobody is of it);
 * observed, expected and variance are summed over strata. Klein & Moeschberger (2003), 2nd ed., §7.5.
 */
export function stratifiedLogRank(
  strata: readonly (readonly (readonly SurvivalRow[])[])[],
  { rho = 0 }: { rho?: 0 | 1 } = {},
): LogRank | null {
  const size = strata[0]?.length ?? 0;
  if (strata.some((groups) => groups.length !== size)) throw new RangeError("strata of different groups");
  const sums: Sums = {
    observed: new Array<number>(size).fill(0),
    expected: new Array<number>(size).fill(0),
    variance: Array.from({ length: size }, () => new Array<number>(size).fill(0)),
  };
  for (const groups of strata) addStratum(sums, groups.map(riskTable), rho);
  return tested(sums);
}

interface Sums {
  readonly observed: number[];
  readonly expected: number[];
  readonly variance: number[][];
}

function addStratum({ observed, expected, variance }: Sums, tables: readonly RiskTable[], rho: 0 | 1) {
  let survival = 1;
  for (const { events, atRisk } of eventTimes(tables)) {
    const leaving = sum(events);
    const present = sum(atRisk);
    const weight = rho === 0 ? 1 : survival;
    // Sampling without replacement: of one customer at risk there is nothing to draw.
    const spread =
      present > 1
        ? (weight * weight * leaving * (present - leaving)) / (present * present * (present - 1))
        : 0;
    atRisk.forEach((n, i) => {
      observed[i]! += weight * events[i]!;
      expected[i]! += (weight * leaving * n) / present;
      atRisk.forEach((m, j) => (variance[i]![j]! += spread * (i === j ? n * (present - n) : -n * m)));
    });
    survival *= (present - leaving) / present;
  }
}

/** Events and numbers at risk of every group at each time somebody leaves. */
function* eventTimes(tables: readonly RiskTable[]) {
  const times = [...new Set(tables.flatMap(({ rows }) => rows.map(({ time }) => time)))].sort(
    (a, b) => a - b,
  );
  const readers = tables.map(reader);
  for (const time of times) {
    const here = readers.map((read) => read(time));
    const events = here.map((one) => one.events);
    if (sum(events) > 0) yield { events, atRisk: here.map((one) => one.atRisk) };
  }
}

/** Reads a table at ascending times, each also where this group has no exit. */
function reader({ rows, entries, first }: RiskTable) {
  let atRisk = first;
  let row = 0;
  let entry = 0;
  return (time: number) => {
    for (; entry < entries.length && entries[entry]!.time < time; entry++) atRisk += entries[entry]!.count;
    for (; row < rows.length && rows[row]!.time < time; row++) {
      atRisk -= rows[row]!.events + rows[row]!.censored;
    }
    return { atRisk, events: rows[row]?.time === time ? rows[row]!.events : 0 };
  };
}

function tested({ observed, expected, variance }: Sums): LogRank | null {
  const used = expected.flatMap((events, i) => (events > 0 ? [i] : []));
  // The differences sum to 0: any one of them says nothing new.
  const free = used.slice(1);
  const lower = free.length > 0 ? cholesky(free.map((i) => free.map((j) => variance[i]![j]!))) : null;
  if (!lower) return null;
  const difference = free.map((i) => observed[i]! - expected[i]!);
  const chiSquare = Math.max(
    0,
    solve(lower, difference).reduce((total, x, i) => total + x * difference[i]!, 0),
  );
  return {
    groups: observed.map((events, i) => ({ observed: events, expected: expected[i]! })),
    chiSquare,
    df: free.length,
    p: chiSquareUpper(chiSquare, free.length),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
