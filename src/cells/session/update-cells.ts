import { disabledCells } from "./disabled";
import type { Effect } from "./effect";
import type { CellsEvent, ReplacedText } from "./cells-event";
import { remember } from "./history";
import { mergedCell, splitCell } from "./merge-cells";
import { cellOf, type Updated } from "./queue";
import { renamedEverywhere } from "./rename-everywhere";
import { savedRun } from "./saved-run";
import { runOf, type Session, type StepLabel } from "./session";
import { travelled } from "./travelled";
import { updateEdit } from "./update-edit";
import type { Cell } from "../model";

/** Several cells at once. What nobody reads any more and what has to run anew follows as after any change. */
export function updateCells(session: Session, event: CellsEvent, at: number): Updated {
  const { cells } = session.notebook;
  switch (event.type) {
    case "selection-extended":
      return [extended(session, placeOf(session, session.selected) + event.by), []];
    case "selection-extended-to":
      return [extended(session, placeOf(session, event.cell)), []];
    case "all-selected": {
      const [first, last] = [cells[0]?.id, cells.at(-1)?.id];
      if (first === undefined || last === undefined) return [session, []];
      return [{ ...session, selected: last, editing: false, range: { from: first, to: last } }, []];
    }
    case "cells-deleted":
      return remove(session, event.cells, at);
    case "cells-moved":
      return move(session, event.cells, event.before, at);
    case "cells-pasted":
      return paste(session, event.cells, event.at, at);
    case "cell-taken-over":
      return takeOver(session, event.cell, event.at, at);
    case "cells-disabled":
      return switchOff(session, event.cells, event.disabled, at);
    case "cells-merged":
      return merge(session, event.cells, at);
    case "cell-split":
      return split(session, event, at);
    case "name-changed":
      return rename(session, event.cell, event.name, at);
    case "texts-replaced":
      return replace(session, event.texts, at);
  }
}

function placeOf(session: Session, id: string | null): number {
  return session.notebook.cells.findIndex((cell) => cell.id === id);
}

function extended(session: Session, place: number): Session {
  const to = session.notebook.cells[place]?.id;
  if (to === undefined || session.selected === null) return session;
  const from = session.range?.to === session.selected ? session.range.from : session.selected;
  return { ...session, selected: to, editing: false, range: { from, to } };
}

interface Edited {
  readonly label: StepLabel;
  readonly cells: readonly Cell[];
  readonly selected: string | null;
  readonly editing?: boolean;
  readonly range?: Session["range"];
}

/** One step: the notebook has these cells from now on. */
function edit(
  session: Session,
  { label, cells, selected, editing = false, range = null }: Edited,
  at: number,
): Updated {
  const ids = new Set(cells.map(({ id }) => id));
  const gone = session.notebook.cells.filter(({ id }) => !ids.has(id));
  const isGone = (id: string) => gone.some((cell) => cell.id === id);
  const before = remember(session, label);
  const after: Session = {
    ...before,
    notebook: { ...before.notebook, cells },
    runs: Object.fromEntries(Object.entries(before.runs).filter(([id]) => !isGone(id))),
    queue: before.queue.filter((id) => !isGone(id)),
    selected,
    editing,
    range,
  };
  const [next, effects] = travelled(before, after, undefined, at);
  // Running code of a cell that is gone is of no use to anyone.
  const stops = gone.some(({ id }) => runOf(session, id).status === "running");
  return [next, stops ? [{ type: "stop" }, ...effects] : effects];
}

function remove(session: Session, ids: readonly string[], at: number): Updated {
  const { cells } = session.notebook;
  const left = cells.filter(({ id }) => !ids.includes(id));
  if (left.length === cells.length) return [session, []];
  const place = cells.findIndex(({ id }) => ids.includes(id));
  const selected = left[Math.min(place, left.length - 1)]?.id ?? null;
  const [next, effects] = edit(session, { label: "delete", cells: left, selected }, at);
  const bin = cells.flatMap((cell, i): Effect[] => {
    const isEmpty = "source" in cell && cell.source.trim() === "";
    return ids.includes(cell.id) && !isEmpty ? [{ type: "keep-deleted", cell, at: i }] : [];
  });
  return [next, [...bin, ...effects]];
}

function move(session: Session, ids: readonly string[], before: string | null, at: number): Updated {
  const { cells } = session.notebook;
  if (before !== null && ids.includes(before)) return [session, []];
  const moved = cells.filter(({ id }) => ids.includes(id));
  const others = cells.filter(({ id }) => !ids.includes(id));
  const to = before === null ? others.length : others.findIndex(({ id }) => id === before);
  if (to < 0) return [session, []];
  const next = others.toSpliced(to, 0, ...moved);
  if (next.every((cell, i) => cell === cells[i])) return [session, []];
  const { selected, range } = session;
  return edit(session, { label: "move", cells: next, selected, range }, at);
}

function paste(session: Session, given: readonly Cell[], place: number, at: number): Updated {
  const added = given.filter(
    ({ id }, i) => !cellOf(session, id) && given.findIndex((one) => one.id === id) === i,
  );
  const [first, last] = [added[0]?.id, added.at(-1)?.id];
  if (first === undefined || last === undefined) return [session, []];
  const cells = session.notebook.cells.toSpliced(place, 0, ...added);
  return edit(session, { label: "paste", cells, selected: last, range: { from: first, to: last } }, at);
}

function takeOver(session: Session, cell: Cell, place: number | null, at: number): Updated {
  const { cells } = session.notebook;
  const before = cellOf(session, cell.id);
  if ((place === null) !== (before !== undefined)) return [session, []];
  const next =
    place === null ? cells.map((one) => (one === before ? cell : one)) : cells.toSpliced(place, 0, cell);
  const [after, effects] = edit(session, { label: "take-over", cells: next, selected: cell.id }, at);
  // What another program's code gave comes along with its text.
  if (cell.kind !== "foreign" || !cell.saved) return [after, effects];
  return [{ ...after, runs: { ...after.runs, [cell.id]: savedRun(cell) } }, effects];
}

/** As one cell after another, but one step. */
function switchOff(session: Session, ids: readonly string[], disabled: boolean, at: number): Updated {
  let next = session;
  const effects: Effect[] = [];
  for (const cell of ids) {
    const [after, more] = updateEdit(next, { type: "cell-disabled", cell, disabled }, at);
    next = after;
    effects.push(...more);
  }
  if (next.done === session.done) return [session, []];
  const done = [...session.done, remember(session, "disable").done.at(-1)!].slice(-next.done.length);
  return [{ ...next, done, queue: next.queue.filter((id) => !disabledCells(next).has(id)) }, effects];
}

function merge(session: Session, ids: readonly string[], at: number): Updated {
  const parts = session.notebook.cells.filter(({ id }) => ids.includes(id));
  const merged = mergedCell(parts);
  if (!merged) return [session, []];
  const cells = session.notebook.cells
    .filter((cell) => cell.id === merged.id || !parts.includes(cell))
    .map((cell) => (cell.id === merged.id ? merged : cell));
  return edit(session, { label: "merge", cells, selected: merged.id }, at);
}

function split(session: Session, event: Extract<CellsEvent, { type: "cell-split" }>, at: number): Updated {
  const place = placeOf(session, event.cell);
  const cell = session.notebook.cells[place];
  const parts = cell && !cellOf(session, event.id) ? splitCell(cell, event.at, event.id) : null;
  if (!parts) return [session, []];
  const cells = session.notebook.cells.toSpliced(place, 1, ...parts);
  return edit(session, { label: "split", cells, selected: event.id, editing: session.editing }, at);
}

function rename(session: Session, id: string, name: string, at: number): Updated {
  const tables = Object.keys(session.tables);
  const renamed = renamedEverywhere(session.notebook, tables, id, name);
  if ("problem" in renamed || cellOf(session, id)?.name === name) return [session, []];
  const { cells, data } = renamed.notebook;
  const { selected, range, editing } = session;
  const known = { ...session, notebook: { ...session.notebook, data } };
  return edit(known, { label: "rename", cells, selected, range, editing }, at);
}

function replace(session: Session, texts: readonly ReplacedText[], at: number): Updated {
  const cells = session.notebook.cells.map((cell): Cell => {
    const given = texts.find((one) => one.cell === cell.id);
    if (!given) return cell;
    const source = "source" in cell && cell.kind !== "foreign" ? given.source : undefined;
    const isSame = (source ?? null) === null || ("source" in cell && cell.source === source);
    if (isSame && (given.name ?? cell.name) === cell.name) return cell;
    return { ...cell, ...(source === undefined ? {} : { source }), name: given.name ?? cell.name } as Cell;
  });
  if (cells.every((cell, i) => cell === session.notebook.cells[i])) return [session, []];
  const { selected, range } = session;
  return edit(session, { label: "replace", cells, selected, range }, at);
}
