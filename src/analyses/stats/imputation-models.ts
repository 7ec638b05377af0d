import { chiSquareDraw, normalDraw } from "./gamma-draw";
import { factor, solveFactor } from "./logistic-factor";
import { allOf, maximise } from "./logistic-newton";
import type { Packed } from "./logistic-packed";
import type { Random } from "./random";

/** Customers of whom the value is known: `columns` of what explains it (the first is 1 everywhere), its values, counts. */
export interface Known {
  readonly columns: readonly Float64Array[];
  readonly values: Float64Array;
  readonly n: Float64Array;
}

/**
 * Coefficients of a logistic regression of a 0/1 value, drawn from about their posterior: normal around the estimate.
 * A few made-up customers beside the others, as heavy as there are coefficients, keep it finite where the value is separated
 * or a column repeats others: White, Daniel & Royston (2010), Comput. Stat. Data Anal. 54, 2267–2275. Null without an
 * estimate. Rubin (1987), p. 169–170.
 */
export function drawnLogistic(known: Known, source: Random): Float64Array | null {
  const data = augmented(known);
  const all = allOf(data.width);
  const top = maximise({ data, isPenalised: false }, all, new Float64Array(data.width));
  const lower = top && factor(top.information, data.width, all);
  return lower && around(top.coefficients, lower, 1, source);
}

export interface DrawnLinear {
  /** The estimate, and a draw around it. */
  readonly estimate: Float64Array;
  readonly drawn: Float64Array;
}

/** The same of a measure by least squares; a breath of ridge (10⁻⁵ of the diagonal) where columns repeat each other. Rubin (1987), p. 167. */
export function drawnLinear({ columns, values, n }: Known, source: Random): DrawnLinear | null {
  const width = columns.length;
  const sum = (of: (row: number) => number) => {
    let all = 0;
    for (let row = 0; row < n.length; row++) all += n[row]! * of(row);
    return all;
  };
  const products = new Float64Array(width * width);
  for (let i = 0; i < width; i++)
    for (let j = 0; j <= i; j++) {
      const [a, b] = [columns[i]!, columns[j]!];
      const value = sum((row) => a[row]! * b[row]!);
      products[i * width + j] = products[j * width + i] = i === j ? value * (1 + 1e-5) + 1e-12 : value;
    }
  const lower = factor(products, width, allOf(width));
  if (!lower) return null;
  const estimate = solveFactor(
    lower,
    Float64Array.from(columns, (column) => sum((row) => column[row]! * values[row]!)),
  );
  const left = sum((row) => (values[row]! - linearAt(columns, estimate, row)) ** 2);
  const df = Math.max(2, sum(() => 1) - width);
  const scale = Math.sqrt(left / chiSquareDraw(df, source));
  return { estimate, drawn: around(estimate, lower, scale, source) };
}

export function linearAt(columns: readonly Float64Array[], coefficients: Float64Array, row: number): number {
  let linear = 0;
  for (let j = 0; j < columns.length; j++) linear += columns[j]![row]! * coefficients[j]!;
  return linear;
}

/** The estimate plus scale · L⁻ᵀz, which has covariance scale² · (L·Lᵀ)⁻¹. */
function around(estimate: Float64Array, lower: Float64Array, scale: number, source: Random): Float64Array {
  const size = estimate.length;
  const z = Float64Array.from(estimate, () => normalDraw(source));
  const step = new Float64Array(size);
  for (let i = size - 1; i >= 0; i--) {
    let rest = z[i]!;
    for (let k = i + 1; k < size; k++) rest -= lower[k * size + i]! * step[k]!;
    step[i] = rest / lower[i * size + i]!;
  }
  return estimate.map((value, i) => value + scale * step[i]!);
}

/** Of each column two made-up places, a standard deviation to either side of the middle of all, half of them with the value. */
function augmented({ columns, values, n }: Known): Packed {
  const width = columns.length;
  const rows = n.length;
  const customers = n.reduce((sum, one) => sum + one, 0);
  const middle = columns.map(
    (column) => column.reduce((sum, value, row) => sum + n[row]! * value, 0) / customers,
  );
  const spread = columns.map((column, j) =>
    Math.sqrt(column.reduce((sum, value, row) => sum + n[row]! * (value - middle[j]!) ** 2, 0) / customers),
  );
  const made = 2 * (width - 1);
  const weight = made > 0 ? width / made : 0;
  const longer = (from: Float64Array, rest: (row: number) => number) => {
    const all = new Float64Array(rows + made);
    all.set(from);
    for (let row = 0; row < made; row++) all[rows + row] = rest(row);
    return all;
  };
  return {
    rows: rows + made,
    width,
    columns: columns.map((column, j) =>
      longer(
        column,
        (row) => middle[j]! + (1 + (row >> 1) === j ? (row % 2 ? 1 : -1) * (spread[j]! || 1) : 0),
      ),
    ),
    x: longer(
      values.map((value, row) => value * n[row]!),
      () => weight / 2,
    ),
    n: longer(n, () => weight),
    customers: customers + made * weight,
    centre: new Float64Array(width),
    scale: new Float64Array(width).fill(1),
  };
}
