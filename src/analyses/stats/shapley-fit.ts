import { solveKept } from "./shapley-solve";

/** Patterns of customers by columns: pattern i has values columns[·][i], n[i] customers, x[i] of them with the outcome. */
export interface Table {
  readonly size: number;
  /** By number of the model's column; each at least `size` long. */
  readonly columns: readonly Float64Array[];
  readonly x: Float64Array;
  readonly n: Float64Array;
}

/** What a fit leaves for the next, which begins there. Both over all columns of the model; those not kept are 0. */
export interface Position {
  readonly coefficients: Float64Array;
  /** Curvature of −log-likelihood, exact or followed by BFGS; row after row. */
  readonly curvature: Float64Array;
}

/**
 * A maximiser of logistic log-likelihoods over many models that differ by a column. It returns the log-likelihood at the
 * top, to 1e-10 of `scale` (the null model's), and moves `position` there. Columns that repeat others stay where they are.
 *
 * From a good beginning three gradients are enough: the curvature of the model before is followed by BFGS, and what the last
 * step would still gain is half of its decrement. Where that does not settle, Newton's method with step-halving does.
 * A model without finite estimates has a highest log-likelihood all the same, which the steps approach.
 * Nocedal & Wright (2006), Numerical Optimization, 2nd ed., formula 6.19; Boyd & Vandenberghe (2004), Convex Optimization,
 * §9.5.1.
 */
export function maximiser(patterns: number, columns: number) {
  const eta = new Float64Array(patterns);
  const rest = new Float64Array(patterns);
  const gradient = new Float64Array(columns);
  const before = new Float64Array(columns);
  const step = new Float64Array(columns);
  const bent = new Float64Array(columns);
  const lower = new Float64Array(columns * columns);

  /** Residuals and gradient at the coefficients. */
  function climb(table: Table, kept: readonly number[], coefficients: Float64Array) {
    linear(table, kept, coefficients, eta);
    const { x, n, size } = table;
    for (let i = 0; i < size; i++) rest[i] = x[i]! - n[i]! / (1 + Math.exp(-eta[i]!));
    slopes(table, kept, rest, gradient);
  }

  function quick(
    table: Table,
    kept: readonly number[],
    { coefficients, curvature }: Position,
    enough: number,
  ) {
    let decrement = Infinity;
    for (let round = 0; round < mostQuick; round++) {
      climb(table, kept, coefficients);
      if (round > 0) follow(kept, curvature, step, before, gradient, bent, columns);
      for (const j of kept) before[j] = gradient[j]!;
      solveKept(kept, curvature, gradient, step, lower, columns);
      const next = dot(kept, gradient, step);
      if (next <= enough) return likelihood(table, eta) + next / 2;
      if (!(next < decrement)) return null;
      decrement = next;
      for (const j of kept) coefficients[j]! += step[j]!;
    }
    return null;
  }

  function sure(
    table: Table,
    kept: readonly number[],
    { coefficients, curvature }: Position,
    enough: number,
  ) {
    climb(table, kept, coefficients);
    let reached = likelihood(table, eta);
    for (let round = 0; ; round++) {
      bendExactly(table, kept, eta, rest, curvature, columns);
      solveKept(kept, curvature, gradient, step, lower, columns);
      const decrement = dot(kept, gradient, step);
      if (decrement <= enough || round === mostSure) return reached + decrement / 2;
      let share = 1;
      const here = coefficients.slice();
      for (;;) {
        for (const j of kept) here[j] = coefficients[j]! + share * step[j]!;
        climb(table, kept, here);
        const likely = likelihood(table, eta);
        // The roundings of a sum of many terms are no descent.
        if (likely >= reached - 1e-13 * Math.abs(reached) || share < 1e-9) {
          reached = likely;
          break;
        }
        share /= 2;
      }
      coefficients.set(here);
    }
  }

  /**
   * Far out on the wrong side of a column that fixes the outcome all is flat: the steps leave the column alone as if it
   * repeated others, and only its gradient tells. At a top its square is below the decrement times the column's curvature,
   * which is at most a quarter of the customers.
   */
  function isTop({ n, size }: Table, kept: readonly number[], enough: number): boolean {
    let customers = 0;
    for (let i = 0; i < size; i++) customers += n[i]!;
    return kept.every((j) => gradient[j]! * gradient[j]! <= enough * customers);
  }

  return {
    fit(table: Table, kept: readonly number[], position: Position, scale: number): number {
      const enough = 1e-9 * scale;
      const start = position.coefficients.slice();
      const found = quick(table, kept, position, enough);
      if (found !== null && isTop(table, kept, enough)) return found;
      position.coefficients.set(start);
      const reached = sure(table, kept, position, enough);
      if (isTop(table, kept, enough)) return reached;
      position.coefficients.fill(0);
      return sure(table, kept, position, enough);
    },
    /** Slow and from anywhere: the curvature at the end is exact. */
    fitSurely: (table: Table, kept: readonly number[], position: Position, scale: number): number =>
      sure(table, kept, position, 1e-9 * scale),
    /** How far the next step moves the furthest logit: about 1 where there is no finite estimate, else next to nothing. */
    stride(table: Table, kept: readonly number[], { coefficients }: Position): number {
      const curvature = new Float64Array(columns * columns);
      climb(table, kept, coefficients);
      bendExactly(table, kept, eta, rest, curvature, columns);
      solveKept(kept, curvature, gradient, step, lower, columns);
      linear(table, kept, step, eta);
      return eta.subarray(0, table.size).reduce((far, one) => Math.max(far, Math.abs(one)), 0);
    },
    /** Moves a position to the model without `gone`: the top of the parabola that the curvature describes. */
    leave(kept: readonly number[], gone: readonly number[], { coefficients, curvature }: Position) {
      for (const i of kept) {
        let pull = 0;
        for (const j of gone) pull += curvature[i * columns + j]! * coefficients[j]!;
        gradient[i] = pull;
      }
      solveKept(kept, curvature, gradient, step, lower, columns);
      for (const i of kept) coefficients[i]! += step[i]!;
      for (const j of gone) coefficients[j] = 0;
    },
  };
}

const mostQuick = 8;
const mostSure = 100;

/** Σ of coefficient times column, four columns a pass: each pass costs a reading and a writing of the sums. */
export function linear(
  { size, columns }: Table,
  kept: readonly number[],
  coefficients: Float64Array,
  eta: Float64Array,
) {
  eta.fill(0, 0, size);
  let k = 0;
  for (; k + 3 < kept.length; k += 4) {
    const [a, b, c, d] = [
      columns[kept[k]!]!,
      columns[kept[k + 1]!]!,
      columns[kept[k + 2]!]!,
      columns[kept[k + 3]!]!,
    ];
    const p = coefficients[kept[k]!]!;
    const q = coefficients[kept[k + 1]!]!;
    const r = coefficients[kept[k + 2]!]!;
    const s = coefficients[kept[k + 3]!]!;
    for (let i = 0; i < size; i++) eta[i]! += p * a[i]! + q * b[i]! + (r * c[i]! + s * d[i]!);
  }
  for (; k < kept.length; k++) {
    const column = columns[kept[k]!]!;
    const p = coefficients[kept[k]!]!;
    for (let i = 0; i < size; i++) eta[i]! += p * column[i]!;
  }
}

function slopes(
  { size, columns }: Table,
  kept: readonly number[],
  rest: Float64Array,
  gradient: Float64Array,
) {
  let k = 0;
  for (; k + 3 < kept.length; k += 4) {
    const [a, b, c, d] = [
      columns[kept[k]!]!,
      columns[kept[k + 1]!]!,
      columns[kept[k + 2]!]!,
      columns[kept[k + 3]!]!,
    ];
    let [p, q, r, s] = [0, 0, 0, 0];
    for (let i = 0; i < size; i++) {
      const residual = rest[i]!;
      p += residual * a[i]!;
      q += residual * b[i]!;
      r += residual * c[i]!;
      s += residual * d[i]!;
    }
    gradient[kept[k]!] = p;
    gradient[kept[k + 1]!] = q;
    gradient[kept[k + 2]!] = r;
    gradient[kept[k + 3]!] = s;
  }
  for (; k < kept.length; k++) {
    const column = columns[kept[k]!]!;
    let p = 0;
    for (let i = 0; i < size; i++) p += rest[i]! * column[i]!;
    gradient[kept[k]!] = p;
  }
}

function likelihood({ size, x, n }: Table, eta: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < size; i++) {
    const e = eta[i]!;
    const small = Math.log1p(Math.exp(-Math.abs(e)));
    // With few or none of either kind the sum of the two halves keeps its digits.
    sum -= x[i]! * (Math.max(0, -e) + small);
    sum -= (n[i]! - x[i]!) * (Math.max(0, e) + small);
  }
  return sum;
}

/** X′WX over the kept columns; `weights` is overwritten. */
function bendExactly(
  { size, columns, n }: Table,
  kept: readonly number[],
  eta: Float64Array,
  weights: Float64Array,
  curvature: Float64Array,
  width: number,
) {
  for (let i = 0; i < size; i++) {
    const e = Math.exp(-Math.abs(eta[i]!));
    weights[i] = (n[i]! * e) / ((1 + e) * (1 + e));
  }
  for (let k = 0; k < kept.length; k++) {
    const a = columns[kept[k]!]!;
    for (let l = 0; l <= k; l++) {
      const b = columns[kept[l]!]!;
      let sum = 0;
      for (let i = 0; i < size; i++) sum += weights[i]! * a[i]! * b[i]!;
      curvature[kept[k]! * width + kept[l]!] = sum;
      curvature[kept[l]! * width + kept[k]!] = sum;
    }
  }
}

/** BFGS: the curvature that the last step has met. `bent` is curvature times step. */
function follow(
  kept: readonly number[],
  curvature: Float64Array,
  step: Float64Array,
  before: Float64Array,
  gradient: Float64Array,
  bent: Float64Array,
  width: number,
) {
  let met = 0;
  let expected = 0;
  for (const i of kept) {
    let sum = 0;
    for (const j of kept) sum += curvature[i * width + j]! * step[j]!;
    bent[i] = sum;
    expected += sum * step[i]!;
    met += (before[i]! - gradient[i]!) * step[i]!;
  }
  if (!(met > 1e-8 * expected && expected > 0)) return;
  for (const i of kept) {
    const y = (before[i]! - gradient[i]!) / met;
    const b = bent[i]! / expected;
    for (const j of kept) curvature[i * width + j]! += y * (before[j]! - gradient[j]!) - b * bent[j]!;
  }
}

function dot(kept: readonly number[], a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (const j of kept) sum += a[j]! * b[j]!;
  return sum;
}
