import type { SavedResult } from "./notebook";

type SavedTable = Extract<SavedResult, { form: "table" }>;

/** A saved table for other programs, which show one of these. The exact rows are in the JSON beside them. */
const shown = 50;

export function tableHtml({ columns, rows, rowCount }: SavedTable): string {
  const head = columns.map(({ name }) => `<th>${escaped(name)}</th>`).join("");
  const body = rows.slice(0, shown).map((row) => {
    return `<tr>${row.map((text) => `<td>${escaped(text ?? "NULL")}</td>`).join("")}</tr>\n`;
  });
  return `<table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body.join("")}</tbody>\n</table>\n${more(rows, rowCount, "p")}`;
}

export function tableText({ columns, rows, rowCount }: SavedTable): string {
  const lines = [
    columns.map(({ name }) => name),
    ...rows.slice(0, shown).map((row) => row.map((text) => text ?? "NULL")),
  ];
  const oneLine = lines.map((line) => line.map((text) => text.replace(/\s+/g, " ")));
  const widths = columns.map((_, i) => Math.max(...oneLine.map((line) => (line[i] ?? "").length)));
  const padded = oneLine.map((line) =>
    line
      .map((text, i) => text.padEnd(widths[i] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  return `${padded.join("\n")}\n${more(rows, rowCount)}`;
}

function more(rows: SavedTable["rows"], rowCount: number, element?: string): string {
  const listed = Math.min(rows.length, shown);
  if (listed >= rowCount) return "";
  const text = `${listed} of ${rowCount} rows`;
  return element ? `<${element}>${text}</${element}>\n` : `${text}\n`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
