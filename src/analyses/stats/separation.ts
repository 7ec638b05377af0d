import type { Pattern } from "./logistic";
import { pack, type Packed } from "./logistic-packed";
import { independentColumns } from "./logistic-rank";
import { nearestInCone } from "./separation-cone";

export interface Separation {
  /** `complete`: the values fix the outcome of every customer; `quasi`: of some, and the others overlap. */
  readonly kind: "complete" | "quasi";
  /**
   * Columns whose coefficient has no finite maximum likelihood estimate: the likelihood rises as it goes `up` to +∞ or
   * `down` to −∞; `either`: it depends on where other columns go. Columns that repeat others are not listed.
   */
  readonly columns: readonly { readonly column: number; readonly direction: "up" | "down" | "either" }[];
  /** Customers whose outcome is fixed. */
  readonly customers: number;
}

/**
 * Do the values fix the outcome, so that logistic regression has no finite estimate? Null where it has one. Exact: the
 * directions in which the likelihood never falls make a cone; it is looked for along every column up and down.
 * One outcome only is separation as well. Values as in `logistic`; counts x from 0 to n.
 * Albert & Anderson (1984), Biometrika 71, 1–10; Konis (2007), thesis, Oxford, ch. 4 (there by a linear programme).
 */
export function separation(patterns: readonly Pattern[]): Separation | null {
  const used = patterns.filter(({ n }) => n > 0);
  const { kept } = independentColumns(used);
  if (kept.length === 0) return null;
  const isMixed = ({ x, n }: Pattern) => x > 0 && x < n;
  // Customers with the same values and both outcomes: where these fill every direction there is nothing to look for.
  if (independentColumns(used.filter(isMixed)).kept.length === kept.length) return null;
  const centred = kept[0] === 0 && used.every(({ values }) => values[0] === 1);
  const data = pack(used, kept, { centred });
  const cone = coneOf(data);
  const fixed = fixedRows(cone, data.width);
  if (fixed.size === 0) return null;
  const customers = used.reduce((sum, { n }, i) => sum + (fixed.has(i) ? n : 0), 0);
  return {
    kind: fixed.size === used.length ? "complete" : "quasi",
    columns: kept.flatMap((column, j) => {
      const direction = directionOf(cone.rows, data, j);
      return direction ? [{ column, direction }] : [];
    }),
    customers,
  };
}

interface Cone {
  /** Rows of unit length that a direction must not be against; a pattern with both outcomes gives one each way. */
  readonly rows: Float64Array;
  readonly patterns: readonly number[];
}

function coneOf({ rows, width, columns, x, n }: Packed): Cone {
  const found = new Float64Array(2 * rows * width);
  const patterns: number[] = [];
  for (let i = 0; i < rows; i++) {
    let square = 0;
    for (const column of columns) square += column[i]! ** 2;
    if (square === 0) continue;
    for (const side of [1, -1]) {
      if (side === 1 ? x[i]! === 0 : x[i]! === n[i]!) continue;
      const base = patterns.length * width;
      for (let j = 0; j < width; j++) found[base + j] = (side * columns[j]![i]!) / Math.sqrt(square);
      patterns.push(i);
    }
  }
  return { rows: found.subarray(0, patterns.length * width), patterns };
}

/** Patterns whose outcome some direction of the cone fixes. What one direction leaves open the next may fix (Geyer 2009, Electron. J. Stat. 3, 259–289). */
function fixedRows({ rows, patterns }: Cone, width: number): Set<number> {
  const fixed = new Set<number>();
  let open = patterns.map((_, k) => k);
  while (open.length > 0) {
    const kept = new Float64Array(open.length * width);
    open.forEach((k, at) => kept.set(rows.subarray(k * width, (k + 1) * width), at * width));
    const sum = new Float64Array(width);
    for (let at = 0; at < kept.length; at++) sum[at % width]! += kept[at]!;
    // Of rows that cancel out no direction fixes any.
    if (Math.hypot(...sum) <= 1e-12 * open.length) return fixed;
    const direction = nearestInCone(kept, width, sum);
    if (!direction) return fixed;
    const size = Math.hypot(...direction);
    const still = open.filter((_, at) => {
      let along = 0;
      for (let j = 0; j < width; j++) along += kept[at * width + j]! * direction[j]!;
      return !(along > 1e-9 * size);
    });
    if (still.length === open.length) return fixed;
    const stays = new Set(still);
    for (const k of open) if (!stays.has(k)) fixed.add(patterns[k]!);
    open = still;
  }
  return fixed;
}

function directionOf(rows: Float64Array, { width, centre, scale }: Packed, column: number) {
  const up = new Float64Array(width);
  up[column] = 1;
  // The intercept as given is the standardised one less Σ slope · centre/scale.
  if (column === 0) for (let j = 1; j < width; j++) up[j] = -centre[j]! / scale[j]!;
  const rises = nearestInCone(rows, width, up) !== null;
  const falls =
    nearestInCone(
      rows,
      width,
      up.map((value) => -value),
    ) !== null;
  if (rises && falls) return "either";
  return rises ? "up" : falls ? "down" : null;
}
