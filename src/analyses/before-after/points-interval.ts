import type { Language } from "../texts";

/** An interval of a difference of shares, in percentage points. */
export function pointsInterval([low, high]: readonly [number, number], { texts }: Language): string {
  return texts.base.interval(texts.base.points(low), texts.base.points(high));
}
