/**
 * The point of the cone {δ : a·δ ≥ 0 for every row a} that lies nearest to `target`; null where that is the origin.
 * Rows of unit length, row by row in one array. By Moreau's decomposition it is what non-negative least squares leaves of
 * the target: min ‖target + Σ z·a‖, z ≥ 0; so it ends after finitely many steps with an exact face of the cone.
 * Moreau (1962), C. R. Acad. Sci. 255, 238–240; Lawson & Hanson (1974), Solving Least Squares Problems, ch. 23 (NNLS).
 */
export function nearestInCone(rows: Float64Array, width: number, target: Float64Array): Float64Array | null {
  const size = norm(target);
  if (size === 0) return null;
  const goal = target.map((value) => value / size);
  const count = rows.length / width;
  let active: number[] = [];
  let shares: number[] = [];
  let left = goal;
  const refused = new Set<number>();
  for (let step = 0; step < 100 * (width + 10); step++) {
    if (norm(left) <= 1e-9) return null;
    const worst = mostViolated(rows, width, count, left, refused);
    if (worst === null) return left;
    let trial = [...active, worst];
    let held = [...shares, 0];
    let solved = leastSquares(rows, width, trial, goal);
    // Where the new row would at once be pushed out again it is violated by a rounding only.
    if (!solved || !(solved.shares[trial.length - 1]! > 0)) {
      refused.add(worst);
      continue;
    }
    while (solved && solved.shares.some((share) => share <= 0)) {
      const found: readonly number[] = solved.shares;
      // As far towards the solution as no share falls below 0; who reaches 0 leaves.
      const reach = Math.min(...found.map((to, k) => (to <= 0 ? held[k]! / (held[k]! - to) : 1)));
      held = held.map((from, k) => from + reach * (found[k]! - from));
      const stays = held.map((share, k) => share > 1e-15 && !(found[k]! <= 0 && share <= 1e-12));
      trial = trial.filter((_, k) => stays[k]);
      held = held.filter((_, k) => stays[k]);
      solved = leastSquares(rows, width, trial, goal);
    }
    if (!solved) return null;
    refused.clear();
    active = trial;
    shares = solved.shares;
    left = solved.left;
  }
  return null;
}

/** Further outside than a rounding of sums over columns of size 1. */
const outside = 1e-11;

function mostViolated(
  rows: Float64Array,
  width: number,
  count: number,
  point: Float64Array,
  refused: ReadonlySet<number>,
): number | null {
  let worst: number | null = null;
  let lowest = -outside;
  for (let i = 0, base = 0; i < count; i++, base += width) {
    let product = 0;
    for (let j = 0; j < width; j++) product += rows[base + j]! * point[j]!;
    if (product < lowest && !refused.has(i)) {
      lowest = product;
      worst = i;
    }
  }
  return worst;
}

/** Shares z of the rows that bring goal + Σ z·row nearest to 0, and what is left; null where the rows are dependent. */
function leastSquares(rows: Float64Array, width: number, used: readonly number[], goal: Float64Array) {
  const basis: Float64Array[] = [];
  const triangle: number[][] = [];
  for (const row of used) {
    const rest = rows.slice(row * width, (row + 1) * width);
    const parts = takeAway(rest, basis);
    const left = norm(rest);
    if (left <= 1e-10) return null;
    basis.push(rest.map((value) => value / left));
    triangle.push([...parts, left]);
  }
  const left = Float64Array.from(goal);
  const shares = takeAway(left, basis).map((part) => -part);
  for (let k = shares.length - 1; k >= 0; k--) {
    for (let later = k + 1; later < shares.length; later++)
      shares[k]! -= triangle[later]![k]! * shares[later]!;
    shares[k]! /= triangle[k]![k]!;
  }
  return { shares, left };
}

/** Takes the parts along the basis out of the vector, twice over against roundings, and says how much they were. */
function takeAway(vector: Float64Array, basis: readonly Float64Array[]): number[] {
  const parts = basis.map(() => 0);
  for (let pass = 0; pass < 2; pass++) {
    basis.forEach((direction, k) => {
      let part = 0;
      for (let j = 0; j < vector.length; j++) part += vector[j]! * direction[j]!;
      parts[k]! += part;
      for (let j = 0; j < vector.length; j++) vector[j]! -= part * direction[j]!;
    });
  }
  return parts;
}

function norm(vector: Float64Array): number {
  return Math.hypot(...vector);
}
