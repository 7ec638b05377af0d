import type { Told } from "./logistic-calibration";

export interface Brier {
  /** Mean squared distance of probability and outcome (0 or 1): 0 best. */
  readonly brier: number;
  /** Of telling everybody the share that was observed. */
  readonly ofShare: number;
  /** 1 − brier/ofShare: 0 no better than the share, below 0 worse; null where all have the same outcome. */
  readonly skill: number | null;
}

/** Null without customers. Brier (1950), Monthly Weather Rev. 78, 1–3. */
export function brierScore(rows: readonly Told[]): Brier | null {
  for (const { p, x, n } of rows) {
    if (!(p >= 0 && p <= 1)) throw new RangeError(`no probability: ${p}`);
    if (!(x >= 0 && x <= n && n < Infinity)) throw new RangeError(`count outside 0..${n}: ${x}`);
  }
  const customers = rows.reduce((sum, { n }) => sum + n, 0);
  if (customers === 0) return null;
  const share = rows.reduce((sum, { x }) => sum + x, 0) / customers;
  const sum = rows.reduce((total, { p, x, n }) => total + x * (1 - p) ** 2 + (n - x) * p * p, 0);
  const ofShare = share * (1 - share);
  return { brier: sum / customers, ofShare, skill: ofShare > 0 ? 1 - sum / customers / ofShare : null };
}
