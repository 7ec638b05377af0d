import type { ReportTable } from "../../../analyses";

/** A report's table for other programs: numbers as numbers, everything else as it is read. Header first. */
export function tableCells({ columns, rows }: ReportTable): string[][] {
  const lines = rows.map((row) =>
    columns.map(({ key }) => {
      const cell = row[key];
      return typeof cell?.value === "number" && Number.isFinite(cell.value)
        ? String(cell.value)
        : (cell?.text ?? "");
    }),
  );
  return [columns.map(({ label }) => label), ...lines];
}
