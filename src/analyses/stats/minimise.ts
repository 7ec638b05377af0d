import { cholesky, solve } from "./cholesky";
import { curvatureOf, slopeOf, type Objective, type Slope } from "./minimise-derivative";
import { nelderMead } from "./minimise-nelder-mead";

export interface Minimum {
  readonly x: readonly number[];
  readonly value: number;
  /** Largest absolute component of the slope there. */
  readonly gradient: number;
  /** Whether that is nothing beside the value: at most `tolerance` of max(1, the smaller of |value| here and at the start). */
  readonly isConverged: boolean;
  /** Second derivatives there; null where they do not make a bowl, so that the point is no proper lowest one. */
  readonly curvature: readonly (readonly number[])[] | null;
  readonly evaluations: number;
  /** Starts tried, and how many came to this value (1e-7 of max(1, |value|)): one alone may be a local lowest point. */
  readonly starts: number;
  readonly agreeing: number;
}

/**
 * Lowest point of a smooth function from each of the starts, by BFGS with step-halving; Nelder and Mead's simplex where the
 * slope leads nowhere, then BFGS again; the last digits of the best by Newton's method. The slope by differences where none is given. Null where no start has a value.
 * Nocedal & Wright (2006), Numerical Optimization, 2nd ed., algorithm 6.1, formula 6.17; first scale 6.20.
 */
export function minimise(
  objective: Objective,
  starts: readonly (readonly number[])[],
  options: { readonly slope?: Slope; readonly tolerance?: number } = {},
): Minimum | null {
  let evaluations = 0;
  const counted: Objective = (x) => {
    evaluations++;
    const value = objective(x);
    return Number.isNaN(value) ? Infinity : value;
  };
  const { slope = slopeOf(counted), tolerance = 1e-9 } = options;
  const found = starts
    .filter((start) => Number.isFinite(counted(start)))
    .map((start) => {
      const atStart = Math.abs(counted(start));
      const first = bfgs(counted, slope, start, atStart, loose);
      if (first.isConverged) return first;
      const second = bfgs(counted, slope, nelderMead(counted, first.x).x, atStart, loose);
      return second.value <= first.value ? second : first;
    });
  if (found.length === 0) return null;
  const best = found.reduce((a, b) => (b.value < a.value ? b : a));
  const near = 1e-7 * Math.max(1, Math.abs(best.value));
  const agreeing = found.filter(({ value }) => value - best.value <= near).length;
  const last = polished(counted, slope, best, near);
  return {
    ...last,
    isConverged: last.gradient <= tolerance * best.size,
    evaluations,
    starts: starts.length,
    agreeing,
  };
}

type Reached = Pick<Minimum, "x" | "value" | "gradient" | "isConverged"> & { readonly size: number };

/** Where Newton's method takes over. */
const loose = 1e-6;

const mostSteps = 300;
/** On the scale of logarithms a step of this length is a factor of seven. */
const longestStep = 2;

function bfgs(
  objective: Objective,
  slope: Slope,
  start: readonly number[],
  atStart: number,
  tolerance: number,
): Reached {
  let x = start;
  let value = objective(x);
  let gradient = slope(x);
  let inverse: number[][] | null = null;
  const told = (): Reached => {
    const largest = largestOf(gradient);
    // Of a value that falls without end any slope would be nothing.
    const size = Math.max(1, Math.min(atStart, Math.abs(value)));
    return { x, value, gradient: largest, isConverged: largest <= tolerance * size, size };
  };
  for (let step = 0; step < mostSteps; step++) {
    if (told().isConverged || gradient.some(Number.isNaN)) break;
    let direction = inverse
      ? inverse.map((row) => -dot(row, gradient))
      : gradient.map((g) => -g / Math.hypot(...gradient));
    if (!(dot(direction, gradient) < 0)) {
      inverse = null;
      direction = gradient.map((g) => -g / Math.hypot(...gradient));
    }
    const length = Math.max(...direction.map(Math.abs));
    if (length > longestStep) direction = direction.map((d) => (d * longestStep) / length);
    const next = lower(objective, x, value, direction, dot(direction, gradient));
    if (!next) {
      // What was learnt of the curvature may be wrong; without it there is nothing left to try.
      if (!inverse) break;
      inverse = null;
      continue;
    }
    const slopeThere = slope(next.x);
    inverse = updated(
      inverse,
      next.x.map((v, i) => v - x[i]!),
      slopeThere.map((g, i) => g - gradient[i]!),
    );
    [x, value, gradient] = [next.x, next.value, slopeThere];
  }
  return told();
}

/**
 * Newton steps while each makes the slope less than half; near the bottom the values are too alike to be compared. The
 * curvature is taken again only after a step that could have changed it: for a large base it is the dearest part.
 */
function polished(objective: Objective, slope: Slope, from: Reached, near: number) {
  let { x, value, gradient } = from;
  let there = slope(x);
  let curvature = there.some(Number.isNaN) ? [[NaN]] : curvatureOf(slope, x);
  for (let step = 0; step < 8; step++) {
    const triangle = cholesky(curvature);
    if (!triangle) return { x, value, gradient, curvature: null };
    if (gradient <= 1e-12 * Math.max(1, Math.abs(value))) break;
    const move = solve(triangle, there);
    const next = x.map((v, i) => v - move[i]!);
    const slopeNext = slope(next);
    const [valueNext, gradientNext] = [objective(next), largestOf(slopeNext)];
    if (!(gradientNext < gradient / 2 && valueNext <= value + near)) break;
    [x, value, gradient, there] = [next, valueNext, gradientNext, slopeNext];
    if (largestOf(move) > 1e-5) curvature = curvatureOf(slope, x);
  }
  return { x, value, gradient, curvature: cholesky(curvature) && curvature };
}

function largestOf(values: readonly number[]): number {
  return Math.max(...values.map(Math.abs));
}

/** Armijo's condition by halving; null where even a billionth of the way is no way down. */
function lower(
  objective: Objective,
  x: readonly number[],
  value: number,
  direction: readonly number[],
  fall: number,
): { x: readonly number[]; value: number } | null {
  for (let share = 1; share > 1e-9; share /= 2) {
    const there = x.map((v, i) => v + share * direction[i]!);
    const reached = objective(there);
    // Near the bottom a rounding of the value hides the descent.
    if (reached <= value + 1e-4 * share * fall + 1e-15 * Math.abs(value) && reached < Infinity)
      return { x: there, value: reached };
  }
  return null;
}

function updated(
  inverse: number[][] | null,
  moved: readonly number[],
  change: readonly number[],
): number[][] | null {
  const along = dot(moved, change);
  if (!(along > 1e-12 * Math.hypot(...moved) * Math.hypot(...change))) return inverse;
  const scale = along / dot(change, change);
  const before = inverse ?? moved.map((_, i) => moved.map((_, j) => (i === j ? scale : 0)));
  const carried = before.map((row) => dot(row, change));
  const factor = (1 + dot(change, carried) / along) / along;
  return before.map((row, i) =>
    row.map(
      (v, j) =>
        v + factor * moved[i]! * moved[j]! - (carried[i]! * moved[j]! + moved[i]! * carried[j]!) / along,
    ),
  );
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0);
}
