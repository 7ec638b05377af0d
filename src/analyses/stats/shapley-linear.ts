import { exactShares, mostExact, mostLevers, sampledShares, type LeverShares } from "./shapley";
import type { SharesOptions } from "./shapley-logistic";
import { solveKept } from "./shapley-solve";

/** Customers with the same values and the same y, counted. An intercept is in every model, not among the values. */
export interface LinearRow {
  readonly values: readonly number[];
  readonly y: number;
  readonly n: number;
}

export type LinearShares =
  | ({ readonly ok: true; readonly exact: boolean } & LeverShares)
  /** `constant`: y does not vary, nothing to explain. */
  | {
      readonly ok: false;
      readonly why: "no-base" | "constant" | "no-levers" | "too-many-levers" | "overlap" | "stopped";
    };

/**
 * Shares of R² of least squares ("LMG"), exact up to 12 levers; `levers` are the columns of each, all others are controls.
 * A column that repeats others adds nothing. From the correlations alone, so R² is exact to about 1e-12.
 * Grömping (2006), J. Statist. Software 17(1).
 */
export function linearShares(
  rows: readonly LinearRow[],
  levers: readonly (readonly number[])[],
  { seed = 0, pairs = 200, onProgress, isStopped }: SharesOptions = {},
): LinearShares {
  const used = rows.filter(({ n }) => n > 0);
  const width = used[0]?.values.length ?? 0;
  const owned = levers.flat();
  if (used.length === 0) return { ok: false, why: "no-base" };
  if (levers.length === 0) return { ok: false, why: "no-levers" };
  if (levers.length > mostLevers) return { ok: false, why: "too-many-levers" };
  if (new Set(owned).size < owned.length || owned.some((column) => !(column >= 0 && column < width)))
    return { ok: false, why: "overlap" };
  const { matrix, right, total } = productsOf(used, width);
  if (!(total > 0)) return { ok: false, why: "constant" };

  const step = new Float64Array(width);
  const lower = new Float64Array(width * width);
  const controls = Array.from({ length: width }, (_, j) => j).filter((column) => !owned.includes(column));
  const valueOf = (present: (lever: number) => boolean) => {
    const kept = [...controls, ...levers.flatMap((columns, lever) => (present(lever) ? columns : []))];
    solveKept(kept, matrix, right, step, lower, width);
    return kept.reduce((sum, j) => sum + step[j]! * right[j]!, 0) / total;
  };
  const exact = levers.length <= mostExact;
  if (exact) {
    const values = Float64Array.from({ length: 2 ** levers.length }, (_, subset) =>
      valueOf((lever) => (subset & (1 << lever)) !== 0),
    );
    return { ok: true, exact, ...exactShares(values, levers.length) };
  }
  let isOver = false;
  const along = (order: readonly number[]) => {
    isOver ||= isStopped?.() ?? false;
    if (isOver) return new Float64Array(order.length + 1);
    const place = new Int32Array(order.length);
    order.forEach((lever, i) => (place[lever] = i));
    return Float64Array.from({ length: order.length + 1 }, (_, gone) =>
      valueOf((lever) => place[lever]! >= gone),
    );
  };
  const shares = sampledShares(levers.length, along, { seed, pairs, onProgress });
  return isOver ? { ok: false, why: "stopped" } : { ok: true, exact, ...shares };
}

/** Sums of products about the means, columns in standard deviations; y in its own unit. */
function productsOf(rows: readonly LinearRow[], width: number) {
  const customers = rows.reduce((sum, { n }) => sum + n, 0);
  const about = (read: (row: LinearRow) => number) => {
    const mean = rows.reduce((sum, row) => sum + row.n * read(row), 0) / customers;
    const values = rows.map((row) => read(row) - mean);
    const squares = values.reduce((sum, value, i) => sum + rows[i]!.n * value * value, 0);
    // What is left of a constant is a rounding.
    const isConstant = !(Math.sqrt(squares / customers) > 1e-12 * Math.abs(mean));
    return { values, squares: isConstant ? 0 : squares };
  };
  const y = about((row) => row.y);
  const columns = Array.from({ length: width }, (_, j) => about((row) => row.values[j]!)).map(
    ({ values, squares }) => values.map((value) => (squares > 0 ? value / Math.sqrt(squares) : 0)),
  );
  const product = (a: readonly number[], b: readonly number[]) =>
    a.reduce((sum, value, i) => sum + rows[i]!.n * value * b[i]!, 0);
  const matrix = new Float64Array(width * width);
  columns.forEach((a, i) => columns.forEach((b, j) => (matrix[i * width + j] = product(a, b))));
  return {
    matrix,
    right: Float64Array.from(columns, (column) => product(column, y.values)),
    total: y.squares,
  };
}
