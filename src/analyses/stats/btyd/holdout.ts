import type { Purchases } from "./purchases";

/** A history up to the calibration end, and what its customers bought afterwards, all `n` together. */
export interface Held extends Purchases {
  readonly later: number;
}

export interface HoldoutRow {
  /** Repeat purchases in the calibration time; of the last row: that many or more. */
  readonly x: number;
  readonly customers: number;
  /** Purchases per customer in the holdout. */
  readonly actual: number;
  readonly expected: number;
}

/**
 * Was the forecast right? Purchases in the holdout by how often customers had bought before, as they were and as a model
 * expected them (`conditional`: of one customer, over the length of the holdout). Rows from x = 0, none left out but those
 * without customers. Fader, Hardie & Lee (2005), Marketing Science 24, 275–284, figure 4.
 */
export function holdoutByFrequency(
  rows: readonly Held[],
  conditional: (history: Purchases) => number,
  last = 7,
): { readonly rows: readonly HoldoutRow[]; readonly actual: number; readonly expected: number } {
  const classes = Array.from({ length: last + 1 }, () => ({ customers: 0, actual: 0, expected: 0 }));
  for (const row of rows) {
    const one = classes[Math.min(row.x, last)]!;
    one.customers += row.n;
    one.actual += row.later;
    one.expected += row.n * conditional(row);
  }
  return {
    rows: classes.flatMap(({ customers, actual, expected }, x) =>
      customers > 0 ? [{ x, customers, actual: actual / customers, expected: expected / customers }] : [],
    ),
    actual: classes.reduce((sum, one) => sum + one.actual, 0),
    expected: classes.reduce((sum, one) => sum + one.expected, 0),
  };
}

export interface TrackingPoint {
  /** End of the period, from the first customer's calendar. */
  readonly t: number;
  /** Repeat purchases up to t, of all customers. */
  readonly actual: number;
  readonly expected: number;
  /** The same within the period. */
  readonly actualHere: number;
  readonly expectedHere: number;
}

/**
 * Repeat purchases of all customers period by period, as they were and as a model expects them of customers of whom only the
 * day of the first purchase is known. `starts`: when customers first bought, counted; `bought`: repeat purchases in each
 * period, the first period ends at `length`. `expected(t)`: of one customer in t since the first purchase.
 */
export function tracking(
  starts: readonly { readonly at: number; readonly n: number }[],
  bought: readonly number[],
  length: number,
  expected: (t: number) => number,
): TrackingPoint[] {
  let [actualBefore, expectedBefore] = [0, 0];
  return bought.map((here, period) => {
    const t = (period + 1) * length;
    const actual = actualBefore + here;
    const total = starts.reduce((sum, { at, n }) => sum + (t > at ? n * expected(t - at) : 0), 0);
    const point = { t, actual, expected: total, actualHere: here, expectedHere: total - expectedBefore };
    [actualBefore, expectedBefore] = [actual, total];
    return point;
  });
}
