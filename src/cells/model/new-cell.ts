import { newId, type Random } from "./id";
import type { AnalysisCell, MarkdownCell, Notebook, SqlCell } from "./notebook";

export function newNotebook(random?: Random): Notebook {
  return {
    id: newId(random),
    title: "",
    cells: [],
    data: [],
    settings: { runMode: "auto", weekStart: "monday" },
    foreign: {},
  };
}

export function newCell(kind: "markdown", random?: Random): MarkdownCell;
export function newCell(kind: "sql", random?: Random): SqlCell;
export function newCell(kind: "analysis", random?: Random): AnalysisCell;
export function newCell(kind: "markdown" | "sql", random?: Random): MarkdownCell | SqlCell;
export function newCell(kind: NewCell["kind"], random?: Random): NewCell {
  const base = { id: newId(random), name: "", foreign: {}, saved: null };
  switch (kind) {
    case "markdown":
      return { ...base, kind, source: "" };
    case "sql":
      return { ...base, kind, source: "" };
    case "analysis":
      return { ...base, kind, analysis: "", table: "", params: {} };
  }
}

type NewCell = MarkdownCell | SqlCell | AnalysisCell;
