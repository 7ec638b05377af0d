import { factor, logDeterminant, solveFactor } from "./logistic-factor";
import type { Packed } from "./logistic-packed";

export interface Likelihood {
  readonly data: Packed;
  /** Firth's: the log-likelihood plus half the log determinant of the information of ALL columns. */
  readonly isPenalised: boolean;
  /** Known part of each row's linear predictor. */
  readonly offset?: Float64Array;
}

/** The likelihood at some coefficients; score and information of all columns, in the standardised scale. */
export interface Point {
  readonly coefficients: Float64Array;
  readonly logLikelihood: number;
  readonly score: Float64Array;
  readonly information: Float64Array;
}

/** −∞ as log-likelihood where the information has no determinant and one is asked for. */
export function pointAt({ data, isPenalised, offset }: Likelihood, coefficients: Float64Array): Point {
  const { rows, width, values, x, n } = data;
  const score = new Float64Array(width);
  const information = new Float64Array(width * width);
  const weights = new Float64Array(rows);
  const lean = new Float64Array(rows);
  let logLikelihood = 0;
  for (let i = 0, base = 0; i < rows; i++, base += width) {
    let eta = offset ? offset[i]! : 0;
    for (let j = 0; j < width; j++) eta += values[base + j]! * coefficients[j]!;
    const small = Math.exp(-Math.abs(eta));
    const unlikely = small / (1 + small);
    const likely = 1 / (1 + small);
    const [stays, leaves] = [x[i]!, n[i]! - x[i]!];
    // In this form a probability near 1 keeps the digits of what is missing to 1.
    const residual = eta >= 0 ? stays * unlikely - leaves * likely : stays * likely - leaves * unlikely;
    logLikelihood -= (eta >= 0 ? leaves * eta : -stays * eta) + n[i]! * Math.log1p(small);
    const weight = n[i]! * likely * unlikely;
    weights[i] = weight;
    lean[i] = (eta >= 0 ? unlikely - likely : likely - unlikely) / 2;
    for (let j = 0; j < width; j++) {
      const value = values[base + j]!;
      score[j]! += value * residual;
      const weighted = value * weight;
      for (let k = 0, at = j * width; k <= j; k++, at++) information[at]! += weighted * values[base + k]!;
    }
  }
  for (let j = 0; j < width; j++) {
    for (let k = 0; k < j; k++) information[k * width + j] = information[j * width + k]!;
  }
  if (isPenalised) logLikelihood += penalise(data, information, weights, lean, score);
  return { coefficients, logLikelihood, score, information };
}

/** Half the log determinant; adds Σ leverage · (½ − p) · value to the score. */
function penalise(
  data: Packed,
  information: Float64Array,
  weights: Float64Array,
  lean: Float64Array,
  score: Float64Array,
): number {
  const { rows, width, values } = data;
  const lower = factor(information, width, allOf(width));
  if (!lower) return -Infinity;
  const half = leverages(data, lower, weights);
  for (let i = 0, base = 0; i < rows; i++, base += width) {
    const push = half[i]! * lean[i]!;
    for (let j = 0; j < width; j++) score[j]! += push * values[base + j]!;
  }
  return logDeterminant(lower, width) / 2;
}

/** Of each row weight · vᵀ·(L·Lᵀ)⁻¹·v, all its customers together; over all rows they sum to the number of columns. */
export function leverages(
  { rows, width, values }: Packed,
  lower: Float64Array,
  weights: Float64Array,
): Float64Array {
  const found = new Float64Array(rows);
  const solved = new Float64Array(width);
  const inverted = Float64Array.from({ length: width }, (_, j) => 1 / lower[j * width + j]!);
  for (let i = 0, base = 0; i < rows; i++, base += width) {
    let sum = 0;
    for (let j = 0; j < width; j++) {
      let rest = values[base + j]!;
      for (let k = 0, at = j * width; k < j; k++, at++) rest -= lower[at]! * solved[k]!;
      rest *= inverted[j]!;
      solved[j] = rest;
      sum += rest * rest;
    }
    found[i] = weights[i]! * sum;
  }
  return found;
}

const mostSteps = 500;
/** No step moves a coefficient of a standardised column further: far out the curvature says nothing. */
const longestStep = 5;

/**
 * The top of the (penalised) likelihood over the columns `free`, the others kept as at `start`: Newton's method (Firth: with
 * the information in place of the Hessian, as in the paper) with step-halving. `near` is how far from the top, in squared
 * standard errors, it may stop; 1e-20 is a hundred-millionth of a hundredth. Null where it does not get there.
 * McCullagh & Nelder (1989), Generalized Linear Models, 2nd ed., ch. 4; Firth (1993), Biometrika 80, 27–38, §3.
 */
export function maximise(
  likelihood: Likelihood,
  free: readonly number[],
  start: Float64Array,
  near = 1e-20,
): Point | null {
  const { width } = likelihood.data;
  let point = pointAt(likelihood, start);
  if (point.logLikelihood === -Infinity || free.length === 0) {
    return point.logLikelihood === -Infinity ? null : point;
  }
  let before = Infinity;
  for (let step = 0; step < mostSteps; step++) {
    const lower = factor(point.information, width, free);
    if (!lower) return null;
    const slope = Float64Array.from(free, (j) => point.score[j]!);
    const direction = solveFactor(lower, slope);
    const distance = slope.reduce((sum, value, j) => sum + value * direction[j]!, 0);
    if (!Number.isFinite(distance)) return null;
    // At the floor of rounding the distance does not fall any more.
    if (distance <= near || (distance <= 1e-14 && distance >= before)) return point;
    before = distance;
    let share = Math.min(1, longestStep / Math.max(...direction.map(Math.abs)));
    let next = pointAt(likelihood, moved(point.coefficients, free, direction, share));
    // Near the top the likelihood cannot tell steps apart any more: there the full step is the right one.
    while (distance > 1e-8 && !(next.logLikelihood >= point.logLikelihood) && share > 1e-8) {
      share /= 2;
      next = pointAt(likelihood, moved(point.coefficients, free, direction, share));
    }
    point = next;
  }
  return null;
}

export function allOf(width: number): number[] {
  return Array.from({ length: width }, (_, j) => j);
}

function moved(from: Float64Array, free: readonly number[], direction: Float64Array, share: number) {
  const to = Float64Array.from(from);
  free.forEach((column, j) => (to[column]! += share * direction[j]!));
  return to;
}
