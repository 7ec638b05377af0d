import type { Counted } from "./newcombe";
import { studentReach, studentUpper } from "./student-t";

/** One account: how many of its users in each arm have the outcome. Of an account wholly in one arm the other is {x: 0, n: 0}. */
export interface Account {
  readonly a: Counted;
  readonly b: Counted;
}

export type ClusterDifference =
  | {
      readonly ok: true;
      readonly shares: { readonly a: number; readonly b: number };
      /** b − a. */
      readonly difference: number;
      /** Robust to likeness within accounts; factor G/(G − 1), G all accounts ("CR1" of R's packages). */
      readonly standardError: number;
      /** What it would be if users were independent. */
      readonly naiveError: number;
      /** Squared ratio of the two: how many users count as one. */
      readonly designEffect: number;
      /** t with G − 2 degrees of freedom. */
      readonly interval: readonly [number, number];
      readonly p: number;
      readonly accounts: { readonly a: number; readonly b: number; readonly both: number };
      /** Ratio estimator with each arm's own factor G/(G − 1); null where an account is in both arms or an arm has one account. */
      readonly ratioError: number | null;
      /** `few-accounts`: fewer than 30 in an arm: even so the error is told too small. */
      readonly warnings: readonly "few-accounts"[];
    }
  | { readonly ok: false; readonly why: "no-base" | "bad-count" | "too-few-accounts" | "no-spread" };

/**
 * Difference of two shares of users who come in accounts: the unit that varies is the account. Cluster-robust error of the
 * difference of two ratios. Liang & Zeger (1986), Biometrika 73, 13–22; Cochran (1977), Sampling Techniques, 3rd ed., ch. 6
 * and 11; Deng, Knoblich & Lu (2018), KDD, 233–242 (the delta method for experiments).
 */
export function clusterDifference(accounts: readonly Account[], confidence = 0.95): ClusterDifference {
  for (const { x, n } of accounts.flatMap(({ a, b }) => [a, b]))
    if (!(Number.isInteger(x) && Number.isInteger(n) && x >= 0 && x <= n))
      return { ok: false, why: "bad-count" };
  const used = accounts.filter(({ a, b }) => a.n + b.n > 0);
  const [a, b] = [total(used.map((one) => one.a)), total(used.map((one) => one.b))];
  if (a.n === 0 || b.n === 0) return { ok: false, why: "no-base" };
  const both = used.filter((one) => one.a.n > 0 && one.b.n > 0).length;
  const inA = used.filter((one) => one.a.n > 0).length;
  const inB = used.filter((one) => one.b.n > 0).length;
  const G = used.length;
  if (G < 3 || inA < 2 || inB < 2) return { ok: false, why: "too-few-accounts" };
  const [p, q] = [a.x / a.n, b.x / b.n];
  let [square, squareA, squareB] = [0, 0, 0];
  for (const one of used) {
    const ofA = (one.a.x - p * one.a.n) / a.n;
    const ofB = (one.b.x - q * one.b.n) / b.n;
    square += (ofB - ofA) ** 2;
    squareA += ofA * ofA;
    squareB += ofB * ofB;
  }
  const standardError = Math.sqrt((square * G) / (G - 1));
  const naiveError = Math.sqrt((p * (1 - p)) / a.n + (q * (1 - q)) / b.n);
  // All alike, or all accounts with the very same share, is no certainty.
  if (!(standardError > 1e-12)) return { ok: false, why: "no-spread" };
  const difference = q - p;
  const reach = studentReach(confidence, G - 2) * standardError;
  return {
    ok: true,
    shares: { a: p, b: q },
    difference,
    standardError,
    naiveError,
    designEffect: (standardError / naiveError) ** 2,
    interval: [Math.max(-1, difference - reach), Math.min(1, difference + reach)],
    p: 2 * studentUpper(Math.abs(difference) / standardError, G - 2),
    accounts: { a: inA, b: inB, both },
    ratioError: both > 0 ? null : Math.sqrt((squareA * inA) / (inA - 1) + (squareB * inB) / (inB - 1)),
    warnings: Math.min(inA, inB) < 30 ? ["few-accounts"] : [],
  };
}

function total(counts: readonly Counted[]): Counted {
  return counts.reduce((sum, { x, n }) => ({ x: sum.x + x, n: sum.n + n }), { x: 0, n: 0 });
}
