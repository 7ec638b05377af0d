import { textOfLines } from "./lines";
import { isObject, type JsonObject } from "./nbformat";

/**
 * Files are found that their own format forbids; what Ebb saves must be what the schema of nbformat 4.5 takes
 * (nbformat/v4/nbformat.v4.5.schema.json). What is missing and can be nothing else is put in, what cannot stay is named.
 */
export interface Fitted<T> {
  readonly value: T;
  /** Keys that had to go, in the order found. */
  readonly dropped: readonly string[];
}

/** An output that no repair makes valid is kept whole, as JSON inside an output that shows it: `isKept` is false then. */
export function fittedOutput(found: unknown): Fitted<JsonObject> & { readonly isKept: boolean } {
  const fitted = isObject(found) ? repaired(found) : null;
  if (fitted) return { ...fitted, isKept: true };
  const text = JSON.stringify(found, null, 1).slice(0, longestText);
  const data = { "application/json": found, "text/plain": text };
  return {
    value: { output_type: "display_data", metadata: {}, data },
    dropped: [],
    isKept: false,
  };
}

const longestText = 10_000;

function repaired(found: JsonObject): Fitted<JsonObject> | null {
  const { output_type: type } = found;
  if (type === "stream") {
    const { name = "stdout" } = found;
    const isFit = typeof name === "string" && textOfLines(found.text) !== undefined;
    return isFit ? only({ ...found, name }, ["output_type", "name", "text"]) : null;
  }
  if (type === "error") {
    const { ename = "", evalue = "", traceback = [] } = found;
    const isFit = typeof ename === "string" && typeof evalue === "string" && areTexts(traceback);
    return isFit
      ? only({ ...found, ename, evalue, traceback }, ["output_type", "ename", "evalue", "traceback"])
      : null;
  }
  if (type !== "display_data" && type !== "execute_result") return null;
  const { data = {}, metadata = {}, execution_count: count = null } = found;
  if (!isBundle(data) || !isObject(metadata)) return null;
  const keys = ["output_type", "data", "metadata"];
  if (type === "display_data") return only({ ...found, data, metadata }, keys);
  return isCount(count)
    ? only({ ...found, data, metadata, execution_count: count }, [...keys, "execution_count"])
    : null;
}

/** Metadata of a cell, without the official keys that hold what they must not hold. */
export function fittedCellMetadata(type: string, found: JsonObject): Fitted<JsonObject> {
  const isFit: Record<string, (value: unknown) => boolean> = {
    ...ofEveryCell,
    ...(type === "code" ? ofCode : type === "raw" ? { format: isText } : {}),
  };
  return without(found, (key, value) => !Object.hasOwn(isFit, key) || isFit[key]!(value));
}

const ofEveryCell = {
  jupyter: isObject,
  name: (value: unknown) => isText(value) && /^.+$/m.test(value),
  tags: (value: unknown) =>
    areTexts(value) && new Set(value).size === value.length && value.every((tag) => /^[^,]+$/.test(tag)),
};

const ofCode = {
  collapsed: (value: unknown) => typeof value === "boolean",
  scrolled: (value: unknown) => typeof value === "boolean" || value === "auto",
  execution: (value: unknown) => isObject(value) && Object.values(value).every(isText),
};

/** Metadata of a notebook, likewise. A kernel without a name for people is called by its own. */
export function fittedMetadata(found: JsonObject): Fitted<JsonObject> {
  const { kernelspec } = found;
  const isNameless = isObject(kernelspec) && isText(kernelspec.name) && kernelspec.display_name === undefined;
  const named = isNameless
    ? { ...found, kernelspec: { ...kernelspec, display_name: kernelspec.name } }
    : found;
  return without(named, (key, value) => {
    if (key === "kernelspec") return isObject(value) && isText(value.name) && isText(value.display_name);
    if (key === "language_info") return isObject(value) && isLanguage(value);
    return key === "authors" ? Array.isArray(value) : true;
  });
}

function isLanguage({ name, codemirror_mode: mode, ...others }: JsonObject): boolean {
  const texts = ["file_extension", "mimetype", "pygments_lexer"].map((key) => others[key]);
  const isMode = mode === undefined || isText(mode) || isObject(mode);
  return isText(name) && isMode && texts.every((text) => text === undefined || isText(text));
}

/** Attachments: file name -> MIME type -> content. */
export function fittedAttachments(found: JsonObject): Fitted<JsonObject> {
  return without(found, (_, bundle) => isBundle(bundle));
}

/** Only JSON may be something else than text. */
function isBundle(value: unknown): value is JsonObject {
  if (!isObject(value)) return false;
  return Object.entries(value).every(
    ([type, content]) => /^application\/(.*\+)?json$/.test(type) || textOfLines(content) !== undefined,
  );
}

function only(found: JsonObject, keys: readonly string[]): Fitted<JsonObject> {
  return without(found, (key) => keys.includes(key));
}

function without(found: JsonObject, stays: (key: string, value: unknown) => boolean): Fitted<JsonObject> {
  const entries = Object.entries(found);
  const dropped = entries.filter(([key, value]) => !stays(key, value)).map(([key]) => key);
  // The very same object where nothing goes: texts of cells are remembered by it.
  if (dropped.length === 0) return { value: found, dropped };
  return { value: Object.fromEntries(entries.filter(([key]) => !dropped.includes(key))), dropped };
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function areTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every(isText);
}

function isCount(value: unknown): boolean {
  return value === null || (typeof value === "number" && Number.isInteger(value) && value >= 0);
}
