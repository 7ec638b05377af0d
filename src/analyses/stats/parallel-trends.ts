import type { Counted } from "./newcombe";
import { normalCdf } from "./normal-cdf";
import { normalQuantile } from "./normal-quantile";

export interface PairedPeriod {
  readonly t: number;
  readonly treated: Counted;
  readonly control: Counted;
}

export type ParallelTrends =
  | {
      readonly ok: true;
      /** Treated less control in each period, in the order of t. */
      readonly differences: readonly { readonly t: number; readonly difference: number }[];
      /** By how much the difference moved per unit of t before the action; a difference in differences is off by about this. */
      readonly slope: number;
      readonly standardError: number;
      readonly interval: readonly [number, number];
      readonly p: number;
      /** The line goes through `level` at `middle`: the weighted means of the differences and of t. */
      readonly level: number;
      readonly middle: number;
    }
  | { readonly ok: false; readonly why: "too-few-periods" | "bad-count" | "same-time" };

/**
 * Did treated and untouched move alike before the action? Weighted line through the differences of their shares, at least
 * three periods with customers on both sides. A large p shows no likeness: look at the interval.
 * Roth (2022), AER: Insights 4, 305–322. Variances of the shares as (x + 1)/(n + 2), so that 0 and all are no certainty:
 * Agresti & Caffo (2000), Amer. Statist. 54, 280–288.
 */
export function parallelTrends(periods: readonly PairedPeriod[], confidence = 0.95): ParallelTrends {
  for (const { x, n } of periods.flatMap(({ treated, control }) => [treated, control]))
    if (!(Number.isInteger(x) && Number.isInteger(n) && x >= 0 && x <= n))
      return { ok: false, why: "bad-count" };
  const used = periods
    .filter(({ treated, control }) => treated.n > 0 && control.n > 0)
    .sort((a, b) => a.t - b.t);
  if (used.length < 3) return { ok: false, why: "too-few-periods" };
  if (used.some(({ t }, i) => i > 0 && t === used[i - 1]!.t)) return { ok: false, why: "same-time" };
  const rows = used.map(({ t, treated, control }) => ({
    t,
    difference: treated.x / treated.n - control.x / control.n,
    weight: 1 / (varianceOf(treated) + varianceOf(control)),
  }));
  const weight = rows.reduce((sum, row) => sum + row.weight, 0);
  const middle = rows.reduce((sum, row) => sum + row.weight * row.t, 0) / weight;
  const spread = rows.reduce((sum, row) => sum + row.weight * (row.t - middle) ** 2, 0);
  const slope = rows.reduce((sum, row) => sum + row.weight * (row.t - middle) * row.difference, 0) / spread;
  const standardError = 1 / Math.sqrt(spread);
  const reach = normalQuantile((1 + confidence) / 2) * standardError;
  return {
    ok: true,
    differences: rows.map(({ t, difference }) => ({ t, difference })),
    slope,
    standardError,
    interval: [slope - reach, slope + reach],
    p: 2 * normalCdf(-Math.abs(slope) / standardError),
    level: rows.reduce((sum, row) => sum + row.weight * row.difference, 0) / weight,
    middle,
  };
}

function varianceOf({ x, n }: Counted): number {
  const share = (x + 1) / (n + 2);
  return (share * (1 - share)) / (n + 2);
}
