import type { Pattern } from "./logistic";

export interface Aliased {
  /** The column that says nothing new. */
  readonly column: number;
  /** Columns before it whose weighted sum it is: [0], the intercept, where it is the same for all; none where it is 0. */
  readonly repeats: readonly number[];
}

/**
 * Which columns carry something of their own, in the given order: a column that earlier ones add up to is dropped, as R's
 * lm and glm do (dqrdc2). Gram–Schmidt, a second time where it leaves less than a tenth, rows weighted by √n; a column is
 * dropped where what is left of it is 1e-9 of its spread or 1e-12 of its size. Golub & Van Loan (2013), Matrix
 * Computations, 4th ed., §5.2; twice is enough: Parlett (1998), The Symmetric Eigenvalue Problem, §6.9.
 */
export function independentColumns(patterns: readonly Pattern[]): {
  readonly kept: readonly number[];
  readonly aliased: readonly Aliased[];
} {
  const used = patterns.filter(({ n }) => n > 0);
  const width = used[0]?.values.length ?? 0;
  const roots = used.map(({ n }) => Math.sqrt(n));
  const basis: Float64Array[] = [];
  // Row k: the k-th kept column in terms of the basis.
  const triangle: number[][] = [];
  const kept: number[] = [];
  const aliased: Aliased[] = [];
  for (let column = 0; column < width; column++) {
    const rest = new Float64Array(used.length);
    for (let i = 0; i < rest.length; i++) rest[i] = used[i]!.values[column]! * roots[i]!;
    const size = norm(rest);
    const parts = basis.map(() => 0);
    let spread = size;
    for (let pass = 0; pass < 2 && (pass === 0 || norm(rest) < size / 10); pass++) {
      basis.forEach((direction, k) => {
        const part = dot(rest, direction);
        parts[k]! += part;
        for (let i = 0; i < rest.length; i++) rest[i]! -= part * direction[i]!;
        if (pass === 0 && k === 0) spread = norm(rest);
      });
    }
    const left = norm(rest);
    if (left > 1e-9 * spread && left > 1e-12 * size) {
      for (let i = 0; i < rest.length; i++) rest[i]! /= left;
      basis.push(rest);
      triangle.push([...parts, left]);
      kept.push(column);
    } else {
      aliased.push({ column, repeats: size === 0 ? [] : summands(triangle, parts).map((k) => kept[k]!) });
    }
  }
  return { kept, aliased };
}

/** Which kept columns take part in the sum that gives a column with these parts. */
function summands(triangle: readonly (readonly number[])[], parts: readonly number[]): number[] {
  const factors = [...parts];
  for (let k = factors.length - 1; k >= 0; k--) {
    for (let later = k + 1; later < factors.length; later++) {
      factors[k]! -= triangle[later]![k]! * factors[later]!;
    }
    factors[k]! /= triangle[k]![k]!;
  }
  const sizes = factors.map((factor, k) => Math.abs(factor) * Math.hypot(...triangle[k]!));
  const largest = Math.max(...sizes);
  return sizes.flatMap((size, k) => (size > 1e-7 * largest ? [k] : []));
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

function norm(a: Float64Array): number {
  return Math.sqrt(dot(a, a));
}
