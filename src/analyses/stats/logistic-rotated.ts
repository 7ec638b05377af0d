import type { Packed } from "./logistic-packed";

/**
 * The centred data with coordinates turned so that the first coefficient is the intercept of the columns as given, times
 * scale[0]; the others are at right angles to it. The intercept as given is what is told for a customer with 0 everywhere,
 * often far from all customers: held at a value in the columns as given, all would hang on small differences of large
 * numbers; a turn (Householder's) keeps all as well conditioned as the centred columns are. `turn` takes coefficients of the
 * centred data there, and back. Golub & Van Loan (2013), Matrix Computations, 4th ed., §5.1.
 */
export function aboutIntercept(data: Packed): {
  readonly rotated: Packed;
  readonly turn: (coefficients: Float64Array) => Float64Array;
} {
  const { width, centre, scale, columns, rows } = data;
  // Intercept as given: the centred one less Σ slope · centre/scale.
  const functional = Float64Array.from(centre, (middle, j) => (j === 0 ? 1 : -middle / scale[j]!));
  const length = Math.hypot(...functional);
  const mirror = functional.map((value, j) => value / length - (j === 0 ? 1 : 0));
  const square = mirror.reduce((sum, value) => sum + value * value, 0);
  const factor = square > 0 ? 2 / square : 0;
  const turned = columns.map((column) => Float64Array.from(column));
  for (let i = 0; i < rows; i++) {
    let along = 0;
    for (let j = 0; j < width; j++) along += columns[j]![i]! * mirror[j]!;
    for (let j = 0; j < width; j++) turned[j]![i]! -= factor * along * mirror[j]!;
  }
  return {
    rotated: {
      ...data,
      columns: turned,
      centre: new Float64Array(width),
      scale: new Float64Array(width).fill(1).map((one, j) => (j === 0 ? 1 / length : one)),
    },
    turn: (coefficients) => {
      const along = coefficients.reduce((sum, b, j) => sum + b * mirror[j]!, 0);
      return coefficients.map((b, j) => b - factor * along * mirror[j]!);
    },
  };
}
