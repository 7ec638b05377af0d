import { normalQuantile } from "./normal-quantile";

export interface Kappa {
  /** 1: always agreed; 0: as often as chance would; below: less often. */
  readonly kappa: number;
  /** Share on which the two agreed. */
  readonly agreement: number;
  readonly standardError: number;
  /** Normal, cut to −1..1; null where the error is 0: nothing was ever disagreed on. */
  readonly interval: readonly [number, number] | null;
}

/**
 * Agreement of two coders beyond chance: a square table, rows the first's codes, columns the second's in the same order.
 * Null of nothing and where chance alone would always agree (both used one code).
 * Cohen (1960), Educ. Psychol. Meas. 20, 37–46; error: Fleiss, Cohen & Everitt (1969), Psychol. Bull. 72, 323–327.
 */
export function kappa(table: readonly (readonly number[])[], confidence = 0.95): Kappa | null {
  if (table.some((row) => row.length !== table.length)) throw new RangeError("table not square");
  for (const count of table.flat())
    if (!(count >= 0 && count < Infinity)) throw new RangeError(`no count: ${count}`);
  const n = sum(table.map(sum));
  if (n === 0) return null;
  const shares = table.map((row) => row.map((count) => count / n));
  const rows = shares.map(sum);
  const columns = rows.map((_, j) => sum(shares.map((row) => row[j]!)));
  const agreement = sum(rows.map((_, i) => shares[i]![i]!));
  const chance = sum(rows.map((share, i) => share * columns[i]!));
  if (chance > 1 - 1e-12) return null;
  const value = (agreement - chance) / (1 - chance);
  let spread = -((value - chance * (1 - value)) ** 2);
  shares.forEach((row, i) =>
    row.forEach((share, j) => {
      const together = (rows[j]! + columns[i]!) * (1 - value);
      spread += share * (i === j ? (1 - together) ** 2 : together ** 2);
    }),
  );
  // Where all is agreed the terms cancel, but for roundings.
  const standardError = spread > 1e-14 ? Math.sqrt(spread / n) / (1 - chance) : 0;
  const reach = normalQuantile((1 + confidence) / 2) * standardError;
  return {
    kappa: value,
    agreement,
    standardError,
    interval: standardError > 0 ? [Math.max(-1, value - reach), Math.min(1, value + reach)] : null,
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
