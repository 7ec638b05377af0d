import { significantTokens } from "../../../engine";
import { analyseCall } from "../analyse-call";
import { inputDeclaration } from "../input-declaration";
import { isObject, type JsonObject } from "../nbformat";
import type { Cell, ForeignCell, Notebook } from "../notebook";
import { foreignTypes, keptAttributes, kitTypes, type KitCell, type KitNotebook } from "./kit-notebook";
import { KitError } from "./kit-error";

/** How many cells had something that a file of Notebook Kit has no place for. */
export interface LeftOut {
  readonly attachments: number;
  /** Analyses and inputs: written as the code that stands for them, which runs in Ebb only. */
  readonly ours: number;
}

/**
 * A notebook in the words of Notebook Kit. Never a type that a browser runs by itself: their file, opened by a double click,
 * is a live page without a sandbox. Throws `KitError` for a text whose meaning would change.
 */
export function kitOf(notebook: Notebook): { readonly kit: KitNotebook; readonly leftOut: LeftOut } {
  const { cells, foreign, title } = notebook;
  const kept = kitIn(foreign);
  const ids = idsFor(cells);
  const language = languageOf(foreign);
  return {
    kit: {
      title: oneKindOfLineEnd(title),
      theme: textIn(kept, "theme"),
      readOnly: kept.readOnly === true,
      cells: cells.map((cell, i) => ({ ...kitCell(cell, language, i), id: ids[i]! })),
    },
    leftOut: {
      attachments: cells.filter((cell) => hasAttachments(cell)).length,
      ours: cells.filter(({ kind }) => kind === "analysis" || kind === "input").length,
    },
  };
}

function kitCell(cell: Cell, language: string, index: number): Omit<KitCell, "id"> {
  const { jupyter } = cell.foreign;
  const folds = isObject(jupyter) ? jupyter : {};
  const code = {
    pinned: folds.source_hidden !== true,
    hidden: folds.outputs_hidden === true,
    output: "",
    others: {},
  };
  switch (cell.kind) {
    case "markdown": {
      const text = oneKindOfLineEnd(cell.source);
      return { type: kitTypes.markdown, text, output: "", others: {}, ...shownAs(kitIn(cell.foreign)) };
    }
    case "sql": {
      const kept = kitIn(cell.foreign);
      const isChanged = significantTokens(cell.source).some(
        ({ kind, text }) => (kind === "string" || kind === "quoted-name") && text.includes("\r"),
      );
      if (isChanged) throw new KitError(index, "line-end");
      const text = oneKindOfLineEnd(cell.source);
      const output = cell.name || textIn(kept, "output");
      return { ...code, type: kitTypes.sql, text, output, others: othersIn(kept) };
    }
    case "typescript":
      // ECMAScript itself takes every line end in a template for a line feed.
      return { ...code, type: kitTypes.typescript, text: oneKindOfLineEnd(cell.source) };
    case "analysis":
      return { ...code, type: kitTypes.typescript, text: analyseCall(cell) };
    case "input":
      return { ...code, type: kitTypes.typescript, text: inputDeclaration(cell) };
    case "foreign":
      return foreignCell(cell, language);
  }
}

function foreignCell({ raw, source }: ForeignCell, language: string): Omit<KitCell, "id"> {
  const kept = kitIn(isObject(raw.metadata) ? raw.metadata : {});
  const text = oneKindOfLineEnd(source);
  const isCode = raw.cell_type === "code";
  const type = isCode ? `text/x-${language}` : textIn(kept, "type");
  const shown = { output: textIn(kept, "output"), others: othersIn(kept), ...shownAs(kept) };
  if (foreignTypes.includes(type)) return { type, text, ...shown };
  // A type that it does not know, Notebook Kit takes for JavaScript and runs.
  return {
    type: kitTypes.markdown,
    text: fenced(text, isCode ? language : ""),
    output: "",
    others: {},
    ...shownAs({}),
  };
}

function fenced(text: string, language: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${/^[\w+#-]*$/.test(language) ? language : ""}\n${text}\n${fence}`;
}

/** A number that the cell brought along; else the next that is free. */
function idsFor(cells: readonly Cell[]): readonly number[] {
  const own = cells.map(({ id }) => Number(/^kit-([1-9]\d{0,8})$/.exec(id)?.[1] ?? 0));
  const used = new Set(own);
  let next = 1;
  return own.map((id) => {
    if (id) return id;
    while (used.has(next)) next++;
    used.add(next);
    return next;
  });
}

function languageOf({ language_info: info, kernelspec: kernel }: Notebook["foreign"]): string {
  const name = isObject(info) ? info.name : isObject(kernel) ? kernel.language : "";
  return typeof name === "string" ? name.toLowerCase() : "";
}

function kitIn({ ebb }: JsonObject): JsonObject {
  return isObject(ebb) && isObject(ebb.kit) ? ebb.kit : {};
}

function othersIn(kept: JsonObject): Readonly<Record<string, string>> {
  return Object.fromEntries(
    keptAttributes.flatMap((name) => (textIn(kept, name) ? [[name, textIn(kept, name)]] : [])),
  );
}

function shownAs(kept: JsonObject): { readonly pinned: boolean; readonly hidden: boolean } {
  return { pinned: kept.pinned === true, hidden: kept.hidden === true };
}

function textIn(kept: JsonObject, key: string): string {
  const value = kept[key];
  return typeof value === "string" ? oneKindOfLineEnd(value) : "";
}

function hasAttachments(cell: Cell): boolean {
  if (cell.kind === "markdown")
    return cell.attachments !== undefined && Object.keys(cell.attachments).length > 0;
  return cell.kind === "foreign" && isObject(cell.raw.attachments);
}

function oneKindOfLineEnd(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}
