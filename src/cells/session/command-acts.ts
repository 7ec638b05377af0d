import { newCell, type Cell, type TextKind } from "../model";
import type { Command, Doing } from "./command";
import { selectedCells } from "./selected-cells";
import type { Session } from "./session";

/** Who writes code goes on in code. */
export function nextKind(cell: Cell | undefined): TextKind {
  return cell?.kind === "typescript" ? "typescript" : "sql";
}

/** Shift+Enter: runs, and goes to the next cell; below the last one a new one is made. */
export function runAndNext({ send, session }: Pick<Doing, "send" | "session">): void {
  const cells = selectedCells(session);
  const last = cells.at(-1);
  if (!last) return;
  send({ type: "run-requested", cells: cells.map(({ id }) => id) });
  const at = session.notebook.cells.indexOf(last) + 1;
  const next = session.notebook.cells[at];
  if (next) send({ type: "selected", cell: next.id, edit: false });
  else send({ type: "cell-inserted", cell: newCell(nextKind(last)), at, edit: true });
}

/** Alt+Enter: runs, and makes a new cell below. */
export function runAndInsert({ send, session }: Pick<Doing, "send" | "session">): void {
  const cells = selectedCells(session);
  const last = cells.at(-1);
  if (!last) return;
  send({ type: "run-requested", cells: cells.map(({ id }) => id) });
  const at = session.notebook.cells.indexOf(last) + 1;
  send({ type: "cell-inserted", cell: newCell(nextKind(last)), at, edit: true });
}

export function insertAt(by: 0 | 1): Command["act"] {
  return ({ send, session }) => {
    const cells = selectedCells(session);
    const beside = by === 0 ? cells[0] : cells.at(-1);
    const at = beside ? session.notebook.cells.indexOf(beside) + by : session.notebook.cells.length;
    send({ type: "cell-inserted", cell: newCell(nextKind(beside)), at, edit: false });
  };
}

export function moveBy(by: -1 | 1): Pick<Command, "can" | "act"> {
  const neighbour = (session: Session) => {
    const cells = selectedCells(session);
    const edge = by < 0 ? cells[0] : cells.at(-1);
    return edge ? session.notebook.cells[session.notebook.cells.indexOf(edge) + by] : undefined;
  };
  return {
    can: (session) => neighbour(session) !== undefined,
    act: ({ send, session }) => {
      const { cells } = session.notebook;
      const beside = neighbour(session)!;
      const before = by < 0 ? beside.id : (cells[cells.indexOf(beside) + 1]?.id ?? null);
      send({ type: "cells-moved", cells: selectedCells(session).map(({ id }) => id), before });
    },
  };
}

/** All on when one is off. */
export function switchOff({ send, session }: Doing): void {
  const cells = selectedCells(session).filter(({ kind }) => kind !== "foreign" && kind !== "input");
  const disabled = !cells.some((cell) => cell.disabled);
  send({ type: "cells-disabled", cells: cells.map(({ id }) => id), disabled });
}
