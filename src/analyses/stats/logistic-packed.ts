import type { Pattern } from "./logistic";

/** Counted patterns as typed arrays, their columns standardised: what the iterations run over. */
export interface Packed {
  readonly rows: number;
  readonly width: number;
  /** Row by row, rows × width. */
  readonly values: Float64Array;
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
  columns: readonly number[],
  { centred }: { readonly centred: boolean },
): Packed {
  const used = patterns.filter(({ n }) => n > 0);
  const [rows, width] = [used.length, columns.length];
  const values = new Float64Array(rows * width);
  used.forEach((one, i) => columns.forEach((column, j) => (values[i * width + j] = one.values[column]!)));
  const n = Float64Array.from(used, (one) => one.n);
  const customers = n.reduce((sum, count) => sum + count, 0);
  const centre = new Float64Array(width);
  const scale = new Float64Array(width).fill(1);
  for (let j = centred ? 1 : 0; j < width; j++) {
    if (centred) centre[j] = meanOf(values, n, j, width, customers);
    scale[j] = centred
      ? deviationOf(values, n, j, width, centre[j]!, customers)
      : largestOf(values, j, width);
    for (let at = j; at < values.length; at += width) values[at] = (values[at]! - centre[j]!) / scale[j]!;
  }
  return { rows, width, values, x: Float64Array.from(used, (one) => one.x), n, customers, centre, scale };
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

function meanOf(values: Float64Array, n: Float64Array, j: number, width: number, customers: number) {
  let sum = 0;
  for (let i = 0; i < n.length; i++) sum += n[i]! * values[i * width + j]!;
  return sum / customers;
}

function deviationOf(
  values: Float64Array,
  n: Float64Array,
  j: number,
  width: number,
  centre: number,
  customers: number,
) {
  let sum = 0;
  for (let i = 0; i < n.length; i++) sum += n[i]! * (values[i * width + j]! - centre) ** 2;
  return sum > 0 ? Math.sqrt(sum / customers) : 1;
}

function largestOf(values: Float64Array, j: number, width: number) {
  let largest = 0;
  for (let at = j; at < values.length; at += width) largest = Math.max(largest, Math.abs(values[at]!));
  return largest > 0 ? largest : 1;
}
