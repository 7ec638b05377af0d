import type { Pattern } from "./logistic";

/** Counted patterns as typed arrays, their columns standardised: what the iterations run over. */
export interface Packed {
  readonly rows: number;
  readonly width: number;
  /** width columns of rows numbers. */
  readonly columns: readonly Float64Array[];
  readonly x: Float64Array;
  readonly n: Float64Array;
  readonly customers: number;
  /** A value here is (the value given − centre)/scale of its column. */
  readonly centre: Float64Array;
  readonly scale: Float64Array;
}

/**
 * Patterns with n > 0 and the given columns of them. `centred`: each column but the first, which must be the intercept, has
 * its mean taken away and is divided by its standard deviation; otherwise each is divided by its largest value.
 */
export function pack(
  patterns: readonly Pattern[],
  chosen: readonly number[],
  { centred }: { readonly centred: boolean },
): Packed {
  const used = patterns.filter(({ n }) => n > 0);
  const [rows, width] = [used.length, chosen.length];
  const n = Float64Array.from(used, (one) => one.n);
  const customers = n.reduce((sum, count) => sum + count, 0);
  const centre = new Float64Array(width);
  const scale = new Float64Array(width).fill(1);
  const columns = chosen.map((from, j) => {
    const column = new Float64Array(rows);
    for (let i = 0; i < rows; i++) column[i] = used[i]!.values[from]!;
    if (centred && j === 0) return column;
    if (centred) centre[j] = meanOf(column, n, customers);
    const middle = centre[j]!;
    scale[j] = centred ? deviationOf(column, n, customers, middle) : largestOf(column);
    if (!(scale[j]! > 0)) scale[j] = 1;
    const size = scale[j]!;
    for (let i = 0; i < rows; i++) column[i] = (column[i]! - middle) / size;
    return column;
  });
  return { rows, width, columns, x: Float64Array.from(used, (one) => one.x), n, customers, centre, scale };
}

// Loops and no callbacks: a model of many customers is packed a hundred times.

function meanOf(column: Float64Array, n: Float64Array, customers: number): number {
  let sum = 0;
  for (let i = 0; i < column.length; i++) sum += column[i]! * n[i]!;
  return sum / customers;
}

function deviationOf(column: Float64Array, n: Float64Array, customers: number, middle: number): number {
  let sum = 0;
  for (let i = 0; i < column.length; i++) sum += n[i]! * (column[i]! - middle) ** 2;
  return Math.sqrt(sum / customers);
}

function largestOf(column: Float64Array): number {
  let largest = 0;
  for (let i = 0; i < column.length; i++) largest = Math.max(largest, Math.abs(column[i]!));
  return largest;
}

/** Coefficients of the columns as given from those of the standardised ones. */
export function unscaled({ centre, scale }: Packed, coefficients: Float64Array): number[] {
  const found = Array.from(coefficients, (b, j) => b / scale[j]!);
  for (let j = 1; j < found.length; j++) found[0]! -= found[j]! * centre[j]!;
  return found;
}

/** Covariance of the coefficients as given, from that of the standardised ones (row by row). */
export function unscaledCovariance({ width, centre, scale }: Packed, covariance: Float64Array): number[][] {
  const found = Array.from({ length: width }, (_, i) =>
    Array.from({ length: width }, (_, j) => covariance[i * width + j]! / (scale[i]! * scale[j]!)),
  );
  // The intercept as given is its own standardised one less Σ slope · centre: first its row, then its column.
  for (let i = 1; i < width; i++) {
    for (let j = 0; j < width; j++) found[0]![j]! -= centre[i]! * found[i]![j]!;
  }
  for (let i = 1; i < width; i++) {
    for (let j = 0; j < width; j++) found[j]![0]! -= centre[i]! * found[j]![i]!;
  }
  return found;
}
