import type { Pattern } from "./logistic";
import { pack, type Packed } from "./logistic-packed";
import { independentColumns, type Aliased } from "./logistic-rank";

/** What a model with an intercept is fitted on: checked, counted, standardised. */
export interface LogisticModel {
  readonly ok: true;
  readonly patterns: readonly Pattern[];
  readonly customers: number;
  readonly events: number;
  /** Of columns as given, in their order; the first is 0, the intercept. */
  readonly kept: readonly number[];
  readonly aliased: readonly Aliased[];
  readonly data: Packed;
}

/**
 * `no-base`: nobody; `one-class`: all or none have the outcome; `no-intercept`: the first value is not 1 everywhere;
 * `bad-pattern`: a value is no finite number, values of different lengths, or x not in 0..n.
 */
export type NoModel = {
  readonly ok: false;
  readonly why: "no-base" | "one-class" | "no-intercept" | "bad-pattern";
};

export function modelOf(given: readonly Pattern[]): LogisticModel | NoModel {
  const width = given[0]?.values.length ?? 0;
  const isGood = ({ values, x, n }: Pattern) =>
    n >= 0 && n < Infinity && x >= 0 && x <= n && values.length === width && values.every(Number.isFinite);
  if (!given.every(isGood)) return { ok: false, why: "bad-pattern" };
  const patterns = given.filter(({ n }) => n > 0);
  const customers = patterns.reduce((sum, { n }) => sum + n, 0);
  const events = patterns.reduce((sum, { x }) => sum + x, 0);
  if (customers === 0) return { ok: false, why: "no-base" };
  if (!patterns.every(({ values }) => values[0] === 1)) return { ok: false, why: "no-intercept" };
  if (events === 0 || events === customers) return { ok: false, why: "one-class" };
  const { kept, aliased } = independentColumns(patterns);
  const data = pack(patterns, kept, { centred: true });
  return { ok: true, patterns, customers, events, kept, aliased, data };
}

/** A number for every column as given, null for those that were dropped. */
export function spread<T>(kept: readonly number[], width: number, values: readonly T[]): (T | null)[] {
  const all = new Array<T | null>(width).fill(null);
  kept.forEach((column, j) => (all[column] = values[j]!));
  return all;
}
