import { downstream } from "../../engine";
import { asksAnalyses } from "../kinds";
import type { Cell } from "../model";
import { dependencies } from "./dependencies";
import { letGo } from "./let-go";
import {
  cellOf,
  invalidate,
  isRunnable,
  markStale,
  resultNames,
  unmarkStale,
  withRun,
  type Updated,
} from "./queue";
import { neverRun, runOf, type Session, type Step } from "./session";
import { readersOfGoneNames } from "./update-code";

/** After undo and redo: what came back or changed is stale, what went takes its relation along. */
export function travelled(before: Session, after: Session, step: Step | undefined, at: number): Updated {
  if (before === after) return [before, []];
  const gone = before.notebook.cells.filter((cell) => !cellOf(after, cell.id));
  const changed = after.notebook.cells.filter((cell) => {
    const old = cellOf(before, cell.id);
    return !old || old.kind !== cell.kind || old.name !== cell.name || differs(old, cell);
  });
  const slots = after.notebook.data
    .filter((slot) => !before.notebook.data.includes(slot))
    .map((slot) => slot.table);
  const analyses = after.notebook.cells.filter((cell) =>
    cell.kind === "analysis" ? slots.includes(cell.table) : slots.length > 0 && asksAnalyses(cell),
  );
  const drop = gone.flatMap((cell) => letGo(after, cell));
  // Of names that go with the step, too: a cell that has its old name back leaves readers of the other one behind.
  const readers = [...gone, ...changed]
    .flatMap((cell) => (cellOf(before, cell.id) ? readersBefore(before, cell.id) : []))
    .filter((id) => cellOf(after, id));
  const nodes = [...new Set([...changed, ...analyses].map((cell) => cell.id).concat(readers))];
  // A cell that came back has no run any more. If it had one, that is what the person asked for by undoing.
  const revived = changed
    .filter((cell) => !cellOf(before, cell.id) && step?.ran.includes(cell.id))
    .map((cell) => cell.id);
  // A run that was of a cell as SQL says nothing of it as text.
  const otherKind = changed
    .filter((cell) => cellOf(before, cell.id)?.kind !== cell.kind)
    .map((cell) => cell.id);
  const bare = otherKind.reduce(withoutRun, after);
  const ready = revived.reduce(
    (next, id) => withRun(next, id, { ...neverRun, status: "blocked", old: true }),
    bare,
  );
  const retyped = before.notebook.cells.filter((cell) => {
    const now = cellOf(ready, cell.id);
    return now?.kind === cell.kind && "source" in cell && "source" in now && cell.source !== now.source;
  });
  const [marked, effects] = invalidate(retyped.reduce(withText, ready), nodes, "", at, revived);
  return [marked, [resultNames(ready), ...drop, ...effects]];
}

/** The cell has another text than `before`: what it shows is of an older one, or of this one again. */
export function withText(session: Session, before: Cell): Session {
  const cell = cellOf(session, before.id)!;
  if (!isRunnable(before) && !isRunnable(cell)) return session;
  const marked = markStale(session, cell.id, "");
  const isOfThis = "source" in cell && runOf(session, cell.id).source === cell.source;
  return isOfThis ? unmarkStale(marked, cell.id) : marked;
}

/** Who reads what the cell defines in its text, or still defines by its last run. */
export function readersBefore(session: Session, id: string): string[] {
  const linked = dependencies(session);
  const bereft = readersOfGoneNames(session, id);
  return [...new Set([...bereft, ...downstream(linked, [id, ...bereft])])].filter((one) => one !== id);
}

export function withoutRun(session: Session, id: string): Session {
  return { ...withRun(session, id, neverRun), queue: session.queue.filter((one) => one !== id) };
}

function differs(old: Cell, now: Cell): boolean {
  if (old.disabled !== now.disabled) return true;
  if (old.kind === "input" && now.kind === "input")
    return old.value !== now.value || old.control !== now.control;
  return (
    old.kind === "analysis" &&
    now.kind === "analysis" &&
    (old.params !== now.params || old.table !== now.table)
  );
}

export function withCells(session: Session, cells: readonly Cell[]): Session {
  return { ...session, notebook: { ...session.notebook, cells } };
}

export function withCell(session: Session, cell: Cell): Session {
  return withCells(
    session,
    session.notebook.cells.map((one) => (one.id === cell.id ? cell : one)),
  );
}
