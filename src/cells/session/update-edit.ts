import { withGuess, withoutGuess, withTouched } from "./by-guess";
import { withCellSlot, withSlotsOf } from "./cell-slot";
import { dependencies, labelOf, tableNode } from "./dependencies";
import { disabledCells } from "./disabled";
import type { EditEvent } from "./event";
import { back, forth, remember, rememberRun } from "./history";
import {
  cellOf,
  enqueue,
  invalidate,
  labelIn,
  rested,
  resultNames,
  runsByItself,
  startNext,
  withRun,
  type Updated,
} from "./queue";
import { letGo } from "./let-go";
import { runOf, type Session } from "./session";
import { updateInput } from "./update-input";
import { downstream, folded, plan } from "../../engine";
import { definedNames } from "../kinds";
import type { AnalysisCell, Cell, Notebook, TextKind } from "../model";
import { savedRun } from "./saved-run";
import { readersBefore, travelled, withCell, withCells, withoutRun, withText } from "./travelled";

export function updateEdit(session: Session, event: EditEvent, at: number): Updated {
  switch (event.type) {
    case "title-changed":
      return [retitled(session, event.title, at), []];
    case "selected":
      return [
        { ...session, selected: event.cell, editing: event.edit && event.cell !== null, range: null },
        [],
      ];
    case "selection-moved":
      return [moveSelection(session, event.by), []];
    case "cell-inserted":
      return insert(event.byGuess ? withGuess(session, event.cell) : session, event, at);
    case "cell-deleted":
      return remove(session, event.cell, at);
    case "cell-moved":
      return [move(session, event.cell, event.by), []];
    case "cell-kind-changed":
      return changeKind(session, event.cell, event.kind, at);
    case "cell-renamed":
      return rename(session, event.cell, event.name, at);
    case "input-changed":
    case "input-edited":
      return updateInput(session, event, at);
    case "cell-disabled":
      return switchOff(session, event.cell, event.disabled, at);
    case "source-changed":
      return [typed(session, event.cell, event.source, at), []];
    case "parameters-changed":
      return change(
        withSlotsOf(session, event.cell, event.params),
        event.cell,
        (known, cell) => withCell(withTouched(known, cell, event.params), { ...cell, params: event.params }),
        at,
      );
    case "analysis-table-changed":
      return change(
        withCellSlot(session, event.table),
        event.cell,
        (known, cell) => withCell(withoutGuess(known, cell.id), { ...cell, table: event.table }),
        at,
      );
    case "version-restored":
      return restore(session, event.notebook, at);
    case "undo":
      return travelled(session, back(session), session.done.at(-1), at);
    case "redo":
      return travelled(session, forth(session), session.undone.at(-1), at);
  }
}

function insert(
  session: Session,
  { cell, at: place, edit }: Extract<EditEvent, { type: "cell-inserted" }>,
  at: number,
): Updated {
  const known = remember(session, "insert");
  const cells = known.notebook.cells.toSpliced(place, 0, cell);
  const next: Session = { ...withCells(known, cells), selected: cell.id, editing: edit };
  if (cell.kind === "analysis" || definesName(cell)) return invalidate(next, [cell.id], "", at);
  return [next, []];
}

function remove(session: Session, id: string, at: number): Updated {
  const place = session.notebook.cells.findIndex((cell) => cell.id === id);
  const cell = session.notebook.cells[place];
  if (!cell) return [session, []];
  const readers = readersBefore(session, id);
  const known = remember(session, "delete");
  const cells = known.notebook.cells.toSpliced(place, 1);
  const selected = cells[Math.min(place, cells.length - 1)]?.id ?? null;
  const { [id]: _run, ...runs } = known.runs;
  const next: Session = {
    ...withCells(known, cells),
    runs,
    queue: known.queue.filter((one) => one !== id),
    selected,
    editing: false,
  };
  const drop = letGo(next, cell);
  if (!isEmpty(cell)) drop.unshift({ type: "keep-deleted", cell, at: place });
  // A running query of a deleted cell is of no use to anyone.
  if (runOf(session, id).status === "running") drop.unshift({ type: "stop" });
  const [marked, effects] = invalidate(next, readers, labelOf(cell, place), at);
  return [marked, [...drop, ...effects]];
}

function isEmpty(cell: Cell): boolean {
  return "source" in cell && cell.source.trim() === "";
}

/** Cells and title are as they were; tables that the older version knew and nobody knows now wait for their files. */
function restore(session: Session, { title, cells, data }: Notebook, at: number): Updated {
  const known = session.notebook.data.map(({ table }) => folded(table));
  const lost = data.filter(({ table }) => !known.includes(folded(table)));
  const before = remember(session, "restore");
  const after: Session = {
    ...before,
    editing: false,
    selected: cells.some(({ id }) => id === session.selected) ? session.selected : (cells[0]?.id ?? null),
    notebook: { ...session.notebook, title, cells, data: [...session.notebook.data, ...lost] },
  };
  const [next, effects] = travelled(before, after, undefined, at);
  const runs = { ...next.runs };
  for (const cell of cells) if (cell.saved && !cellOf(session, cell.id)) runs[cell.id] = savedRun(cell);
  return [{ ...next, runs }, effects];
}

/** Off: neither it nor what depends on it runs. On again: what was missed is made up for, as the run mode says. */
function switchOff(session: Session, id: string, disabled: boolean, at: number): Updated {
  const cell = cellOf(session, id);
  if (!cell || (cell.disabled ?? false) === disabled) return [session, []];
  const { disabled: _before, ...others } = cell;
  const changed = (disabled ? { ...others, disabled } : others) as Cell;
  const next = withCell(remember(session, "disable"), changed);
  const off = disabledCells(next);
  const calm = next.queue.filter((one) => off.has(one)).reduce(withoutQueued, next);
  const missed = plan(dependencies(calm), [id]).filter(
    (one) => ["stale", "blocked"].includes(runOf(calm, one).status) && runsByItself(calm, one),
  );
  const runs = !disabled && calm.notebook.settings.runMode === "auto" && missed.length > 0;
  return runs ? startNext(enqueue(calm, missed, dependencies(calm)), at) : [calm, []];
}

function withoutQueued(session: Session, id: string): Session {
  const queue = session.queue.filter((one) => one !== id);
  return withRun({ ...session, queue }, id, rested(runOf(session, id), cellOf(session, id)));
}

function move(session: Session, id: string, by: -1 | 1): Session {
  const from = session.notebook.cells.findIndex((cell) => cell.id === id);
  const to = from + by;
  const cell = session.notebook.cells[from];
  if (!cell || to < 0 || to >= session.notebook.cells.length) return session;
  return withCells(
    remember(session, "move"),
    session.notebook.cells.toSpliced(from, 1).toSpliced(to, 0, cell),
  );
}

function changeKind(session: Session, id: string, kind: TextKind, at: number): Updated {
  const cell = cellOf(session, id);
  if (!cell || cell.kind === kind || !isText(cell)) return [session, []];
  const readers = readersBefore(session, id);
  // What only the other kind has stays with the cell: changing back by the same button gives it back.
  const changed = { ...cell, kind, saved: null } as Cell;
  const known = withCell(remember(session, "change-kind"), changed);
  const next = withoutRun(known, id);
  const [marked, effects] = invalidate(next, readers, labelIn(session, id), at);
  return [marked, [...letGo(next, cell), ...effects]];
}

function isText(cell: Cell): cell is Extract<Cell, { kind: TextKind }> {
  return cell.kind === "sql" || cell.kind === "markdown" || cell.kind === "typescript";
}

/** Readers of the old and of the new name have other data from now on, and so has whoever had the new name before. */
function rename(session: Session, id: string, name: string, at: number): Updated {
  const cell = cellOf(session, id);
  if (!cell || cell.name === name) return [session, []];
  const before = downstream(dependencies(session), [id]);
  const next = withCell(remember(session, "rename"), { ...cell, name });
  const after = downstream(dependencies(next), [id]);
  const others = namesakesOf(next, [cell.name, name]).filter((one) => one !== id);
  const isWrong = namesakesOf(next, [name]).length > 1 || runOf(session, id).status === "failed";
  const doubled = isWrong ? [id] : [];
  const nodes = [...new Set([...before, ...after, ...others].filter((one) => one !== id)), ...doubled];
  const [marked, effects] = invalidate(next, nodes, name || cell.name, at);
  return [marked, [resultNames(next), ...effects]];
}

/** Cells and tables of these names. */
function namesakesOf(session: Session, names: readonly string[]): string[] {
  const wanted = names.filter(Boolean).map(folded);
  const tables = Object.keys(session.tables).filter((table) => wanted.includes(folded(table)));
  const cells = session.notebook.cells.filter((cell) =>
    definedNames(cell).some((name) => wanted.includes(folded(name))),
  );
  return [...cells.map((cell) => cell.id), ...tables.map(tableNode)];
}

function retitled(session: Session, title: string, at: number): Session {
  const known = rememberRun(session, "title", undefined, at);
  return { ...known, notebook: { ...known.notebook, title } };
}

function typed(session: Session, id: string, source: string, at: number): Session {
  const cell = cellOf(session, id);
  if (!cell || !("source" in cell) || cell.source === source) return session;
  const known = rememberRun(session, "text", id, at);
  return withText(withCell(known, { ...cell, source } as Cell), cell);
}

function change(
  session: Session,
  id: string,
  edit: (session: Session, cell: AnalysisCell) => Session,
  at: number,
): Updated {
  const cell = cellOf(session, id);
  if (!cell || cell.kind !== "analysis") return [session, []];
  return invalidate(edit(remember(session, "parameters"), cell), [id], "", at, [id]);
}

function definesName(cell: Cell): boolean {
  return cell.kind === "sql" ? cell.source.trim() !== "" : definedNames(cell).length > 0;
}

function moveSelection(session: Session, by: -1 | 1): Session {
  const { cells } = session.notebook;
  const at = cells.findIndex((cell) => cell.id === session.selected);
  const to = at < 0 ? 0 : Math.min(Math.max(at + by, 0), cells.length - 1);
  return { ...session, selected: cells[to]?.id ?? null, editing: false, range: null };
}
