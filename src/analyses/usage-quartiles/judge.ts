import type { Counted } from "../stats/newcombe";
import type { UsageResult } from "./result";

/**
 * Spec C06. "supported": who uses most leaves less, beyond chance, and the three segments fall in line; "reversed": they leave
 * more, beyond chance; "no material difference": whatever the difference is, it is smaller than `delta`; otherwise nobody
 * can tell. Null where a segment is empty.
 */
export function judge(
  three: readonly Counted[],
  difference: UsageResult["difference"],
  trendQ: number | null,
  delta: number,
): UsageResult["verdict"] {
  if (!difference || three.some(({ n }) => n === 0)) return null;
  const [low, high] = difference.interval;
  if (low > 0) return "reversed";
  if (high < 0 && trendQ !== null && trendQ < 0.05) return "supported";
  if (low > -delta && high < delta) return "no material difference";
  return "cannot tell";
}
