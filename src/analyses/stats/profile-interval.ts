import { chiSquareQuantile } from "./chi-square";
import { factor, inverseOfFactor, solveFactor } from "./logistic-factor";
import { allOf, maximise, pointAt, type Likelihood, type Point } from "./logistic-newton";
import type { LogisticModel } from "./logistic-model";
import { aboutIntercept } from "./logistic-rotated";

/** An end is null where none was found: the likelihood does not fall far enough within 10,000 standard errors, or cannot be followed. */
export type ProfileInterval = readonly [low: number | null, high: number | null];

export interface ProfileOptions {
  readonly isPenalised: boolean;
  readonly confidence?: number;
  /** Told the share of columns done, 0..1. */
  readonly onProgress?: (share: number) => void;
}

/**
 * Profile likelihood intervals of every kept column, in the scale of the columns as given: the values of a coefficient at
 * which the (penalised) likelihood, at its best over all others, is less than ½·χ²₁ under the top. `top` is the top on
 * `model.data`. Root of the signed square root of the fall, which is nearly a straight line, by Newton's method within a
 * bracket; its slope is the score of the fixed column (envelope theorem).
 * Venzon & Moolgavkar (1988), Appl. Statist. 37, 87–94; penalised: Heinze & Schemper (2002), Stat. Med. 21, 2409–2419, §2.2.
 */
export function profileIntervals(
  model: LogisticModel,
  top: Point,
  { isPenalised, confidence = 0.95, onProgress }: ProfileOptions,
): ProfileInterval[] {
  const { data, kept } = model;
  const cutoff = chiSquareQuantile(confidence, 1);
  // The intercept as given is not one of the centred coefficients.
  const { rotated, turn } = aboutIntercept(data);
  const turned: Likelihood = { data: rotated, isPenalised };
  const turnedTop = pointAt(turned, turn(top.coefficients));
  return kept.map((_, column) => {
    const [likelihood, best]: [Likelihood, Point] =
      column === 0 ? [turned, turnedTop] : [{ data, isPenalised }, top];
    const ends = [-1, 1].map((side) => endOf(likelihood, best, column, side, cutoff));
    onProgress?.((column + 1) / kept.length);
    const scale = likelihood.data.scale[column]!;
    const [low, high] = ends.map((end) => (end === null ? null : end / scale));
    return [low!, high!] as const;
  });
}

const mostTries = 80;

function endOf(
  likelihood: Likelihood,
  top: Point,
  column: number,
  side: number,
  cutoff: number,
): number | null {
  const { width } = likelihood.data;
  const lower = factor(top.information, width, allOf(width));
  if (!lower) return null;
  const free = allOf(width).filter((j) => j !== column);
  const row = inverseOfFactor(lower, width).subarray(column * width, (column + 1) * width);
  const error = Math.sqrt(row[column]!);
  const middle = top.coefficients[column]!;
  // Sums over many customers cannot tell falls apart more finely.
  const fine = 1e-9 * cutoff + 1e-14 * Math.abs(top.logLikelihood);
  let [inside, outside] = [middle, side * Infinity];
  let isSeenOutside = false;
  let at = middle + side * Math.sqrt(cutoff) * error;
  let from = top;
  const straight = (to: number) =>
    top.coefficients.map((b, j) => b + ((to - middle) * row[j]!) / row[column]!);
  let start = straight(at);
  // An intercept moved by itself takes every customer along, to where the likelihood has no shape left.
  const farStart = (to: number) =>
    column === 0 ? straight(to) : top.coefficients.map((b, j) => (j === column ? to : b));
  for (let tries = 0; tries < mostTries; tries++) {
    start[column] = at;
    const point = bestOf(likelihood, free, start, farStart(at));
    const fall = point ? 2 * (top.logLikelihood - point.logLikelihood) : Infinity;
    if (Math.abs(fall - cutoff) <= fine) return at;
    if (fall < cutoff) inside = at;
    else {
      outside = at;
      isSeenOutside = point !== null;
    }
    const root = Math.sqrt(Math.max(0, fall));
    let next = point ? at + ((Math.sqrt(cutoff) - root) * root) / -point.score[column]! : NaN;
    // A guess beyond three times as far as anything seen is no guess.
    const furthest = middle + 3 * (at - middle);
    if (Number.isFinite(next) && (next - furthest) * side > 0) next = furthest;
    const isBetween = (next - inside) * side > 0 && (outside - next) * side > 0;
    if (!isBetween) next = Number.isFinite(outside) ? (inside + outside) / 2 : middle + 2 * (inside - middle);
    if (Math.abs(next - middle) > 1e4 * error) return null;
    if (Math.abs(outside - inside) <= 1e-13 * (Math.abs(middle) + error))
      return isSeenOutside ? inside : null;
    from = point ?? from;
    start = along(from, free, column, next, width);
    at = next;
  }
  return null;
}

/** Above so many numbers a second look costs seconds, and few customers, where it matters, are far behind. */
const smallEnough = 30_000;

/** A penalised likelihood of few customers may have two tops once a coefficient is held: the higher one is the profile. */
function bestOf(
  likelihood: Likelihood,
  free: readonly number[],
  near: Float64Array,
  far: Float64Array,
): Point | null {
  const first = maximise(likelihood, free, near, 1e-11);
  const { rows, width } = likelihood.data;
  if (first && !(likelihood.isPenalised && rows * width <= smallEnough)) return first;
  const second = maximise(likelihood, free, far, 1e-11);
  if (!first || !second) return first ?? second;
  return second.logLikelihood > first.logLikelihood ? second : first;
}

/** Where the others go, to first order, when the fixed coefficient is moved on. */
function along(
  { coefficients, information }: Point,
  free: readonly number[],
  column: number,
  to: number,
  width: number,
) {
  const start = Float64Array.from(coefficients);
  const lower = factor(information, width, free);
  if (!lower) return start;
  const slope = solveFactor(
    lower,
    Float64Array.from(free, (j) => -information[j * width + column]!),
  );
  free.forEach((j, k) => (start[j]! += slope[k]! * (to - coefficients[column]!)));
  return start;
}
