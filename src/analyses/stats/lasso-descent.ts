import { factor, solveFactor } from "./logistic-factor";
import { allOf, pointAt, type Likelihood, type Point } from "./logistic-newton";

export interface Penalty {
  /** λ in glmnet's scale: of the mean log-likelihood and standardised columns. */
  readonly lambda: number;
  /** Share of the L1 penalty: 1 lasso, 0 ridge. */
  readonly alpha: number;
  /** Columns that are not penalised; the intercept is one. */
  readonly isFree: readonly boolean[];
}

/**
 * The coefficients of standardised columns that maximise log-likelihood/n − λ·Σ(α·|b| + (1 − α)/2·b²). Newton's method whose
 * quadratic is solved by coordinate descent on its matrix, with step-halving; to 1e-10 of the score a customer. Null where it
 * does not get there: without a penalty on a separated outcome.
 * Friedman, Hastie & Tibshirani (2010), J. Stat. Softw. 33(1), §3; Lee, Sun & Saunders (2014), SIAM J. Optim. 24, 1420–1443.
 */
export function penalisedTop(likelihood: Likelihood, penalty: Penalty, start: Float64Array): Point | null {
  const { customers } = likelihood.data;
  let point = pointAt(likelihood, start);
  for (let step = 0; step < 200; step++) {
    if (violation(point, penalty, customers) <= 1e-10) return point;
    const goal = descended(point, penalty, customers);
    if (!goal) return null;
    const value = objective(point, penalty, customers);
    let share = 1;
    let next = pointAt(likelihood, goal);
    // Near the top the objective cannot tell steps apart any more.
    while (!(objective(next, penalty, customers) >= value - 1e-13 * Math.abs(value)) && share > 1e-6) {
      share /= 2;
      const part = share;
      next = pointAt(
        likelihood,
        point.coefficients.map((from, j) => from + part * (goal[j]! - from)),
      );
    }
    point = next;
  }
  // Sums over columns that are nearly one another stop a little short.
  return violation(point, penalty, customers) <= 1e-7 ? point : null;
}

/** By how much the conditions of a top are missed: 0 there (Karush, Kuhn and Tucker). */
function violation(
  { coefficients, score }: Point,
  { lambda, alpha, isFree }: Penalty,
  customers: number,
): number {
  return coefficients.reduce((most, b, j) => {
    const slope = score[j]! / customers - (isFree[j]! ? 0 : lambda * (1 - alpha) * b);
    const hold = isFree[j]! ? 0 : lambda * alpha;
    const missed = b === 0 ? Math.abs(slope) - hold : Math.abs(slope - Math.sign(b) * hold);
    return Math.max(most, missed);
  }, 0);
}

function objective({ coefficients, logLikelihood }: Point, penalty: Penalty, customers: number): number {
  const { lambda, alpha, isFree } = penalty;
  return coefficients.reduce(
    (sum, b, j) => sum - (isFree[j]! ? 0 : lambda * (alpha * Math.abs(b) + ((1 - alpha) / 2) * b * b)),
    logLikelihood / customers,
  );
}

const mostSweeps = 2000;

/** Top of the quadratic through the point with the penalty; null where a column has no curvature left. */
function descended(point: Point, penalty: Penalty, customers: number): Float64Array | null {
  const { lambda, alpha, isFree } = penalty;
  const width = point.coefficients.length;
  const curvature = point.information.map((value) => value / customers);
  const to = Float64Array.from(point.coefficients);
  // Slope of the quadratic at `to`.
  const slope = point.score.map((value) => value / customers);
  const move = (j: number, by: number) => {
    to[j]! += by;
    for (let k = 0; k < width; k++) slope[k]! -= by * curvature[k * width + j]!;
  };
  for (let sweep = 0; sweep < mostSweeps; sweep++) {
    let furthest = 0;
    for (let j = 0; j < width; j++) {
      const own = curvature[j * width + j]!;
      if (!(own > 1e-14)) return null;
      const pull = slope[j]! + own * to[j]!;
      const hold = isFree[j]! ? 0 : lambda * alpha;
      const shrunk = Math.abs(pull) <= hold ? 0 : pull - Math.sign(pull) * hold;
      const by = shrunk / (own + (isFree[j]! ? 0 : lambda * (1 - alpha))) - to[j]!;
      if (by === 0) continue;
      move(j, by);
      // What is shrunk away is 0, not a rounding of it.
      if (shrunk === 0) to[j] = 0;
      furthest = Math.max(furthest, Math.abs(by) * own);
    }
    if (furthest <= 1e-13) return to;
    // Columns alike keep passing their share to and fro: with the signs as they are the top is that of a linear system.
    if (sweep % 5 === 4) leap(to, slope, curvature, penalty, move);
  }
  return to;
}

/** Straight to the top over the columns that are in, unless one would change its sign on the way. */
function leap(
  to: Float64Array,
  slope: Float64Array,
  curvature: Float64Array,
  { lambda, alpha, isFree }: Penalty,
  move: (j: number, by: number) => void,
) {
  const width = to.length;
  const used = allOf(width).filter((j) => isFree[j]! || to[j] !== 0);
  const ridged = Float64Array.from(curvature);
  for (const j of used) if (!isFree[j]!) ridged[j * width + j]! += lambda * (1 - alpha);
  const lower = factor(ridged, width, used);
  if (!lower) return;
  const rest = used.map((j) =>
    isFree[j]! ? slope[j]! : slope[j]! - lambda * ((1 - alpha) * to[j]! + alpha * Math.sign(to[j]!)),
  );
  const by = solveFactor(lower, Float64Array.from(rest));
  const keepsSigns = used.every(
    (j, k) => isFree[j]! || alpha === 0 || Math.sign(to[j]! + by[k]!) === Math.sign(to[j]!),
  );
  if (keepsSigns) used.forEach((j, k) => move(j, by[k]!));
}
