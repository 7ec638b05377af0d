import * as v from "valibot";
import { analyseCall } from "./analyse-call";
import { readInput } from "./input-cell";
import { unmarkedCell } from "./language-marks";
import { textOfLines } from "./lines";
import { isObject, type JsonObject, type NbCell } from "./nbformat";
import { note, type Note } from "./note";
import type { AnalysisCell, Cell, ForeignCell } from "./notebook";
import { savedIn } from "./saved-outputs";
import { textsJson } from "./schemas";

/** What we do not know under `metadata.ebb` stays under `foreign.ebb` and is written again. */
export function readCell(found: NbCell, notes: Note[]): Cell {
  const { ebb, ...metadata } = found.metadata;
  if (found.cell_type === "markdown") return markdown(found, isObject(ebb) ? ebb : {}, metadata);
  if (found.cell_type === "raw" || !isObject(ebb)) return foreignCell(found);
  const { kind, name, at, disabled, ...others } = ebb;
  const base = {
    id: found.id,
    name: typeof name === "string" ? name : "",
    saved: savedIn(found.outputs ?? [], at),
    ...(disabled === true ? { disabled: true as const } : {}),
  };
  const source = sourceOf(found);
  if (kind === "sql") {
    return { ...base, kind, foreign: withRest(unmarkedCell(metadata, "sql"), others), source };
  }
  if (kind === "typescript") {
    return { ...base, kind, foreign: withRest(unmarkedCell(metadata, "typescript"), others), source };
  }
  const input = kind === "input" ? readInput(others, metadata, base, source, notes) : null;
  if (input) return input;
  const analysis = kind === "analysis" ? readAnalysis(others, metadata, base) : null;
  if (!analysis) {
    const values = { place: base.name || found.id, kind: typeof kind === "string" ? kind : "" };
    notes.push(note("damaged", "caution", `unknown kind of cell: ${values.kind}`, values));
    return foreignCell(found);
  }
  if (source !== analyseCall(analysis)) {
    const values = { place: base.name || found.id };
    notes.push(note("edited-elsewhere", "caution", `edited elsewhere: ${values.place}`, values));
  }
  return analysis;
}

function markdown(found: NbCell, ebb: JsonObject, metadata: JsonObject): Cell {
  const { name, disabled, result, ...others } = ebb;
  const saved = v.safeParse(textsJson, result);
  return {
    kind: "markdown",
    id: found.id,
    name: typeof name === "string" ? name : "",
    ...(disabled === true ? { disabled: true as const } : {}),
    foreign: withRest(metadata, saved.success || result === undefined ? others : { ...others, result }),
    saved: saved.success ? saved.output : null,
    source: sourceOf(found),
    ...(found.attachments ? { attachments: found.attachments } : {}),
  };
}

function readAnalysis(
  { analysis, table, params, ...others }: JsonObject,
  metadata: JsonObject,
  base: Pick<Cell, "id" | "name" | "saved">,
): AnalysisCell | null {
  if (typeof analysis !== "string" || typeof table !== "string" || !isObject(params)) return null;
  const foreign = withRest(unmarkedCell(metadata, "typescript"), others);
  return { ...base, kind: "analysis", foreign, analysis, table, params };
}

function foreignCell({ id, outputs, ...raw }: NbCell): ForeignCell {
  const saved = outputs?.length ? { form: "foreign" as const, outputs } : null;
  return { kind: "foreign", id, name: "", foreign: {}, saved, source: sourceOf(raw), raw };
}

function withRest(metadata: JsonObject, rest: JsonObject): JsonObject {
  return Object.keys(rest).length ? { ...metadata, ebb: rest } : metadata;
}

function sourceOf({ source }: Pick<NbCell, "source">): string {
  return textOfLines(source) ?? "";
}
