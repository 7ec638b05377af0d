import * as v from "valibot";
import { linesOf, textOfLines } from "./lines";
import { isObject, type JsonObject } from "./nbformat";
import type { SavedPicture, SavedResult } from "./notebook";
import { resultJson } from "./schemas";
import { tableHtml, tableText } from "./table-text";

/**
 * Saved results as nbformat outputs. Each is written so that a program shows what it can: a table as plain HTML,
 * a figure as SVG and without HTML (which would be taken first), our own data under a name of our own.
 */
const resultType = "application/vnd.ebb.result+json";
const pngType = "image/png";
const ourTypes = [resultType, pngType, "image/svg+xml", "text/html", "text/plain"];

export function outputsOf(saved: SavedResult | null): readonly unknown[] {
  if (!saved) return [];
  switch (saved.form) {
    case "analysis": {
      const { html, text, figures, ...json } = saved;
      const shown = figures.map((figure) => display(...shownData(figure)));
      return [display({ "text/html": html, "text/plain": text }, undefined, json), ...shown];
    }
    case "table":
      return [display({ "text/html": tableHtml(saved), "text/plain": tableText(saved) }, undefined, saved)];
    case "parts": {
      const { shown, ...json } = saved;
      const [first, ...others]: readonly Shown[] = shown.length ? shown : [{ svg: null, text: "" }];
      const [texts, png] = shownData(first!);
      return [display(texts, png, json), ...others.map((part) => display(...shownData(part)))];
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

interface Shown {
  readonly svg: string | null;
  readonly text: string;
  readonly png?: SavedPicture;
}

function shownData({ svg, text, png }: Shown): [Record<string, string>, SavedPicture | undefined] {
  return [svg === null ? { "text/plain": text } : { "image/svg+xml": svg, "text/plain": text }, png];
}

function display(texts: Readonly<Record<string, string>>, png?: SavedPicture, json?: JsonObject): unknown {
  const lines = Object.fromEntries(Object.entries(texts).map(([type, text]) => [type, linesOf(text)]));
  return {
    output_type: "display_data",
    metadata: png ? { [pngType]: { height: png.height, width: png.width } } : {},
    // Jupyter keeps what is no text on one line.
    data: { ...lines, ...(png ? { [pngType]: png.base64 } : {}), ...(json ? { [resultType]: json } : {}) },
  };
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

function shownIn(output: unknown): Shown | null {
  const data = dataOf(output);
  const text = textOfLines(data?.["text/plain"]);
  const picture = pictureIn(output, data);
  if (text === undefined || picture === null) return null;
  return { svg: textOfLines(data?.["image/svg+xml"]) ?? null, text, ...picture };
}

function figureIn(output: unknown): (Shown & { readonly svg: string }) | null {
  const shown = shownIn(output);
  return shown && shown.svg !== null ? { ...shown, svg: shown.svg } : null;
}

/** Null for a picture that is not as we write it. */
function pictureIn(output: unknown, data: JsonObject | null): { png?: SavedPicture } | null {
  const base64 = data?.[pngType];
  const sizes = isObject(output) && isObject(output.metadata) ? output.metadata[pngType] : undefined;
  if (base64 === undefined) return sizes === undefined ? {} : null;
  if (typeof base64 !== "string" || !isObject(sizes) || Object.keys(sizes).length !== 2) return null;
  const { width, height } = sizes;
  return typeof width === "number" && typeof height === "number" ? { png: { base64, width, height } } : null;
}

/** Of an output that is ours and nothing else: what another program has added must not be lost with the next save. */
function dataOf(output: unknown): JsonObject | null {
  if (!isObject(output) || output.output_type !== "display_data" || !isObject(output.data)) return null;
  const { data, metadata } = output;
  const isOurs =
    Object.keys(data).every((type) => ourTypes.includes(type)) &&
    isObject(metadata) &&
    Object.keys(metadata).every((type) => type === pngType);
  return isOurs ? data : null;
}
