/**
 * Customers with the same history, counted: `x` repeat purchases (days or periods with a purchase after the first), the last
 * of them `tx` after the first purchase, seen for `T` since the first purchase; `n` such customers. Times in one unit.
 */
export interface Purchases {
  readonly x: number;
  readonly tx: number;
  readonly T: number;
  readonly n: number;
}

/** `bad-row`: x or n no whole number, or not 0 ≤ tx ≤ T, or tx = 0 where x > 0, or the other way round. */
export type NoPurchases = "no-base" | "bad-row" | "nobody-repeats";

/** Equal rows as one, ordered by (x, tx, T), so that no sum hangs on the order they came in. Rows of no customers are dropped. */
export function grouped(
  rows: readonly Purchases[],
):
  | { readonly ok: true; readonly groups: readonly Purchases[] }
  | { readonly ok: false; readonly why: NoPurchases } {
  for (const { x, tx, T, n } of rows) {
    const isCounted = Number.isInteger(x) && x >= 0 && Number.isInteger(n) && n >= 0;
    // Once x is known to be 0 or more, the last repeat purchase is at 0 exactly where there is none.
    if (!(isCounted && tx >= 0 && tx <= T && T < Infinity && x > 0 === tx > 0))
      return { ok: false, why: "bad-row" };
  }
  const sorted = rows.filter(({ n }) => n > 0).sort((a, b) => a.x - b.x || a.tx - b.tx || a.T - b.T);
  if (sorted.length === 0) return { ok: false, why: "no-base" };
  if (sorted[sorted.length - 1]!.x === 0) return { ok: false, why: "nobody-repeats" };
  const groups: Purchases[] = [];
  for (const row of sorted) {
    const last = groups[groups.length - 1];
    if (last && last.x === row.x && last.tx === row.tx && last.T === row.T)
      groups[groups.length - 1] = { ...last, n: last.n + row.n };
    else groups.push(row);
  }
  return { ok: true, groups };
}

/** The same with times in units of the mean time seen, and that unit. */
export function inMeanTime(groups: readonly Purchases[]): { groups: readonly Purchases[]; unit: number } {
  const customers = groups.reduce((sum, { n }) => sum + n, 0);
  const unit = groups.reduce((sum, { T, n }) => sum + n * T, 0) / customers;
  return { groups: groups.map((row) => ({ ...row, tx: row.tx / unit, T: row.T / unit })), unit };
}

/** What ln L changes by when times are told in a unit that is so much smaller: each purchase has a density in time. */
export function densityOf(groups: readonly Purchases[], unit: number): number {
  return -Math.log(unit) * groups.reduce((sum, { x, n }) => sum + x * n, 0);
}
