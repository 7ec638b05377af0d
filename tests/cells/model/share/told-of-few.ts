import type { Report, ReportTable } from "../../../../src/analyses";
import { suppressedReport } from "../../../../src/cells/model/share";
import { words } from "./words";

type Column = ReportTable["columns"][number];

/** What a copy of a report still tells of a group of 1 to k - 1 customers, each as a sentence; none should be there. */
export function toldOfFew(report: Report, k: number): string[] {
  const { report: shared } = suppressedReport(report, k, words);
  return shared.tables.flatMap((table, i) => inTable(report.tables[i]!, table, k));
}

function inTable(whole: ReportTable, shared: ReportTable, k: number): string[] {
  if (shared.rows.length < whole.rows.length) return [];
  return whole.columns.flatMap((column) => {
    const { unit } = column;
    if (!counts(column)) return [];
    const of = `${whole.id}.${column.key}`;
    const before = whole.rows.map((row) => countIn(row[column.key]));
    const left = shared.rows.map((row) => countIn(row[column.key]));
    const found = left.flatMap((n) => (few(n, k) ? [`${of}: ${n}`] : []));
    // Who knows a total takes from it what is shown.
    const gone = before.filter((n, i) => n !== null && left[i] === null);
    const rest = gone.reduce<number>((sum, n) => sum + Math.abs(n ?? 0), 0);
    if (gone.length < before.filter((n) => n !== null).length && few(rest, k))
      found.push(`${of}: all but what is shown is ${rest}`);
    // A part of another row is what lies between the two.
    if (unit === "customers-nested") {
      const sorted = left
        .filter((n) => n !== null)
        .map(Math.abs)
        .sort((a, b) => a - b);
      sorted.forEach(
        (n, i) => i > 0 && few(n - sorted[i - 1]!, k) && found.push(`${of}: ${n} less ${sorted[i - 1]}`),
      );
    }
    // What is counted beside it in the row: those who left of those who were there.
    shared.rows.forEach((row, i) => {
      const own = left[i] ?? null;
      for (const other of whole.columns.filter(counts)) {
        const beside = countIn(row[other.key]);
        if (own !== null && beside !== null && few(own - beside, k))
          found.push(`${of}: ${own} less ${beside}`);
      }
      for (const { key } of whole.columns.filter((one) => one.unit?.startsWith("share"))) {
        const share = row[key]?.value;
        if (own === null || typeof share !== "number") continue;
        const part = share * own;
        const isWhole = Math.abs(part - Math.round(part)) < 1e-9 * own;
        if (isWhole && few(Math.round(part), k)) found.push(`${of}: ${share} of ${own}`);
      }
    });
    return found;
  });
}

function counts({ align, unit }: Column): boolean {
  return align === "right" && (unit === undefined || unit === "mixed" || unit.startsWith("customers"));
}

function countIn(cell: ReportTable["rows"][number][string] | undefined): number | null {
  const { value, text = "" } = cell ?? {};
  return typeof value === "number" && Number.isInteger(value) && !text.includes("%") ? value : null;
}

function few(n: number | null, k: number): boolean {
  return n !== null && Math.abs(n) >= 1 && Math.abs(n) < k;
}
