import { fittedValue, isSameValue, type InputCell } from "../model";
import type { EditEvent } from "./event";
import { remember, rememberRun } from "./history";
import { cellOf, invalidate, labelIn, type Updated } from "./queue";
import type { Session } from "./session";

type InputEvent = Extract<EditEvent, { type: "input-changed" | "input-edited" }>;

/** A slider that is dragged is one step back, however many values it went through. */
export function updateInput(session: Session, event: InputEvent, at: number): Updated {
  const cell = cellOf(session, event.cell);
  if (cell?.kind !== "input") return [session, []];
  if (event.type === "input-changed") {
    return isSameValue(cell.value, event.value)
      ? [session, []]
      : changed(rememberRun(session, "value", cell.id, at), { ...cell, value: event.value }, at);
  }
  const { label, control } = event;
  const value = fittedValue(control, cell.value);
  const next = { ...cell, label, control, value };
  const known = remember(session, "input");
  return isSameValue(cell.value, value) && cell.control.form === control.form
    ? [withInput(known, next), []]
    : changed(known, next, at);
}

function changed(session: Session, cell: InputCell, at: number): Updated {
  return invalidate(withInput(session, cell), [cell.id], labelIn(session, cell.id), at);
}

function withInput(session: Session, cell: InputCell): Session {
  const cells = session.notebook.cells.map((one) => (one.id === cell.id ? cell : one));
  return { ...session, notebook: { ...session.notebook, cells } };
}
