import { delimitedField, markdownCell, markdownLine, type Column } from "../../../engine";
import { isNumeric } from "./columns";
import type { CopyFormat, GridRow } from "./grid";

/** More than this a clipboard is no good for. */
export const mostCopiedRows = 100_000;

export function toText(
  format: CopyFormat,
  columns: readonly Column[],
  rows: readonly GridRow[],
  withHeader: boolean,
): string {
  return format === "tsv" ? toTsv(columns, rows, withHeader) : toMarkdown(columns, rows);
}

/** What spreadsheets take: a value that holds a tab, a line break or a quote is quoted. NULL is an empty cell. */
function toTsv(columns: readonly Column[], rows: readonly GridRow[], withHeader: boolean): string {
  const header = withHeader ? [columns.map(({ name }) => name)] : [];
  const field = (text: string | null) => (text ? delimitedField(text, "\t") : "");
  return [...header, ...rows].map((row) => row.map(field).join("\t")).join("\n");
}

function toMarkdown(columns: readonly Column[], rows: readonly GridRow[]): string {
  return [
    columns.map(({ name }) => markdownCell(name)),
    columns.map((column) => (isNumeric(column) ? "---:" : "---")),
    ...rows.map((row) => row.map(markdownCell)),
  ]
    .map(markdownLine)
    .join("\n");
}
