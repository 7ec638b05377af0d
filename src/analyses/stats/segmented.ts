import { cholesky, inverseOf } from "./cholesky";
import { studentReach, studentUpper } from "./student-t";

/** Of the customers of one period, x of n have the outcome; `t` is the period's place in time, in any unit. */
export interface SegmentedPoint {
  readonly t: number;
  readonly x: number;
  readonly n: number;
}

export interface SegmentedChange {
  readonly estimate: number;
  /** The largest of the three errors below. */
  readonly standardError: number;
  readonly interval: readonly [number, number];
  readonly p: number;
  /** From the scatter about the lines; from chance alone; and with neighbours in time taken to be alike. */
  readonly errors: { readonly weighted: number; readonly binomial: number; readonly neweyWest: number };
}

export type Segmented =
  | {
      readonly ok: true;
      /** Jump of the share at `from`: where the line after stands, less where the line before would. */
      readonly level: SegmentedChange;
      /** Change of the slope, in share per unit of t. */
      readonly slope: SegmentedChange;
      /** Distance of the two lines at the last point. */
      readonly atEnd: SegmentedChange;
      /** In the order of t; `without` carries the line before onwards, with the interval of that line (not of a single share). */
      readonly points: readonly {
        readonly t: number;
        readonly share: number;
        readonly fitted: number;
        readonly without: number;
        readonly withoutInterval: readonly [number, number];
      }[];
      /** Scatter about the lines beside that of chance, 1 where there is no more. */
      readonly dispersion: number;
      /** Of neighbouring residuals; about 2 where they know nothing of each other, less where they go together. */
      readonly durbinWatson: number;
      readonly df: number;
      /** `outside`: a line leaves 0…1 within the points, and a straight line is not the form. */
      readonly warnings: readonly ("autocorrelated" | "outside")[];
    }
  | { readonly ok: false; readonly why: "bad-point" | "same-time" | "no-spread" }
  | { readonly ok: false; readonly why: "too-few-points"; readonly before: number; readonly after: number };

const fewest = 8;

/**
 * Segmented regression of an interrupted series of shares, weights n: a straight line before `from` and another from it on.
 * Needs eight points on each side; periods without customers are left out. It tells of a change after, not of its cause.
 * Wagner, Soumerai, Zhang & Ross-Degnan (2002), J. Clin. Pharm. Ther. 27, 299–309; errors that allow for likeness in time:
 * Newey & West (1987), Econometrica 55, 703–708, lag ⌊4(k/100)^(2/9)⌋, factor k/(k − 4). Intervals by t, k − 4 degrees.
 */
export function segmented(points: readonly SegmentedPoint[], from: number, confidence = 0.95): Segmented {
  for (const { t, x, n } of points)
    if (!(Number.isFinite(t) && x >= 0 && x <= n && n < Infinity)) return { ok: false, why: "bad-point" };
  const used = points.filter(({ n }) => n > 0).sort((a, b) => a.t - b.t);
  if (used.some(({ t }, i) => i > 0 && t === used[i - 1]!.t)) return { ok: false, why: "same-time" };
  const after = used.filter(({ t }) => t >= from).length;
  const before = used.length - after;
  if (before < fewest || after < fewest) return { ok: false, why: "too-few-points", before, after };

  // A unit of time of about the series' own length keeps the columns alike in size.
  const unit = used[used.length - 1]!.t - used[0]!.t;
  const rows = used.map(({ t, x, n }) => {
    const [isAfter, time] = [t >= from ? 1 : 0, (t - from) / unit];
    return { t, share: x / n, n, values: [1, time, isAfter, isAfter * time] };
  });
  const bread = inverseOf(cholesky(sumOf(rows.map(({ n, values }) => outer(values, values, n))))!);
  const right = [0, 1, 2, 3].map((i) =>
    rows.reduce((sum, row) => sum + row.n * row.share * row.values[i]!, 0),
  );
  const coefficients = bread.map((row) => dot(row, right));
  const fitted = rows.map(({ values }) => dot(coefficients, values));
  const residuals = rows.map(({ share }, i) => share - fitted[i]!);
  const df = rows.length - 4;
  const scatter = rows.reduce((sum, { n }, i) => sum + n * residuals[i]! ** 2, 0) / df;
  const total = rows.reduce((sum, { n }) => sum + n, 0);
  const mean = rows.reduce((sum, { n, share }) => sum + n * share, 0) / total;
  // Of shares all 0 or all 1 nothing scatters.
  if (!(mean > 0 && mean < 1)) return { ok: false, why: "no-spread" };
  const scores = rows.map(({ n, values }, i) => values.map((v) => n * residuals[i]! * v));
  const byTime = sandwiched(bread, neweyWest(scores), rows.length / df);
  const change = (contrast: readonly number[]): SegmentedChange => {
    const spread = quadratic(bread, contrast);
    const errors = {
      weighted: Math.sqrt(spread * scatter),
      binomial: Math.sqrt(spread * mean * (1 - mean)),
      neweyWest: Math.sqrt(Math.max(0, quadratic(byTime, contrast))),
    };
    const standardError = Math.max(...Object.values(errors));
    const estimate = dot(coefficients, contrast);
    const reach = studentReach(confidence, df) * standardError;
    const p = 2 * studentUpper(Math.abs(estimate) / standardError, df);
    return { estimate, standardError, interval: [estimate - reach, estimate + reach], p, errors };
  };
  const durbinWatson = durbinWatsonOf(rows.map(({ n }, i) => Math.sqrt(n) * residuals[i]!));
  const end = (used[used.length - 1]!.t - from) / unit;
  return {
    ok: true,
    level: change([0, 0, 1, 0]),
    slope: change([0, 0, 0, 1 / unit]),
    atEnd: change([0, 0, 1, end]),
    points: rows.map(({ t, share, values }, i) => {
      const without = change([1, values[1]!, 0, 0]);
      return { t, share, fitted: fitted[i]!, without: without.estimate, withoutInterval: without.interval };
    }),
    dispersion: scatter / (mean * (1 - mean)),
    durbinWatson,
    df,
    warnings: [
      // With four coefficients the upper bound of the tables is near 1.7 at 16 to 50 points.
      ...(durbinWatson < 1.7 ? (["autocorrelated"] as const) : []),
      ...(fitted.some((share) => share < 0 || share > 1) ? (["outside"] as const) : []),
    ],
  };
}

type Matrix = readonly (readonly number[])[];

/** Σ u·uᵀ of neighbours up to the lag, the further the less. */
function neweyWest(scores: Matrix): number[][] {
  const lag = Math.floor(4 * (scores.length / 100) ** (2 / 9));
  return sumOf(
    scores.flatMap((score, i) =>
      scores.slice(Math.max(0, i - lag), i + lag + 1).map((other, j) => {
        const apart = Math.abs(Math.max(0, i - lag) + j - i);
        return outer(score, other, 1 - apart / (lag + 1));
      }),
    ),
  );
}

function durbinWatsonOf(residuals: readonly number[]): number {
  const square = residuals.reduce((sum, e) => sum + e * e, 0);
  if (square === 0) return 2;
  return residuals.slice(1).reduce((sum, e, i) => sum + (e - residuals[i]!) ** 2, 0) / square;
}

function sandwiched(bread: Matrix, meat: Matrix, factor: number): number[][] {
  const half = bread.map((row) =>
    meat.map((_, j) =>
      dot(
        row,
        meat.map((other) => other[j]!),
      ),
    ),
  );
  return half.map((row) => bread.map((other) => factor * dot(row, other)));
}

function quadratic(matrix: Matrix, contrast: readonly number[]): number {
  return matrix.reduce((sum, row, i) => sum + contrast[i]! * dot(row, contrast), 0);
}

function outer(a: readonly number[], b: readonly number[], weight: number): number[][] {
  return a.map((v) => b.map((w) => weight * v * w));
}

function sumOf(matrices: readonly Matrix[]): number[][] {
  return matrices[0]!.map((row, i) => row.map((_, j) => matrices.reduce((sum, one) => sum + one[i]![j]!, 0)));
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0);
}
