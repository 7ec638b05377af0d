import { type Sql, sql } from "../data/sql";
import type { Position, Scale } from "./scale";

/** Bins side by side, the first at the smallest value or below. */
export interface BinPlan {
  readonly count: number;
  /** Where bin `k` begins, as it is said to people; `edge(count)` is the end of the last. */
  readonly edge: (k: number) => Position;
  /** The bin of a value with a place on the line, 0 to count - 1. Never decreases as the value grows. */
  readonly index: Sql;
  /** No rounding on the way can put a value on the wrong side of an edge. */
  readonly isExact: boolean;
  /** All of a day are in one bin, and there are not too many days to be counted each. */
  readonly isOfDays?: boolean;
}

/** Few enough to be told apart in a narrow column, enough for each day of a month. */
export const mostBins = 31;

/** Beyond this doubles skip whole numbers. */
export const mostWhole = 2 ** 53;

export function* roundSteps(): Generator<bigint, never> {
  for (let ten = 1n; ; ten *= 10n) yield* [ten, 2n * ten, 5n * ten];
}

/** Bins of one width that begin at multiples of it past `origin`. */
export function evenPlan(scale: Scale, low: bigint, high: bigint, width: bigint, origin = 0n): BinPlan {
  const start = floorTo(low - origin, width) + origin;
  const count = Number((high - start) / width + 1n);
  const edge = (k: number) => start + BigInt(k) * width;
  // A decimal is exact as a double at whole numbers only, which the edges must be; the others are then far enough from them.
  const most = scale.perWhole === 1n ? mostWhole : mostWhole / 32;
  const isExact = width % scale.perWhole === 0n && -start < most && edge(count) < most;
  return { count, edge, isExact, index: indexOf(scale.near, scale.nearOf(start), scale.nearOf(width)) };
}

export function floorTo(value: bigint, width: bigint): bigint {
  return value - (((value % width) + width) % width);
}

/** A rounding may put the smallest or the largest beyond the ends; LEAST and GREATEST would take as long as all else. */
export function indexOf(near: Sql, from: number, width: number): Sql {
  // The distance of two doubles may be beyond what a double can be.
  return Math.max(Math.abs(from), mostBins * width) < Number.MAX_VALUE / 4
    ? sql`floor((${near} - ${from}) / ${width})`
    : sql`floor(${near} / ${width} - ${from / width})`;
}
