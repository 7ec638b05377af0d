import { scoreOf } from "./weights";

/** Customers whose scores lie together: one score, or a fifth of the scale. */
export interface Band {
  /** Lowest and highest score that belongs here; of a fifth its bounds, the upper one its own only at 100. */
  readonly from: number;
  readonly to: number;
  /** Mean score of those in it. */
  readonly score: number;
  /** Stayed, of all. */
  readonly x: number;
  readonly n: number;
}

/** So many different scores stand for themselves; more are put together. */
export const mostLevels = 10;
export const bandWidth = 20;

/** Decimals of a score by which two are the same one, in SQL too. */
export const scoreDecimals = 6;

export function roundedScore(score: number): number {
  return Math.round(score * 10 ** scoreDecimals) / 10 ** scoreDecimals;
}

export interface ScoredRow {
  readonly values: readonly (number | null)[];
  readonly customers: number;
  readonly lost: number;
}

/** Rising; whoever has no score is in none. */
export function bandsOf(weights: readonly number[], rows: readonly ScoredRow[]): Band[] {
  const scored = rows.flatMap(({ values, customers, lost }) => {
    const score = scoreOf(weights, values);
    return score === null ? [] : [{ score, key: roundedScore(score), n: customers, x: customers - lost }];
  });
  const isSingle = new Set(scored.map(({ key }) => key)).size <= mostLevels;
  const found = new Map<number, { sum: number; x: number; n: number }>();
  for (const { score, key, n, x } of scored) {
    const from = isSingle ? key : lowerBound(key);
    const one = found.get(from) ?? { sum: 0, x: 0, n: 0 };
    found.set(from, { sum: one.sum + score * n, x: one.x + x, n: one.n + n });
  }
  return [...found]
    .sort(([a], [b]) => a - b)
    .map(([from, { sum, x, n }]) => ({
      from,
      to: isSingle ? from : from + bandWidth,
      score: sum / n,
      x,
      n,
    }));
}

function lowerBound(score: number): number {
  return Math.min(100 - bandWidth, bandWidth * Math.floor(score / bandWidth));
}
