import { isObject, type JsonObject } from "./nbformat";

/**
 * What tells other programs how to colour our cells: SQL as the language of the notebook, unless another tool's notebook
 * says otherwise, and VS Code's own mark on each cell. Always the same, so not part of what a notebook keeps as foreign.
 */
type Language = "sql" | "typescript";

export function markedNotebook(metadata: JsonObject): JsonObject {
  const isKnown = "language_info" in metadata || "kernelspec" in metadata;
  return isKnown ? metadata : { ...metadata, language_info: { name: "sql" } };
}

export function unmarkedNotebook(metadata: JsonObject): JsonObject {
  const { language_info: mark, ...others } = metadata;
  return isJust(mark, "name", "sql") && !("kernelspec" in metadata) ? others : metadata;
}

export function markedCell(metadata: JsonObject, languageId: Language): JsonObject {
  return { vscode: { languageId }, ...metadata };
}

export function unmarkedCell(metadata: JsonObject, languageId: Language): JsonObject {
  const { vscode: mark, ...others } = metadata;
  return isJust(mark, "languageId", languageId) ? others : metadata;
}

function isJust(value: unknown, key: string, expected: string): boolean {
  return isObject(value) && Object.keys(value).length === 1 && value[key] === expected;
}
