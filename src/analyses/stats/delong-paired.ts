import { normalCdf } from "./normal-cdf";
import { normalQuantile } from "./normal-quantile";

/** Customers with the same two scores, counted by whether they have the outcome. Rows may share scores. */
export interface ScoredTwice {
  readonly first: number;
  readonly second: number;
  readonly positives: number;
  readonly negatives: number;
}

export type PairedAuc =
  | {
      readonly ok: true;
      readonly first: number;
      readonly second: number;
      /** First less second. */
      readonly difference: number;
      readonly standardError: number;
      readonly interval: readonly [number, number];
      readonly z: number;
      /** Two-sided. */
      readonly p: number;
    }
  /** `same-order`: both scores put the customers in the same order, or differ in it without any spread. */
  | { readonly ok: false; readonly why: "one-class" | "too-few" }
  | { readonly ok: false; readonly why: "same-order"; readonly difference: number };

/**
 * Do two scores of the same customers tell the outcome apart equally well? Difference of the areas under their ROC curves
 * with DeLong's error, the scores' covariance in it. Fewer than two customers on a side: too few.
 * DeLong, DeLong & Clarke-Pearson (1988), Biometrics 44, 837–845; as R's pROC::roc.test(paired = TRUE).
 */
export function pairedAuc(rows: readonly ScoredTwice[], confidence = 0.95): PairedAuc {
  check(rows);
  const positives = rows.reduce((sum, one) => sum + one.positives, 0);
  const negatives = rows.reduce((sum, one) => sum + one.negatives, 0);
  if (positives === 0 || negatives === 0) return { ok: false, why: "one-class" };
  if (positives < 2 || negatives < 2) return { ok: false, why: "too-few" };
  const first = placed(rows, (one) => one.first, positives, negatives);
  const second = placed(rows, (one) => one.second, positives, negatives);
  const difference = first.area - second.area;
  let [ofPositives, ofNegatives] = [0, 0];
  rows.forEach((one, i) => {
    ofPositives += one.positives * (first.positive[i]! - second.positive[i]! - difference) ** 2;
    ofNegatives += one.negatives * (first.negative[i]! - second.negative[i]! - difference) ** 2;
  });
  const standardError = Math.sqrt(
    ofPositives / (positives - 1) / positives + ofNegatives / (negatives - 1) / negatives,
  );
  // Of scores in the same order each difference is a rounding at most.
  if (!(standardError > 1e-12)) return { ok: false, why: "same-order", difference };
  const reach = normalQuantile((1 + confidence) / 2) * standardError;
  const z = difference / standardError;
  return {
    ok: true,
    first: first.area,
    second: second.area,
    difference,
    standardError,
    interval: [Math.max(-1, difference - reach), Math.min(1, difference + reach)],
    z,
    p: 2 * normalCdf(-Math.abs(z)),
  };
}

/** Of each row's customers the share of the other side that they beat, equal scores counting half; and the area. */
function placed(
  rows: readonly ScoredTwice[],
  scoreOf: (one: ScoredTwice) => number,
  positives: number,
  negatives: number,
) {
  const order = rows.map((_, i) => i).sort((a, b) => scoreOf(rows[a]!) - scoreOf(rows[b]!));
  const positive = new Float64Array(rows.length);
  const negative = new Float64Array(rows.length);
  let [positivesBelow, negativesBelow, area] = [0, 0, 0];
  for (let from = 0; from < order.length;) {
    let to = from;
    let [up, down] = [0, 0];
    const score = scoreOf(rows[order[from]!]!);
    for (; to < order.length && scoreOf(rows[order[to]!]!) === score; to++) {
      up += rows[order[to]!]!.positives;
      down += rows[order[to]!]!.negatives;
    }
    const beaten = (negativesBelow + down / 2) / negatives;
    for (const i of order.slice(from, to)) {
      positive[i] = beaten;
      negative[i] = 1 - (positivesBelow + up / 2) / positives;
    }
    area += (up * beaten) / positives;
    positivesBelow += up;
    negativesBelow += down;
    from = to;
  }
  return { area, positive, negative };
}

function check(rows: readonly ScoredTwice[]) {
  for (const { first, second, positives, negatives } of rows) {
    for (const score of [first, second]) {
      if (!Number.isFinite(score)) throw new RangeError(`no score: ${score}`);
    }
    for (const count of [positives, negatives]) {
      if (!(Number.isInteger(count) && count >= 0)) throw new RangeError(`no count: ${count}`);
    }
  }
}
