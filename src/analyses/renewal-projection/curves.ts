import type { Table } from "../../engine";
import { countAt, dayAt, numberAt, textAt } from "../answer";

/** Survivors of one cohort, of whom all the same number of renewals is known: at the start, after the first renewal, … */
export interface Curve {
  readonly cohort: string;
  readonly survivors: readonly number[];
}

export type CurveFault = "repeated-renewal" | "gap" | "rises" | "negative" | "no-start";

/** From customers by cohort, renewals known and renewals passed. */
export function curvesOfLives(table: Table): Curve[] {
  const curves = new Map<string, { cohort: string; survivors: number[] }>();
  for (let row = 0; row < table.rowCount; row++) {
    const cohort = dayAt(table, row, "cohort") ?? "";
    const [known, passed] = [countAt(table, row, "known"), countAt(table, row, "passed")];
    const key = `${cohort} ${known}`;
    const curve = curves.get(key) ?? { cohort, survivors: Array.from({ length: known + 1 }, () => 0) };
    for (let t = 0; t <= passed; t++) curve.survivors[t]! += countAt(table, row, "customers");
    curves.set(key, curve);
  }
  return [...curves.values()];
}

/** From a table of survivors; `atStart` turns shares into customers. A cohort that contradicts itself is named. */
export function curvesOfTable(
  table: Table,
  atStart: number | null,
): { readonly curves: readonly Curve[]; readonly faults: readonly { cohort: string; why: CurveFault }[] } {
  const cohorts = new Map<string, { renewal: number; survivors: number }[]>();
  for (let row = 0; row < table.rowCount; row++) {
    const cohort = textAt(table, row, "cohort");
    const rows = cohorts.get(cohort) ?? [];
    rows.push({
      renewal: numberAt(table, row, "renewal") ?? 0,
      survivors: numberAt(table, row, "survivors") ?? 0,
    });
    cohorts.set(cohort, rows);
  }
  const faults: { cohort: string; why: CurveFault }[] = [];
  const curves: Curve[] = [];
  for (const [cohort, rows] of cohorts) {
    const why = faultOf(rows);
    if (why) {
      faults.push({ cohort, why });
      continue;
    }
    const scale = atStart === null ? 1 : atStart / rows[0]!.survivors;
    curves.push({ cohort, survivors: rows.map(({ survivors }) => survivors * scale) });
  }
  return { curves, faults };
}

function faultOf(rows: readonly { renewal: number; survivors: number }[]): CurveFault | null {
  for (const [i, { renewal, survivors }] of rows.entries()) {
    const before = rows[i - 1];
    if (survivors < 0) return "negative";
    if (!before) continue;
    if (renewal === before.renewal) return "repeated-renewal";
    if (Math.abs(renewal - before.renewal - 1) > 1e-9) return "gap";
    if (survivors > before.survivors) return "rises";
  }
  return rows[0]!.survivors > 0 ? null : "no-start";
}

/** Of each renewal who came to it (and of whom it is known), and who passed it; index 0 is the first renewal. */
export function renewalsOf(
  curves: readonly Curve[],
): { readonly atRisk: number; readonly renewed: number }[] {
  const longest = Math.max(0, ...curves.map(({ survivors }) => survivors.length - 1));
  return Array.from({ length: longest }, (_, i) =>
    curves.reduce(
      (sum, { survivors }) =>
        survivors.length > i + 1
          ? { atRisk: sum.atRisk + survivors[i]!, renewed: sum.renewed + survivors[i + 1]! }
          : sum,
      { atRisk: 0, renewed: 0 },
    ),
  );
}
