import type { Language } from "../../analyses";
import { savedErrorOf, savedResultOf, type DrawFigure } from "../kinds";
import type { Cell, Notebook } from "../model";
import { runOf, type Session } from "./session";

/**
 * The notebook as it goes into a file: each cell with the result of its present text. A result of an older text
 * would be read as this one's, so a stale one is left out.
 */
export function withResults(session: Session, language: Language, draw: DrawFigure | null): Notebook {
  return {
    ...session.notebook,
    cells: session.notebook.cells.map((cell) => withResult(session, cell, language, draw)),
  };
}

function withResult(session: Session, cell: Cell, language: Language, draw: DrawFigure | null): Cell {
  const run = runOf(session, cell.id);
  switch (run.status) {
    case "fresh":
      return run.output && run.finishedAt
        ? { ...cell, saved: savedResultOf(run.output, run.finishedAt, language, draw) }
        : cell;
    case "failed":
      return { ...cell, saved: run.error ? savedErrorOf(run.error, run.finishedAt ?? "") : null };
    case "stale":
    case "blocked":
      return { ...cell, saved: null };
    case "never":
    case "saved":
    case "queued":
    case "running":
      return cell;
  }
}
