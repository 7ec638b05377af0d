import { chiSquareUpper } from "./chi-square";

export type Srm =
  | {
      readonly ok: true;
      readonly chiSquare: number;
      readonly df: number;
      /** Chance of a split this far from the plan if the plan was kept. Alarm below .001 by custom; then no verdict holds. */
      readonly p: number;
      /** Units each arm should have had. */
      readonly expected: readonly number[];
      /** Below about 5 the probability is rough. */
      readonly smallestExpected: number;
    }
  | { readonly ok: false; readonly why: "one-arm" | "no-base" | "bad-count" | "bad-plan" };

/**
 * Sample ratio mismatch: do the sizes of the k arms of an experiment fit the planned split (any positive weights, the same for
 * all if none are given)? Pearson's chi-square, k − 1 degrees of freedom.
 * Kohavi, Tang & Xu (2020), Trustworthy Online Controlled Experiments, ch. 21; Fabijan et al. (2019), KDD, 2156–2164.
 */
export function srm(counts: readonly number[], plan: readonly number[] = counts.map(() => 1)): Srm {
  if (counts.length < 2) return { ok: false, why: "one-arm" };
  if (counts.some((n) => !(Number.isInteger(n) && n >= 0))) return { ok: false, why: "bad-count" };
  if (plan.length !== counts.length || plan.some((w) => !(w > 0 && w < Infinity)))
    return { ok: false, why: "bad-plan" };
  const total = counts.reduce((sum, n) => sum + n, 0);
  if (total === 0) return { ok: false, why: "no-base" };
  const weight = plan.reduce((sum, w) => sum + w, 0);
  const expected = plan.map((w) => (total * w) / weight);
  const chiSquare = counts.reduce((sum, n, i) => sum + (n - expected[i]!) ** 2 / expected[i]!, 0);
  const df = counts.length - 1;
  return {
    ok: true,
    chiSquare,
    df,
    p: chiSquareUpper(chiSquare, df),
    expected,
    smallestExpected: Math.min(...expected),
  };
}
