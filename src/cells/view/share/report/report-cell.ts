import { analysisById, titleOf, type Language } from "../../../../analyses";
import { receiptIn, templateOf } from "../../../kinds";
import type { Cell, MarkdownCell, SavedResult } from "../../../model";
import { labelOf, type SharedCell } from "../../../session";
import { render } from "../../markdown/render";
import { proseOf } from "../../markdown/prose-of";
import { receiptRows } from "../../receipt/receipt-rows";
import type { Texts } from "../../texts";
import { escaped, pictureOf, tableHtml } from "./escaped";
import { analysisHtml, type DrawIn } from "./report-analysis";

export interface ReportIn {
  readonly texts: Texts;
  readonly language: Language;
  readonly draw: DrawIn;
  /** A moment of a result, as the reader writes it. */
  readonly day: (ms: number) => string;
}

/** One cell as a section; "" for a cell that says nothing. */
export function cellHtml(shared: SharedCell, around: ReportIn): string {
  const { cell, saved, index } = shared;
  const { texts, language } = around;
  if (cell.kind === "markdown") return `<section class="prose">${proseHtml(cell, saved, texts)}</section>`;
  const card = cell.kind === "analysis" ? analysisById(cell.analysis) : null;
  const title = card ? titleOf(card, language) : `${texts.cell[cell.kind]} ${labelOf(cell, index)}`;
  const heading = cell.kind === "analysis" || saved ? `<h2>${escaped(title)}</h2>` : "";
  const why = shared.refused ? `<p class="note">${escaped(texts.share.refused[shared.refused])}</p>` : "";
  return `<section class="cell" aria-label="${escaped(title)}">${heading}${resultHtml(shared, around)}${why}${receiptHtml(saved, around)}${codeHtml(cell, title, texts)}</section>`;
}

function proseHtml(cell: MarkdownCell, saved: SavedResult | null, texts: Texts): string {
  const values = saved?.form === "texts" ? saved.texts : [];
  const source = proseOf(templateOf(cell).parts, values, texts.run.noValue);
  return markdownHtml(source, texts, { attachments: cell.attachments });
}

function markdownHtml(
  source: string,
  { cell, elsewhere }: Texts,
  more: { readonly isHtml?: boolean; readonly attachments?: Readonly<Record<string, unknown>> },
): string {
  const labels = {
    imageDropped: cell.attachment,
    blocked: elsewhere.blocked,
    done: cell.taskDone,
    open: cell.taskOpen,
  };
  const { isHtml, attachments } = more;
  return render({ source, labels, ...(isHtml && { isHtml }), ...(attachments && { attachments }) }, null);
}

function resultHtml({ saved, report, withheld, cell, index }: SharedCell, around: ReportIn): string {
  const { texts, draw, day } = around;
  if (cell.kind === "input") {
    return `<p>${escaped(cell.label || cell.name)}. ${escaped(texts.report.input)}: <strong>${escaped(inputText(cell.value))}</strong></p>`;
  }
  if (!saved) return "";
  const at = saved.form === "foreign" ? NaN : Date.parse(saved.at);
  const when = Number.isNaN(at) ? "" : `<p class="note">${escaped(texts.report.reckoned(day(at)))}</p>`;
  switch (saved.form) {
    case "analysis": {
      const engine = saved.carries?.engine;
      const version = engine ? `<p class="note">${escaped(texts.report.engine(engine))}</p>` : "";
      const said = report
        ? analysisHtml(report, withheld, texts, draw, `figure-${index}`)
        : `<pre>${escaped(saved.text)}</pre>`;
      return said + when + version;
    }
    case "table":
      return savedTableHtml(saved, cell, texts) + when;
    case "parts":
      return saved.shown.map(({ svg, text }) => shownHtml(svg, text, texts)).join("\n") + when;
    case "error":
      return `<pre class="error">${escaped(saved.message)}</pre>`;
    case "texts":
      return "";
    case "foreign":
      return saved.outputs.map((output) => foreignHtml(output, texts)).join("\n");
  }
}

function inputText(value: unknown): string {
  return Array.isArray(value) ? value.join(", ") : value === null ? "–" : String(value);
}

function shownHtml(svg: string | null, text: string, { report }: Texts): string {
  return svg === null
    ? `<pre>${escaped(text)}</pre>`
    : `<figure>${pictureOf(svg, text || report.picture)}</figure>`;
}

function savedTableHtml(
  { columns, rows, rowCount }: Extract<SavedResult, { form: "table" }>,
  cell: Cell,
  { grid }: Texts,
): string {
  const isNumber = (type: string) => /int|decimal|double|float|real|numeric/i.test(type);
  const head = columns.map(({ name, type }) => ({ text: name, isNumber: isNumber(type) }));
  const lines = rows.map((row) => row.map((text) => ({ text: text ?? "NULL" })));
  const size = grid.savedFirst(rows.length, rowCount);
  return `${tableHtml(grid.name(cell.name || "SQL"), head, lines)}<p class="note">${escaped(size)}</p>`;
}

/** Outputs of other programs in words only, or as an image. */
function foreignHtml(output: unknown, texts: Texts): string {
  const data = isObject(output) && isObject(output.data) ? output.data : isObject(output) ? output : {};
  const text = (key: string): string | null => {
    const found = data[key];
    const whole = Array.isArray(found) ? found.join("") : found;
    return typeof whole === "string" ? whole : null;
  };
  const svg = text("image/svg+xml");
  if (svg !== null) return shownHtml(svg, text("text/plain") ?? "", texts);
  const html = text("text/html");
  if (html !== null) return markdownHtml(html, texts, { isHtml: true });
  return `<pre>${escaped(text("text/plain") ?? text("text") ?? "")}</pre>`;
}

/** Of what the result is, with the marks that it can be held against. */
function receiptHtml(saved: SavedResult | null, { texts, day }: ReportIn): string {
  const receipt = receiptIn(saved);
  if (!receipt || !saved) return "";
  const rows = receiptRows(receipt, saved.form === "analysis" ? "analysis" : "cell", texts, day);
  const lines = rows.map(([name, value]) => `<div><dt>${escaped(name)}</dt><dd>${escaped(value)}</dd></div>`);
  return `<details class="receipt"><summary>${escaped(texts.receipt.title)}</summary><dl>${lines.join("")}</dl></details>`;
}

function codeHtml(cell: Cell, title: string, { report }: Texts): string {
  if (!("source" in cell) || !cell.source.trim()) return "";
  return `<details><summary>${escaped(report.code)}: ${escaped(title)}</summary><pre><code>${escaped(cell.source)}</code></pre></details>`;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
