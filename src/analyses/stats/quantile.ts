/**
 * Quantile of type 7: linear between order statistics, as R, numpy and DuckDB's `quantile_cont` have it.
 * Null of nothing. Hyndman & Fan (1996), Amer. Statist. 50, 361–365.
 */
export function quantile(values: readonly number[], p: number): number | null {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`probability outside 0..1: ${p}`);
  const sorted = Float64Array.from(values).sort();
  if (sorted.length === 0) return null;
  const place = (sorted.length - 1) * p;
  const below = Math.floor(place);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return low + (place - below) * (high - low);
}
