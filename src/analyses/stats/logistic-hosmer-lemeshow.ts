import { chiSquareUpper } from "./chi-square";
import type { Told } from "./logistic-calibration";

export interface HosmerLemeshow {
  readonly chiSquare: number;
  /** Groups less 2, of probabilities fitted to the same customers. */
  readonly df: number;
  readonly p: number;
  readonly groups: readonly {
    readonly n: number;
    readonly observed: number;
    /** Sum of probabilities. */
    readonly expected: number;
  }[];
}

/**
 * Hosmer & Lemeshow's test of fit on groups of rising probability, cut at its quantiles (type 7), equal probabilities
 * together. An extra only: it depends on the number of groups and says little of few customers and too much of many; look at
 * `calibration` (Van Calster et al. 2019, BMC Med. 17, 230). Null with fewer than three groups, or where a group's
 * expectation is 0 or all of it. Hosmer & Lemeshow (1980), Commun. Statist. A9, 1043–1069.
 */
export function hosmerLemeshow(rows: readonly Told[], groups = 10): HosmerLemeshow | null {
  const sorted = rows.filter(({ n }) => n > 0).sort((a, b) => a.p - b.p);
  const customers = sorted.reduce((sum, { n }) => sum + n, 0);
  if (!(Number.isInteger(groups) && groups >= 3) || customers === 0) return null;
  const edges = [
    ...new Set(Array.from({ length: groups - 1 }, (_, k) => quantileOf(sorted, customers, (k + 1) / groups))),
  ];
  const found = [...edges, Infinity].map(() => ({ n: 0, observed: 0, expected: 0 }));
  for (const { p, x, n } of sorted) {
    const at = edges.findIndex((edge) => p <= edge);
    const group = found[at < 0 ? edges.length : at]!;
    group.n += n;
    group.observed += x;
    group.expected += n * p;
  }
  const filled = found.filter(({ n }) => n > 0);
  if (filled.length < 3 || filled.some(({ n, expected }) => !(expected > 0 && expected < n))) return null;
  const chiSquare = filled.reduce(
    (sum, { n, observed, expected }) =>
      sum + (observed - expected) ** 2 / expected + (observed - expected) ** 2 / (n - expected),
    0,
  );
  const df = filled.length - 2;
  return { chiSquare, df, p: chiSquareUpper(chiSquare, df), groups: filled };
}

/** Type 7 over customers: rows sorted by p, each standing for n of them. */
function quantileOf(rows: readonly Told[], customers: number, share: number): number {
  const position = share * (customers - 1);
  const below = Math.floor(position);
  const [low, high] = [valueAt(rows, below), valueAt(rows, Math.min(customers - 1, below + 1))];
  return low + (position - below) * (high - low);
}

function valueAt(rows: readonly Told[], index: number): number {
  let seen = 0;
  for (const { p, n } of rows) {
    seen += n;
    if (index < seen) return p;
  }
  return rows.at(-1)!.p;
}
