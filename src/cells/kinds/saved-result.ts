import {
  analysisById,
  titleOf,
  type Figure,
  type Language,
  type Report,
  type ReportTable,
} from "../../analyses";
import type { SavedResult } from "../model";
import type { CellError, CellOutput } from "./output";
import { reportOf } from "./report";
import { savedParts, savedTexts } from "./saved-parts";

/** Draws a figure as stand-alone SVG text; given by whoever has a document. */
export type DrawFigure = (figure: Figure) => string;

/** What of a cell's result goes into the file: for Ebb the numbers, for other programs plain tables, text and pictures. */
export function savedResultOf(
  output: CellOutput,
  at: string,
  language: Language,
  draw: DrawFigure | null,
): SavedResult {
  if (output.form === "table") {
    const columns = output.columns.map(({ name, type, kind }) => ({ name, type, kind }));
    const { first: rows, rowCount, mark = null, origin } = output;
    return { form: "table", at, columns, rows, rowCount, ...(origin && { carries: { ...origin, mark } }) };
  }
  if (output.form === "parts") return savedParts(output, at);
  if (output.form === "texts") return savedTexts(output, at, language.locale);
  const report = reportOf(output, language);
  const title = titleOf(analysisById(output.analysis)!, language);
  return {
    form: "analysis",
    analysis: output.analysis,
    at,
    request: output.request,
    result: output.result,
    ...(output.origin && {
      carries: { definition: report.definition, sql: output.ran, ...output.origin },
    }),
    ...plainReport(title, report),
    figures: draw ? report.figures.map((figure) => ({ svg: draw(figure), text: figure.alternative })) : [],
  };
}

export function savedErrorOf(error: CellError, at: string): SavedResult {
  return { form: "error", at, name: error.code, message: error.message };
}

/** A report as other programs show it: HTML of paragraphs and tables, and text. */
export function plainReport(title: string, report: Report): { readonly html: string; readonly text: string } {
  return { html: htmlOf(title, report), text: textOf(title, report) };
}

function textOf(title: string, { verdict, caveats, definition }: Report): string {
  const number = verdict.number;
  const interval = number?.interval ? ` (${number.interval})` : "";
  const numberLine = number ? `${number.value}${interval}, ${number.base}` : "";
  const said = caveats.filter((caveat) => caveat.level !== "note").map((caveat) => `- ${caveat.text}`);
  return [title, verdict.sentence, numberLine, ...said, definition].filter(Boolean).join("\n");
}

function htmlOf(title: string, report: Report): string {
  const paragraphs = textOf("", report)
    .split("\n")
    .map((line) => `<p>${escaped(line)}</p>`);
  return [`<h4>${escaped(title)}</h4>`, ...paragraphs, ...report.tables.map(tableHtml)].join("\n");
}

function tableHtml(table: ReportTable): string {
  const head = table.columns.map((column) => `<th>${escaped(column.label)}</th>`).join("");
  const rows = table.rows.map(
    (row) =>
      `<tr>${table.columns.map((column) => `<td>${escaped(row[column.key]?.text ?? "")}</td>`).join("")}</tr>`,
  );
  return `<table>\n<caption>${escaped(table.title)}</caption>\n<tr>${head}</tr>\n${rows.join("\n")}\n</table>`;
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
