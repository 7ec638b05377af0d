import * as v from "valibot";
import { linesOf, textOfLines } from "./lines";
import { isObject, type JsonObject } from "./nbformat";
import type { SavedResult } from "./notebook";
import { resultJson } from "./schemas";
import { tableHtml, tableText } from "./table-text";

/**
 * Saved results as nbformat outputs. Each is written so that a program shows what it can: a table as plain HTML,
 * a figure as SVG and without HTML (which would be taken first), our own data under a name of our own.
 */
const resultType = "application/vnd.ebb.result+json";

export function outputsOf(saved: SavedResult | null): readonly unknown[] {
  if (!saved) return [];
  switch (saved.form) {
    case "analysis": {
      const { html, text, figures, ...json } = saved;
      const shown = figures.map(({ svg, text }) => display({ "image/svg+xml": svg, "text/plain": text }));
      return [display({ "text/html": html, "text/plain": text }, json), ...shown];
    }
    case "table":
      return [display({ "text/html": tableHtml(saved), "text/plain": tableText(saved) }, saved)];
    case "parts": {
      const { shown, ...json } = saved;
      const [first, ...others] = shown.length ? shown : [{ svg: null, text: "" }];
      return [display(shownData(first!), json), ...others.map((part) => display(shownData(part)))];
    }
    case "texts":
      return [];
    case "error": {
      const { name, message } = saved;
      return [{ output_type: "error", ename: name, evalue: message, traceback: [`${name}: ${message}`] }];
    }
    case "foreign":
      return saved.outputs;
  }
}

/** Ours when all of it is ours; else kept as found. `failedAt`: nbformat has no place for the time of an error. */
export function savedIn(outputs: readonly unknown[], failedAt: unknown): SavedResult | null {
  if (outputs.length === 0) return null;
  return errorIn(outputs, failedAt) ?? resultIn(outputs) ?? { form: "foreign", outputs };
}

function shownData({ svg, text }: { svg: string | null; text: string }): Record<string, string> {
  return svg === null ? { "text/plain": text } : { "image/svg+xml": svg, "text/plain": text };
}

function display(texts: Readonly<Record<string, string>>, json?: JsonObject): unknown {
  const lines = Object.fromEntries(Object.entries(texts).map(([type, text]) => [type, linesOf(text)]));
  return { output_type: "display_data", metadata: {}, data: json ? { ...lines, [resultType]: json } : lines };
}

function errorIn(outputs: readonly unknown[], failedAt: unknown): SavedResult | null {
  const [error] = outputs;
  if (
    outputs.length !== 1 ||
    !isObject(error) ||
    error.output_type !== "error" ||
    typeof failedAt !== "string"
  )
    return null;
  const { ename: name, evalue: message } = error;
  return typeof name === "string" && typeof message === "string"
    ? { form: "error", at: failedAt, name, message }
    : null;
}

function resultIn([first, ...others]: readonly unknown[]): SavedResult | null {
  const data = dataOf(first);
  const json = v.safeParse(resultJson, data?.[resultType]);
  if (!data || !json.success) return null;
  if (json.output.form === "table") return others.length === 0 ? json.output : null;
  if (json.output.form === "parts") {
    const shown = [first, ...others].map(shownIn);
    return shown.every((part) => part !== null) ? { ...json.output, shown } : null;
  }
  const figures = others.map(figureIn);
  const html = textOfLines(data["text/html"]);
  const text = textOfLines(data["text/plain"]);
  if (html === undefined || text === undefined || figures.some((figure) => figure === null)) return null;
  return { ...json.output, html, text, figures: figures.filter((figure) => figure !== null) };
}

function shownIn(output: unknown): { svg: string | null; text: string } | null {
  const data = dataOf(output);
  const text = textOfLines(data?.["text/plain"]);
  return text === undefined ? null : { svg: textOfLines(data?.["image/svg+xml"]) ?? null, text };
}

function figureIn(output: unknown): { svg: string; text: string } | null {
  const data = dataOf(output);
  const svg = textOfLines(data?.["image/svg+xml"]);
  const text = textOfLines(data?.["text/plain"]);
  return svg === undefined || text === undefined ? null : { svg, text };
}

function dataOf(output: unknown): JsonObject | null {
  return isObject(output) && output.output_type === "display_data" && isObject(output.data)
    ? output.data
    : null;
}
