/**
 * Triangle L of a symmetric positive definite matrix, L·Lᵀ, both row by row in one array, of the rows and columns `used`;
 * null where the rank is not full. As `cholesky`, without the arrays of arrays: for what runs thousands of times.
 */
export function factor(matrix: Float64Array, width: number, used: readonly number[]): Float64Array | null {
  const size = used.length;
  const lower = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      const whole = matrix[used[i]! * width + used[j]!]!;
      let rest = whole;
      for (let k = 0; k < j; k++) rest -= lower[i * size + k]! * lower[j * size + k]!;
      // A pivot that is nothing beside the diagonal it came from: the column adds nothing new.
      if (i === j && !(rest > whole * 1e-13)) return null;
      lower[i * size + j] = i === j ? Math.sqrt(rest) : rest / lower[j * size + j]!;
    }
  }
  return lower;
}

/** x of L·Lᵀ·x = right. */
export function solveFactor(lower: Float64Array, right: Float64Array): Float64Array {
  const size = right.length;
  const x = Float64Array.from(right);
  for (let i = 0; i < size; i++) {
    let rest = x[i]!;
    for (let k = 0; k < i; k++) rest -= lower[i * size + k]! * x[k]!;
    x[i] = rest / lower[i * size + i]!;
  }
  for (let i = size - 1; i >= 0; i--) {
    let rest = x[i]!;
    for (let k = i + 1; k < size; k++) rest -= lower[k * size + i]! * x[k]!;
    x[i] = rest / lower[i * size + i]!;
  }
  return x;
}

/** (L·Lᵀ)⁻¹, row by row. */
export function inverseOfFactor(lower: Float64Array, size: number): Float64Array {
  const inverse = new Float64Array(size * size);
  for (let j = 0; j < size; j++) {
    const unit = new Float64Array(size);
    unit[j] = 1;
    inverse.set(solveFactor(lower, unit), j * size);
  }
  return inverse;
}

/** ln of the determinant of L·Lᵀ. */
export function logDeterminant(lower: Float64Array, size: number): number {
  let sum = 0;
  for (let i = 0; i < size; i++) sum += 2 * Math.log(lower[i * size + i]!);
  return sum;
}
