import type { ReportTable } from "../../../analyses";

/** For a spreadsheet: numbers as numbers, everything else as it is read. */
export function tableToTsv({ columns, rows }: ReportTable): string {
  const lines = rows.map((row) =>
    columns.map(({ key }) => {
      const cell = row[key];
      return typeof cell?.value === "number" && Number.isFinite(cell.value)
        ? String(cell.value)
        : (cell?.text ?? "");
    }),
  );
  return [columns.map(({ label }) => label), ...lines].map((cells) => cells.map(plain).join("\t")).join("\n");
}

function plain(text: string): string {
  return text.replace(/[\t\r\n]+/g, " ");
}
