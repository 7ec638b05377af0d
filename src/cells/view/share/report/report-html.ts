import type { Shared } from "../../../session";
import { escaped, tableHtml } from "./escaped";
import { cellHtml, type ReportIn } from "./report-cell";
import { reportStyle } from "./report-style";

/** Nothing runs in it, nothing is fetched. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/**
 * The notebook as one page to read and to print. All that comes from it is escaped, or goes through the same lists of what is
 * allowed as on the page of Ebb.
 * @param k Groups of fewer customers were left out; null: nothing was.
 * @param now ms since 1970.
 */
export function reportHtml(
  { notebook, cells }: Shared,
  k: number | null,
  now: number,
  around: ReportIn,
): string {
  const { texts, day } = around;
  const { report, top } = texts;
  const title = notebook.title.trim() || top.untitled;
  const page = [
    `<!doctype html>\n<html lang="${texts.locale}"><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="referrer" content="no-referrer">`,
    `<title>${escaped(title)}</title><style>${reportStyle}</style></head><body><main>`,
    `<header><h1>${escaped(title)}</h1><p class="note">${escaped(report.made(day(now)))}</p>`,
    k === null ? "" : `<p class="note">${escaped(report.few(k))}</p>`,
    "</header>",
    ...cells.map((cell) => cellHtml(cell, around)),
    dataHtml(notebook, texts),
    "</main></body></html>\n",
  ].join("\n");
  refuseUnsafe(page);
  return page;
}

function dataHtml({ data }: Shared["notebook"], { report, count }: ReportIn["texts"]): string {
  if (data.length === 0) return "";
  const head = [report.table, report.file, report.rows, report.hash].map((text, i) => ({
    text,
    isNumber: i === 2,
  }));
  const rows = data.map(({ table, fileName, rowCount, sha256 }) =>
    [table, fileName, count.number(rowCount), sha256 ?? "–"].map((text) => ({ text })),
  );
  return `<section><h2>${escaped(report.data)}</h2>${tableHtml(report.data, head, rows)}</section>`;
}

/** The last look at what is about to be written: a fault of ours must not become a page that does something. */
function refuseUnsafe(page: string): void {
  const parsed = new DOMParser().parseFromString(page, "text/html");
  const found = parsed.querySelector(
    "script, iframe, frame, object, embed, form, base, link, meta[http-equiv=refresh], foreignObject, audio, video, portal",
  );
  if (found) throw new Error(`not allowed in a report: ${found.localName}`);
  for (const element of parsed.querySelectorAll("*"))
    for (const { name, value } of element.attributes)
      if (!isHarmless(element, name, value))
        throw new Error(`not allowed in a report: ${element.localName} ${name}`);
}

function isHarmless({ localName }: Element, name: string, value: string): boolean {
  if (/^on/i.test(name)) return false;
  if (/^(?:style|fill|stroke|filter|mask|clip-path|marker.*)$/.test(name))
    return !/url\(\s*["']?[^#"'\s]/i.test(value);
  if (!/^(?:src|srcset|href|xlink:href|data|poster|background|action)$/.test(name)) return true;
  if (localName === "a" && name === "href") return /^(?:https?|mailto):/i.test(value);
  return /^(?:#|data:image\/)/i.test(value);
}
