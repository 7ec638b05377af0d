/** Lower triangle L of a symmetric positive definite matrix, L·Lᵀ; null when the rank is not full. */
export function cholesky(matrix: readonly (readonly number[])[]): number[][] | null {
  const size = matrix.length;
  const lower = matrix.map(() => new Array<number>(size).fill(0));
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = matrix[i]![j]!;
      for (let k = 0; k < j; k++) rest -= lower[i]![k]! * lower[j]![k]!;
      // A pivot that is nothing beside the diagonal it came from: the column adds nothing new.
      if (i === j && !(rest > matrix[i]![i]! * 1e-12)) return null;
      lower[i]![j] = i === j ? Math.sqrt(rest) : rest / lower[j]![j]!;
    }
  }
  return lower;
}

/** The inverse of the matrix whose triangle `cholesky` gave. */
export function inverseOf(lower: readonly (readonly number[])[]): number[][] {
  const columns = lower.map((_, i) =>
    solve(
      lower,
      lower.map((_, j) => (i === j ? 1 : 0)),
    ),
  );
  return columns[0] ? columns[0].map((_, row) => columns.map((column) => column[row]!)) : [];
}

/** x of L·Lᵀ·x = right. */
export function solve(lower: readonly (readonly number[])[], right: readonly number[]): number[] {
  const x = [...right];
  for (let i = 0; i < x.length; i++) {
    for (let k = 0; k < i; k++) x[i]! -= lower[i]![k]! * x[k]!;
    x[i]! /= lower[i]![i]!;
  }
  for (let i = x.length - 1; i >= 0; i--) {
    for (let k = i + 1; k < x.length; k++) x[i]! -= lower[k]![i]! * x[k]!;
    x[i]! /= lower[i]![i]!;
  }
  return x;
}
