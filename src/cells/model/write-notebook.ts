import { textOfPart, type TextPart } from "../../engine";
import { analyseCall } from "./analyse-call";
import { canonicalJson } from "./canonical-json";
import { markedCell, markedNotebook } from "./language-marks";
import { inputDeclaration } from "./input-declaration";
import { writtenLedger } from "./ledger/read-ledger";
import { linesOf } from "./lines";
import { fileVersion } from "./migrations";
import { isObject, type JsonObject, type NbCell } from "./nbformat";
import type { Cell, DataSlot, Notebook, SavedResult } from "./notebook";
import { outputsOf } from "./saved-outputs";

/** A notebook as `.ipynb` text, nbformat 4.5. The same notebook always gives the same text. */
export function writeNotebook(
  notebook: Notebook,
  options: { readonly results: boolean } = { results: true },
): string {
  return notebookParts(notebook, options).map(textOfPart).join("");
}

/** The same text in parts: each result is one by itself, written out only when it is asked for. */
export function notebookParts(
  notebook: Notebook,
  options: { readonly results: boolean } = { results: true },
): readonly TextPart[] {
  const { cells } = notebook;
  const texts = cells.flatMap((cell, i) => [i === 0 ? "\n" : ",\n", ...partsOf(cell, options.results)]);
  const shown = options.results ? notebook : { ...notebook, data: notebook.data.map(withoutDigest) };
  const rest = canonicalJson({ metadata: metadataOf(shown), nbformat: 4, nbformat_minor: 5 });
  return [`{\n "cells": [`, ...texts, `${cells.length ? "\n " : ""}],${rest.slice(1)}`];
}

/** The values that a column has are results too. */
function withoutDigest({ digest: _, ...slot }: DataSlot): DataSlot {
  return slot;
}

const known = { with: new WeakMap<Cell, string>(), without: new WeakMap<Cell, string>() };

/** The one place for outputs in a cell's text: keys inside of its metadata stand further to the right. */
const noOutputs = `\n   "outputs": []`;

/** A cell never changes, another takes its place: while a person types in one, the text of all others is known already. */
function partsOf(cell: Cell, results: boolean): readonly TextPart[] {
  const texts = results ? known.with : known.without;
  const text = texts.get(cell) ?? indented(canonicalJson(written(results ? cell : { ...cell, saved: null })));
  texts.set(cell, text);
  const { saved } = cell;
  const at = results && saved && hasOutputs(saved) ? text.indexOf(noOutputs) : -1;
  if (!saved || at < 0) return [text];
  const before = text.slice(0, at + noOutputs.length - "[]".length);
  return [before, { of: saved, text: () => outputsText(saved) }, text.slice(at + noOutputs.length)];
}

const outputs = new WeakMap<SavedResult, string>();

/** A result outlives many texts of its cell. */
function outputsText(saved: SavedResult): string {
  const found = outputs.get(saved) ?? indented(canonicalJson(outputsOf(saved)), "   ").trimStart();
  outputs.set(saved, found);
  return found;
}

function indented(json: string, by = "  "): string {
  return `${by}${json.trimEnd().replaceAll("\n", `\n${by}`)}`;
}

function hasOutputs({ form }: SavedResult): boolean {
  return form !== "texts";
}

function metadataOf({ id, title, data, settings, ledger, foreign }: Notebook): JsonObject {
  return {
    ...markedNotebook(foreign),
    ...(title ? { title } : {}),
    ebb: { ...restOf(foreign), version: fileVersion, id, settings, data, ...writtenLedger(ledger) },
  };
}

/** Without its outputs, whose place is empty. */
function written(cell: Cell): NbCell {
  const { id, name, foreign, saved } = cell;
  const named = { ...(name ? { name } : {}), ...(cell.disabled ? { disabled: true } : {}) };
  switch (cell.kind) {
    case "markdown": {
      const values = saved?.form === "texts" ? { result: saved } : {};
      const ebb = { ...restOf(foreign), ...named, ...values };
      const { ebb: _rest, ...others } = foreign;
      const metadata = Object.keys(ebb).length ? { ...others, ebb } : others;
      const attachments = cell.attachments ? { attachments: cell.attachments } : {};
      return { cell_type: "markdown", id, metadata, source: linesOf(cell.source), ...attachments };
    }
    case "sql": {
      const ebb = { ...restOf(foreign), ...named, ...timeOf(cell), kind: "sql" };
      return code(id, { ...markedCell(foreign, "sql"), ebb }, cell.source);
    }
    case "analysis": {
      const { analysis, table, params } = cell;
      const ebb = {
        ...restOf(foreign),
        ...named,
        ...timeOf(cell),
        kind: "analysis",
        analysis,
        table,
        params,
      };
      return code(id, { ...markedCell(foreign, "typescript"), ebb }, analyseCall(cell));
    }
    case "typescript": {
      const ebb = { ...restOf(foreign), ...named, ...timeOf(cell), kind: "typescript" };
      return code(id, { ...markedCell(foreign, "typescript"), ebb }, cell.source);
    }
    case "input": {
      const { label, control, value } = cell;
      const ebb = { ...restOf(foreign), ...named, ...timeOf(cell), kind: "input", label, control, value };
      return code(id, { ...markedCell(foreign, "typescript"), ebb }, inputDeclaration(cell));
    }
    case "foreign": {
      const raw = cell.raw as unknown as Omit<NbCell, "id" | "outputs">;
      return raw.cell_type === "code" ? { ...raw, id, outputs: [] } : { ...raw, id };
    }
  }
}

function code(id: string, metadata: JsonObject, source: string): NbCell {
  return { cell_type: "code", execution_count: null, id, metadata, outputs: [], source: linesOf(source) };
}

function timeOf({ saved }: Cell): JsonObject {
  return saved?.form === "error" ? { at: saved.at } : {};
}

function restOf({ ebb }: JsonObject): JsonObject {
  return isObject(ebb) ? ebb : {};
}
