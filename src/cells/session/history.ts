import type { Cell, Notebook } from "../model";
import type { Session, Step, StepLabel } from "./session";

const longest = 200;

/** Remembers the notebook before a change of structure. */
export function remember(session: Session, label: StepLabel, table?: string): Session {
  const step: Step = {
    label,
    table,
    ran: ranIn(session),
    notebook: session.notebook,
    selected: session.selected,
  };
  return { ...session, done: [...session.done, step].slice(-longest), undone: [] };
}

function ranIn(session: Session): string[] {
  return Object.keys(session.runs).filter((id) => {
    const { output, error } = session.runs[id]!;
    return output !== null || error !== null;
  });
}

/** Takes the last step back, or forth again. Text typed since stays: only structure goes back. */
export function back(session: Session): Session {
  return travel(session, "done", "undone");
}

export function forth(session: Session): Session {
  return travel(session, "undone", "done");
}

function travel(session: Session, from: "done" | "undone", to: "done" | "undone"): Session {
  const step = session[from].at(-1);
  if (!step) return session;
  const here: Step = { ...step, ran: ranIn(session), notebook: session.notebook, selected: session.selected };
  const notebook = restored(step, session.notebook);
  const selected = notebook.cells.some((cell) => cell.id === step.selected)
    ? step.selected
    : (notebook.cells[0]?.id ?? null);
  return {
    ...session,
    notebook,
    selected,
    editing: false,
    [from]: session[from].slice(0, -1),
    [to]: [...session[to], here],
  };
}

// Cells go back; title, settings and loaded data stay as they are now, but for the one table that the step was about.
function restored({ notebook: old, table }: Step, now: Notebook): Notebook {
  const typed = new Map(now.cells.map((cell) => [cell.id, cell]));
  return {
    ...now,
    cells: old.cells.map((cell) => withSourceOf(cell, typed.get(cell.id))),
    data: table === undefined ? now.data : withSlotOf(old, now, table),
  };
}

function withSlotOf(old: Notebook, now: Notebook, table: string): Notebook["data"] {
  const before = old.data.find((slot) => slot.table === table);
  const present = now.data.find((slot) => slot.table === table);
  if (!before) return now.data.filter((slot) => slot !== present);
  if (!present) return [...now.data, before];
  const { roles, rule, endIsLastPaidDay } = before;
  return now.data.map((slot) => (slot === present ? { ...slot, roles, rule, endIsLastPaidDay } : slot));
}

function withSourceOf(cell: Cell, now: Cell | undefined): Cell {
  if (!now) return cell;
  // Where a control stands is like what is typed: it stays, unless it is another control.
  if (cell.kind === "input" && now.kind === "input")
    return cell.control.form === now.control.form ? { ...cell, value: now.value } : cell;
  const hasText = (one: Cell) => one.kind === "sql" || one.kind === "markdown" || one.kind === "typescript";
  if (!hasText(cell) || !hasText(now)) return cell;
  return { ...cell, source: (now as { source: string }).source } as Cell;
}
