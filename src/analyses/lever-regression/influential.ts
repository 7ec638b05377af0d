import { fitLevers, groupsOf, type FitChoice, type LeverFit, type TermGroup } from "../levers/fit";
import type { Design } from "../levers/design";
import { influence } from "../stats/logistic-influence";
import { limit, mostFew } from "./limits";
import type { Influence, Weighty } from "./result";

type Terms = Pick<Design, "terms" | "patterns">;
type Fit = Extract<LeverFit, { ok: true }>;

/** Customers with the same pattern and the same outcome: each of them weighs the same. */
interface Cell {
  readonly pattern: number;
  readonly hasStayed: boolean;
  readonly customers: number;
  readonly leverage: number;
  readonly cook: number;
  readonly changes: readonly (number | null)[];
}

interface Beside {
  readonly told: readonly TermGroup[];
  readonly whole: Terms;
  /** p of the lever at that place, corrected for the search of its threshold. */
  readonly searched: (p: number | null, place: number) => number | null;
}

/** So many patterns are looked at; of more customers no few weigh much. */
const mostPatterns = 10_000;
/** So many are listed, those that weigh most: beyond the first ones as long as their distance is above four to the number of customers. */
const listed = { first: 3, most: 8, above: 4 };
/** One in a hundred, where that is fewer than `mostFew`. */
const fewShare = 0.01;

/**
 * Who weighs most in the model, and which of the levers that are told would not be without a few customers: those that
 * pull it most the way it is told, taken out by one step and fitted anew without them. Null where there are too many patterns
 * to look at. `whole`: the design with the columns that repeat others, the same patterns. Pregibon (1981), Ann. Statist. 9, 705–724; which few to take out: Broderick, Giordano & Meager (2020),
 * arXiv:2011.14999.
 */
export function influential(design: Terms, fit: Fit, { told, whole, searched }: Beside): Influence | null {
  const { patterns } = design;
  if (patterns.length > mostPatterns) return null;
  const cells = cellsOf(design, fit);
  const customers = patterns.reduce((sum, { n }) => sum + n, 0);
  const chosen: Cell[] = [...cells]
    .sort((a, b) => b.cook - a.cook)
    .slice(0, listed.most)
    .filter(({ cook }, i) => i < listed.first || cook * customers > listed.above);
  const few = Math.max(1, Math.min(mostFew, Math.floor(fewShare * customers)));
  const turns = told.flatMap(({ place, columns }) => {
    const found = turning(design, fit, cells, columns[0]!, few, (p) => searched(p, place));
    if (!found) return [];
    const places = found.cells.map((cell) => {
      if (!chosen.includes(cell)) chosen.push(cell);
      return chosen.indexOf(cell);
    });
    return [{ lever: place, customers: found.customers, p: found.p, cells: places }];
  });
  return {
    cells: chosen.map(({ pattern, hasStayed, customers: alike, leverage, cook, changes }) => ({
      ...described(whole, pattern),
      hasStayed,
      customers: alike,
      leverage,
      cook,
      moves: mostMoved(changes, fit),
    })),
    turns,
  };
}

function cellsOf({ patterns }: Terms, { estimate }: Fit): Cell[] {
  return patterns.flatMap(({ values, x, n }, pattern) =>
    [true, false].flatMap((hasStayed): Cell[] => {
      const customers = hasStayed ? x : n - x;
      const found = customers > 0 ? influence(values, hasStayed, estimate) : null;
      return found ? [{ pattern, hasStayed, customers, ...found }] : [];
    }),
  );
}

/** The fewest customers without whom the lever is not told at p, and the p without them; null where no few are enough. */
function turning(
  design: Terms,
  fit: Fit,
  cells: readonly Cell[],
  column: number,
  few: number,
  searched: (p: number | null) => number | null,
) {
  const sign = Math.sign(fit.estimate.coefficients[column] ?? 0);
  const pulling = (cell: Cell) => sign * (cell.changes[column] ?? 0);
  const sorted = cells.filter((cell) => pulling(cell) > 0).sort((a, b) => pulling(b) - pulling(a));
  const without = (count: number) => {
    const gone: { cell: Cell; customers: number }[] = [];
    let left = count;
    for (const cell of sorted) {
      if (left === 0) break;
      gone.push({ cell, customers: Math.min(left, cell.customers) });
      left -= gone.at(-1)!.customers;
    }
    const p = left > 0 ? null : searched(pWithout(design, gone, column, fit.method));
    return { cells: gone.map(({ cell }) => cell), customers: count, p };
  };
  const isTurned = ({ p }: { readonly p: number | null }) => p === null || p >= limit;
  if (!isTurned(without(few))) return null;
  for (let count = 1; count <= few; count++) {
    const found = without(count);
    if (isTurned(found)) return found;
  }
  return null;
}

/** Null where there is no model without them: one outcome alone is left, or the lever is the same for all. */
function pWithout(
  { terms, patterns }: Terms,
  gone: readonly { readonly cell: Cell; readonly customers: number }[],
  column: number,
  method: Exclude<FitChoice, "auto">,
): number | null {
  const left = patterns.map((one) => ({ ...one }));
  for (const { cell, customers } of gone) {
    const one = left[cell.pattern]!;
    one.n -= customers;
    if (cell.hasStayed) one.x -= customers;
  }
  const fit = fitLevers(
    { terms, patterns: left.filter(({ n }) => n > 0) },
    { choice: method, profiles: false, tested: column },
  );
  return fit.ok ? (fit.estimate.terms[0]?.p ?? null) : null;
}

/** The column that moves most by one such customer, in standard errors. */
function mostMoved(changes: readonly (number | null)[], { estimate, groups }: Fit) {
  const moves = groups
    .filter(({ form }) => form === "lever")
    .flatMap(({ place, columns }) => {
      const [change, error] = [changes[columns[0]!], estimate.standardErrors[columns[0]!]];
      return change == null || !error ? [] : [{ lever: place, by: change / error }];
    })
    .sort((a, b) => Math.abs(b.by) - Math.abs(a.by));
  return moves[0] ?? null;
}

function described({ terms, patterns }: Terms, pattern: number): Pick<Weighty, "values" | "segments"> {
  const { values } = patterns[pattern]!;
  const groups = groupsOf(terms);
  const isMissing = (place: number) =>
    groups.some((one) => one.form === "missing" && one.place === place && values[one.columns[0]!] === 1);
  return {
    values: groups
      .filter(({ form }) => form === "lever")
      .map(({ place, columns }) => (isMissing(place) ? null : values[columns[0]!]!)),
    segments: segmentsIn(groups, terms, values),
  };
}

/** By place of the control: one that has a single segment has no column. */
function segmentsIn(groups: readonly TermGroup[], terms: Terms["terms"], values: readonly number[]) {
  const segments: (string | null)[] = [];
  for (const { form, place, columns } of groups) {
    if (form !== "control") continue;
    while (segments.length < place) segments.push(null);
    const term = terms[columns.find((column) => values[column] === 1) ?? -1];
    segments[place] = term?.form === "control" ? term.segment : null;
  }
  return segments;
}
