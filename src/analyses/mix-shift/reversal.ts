import { contingency } from "../stats/homogeneity";
import { mantelHaenszel, type Stratum } from "../stats/mantel-haenszel";
import { newcombe } from "../stats/newcombe";

export const reversals = ["reversed", "vanished", "smaller", "larger"] as const;

/** What becomes of a difference of two groups among customers who are alike in another column. */
export interface Reversal {
  /** How closely that column goes with the grouping, 0 to 1. */
  readonly cramerV: number;
  readonly crude: number;
  readonly crudeInterval: [number, number];
  /** Difference within strata, Mantel–Haenszel; of shares, because odds ratios change by mere averaging. */
  readonly adjusted: number;
  readonly adjustedInterval: [number, number];
  readonly kind: (typeof reversals)[number];
}

/**
 * Spec C08: a column that goes with the grouping (Cramér V above 0.1) and within whose strata the difference changes its sign
 * or more than 30 % of its size. Null where there is none of that, where it cannot be told, or where neither difference can
 * be told from none: two differences that may both be chance contradict nothing.
 */
export function reversalOf(strata: readonly Stratum[]): Reversal | null {
  const association = contingency(strata.map(({ a, b }) => [a.n, b.n]));
  const crude = newcombe(pooled(strata, "a"), pooled(strata, "b"));
  const adjusted = mantelHaenszel(strata);
  if (!association || !crude || !adjusted || association.cramerV <= leastAssociation) return null;
  const { difference, differenceInterval } = adjusted;
  if (!differenceInterval) return null;
  if (!excludesNone(crude.interval) && !excludesNone(differenceInterval)) return null;
  const change = kindOf(crude.difference, difference);
  if (!change) return null;
  // A difference that may be none has no other sign.
  const kind = excludesNone(differenceInterval) ? change : "vanished";
  return {
    cramerV: association.cramerV,
    crude: crude.difference,
    crudeInterval: [...crude.interval],
    adjusted: difference,
    adjustedInterval: [...differenceInterval],
    kind,
  };
}

export const leastAssociation = 0.1;
const leastChange = 0.3;

function kindOf(crude: number, adjusted: number): Reversal["kind"] | null {
  if (crude * adjusted < 0) return "reversed";
  if (Math.abs(adjusted - crude) <= leastChange * Math.abs(crude)) return null;
  return Math.abs(adjusted) < Math.abs(crude) ? "smaller" : "larger";
}

export function pooled(strata: readonly Stratum[], group: "a" | "b") {
  return {
    x: strata.reduce((sum, one) => sum + one[group].x, 0),
    n: strata.reduce((sum, one) => sum + one[group].n, 0),
  };
}

function excludesNone([low, high]: readonly [number, number]): boolean {
  return low > 0 || high < 0;
}
