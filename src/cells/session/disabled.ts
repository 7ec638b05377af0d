import { downstream } from "../../engine";
import { dependencies } from "./dependencies";
import type { Session } from "./session";

/** Cells that do not run: those switched off, and everything that depends on them; each with the cell that is the reason. */
export function disabledCells(session: Session): ReadonlyMap<string, string> {
  const known = disabledBefore.get(session.notebook.cells);
  if (known) return known;
  const found = new Map<string, string>();
  for (const cell of session.notebook.cells) if (cell.disabled) found.set(cell.id, cell.id);
  if (found.size) {
    const linked = dependencies(session);
    for (const id of [...found.keys()])
      for (const below of downstream(linked, [id])) if (!found.has(below)) found.set(below, id);
  }
  disabledBefore.set(session.notebook.cells, found);
  return found;
}

const disabledBefore = new WeakMap<Session["notebook"]["cells"], ReadonlyMap<string, string>>();
