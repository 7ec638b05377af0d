import type { Cell } from "../model";
import type { Session } from "./session";

/**
 * The cells that a command is about, in the order of the notebook: from where the selection began to the cell at hand. It has
 * one end only as soon as another cell is at hand or somebody writes.
 */
export function selectedCells({ notebook: { cells }, selected, editing, range }: Session): readonly Cell[] {
  const to = cells.findIndex((cell) => cell.id === selected);
  if (to < 0) return [];
  const from = !editing && range?.to === selected ? cells.findIndex((cell) => cell.id === range.from) : to;
  return from < 0 ? [cells[to]!] : cells.slice(Math.min(from, to), Math.max(from, to) + 1);
}

/** Is the cell one of several that are selected? Asked by every cell at every key. */
export function isAmongSelected(session: Session, id: string): boolean {
  return session.range !== null && selectedIds(session).has(id);
}

let known: {
  of: Session["notebook"]["cells"];
  range: Session["range"];
  at: unknown;
  ids: Set<string>;
} | null = null;

function selectedIds(session: Session): ReadonlySet<string> {
  const at = session.editing ? null : session.selected;
  if (known?.of === session.notebook.cells && known.range === session.range && known.at === at)
    return known.ids;
  const several = selectedCells(session);
  const ids = new Set(several.length > 1 ? several.map(({ id }) => id) : []);
  known = { of: session.notebook.cells, range: session.range, at, ids };
  return ids;
}
