import type { Caveat } from "./report";
import type { ReportTable } from "./report";
import { cellsIn, left, right } from "./report-cells";
import type { RowCounts } from "./row-counts";
import type { Language, Texts } from "./texts";

/** What the rows that were left out mean for the number. */
export function rowCaveats(rows: RowCounts, { base }: Texts): Caveat[] {
  const { customers, withoutTime, duplicates, total } = rows;
  const anonymous = rows.excluded.find(({ why }) => why === "no-customer")?.rows ?? 0;
  const caveats: Caveat[] = [];
  if (withoutTime > 0)
    caveats.push({
      id: "no-time",
      level: withoutTime > customers * 0.01 ? "limits" : "note",
      text: base.caveat.noTime(withoutTime, customers),
    });
  if (anonymous > 0)
    caveats.push({
      id: "no-customer",
      level: anonymous > total * 0.01 ? "limits" : "note",
      text: base.caveat.noCustomer(anonymous, total),
    });
  const late = rows.excluded.find(({ why }) => why === "after-as-of")?.rows ?? 0;
  if (late > 0) caveats.push({ id: "after-as-of", level: "note", text: base.caveat.afterAsOf(late) });
  if (duplicates > 0)
    caveats.push({ id: "duplicates", level: "note", text: base.caveat.duplicates(duplicates) });
  return caveats;
}

/** Rows in, each reason to leave some out, rows used. */
export function rowTable(rows: RowCounts, language: Language): ReportTable {
  const { rowsTable } = language.texts.base;
  const cell = cellsIn(language);
  const row = (label: string, n: number) => ({ step: cell.text(label), rows: cell.count(n) });
  return {
    id: "rows",
    title: rowsTable.title,
    columns: [left("step", rowsTable.step), right("rows", rowsTable.rows, "number")],
    rows: [
      row(rowsTable.total, rows.total),
      ...rows.excluded.map(({ why, rows: n }) => row(rowsTable.why[why], -n)),
      row(rowsTable.used, rows.used),
      row(rowsTable.duplicates, rows.duplicates),
    ],
  };
}
