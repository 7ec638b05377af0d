import type { Pattern } from "../stats/logistic";

/** Customers alike in every lever and control, counted. */
export interface LeverRow {
  /** Of each lever 1 or 0, or its measure; null where it is not known. */
  readonly values: readonly (number | null)[];
  /** Of each control its segment, as `segmented` writes it. */
  readonly segments: readonly string[];
  readonly fold: number;
  readonly customers: number;
  readonly lost: number;
}

/** A column of a model: the intercept, a lever, that a lever is not known, or a segment of a control against its largest one. */
export type DesignTerm =
  | { readonly form: "intercept" }
  | { readonly form: "lever"; readonly lever: number }
  | { readonly form: "missing"; readonly lever: number }
  | { readonly form: "control"; readonly control: number; readonly segment: string };

export interface Design {
  readonly terms: readonly DesignTerm[];
  /** The largest segment of each control, which the others are compared with. */
  readonly references: readonly string[];
  /** x: customers that stayed. Only rows in which every lever is known, unless what is not known has a column. */
  readonly patterns: readonly (Pattern & { readonly fold: number })[];
  readonly incomplete: { readonly customers: number; readonly lost: number };
}

export interface DesignOptions {
  /**
   * Customers of whom a lever is not known are left out, or stay in with a column that says so; the lever is 0 for them, or the
   * mean of those known where it is a measure. `incomplete` counts them either way.
   */
  readonly missing?: "drop" | "indicator";
}

/** Models are of staying, so that a lever that goes with staying has a positive coefficient. */
export function designOf(
  rows: readonly LeverRow[],
  levers: number,
  controls: number,
  { missing = "drop" }: DesignOptions = {},
): Design {
  const instead = Array.from({ length: levers }, (_, i) => (missing === "drop" ? null : insteadOf(rows, i)));
  const segments = Array.from({ length: controls }, (_, i) => segmentsBySize(rows, i));
  const terms: DesignTerm[] = [
    { form: "intercept" },
    ...Array.from({ length: levers }, (_, lever): DesignTerm => ({ form: "lever", lever })),
    ...instead.flatMap((one, lever): DesignTerm[] => (one === null ? [] : [{ form: "missing", lever }])),
    ...segments.flatMap((sizes, control) =>
      sizes.slice(1).map((segment): DesignTerm => ({ form: "control", control, segment })),
    ),
  ];
  const patterns: (Pattern & { fold: number })[] = [];
  const incomplete = { customers: 0, lost: 0 };
  for (const row of rows) {
    const values = row.values.map((value, i) => value ?? instead[i]!).filter((value) => value !== null);
    if (row.values.includes(null)) {
      incomplete.customers += row.customers;
      incomplete.lost += row.lost;
    }
    if (values.length < levers) continue;
    patterns.push({
      values: terms.map((term) => valueOf(term, values, row)),
      x: row.customers - row.lost,
      n: row.customers,
      fold: row.fold,
    });
  }
  return { terms, references: segments.map((sizes) => sizes[0] ?? ""), patterns, incomplete };
}

function valueOf(term: DesignTerm, values: readonly number[], row: LeverRow): number {
  switch (term.form) {
    case "intercept":
      return 1;
    case "lever":
      return values[term.lever]!;
    case "missing":
      return row.values[term.lever] === null ? 1 : 0;
    case "control":
      return row.segments[term.control] === term.segment ? 1 : 0;
  }
}

/** What stands for a value that is not known; null for a lever that is known of everybody, or of nobody. */
function insteadOf(rows: readonly LeverRow[], lever: number): number | null {
  const known = rows.filter(({ values }) => values[lever] !== null);
  if (known.length === rows.length || known.length === 0) return null;
  if (isSwitch(rows, lever)) return 0;
  const customers = known.reduce((sum, row) => sum + row.customers, 0);
  return known.reduce((sum, row) => sum + row.customers * row.values[lever]!, 0) / customers;
}

/** Whether a lever is on or off, and no measure: nothing but 0 and 1. */
export function isSwitch(rows: readonly LeverRow[], lever: number): boolean {
  return rows.every(({ values }) => values[lever] === null || values[lever] === 0 || values[lever] === 1);
}

/** The largest first; equal sizes by name. */
function segmentsBySize(rows: readonly LeverRow[], control: number): string[] {
  const sizes = new Map<string, number>();
  for (const { segments, customers } of rows) {
    const segment = segments[control]!;
    sizes.set(segment, (sizes.get(segment) ?? 0) + customers);
  }
  return [...sizes].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([segment]) => segment);
}
