import * as v from "valibot";
import { wilson } from "./stats/wilson";

/** x of n with its Wilson 95 % interval. Without a base there is no rate: null, never 0 or NaN. */
export const shareSchema = v.object({
  x: v.number(),
  n: v.number(),
  rate: v.nullable(v.number()),
  interval: v.nullable(v.tuple([v.number(), v.number()])),
});

export type Share = v.InferOutput<typeof shareSchema>;

export function shareOf(x: number, n: number): Share {
  const interval = wilson(x, n);
  return { x, n, rate: n > 0 ? x / n : null, interval: interval ? [interval[0], interval[1]] : null };
}

/** Spec B0: the badge "small sample"; the interval is shown all the same. */
export function isSmallSample({ x, n }: { readonly x: number; readonly n: number }): boolean {
  return n > 0 && (n < 30 || x < 5 || n - x < 5);
}
