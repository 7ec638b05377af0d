import type { Figure, Report, ReportTable } from "../../../../analyses";
import type { SharedCell } from "../../../session";
import type { Texts } from "../../texts";
import { escaped, tableHtml } from "./escaped";

/** Stand-alone SVG text in a theme's colours, drawn here from checked numbers. */
export type DrawIn = (figure: Figure, theme: "light" | "dark") => string;

/** Verdict first; what could turn it right under it; then figures, tables and how it was reckoned. */
export function analysisHtml(
  report: Report,
  withheld: SharedCell["withheld"],
  texts: Texts,
  draw: DrawIn,
  /** Begins every id inside of its figures, and no other of the page. */
  prefix: string,
): string {
  const { caveats, figures, tables, definition } = report;
  const flips = caveats.filter(({ level }) => level === "flips");
  const others = caveats.filter(({ level }) => level !== "flips");
  const missing = withheld.filter(({ what }) => what === "figure").map(({ where }) => where);
  return [
    verdictHtml(report.verdict, texts),
    ...flips.map(({ text }) => `<p class="flips">${escaped(text)}</p>`),
    ...figures.map((figure, i) => figureHtml(figure, draw, `${prefix}-${i}`)),
    missing.length
      ? `<p class="note">${escaped(texts.report.figuresLeftOut)}: ${escaped(missing.join("; "))}. ${escaped(texts.share.words.figure)}.</p>`
      : "",
    listHtml(
      texts.report.limits,
      others.map(({ text }) => text),
    ),
    `<p class="definition">${escaped(definition)}</p>`,
    findingsHtml(report),
    ...tables.filter(({ rows }) => rows.length).map((table) => reportTableHtml(table, texts)),
    ...tables.filter(({ rows }) => !rows.length).map(({ title }) => `<p class="note">${escaped(title)}</p>`),
    methodHtml(report, texts),
  ].join("\n");
}

function verdictHtml(verdict: Report["verdict"], { analysis, report }: Texts): string {
  const { number } = verdict;
  const figure = number
    ? `<p class="number"><strong>${escaped(number.value)}</strong> ${escaped(number.interval ?? "")} <span>${escaped(number.base)}</span></p>`
    : "";
  const next = verdict.next ? `<p class="next">${escaped(verdict.next)}</p>` : "";
  return `<div class="verdict is-${verdict.level}" role="group" aria-label="${escaped(report.verdict)}"><p class="level">${escaped(analysis.levels[verdict.level])}</p><p class="sentence">${escaped(verdict.sentence)}</p>${figure}${next}</div>`;
}

/** Once for each theme: a page without code cannot recolour a figure. */
function figureHtml(figure: Figure, draw: DrawIn, prefix: string): string {
  const themes = (["light", "dark"] as const).map(
    (theme) => `<div class="${theme}">${withIds(draw(figure, theme), `${prefix}-${theme}-`)}</div>`,
  );
  return `<figure aria-label="${escaped(figure.title)}">${themes.join("")}<figcaption class="words">${escaped(figure.alternative)}</figcaption></figure>`;
}

/** Each drawing with ids of its own: what one refers to must not be found in another, which may be hidden. */
function withIds(svg: string, prefix: string): string {
  return svg
    .replace(/(\sid=")([^"]+")/g, `$1${prefix}$2`)
    .replace(/(url\(\s*(?:&quot;)?#)/g, `$1${prefix}`)
    .replace(/((?:xlink:)?href="#)/g, `$1${prefix}`);
}

function findingsHtml({ findings }: Report): string {
  if (findings.length === 0) return "";
  const rows = findings.map((finding) => {
    const beside = finding.interval ? finding.intervalText : finding.noInterval;
    return `<div><dt>${escaped(finding.label)}</dt><dd>${escaped(finding.text)} <small>${escaped(beside)}</small></dd></div>`;
  });
  return `<dl class="findings">${rows.join("")}</dl>`;
}

function reportTableHtml({ title, columns, rows, unfinished }: ReportTable, { table }: Texts): string {
  const head = columns.map(({ label, align }) => ({ text: label, isNumber: align === "right" }));
  const lines = rows.map((row, i) =>
    columns.map(({ key }, j) => {
      const isRow = unfinished?.includes(i) ?? false;
      const isOpen = isRow || row[key]?.unfinished === true;
      const note = isRow && j === 0 ? ` ${table.unfinished}` : "";
      return { text: `${row[key]?.text ?? ""}${note}`, isOpen };
    }),
  );
  return tableHtml(title, head, lines);
}

function methodHtml({ method }: Report, { analysis }: Texts): string {
  return `<details><summary>${escaped(analysis.method)}</summary><h4>${escaped(analysis.formula)}</h4><pre>${escaped(method.formula.join("\n"))}</pre>${listHtml(analysis.notes, method.notes)}${listHtml(analysis.sources, method.sources)}</details>`;
}

function listHtml(title: string, items: readonly string[]): string {
  if (items.length === 0) return "";
  return `<h4>${escaped(title)}</h4><ul>${items.map((item) => `<li>${escaped(item)}</li>`).join("")}</ul>`;
}
