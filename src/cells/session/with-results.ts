import type { Language } from "../../analyses";
import { savedErrorOf, savedResultOf, type CellOutput, type DrawFigure } from "../kinds";
import type { Cell, Notebook, SavedResult } from "../model";
import { isHalfShown, lacksData, runOf, type Run, type Session } from "./session";

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
    return withSaved(cell, saved && isOld(session, cell) ? (old === "mark" ? marked(saved) : null) : saved);
  });
  return { ...session.notebook, cells };
}

const copies = new WeakMap<Cell, Cell>();

/** The very same copy while neither cell nor result changes: its text is then known too. */
function withSaved(cell: Cell, saved: SavedResult | null): Cell {
  if (cell.saved === saved) return cell;
  const known = copies.get(cell);
  if (known?.saved === saved) return known;
  const copy = { ...cell, saved };
  copies.set(cell, copy);
  return copy;
}

function isOld(session: Session, cell: Cell): boolean {
  const run = runOf(session, cell.id);
  return (run.old && (run.status !== "failed" || lacksData(run))) || isHalfShown(run);
}

/** Reports are long to tell, and a notebook is kept with every pause in typing: one is told once in a language. */
const results = new WeakMap<
  CellOutput,
  { readonly language: Language; readonly saved: Exclude<SavedResult, { form: "foreign" }> }
>();

function resultOf(run: Run, cell: Cell, language: Language, draw: DrawFigure | null): SavedResult | null {
  if (run.status === "failed" && run.error && !lacksData(run))
    return savedErrorOf(run.error, run.finishedAt ?? "");
  const { output, finishedAt } = run;
  if (!output || !finishedAt) return cell.saved;
  const known = draw ? undefined : results.get(output);
  if (known && known.language === language && known.saved.at === finishedAt) return known.saved;
  try {
    const saved = savedResultOf(output, finishedAt, language, draw);
    if (!draw && saved.form !== "foreign") results.set(output, { language, saved });
    return saved;
  } catch {
    // A report that cannot be made must not keep the rest of the notebook from being saved.
    return null;
  }
}

const stale = new WeakMap<SavedResult, SavedResult>();

function marked(saved: SavedResult): SavedResult | null {
  if (saved.form === "error" || saved.form === "foreign") return null;
  const known = stale.get(saved) ?? { ...saved, stale: true as const };
  stale.set(saved, known);
  return known;
}
