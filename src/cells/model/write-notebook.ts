import { analyseCall } from "./analyse-call";
import { canonicalJson } from "./canonical-json";
import { markedCell, markedNotebook } from "./language-marks";
import { inputDeclaration } from "./input-declaration";
import { writtenLedger } from "./ledger/read-ledger";
import { linesOf } from "./lines";
import { fileVersion } from "./migrations";
import { isObject, type JsonObject, type NbCell } from "./nbformat";
import type { Cell, DataSlot, Notebook } from "./notebook";
import { outputsOf } from "./saved-outputs";

/** A notebook as `.ipynb` text, nbformat 4.5. The same notebook always gives the same text. */
export function writeNotebook(
  notebook: Notebook,
  options: { readonly results: boolean } = { results: true },
): string {
  const cells = notebook.cells.map((cell) => textOf(cell, options.results));
  const shown = options.results ? notebook : { ...notebook, data: notebook.data.map(withoutDigest) };
  const rest = canonicalJson({ metadata: metadataOf(shown), nbformat: 4, nbformat_minor: 5 });
  return `{\n "cells": [${cells.length ? `\n${cells.join(",\n")}\n ` : ""}],${rest.slice(1)}`;
}

/** The values that a column has are results too. */
function withoutDigest({ digest: _, ...slot }: DataSlot): DataSlot {
  return slot;
}

const known = { with: new WeakMap<Cell, string>(), without: new WeakMap<Cell, string>() };

/** A cell never changes, another takes its place: while a person types in one, the text of all others is known already. */
function textOf(cell: Cell, results: boolean): string {
  const texts = results ? known.with : known.without;
  const found = texts.get(cell);
  if (found !== undefined) return found;
  const json = canonicalJson(written(results ? cell : { ...cell, saved: null })).trimEnd();
  const text = `  ${json.replaceAll("\n", "\n  ")}`;
  texts.set(cell, text);
  return text;
}

function metadataOf({ id, title, data, settings, ledger, foreign }: Notebook): JsonObject {
  return {
    ...markedNotebook(foreign),
    ...(title ? { title } : {}),
    ebb: { ...restOf(foreign), version: fileVersion, id, settings, data, ...writtenLedger(ledger) },
  };
}

function written(cell: Cell): NbCell {
  const { id, name, foreign, saved } = cell;
  const named = { ...(name ? { name } : {}), ...(cell.disabled ? { disabled: true } : {}) };
  const outputs = outputsOf(saved);
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
      return code(id, { ...markedCell(foreign, "sql"), ebb }, cell.source, outputs);
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
      return code(id, { ...markedCell(foreign, "typescript"), ebb }, analyseCall(cell), outputs);
    }
    case "typescript": {
      const ebb = { ...restOf(foreign), ...named, ...timeOf(cell), kind: "typescript" };
      return code(id, { ...markedCell(foreign, "typescript"), ebb }, cell.source, outputs);
    }
    case "input": {
      const { label, control, value } = cell;
      const ebb = { ...restOf(foreign), ...named, ...timeOf(cell), kind: "input", label, control, value };
      return code(id, { ...markedCell(foreign, "typescript"), ebb }, inputDeclaration(cell), outputs);
    }
    case "foreign": {
      const raw = cell.raw as unknown as Omit<NbCell, "id" | "outputs">;
      return raw.cell_type === "code" ? { ...raw, id, outputs } : { ...raw, id };
    }
  }
}

function code(id: string, metadata: JsonObject, source: string, outputs: readonly unknown[]): NbCell {
  return { cell_type: "code", execution_count: null, id, metadata, outputs, source: linesOf(source) };
}

function timeOf({ saved }: Cell): JsonObject {
  return saved?.form === "error" ? { at: saved.at } : {};
}

function restOf({ ebb }: JsonObject): JsonObject {
  return isObject(ebb) ? ebb : {};
}
