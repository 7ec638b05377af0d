import { penalisedCurvature } from "./firth-curvature";
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
  const { rows, width, columns, x, n } = data;
  const eta = offset ? Float64Array.from(offset) : new Float64Array(rows);
  for (let j = 0; j < width; j++) {
    const [column, b] = [columns[j]!, coefficients[j]!];
    for (let i = 0; i < rows; i++) eta[i]! += column[i]! * b;
  }
  const residual = new Float64Array(rows);
  const weights = new Float64Array(rows);
  const lean = new Float64Array(rows);
  let logLikelihood = 0;
  for (let i = 0; i < rows; i++) {
    const linear = eta[i]!;
    const small = Math.exp(-Math.abs(linear));
    const unlikely = small / (1 + small);
    const likely = 1 / (1 + small);
    const stays = x[i]!;
    const leaves = n[i]! - stays;
    const isUp = linear >= 0;
    // In this form a probability near 1 keeps the digits of what is missing to 1.
    residual[i] = isUp ? stays * unlikely - leaves * likely : stays * likely - leaves * unlikely;
    logLikelihood -= (isUp ? leaves * linear : -stays * linear) + n[i]! * Math.log1p(small);
    weights[i] = n[i]! * likely * unlikely;
    lean[i] = (isUp ? unlikely - likely : likely - unlikely) / 2;
  }
  const information = informationOf(data, weights);
  if (isPenalised) logLikelihood += penalise(data, information, weights, lean, residual);
  const score = Float64Array.from(columns, (column) => product(column, residual));
  return { coefficients, logLikelihood, score, information };
}

function informationOf({ rows, width, columns }: Packed, weights: Float64Array): Float64Array {
  const information = new Float64Array(width * width);
  const weighted = new Float64Array(rows);
  for (let j = 0; j < width; j++) {
    const column = columns[j]!;
    for (let i = 0; i < rows; i++) weighted[i] = column[i]! * weights[i]!;
    for (let k = 0; k <= j; k++) {
      information[j * width + k] = information[k * width + j] = product(weighted, columns[k]!);
    }
  }
  return information;
}

/** Four sums side by side, as each addition waits for the one before. */
function product(a: Float64Array, b: Float64Array): number {
  let [first, second, third, fourth] = [0, 0, 0, 0];
  const whole = a.length & ~3;
  for (let i = 0; i < whole; i += 4) {
    first += a[i]! * b[i]!;
    second += a[i + 1]! * b[i + 1]!;
    third += a[i + 2]! * b[i + 2]!;
    fourth += a[i + 3]! * b[i + 3]!;
  }
  for (let i = whole; i < a.length; i++) first += a[i]! * b[i]!;
  return first + second + (third + fourth);
}

/** Half the log determinant; adds leverage · (½ − p) to the residuals. */
function penalise(
  data: Packed,
  information: Float64Array,
  weights: Float64Array,
  lean: Float64Array,
  residual: Float64Array,
): number {
  const lower = factor(information, data.width, allOf(data.width));
  if (!lower) return -Infinity;
  const leverage = leverages(data, lower, weights);
  for (let i = 0; i < data.rows; i++) residual[i]! += leverage[i]! * lean[i]!;
  return logDeterminant(lower, data.width) / 2;
}

/** Of each row weight · vᵀ·(L·Lᵀ)⁻¹·v, all its customers together; over all rows they sum to the number of columns. */
export function leverages(
  { rows, width, columns }: Packed,
  lower: Float64Array,
  weights: Float64Array,
): Float64Array {
  const found = new Float64Array(rows);
  // A block of rows at a time, so that what is solved stays in the nearest cache.
  for (let from = 0; from < rows; from += block) {
    const size = Math.min(block, rows - from);
    const solved = columns.map((column) => column.slice(from, from + size));
    for (let j = 0; j < width; j++) {
      const mine = solved[j]!;
      for (let k = 0; k < j; k++) {
        const [part, other] = [lower[j * width + k]!, solved[k]!];
        for (let i = 0; i < size; i++) mine[i]! -= part * other[i]!;
      }
      const pivot = 1 / lower[j * width + j]!;
      for (let i = 0; i < size; i++) {
        mine[i]! *= pivot;
        found[from + i]! += mine[i]! * mine[i]!;
      }
    }
  }
  for (let i = 0; i < rows; i++) found[i]! *= weights[i]!;
  return found;
}

const block = 256;
const mostSteps = 200;
/** No step moves a coefficient of a standardised column further: far out the curvature says nothing. */
const longestStep = 5;

/**
 * The top of the (penalised) likelihood over the columns `free`, the others kept as at `start`: Newton's method with
 * step-halving; of Firth's, with the information in place of the second derivatives as in the paper, as long as that is
 * quick. `near` is how far from the top, in squared standard errors, it may stop. Null where it does not get there.
 * McCullagh & Nelder (1989), Generalized Linear Models, 2nd ed., ch. 4; Firth (1993), Biometrika 80, 27–38, §3.
 */
export function maximise(
  likelihood: Likelihood,
  free: readonly number[],
  start: Float64Array,
  near = 1e-20,
): Point | null {
  let point = pointAt(likelihood, start);
  if (point.logLikelihood === -Infinity) return null;
  if (free.length === 0) return point;
  let before = Infinity;
  let isSlow = false;
  for (let step = 0; step < mostSteps; step++) {
    const slope = Float64Array.from(free, (j) => point.score[j]!);
    const direction = directionAt(likelihood, point, free, slope, isSlow);
    if (!direction) return null;
    const distance = slope.reduce((sum, value, j) => sum + value * direction[j]!, 0);
    if (!Number.isFinite(distance)) return null;
    // At the floor of rounding the distance does not fall any more.
    if (distance <= near || (distance <= 1e-14 && distance >= before)) return point;
    isSlow ||= likelihood.isPenalised && step >= 5 && distance > before / 20;
    before = distance;
    let share = Math.min(1, longestStep / Math.max(...direction.map(Math.abs)));
    let next = pointAt(likelihood, moved(point.coefficients, free, direction, share));
    // Near the top the likelihood cannot tell steps apart any more: there the full step is the right one.
    const blur = 1e-13 * (1 + Math.abs(point.logLikelihood));
    while (distance > blur && !(next.logLikelihood >= point.logLikelihood - blur / 10)) {
      share /= 2;
      // No way up: a top as far as the roundings of large values let it be seen, or none.
      if (share < 1e-9) return distance <= 1e-8 ? point : null;
      next = pointAt(likelihood, moved(point.coefficients, free, direction, share));
    }
    if (next.logLikelihood === -Infinity) return null;
    point = next;
  }
  return null;
}

/** Upwards: Newton's where the surface is curved like a top, else by the information, firmer where that is next to nothing. */
function directionAt(
  { data, isPenalised }: Likelihood,
  { coefficients, information }: Point,
  free: readonly number[],
  slope: Float64Array,
  isSlow: boolean,
): Float64Array | null {
  const { width } = data;
  const exact = isPenalised && isSlow ? penalisedCurvature(data, coefficients, information) : null;
  const curved = exact && factor(exact, width, free);
  if (curved) return solveFactor(curved, slope);
  let lower = factor(information, width, free);
  const largest = Math.max(...free.map((j) => information[j * width + j]!));
  for (let firmer = 1e-10; !lower && firmer <= 1 && largest > 0; firmer *= 100) {
    const held = Float64Array.from(information);
    for (const j of free) held[j * width + j]! += firmer * largest;
    lower = factor(held, width, free);
  }
  return lower && solveFactor(lower, slope);
}

export function allOf(width: number): number[] {
  return Array.from({ length: width }, (_, j) => j);
}

function moved(from: Float64Array, free: readonly number[], direction: Float64Array, share: number) {
  const to = Float64Array.from(from);
  free.forEach((column, j) => (to[column]! += share * direction[j]!));
  return to;
}
