import { newId, type Random } from "./id";
import type { AnalysisCell, MarkdownCell, Notebook, SqlCell, TypescriptCell } from "./notebook";

export function newNotebook(random?: Random): Notebook {
  return {
    id: newId(random),
    title: "",
    cells: [],
    data: [],
    settings: { runMode: "auto", weekStart: "monday" },
    ledger: [],
    foreign: {},
  };
}

export function newCell(kind: "markdown", random?: Random): MarkdownCell;
export function newCell(kind: "sql", random?: Random): SqlCell;
export function newCell(kind: "typescript", random?: Random): TypescriptCell;
export function newCell(kind: "analysis", random?: Random): AnalysisCell;
export function newCell(kind: TextKind, random?: Random): MarkdownCell | SqlCell | TypescriptCell;
export function newCell(kind: NewCell["kind"], random?: Random): NewCell {
  const base = { id: newId(random), name: "", foreign: {}, saved: null };
  switch (kind) {
    case "markdown":
      return { ...base, kind, source: "" };
    case "sql":
      return { ...base, kind, source: "" };
    case "typescript":
      return { ...base, kind, source: "" };
    case "analysis":
      return { ...base, kind, analysis: "", table: "", params: {} };
  }
}

/** Kinds of cells that are a text a person writes; one can become another. */
export type TextKind = (MarkdownCell | SqlCell | TypescriptCell)["kind"];

type NewCell = MarkdownCell | SqlCell | TypescriptCell | AnalysisCell;
