import { shrink } from "../stats/shrink";
import type { Counted } from "../stats/newcombe";

/** Steadied shares in the given order; null where fewer than three segments leave nothing to learn the spread from. */
export function shrunkenRates(segments: readonly Counted[]): readonly number[] | null {
  if (segments.length < 3) return null;
  return shrink(segments)?.shares ?? null;
}
