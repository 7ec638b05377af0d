import { normalQuantile } from "./normal-quantile";

/** Customers with one score, counted: by whether they have the outcome. Rows may share a score. */
export interface Scored {
  readonly score: number;
  readonly positives: number;
  readonly negatives: number;
}

export interface Auc {
  /** Chance that one with the outcome scores above one without; equal scores count half. */
  readonly auc: number;
  /** DeLong's; null with fewer than two on a side. */
  readonly standardError: number | null;
  /** Normal, cut to 0..1; null where the error is null or 0 (groups wholly apart, or one score for all). */
  readonly interval: readonly [number, number] | null;
}

/**
 * Area under the ROC curve. Null without both outcomes. Mann & Whitney (1947), Ann. Math. Statist. 18, 50–60;
 * DeLong, DeLong & Clarke-Pearson (1988), Biometrics 44, 837–845; as R's pROC.
 */
export function auc(rows: readonly Scored[], confidence = 0.95): Auc | null {
  const scores = merged(rows);
  const positives = scores.reduce((sum, one) => sum + one.positives, 0);
  const negatives = scores.reduce((sum, one) => sum + one.negatives, 0);
  if (positives === 0 || negatives === 0) return null;
  let [negativesBelow, positivesBelow, area, ofPositives, ofNegatives] = [0, 0, 0, 0, 0];
  const placed = scores.map((one) => {
    // Of each customer with this score: the share of the other side that it beats.
    const positive = (negativesBelow + one.negatives / 2) / negatives;
    const negative = 1 - (positivesBelow + one.positives / 2) / positives;
    negativesBelow += one.negatives;
    positivesBelow += one.positives;
    area += (one.positives * positive) / positives;
    return { ...one, positive, negative };
  });
  for (const one of placed) {
    ofPositives += one.positives * (one.positive - area) ** 2;
    ofNegatives += one.negatives * (one.negative - area) ** 2;
  }
  if (positives < 2 || negatives < 2) return { auc: area, standardError: null, interval: null };
  const standardError = Math.sqrt(
    ofPositives / (positives - 1) / positives + ofNegatives / (negatives - 1) / negatives,
  );
  const reach = normalQuantile((1 + confidence) / 2) * standardError;
  return {
    auc: area,
    standardError,
    // Of groups wholly apart each difference is a rounding at most.
    interval: standardError > 1e-12 ? [Math.max(0, area - reach), Math.min(1, area + reach)] : null,
  };
}

function merged(rows: readonly Scored[]): Scored[] {
  const byScore = new Map<number, { score: number; positives: number; negatives: number }>();
  for (const { score, positives, negatives } of rows) {
    if (Number.isNaN(score)) throw new RangeError(`no score: ${score}`);
    for (const count of [positives, negatives]) {
      if (!(Number.isInteger(count) && count >= 0)) throw new RangeError(`no count: ${count}`);
    }
    const one = byScore.get(score) ?? { score, positives: 0, negatives: 0 };
    one.positives += positives;
    one.negatives += negatives;
    byScore.set(score, one);
  }
  return [...byScore.values()].sort((a, b) => (a.score < b.score ? -1 : 1));
}
