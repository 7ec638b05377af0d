import type { Language } from "../../analyses";
import { savedErrorOf, savedResultOf, type DrawFigure } from "../kinds";
import type { Cell, Notebook, SavedResult } from "../model";
import { isHalfShown, runOf, type Run, type Session } from "./session";

/**
 * The notebook with the results of its cells. Into a file for others goes only what is of the present text and data;
 * what this browser keeps may be older and is marked so: it might not be to be had again.
 */
export function withResults(
  session: Session,
  language: Language,
  draw: DrawFigure | null,
  old: "drop" | "mark" = draw ? "drop" : "mark",
): Notebook {
  const cells = session.notebook.cells.map((cell): Cell => {
    const saved = resultOf(runOf(session, cell.id), cell, language, draw);
    return {
      ...cell,
      saved: saved && isOld(session, cell) ? (old === "mark" ? marked(saved) : null) : saved,
    };
  });
  return { ...session.notebook, cells };
}

function isOld(session: Session, cell: Cell): boolean {
  const run = runOf(session, cell.id);
  return (run.old && run.status !== "failed") || isHalfShown(run);
}

function resultOf(run: Run, cell: Cell, language: Language, draw: DrawFigure | null): SavedResult | null {
  if (run.status === "failed" && run.error) return savedErrorOf(run.error, run.finishedAt ?? "");
  if (!run.output || !run.finishedAt) return cell.saved;
  try {
    return savedResultOf(run.output, run.finishedAt, language, draw);
  } catch {
    // A report that cannot be made must not keep the rest of the notebook from being saved.
    return null;
  }
}

function marked(saved: SavedResult): SavedResult | null {
  return saved.form === "error" || saved.form === "foreign" ? null : { ...saved, stale: true };
}
