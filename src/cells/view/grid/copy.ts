import type { Column } from "../../../engine";
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
  return [...header, ...rows].map((row) => row.map((text) => tsvCell(text ?? "")).join("\t")).join("\n");
}

function tsvCell(text: string): string {
  return /[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function toMarkdown(columns: readonly Column[], rows: readonly GridRow[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    line(columns.map(({ name }) => markdownCell(name))),
    line(columns.map((column) => (isNumeric(column) ? "---:" : "---"))),
    ...rows.map((row) => line(row.map((text) => (text === null ? "NULL" : markdownCell(text))))),
  ].join("\n");
}

function markdownCell(text: string): string {
  return text.replace(/[\\|]/g, "\\$&").replace(/\r\n|\r|\n/g, "<br>");
}
