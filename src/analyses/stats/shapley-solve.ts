/**
 * step = curvature⁻¹·right over the kept columns of a symmetric matrix of `width` columns, row after row; 0 for a column that
 * those before it make up. `lower` is room of the same size as the matrix. Cholesky's decomposition.
 */
export function solveKept(
  kept: readonly number[],
  curvature: Float64Array,
  right: Float64Array,
  step: Float64Array,
  lower: Float64Array,
  width: number,
) {
  const size = kept.length;
  for (let i = 0; i < size; i++) {
    const row = kept[i]! * width;
    let sum = right[kept[i]!]!;
    for (let j = 0; j < i; j++) {
      let cell = curvature[row + kept[j]!]!;
      for (let k = 0; k < j; k++) cell -= lower[i * width + k]! * lower[j * width + k]!;
      const pivot = lower[j * width + j]!;
      cell = pivot === 0 ? 0 : cell / pivot;
      lower[i * width + j] = cell;
      sum -= cell * step[kept[j]!]!;
    }
    const own = curvature[row + kept[i]!]!;
    let left = own;
    for (let k = 0; k < i; k++) left -= lower[i * width + k]! * lower[i * width + k]!;
    const pivot = left > 1e-12 * own ? Math.sqrt(left) : 0;
    lower[i * width + i] = pivot;
    step[kept[i]!] = pivot === 0 ? 0 : sum / pivot;
  }
  for (let i = size - 1; i >= 0; i--) {
    const pivot = lower[i * width + i]!;
    let sum = step[kept[i]!]!;
    for (let k = i + 1; k < size; k++) sum -= lower[k * width + i]! * step[kept[k]!]!;
    step[kept[i]!] = pivot === 0 ? 0 : sum / pivot;
  }
}
