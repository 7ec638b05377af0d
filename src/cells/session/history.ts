import type { Notebook } from "../model";
import type { Session, Step, StepLabel } from "./session";

const longest = 200;

/** Keys that follow each other within this are one step back. */
const pauseMs = 5000;

/** Texts that one command changes in several cells come within a blink. */
const blinkMs = 30;

type About = Pick<Step, "table" | "cell" | "until">;

/** Remembers the notebook before a change. */
export function remember(session: Session, label: StepLabel, about: About = {}): Session {
  const step: Step = {
    label,
    ...about,
    ran: ranIn(session),
    notebook: session.notebook,
    selected: session.selected,
  };
  return { ...session, done: [...session.done, step].slice(-longest), undone: [] };
}

/**
 * The same for what changes with every key or every pixel of a slider: one step until the hand rests or goes elsewhere. What
 * the editor takes back for itself, key by key, is typing too.
 */
export function rememberRun(
  session: Session,
  label: "text" | "value" | "title",
  cell: string | undefined,
  at: number,
): Session {
  const last = session.done.at(-1);
  const goesOn =
    last?.label === label &&
    last.until !== undefined &&
    (last.cell === cell ? at - last.until <= pauseMs : at - last.until <= blinkMs);
  if (!goesOn) return remember(session, label, { cell, until: at });
  return { ...session, done: session.done.with(-1, { ...last, cell, until: at }), undone: [] };
}

/** What was said of a table that is part of another now cannot be unsaid: it would come back without its rows. */
export function withoutStepsOn(session: Session, table: string): Session {
  const isLeft = (step: Step) => step.table !== table || step.label === "remove-table";
  return { ...session, done: session.done.filter(isLeft), undone: session.undone.filter(isLeft) };
}

function ranIn(session: Session): string[] {
  return Object.keys(session.runs).filter((id) => {
    const { output, error } = session.runs[id]!;
    return output !== null || error !== null;
  });
}

/** Takes the last step back, or forth again: typed text and structure alike, in the order in which they came. */
export function back(session: Session): Session {
  return travel(session, "done", "undone");
}

export function forth(session: Session): Session {
  return travel(session, "undone", "done");
}

function travel(session: Session, from: "done" | "undone", to: "done" | "undone"): Session {
  const step = session[from].at(-1);
  if (!step) return session;
  // What is typed from here on is another step.
  const { until: _until, ...about } = step;
  const here: Step = {
    ...about,
    ran: ranIn(session),
    notebook: session.notebook,
    selected: session.selected,
  };
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

// Every change of cells and title is a step, so what came after this one is gone already. Settings, the ledger and loaded data
// stay as they are now, but for the one table that the step was about.
function restored({ notebook: old, table }: Step, now: Notebook): Notebook {
  return {
    ...now,
    title: old.title,
    cells: old.cells,
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
