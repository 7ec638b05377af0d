import { useEffect, useRef } from "react";
import { newCell, type Cell, type TextKind } from "../../model";
import type { Session, Workbench } from "../../session";
import { isWriting } from "./paste";
import { useWorkbench } from "./workbench-context";

/** The command keys of Jupyter, as hands know them. They work wherever nobody is writing. */
export function useNotebookKeys(): void {
  const workbench = useWorkbench();
  const before = useRef<{ key: string; at: number } | null>(null);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (shortcut(event, workbench)) return;
      if (isWriting(event.target) || isPressing(event) || hasOwnKeys(event)) return;
      const key = keyOf(event);
      const twice = !event.repeat && before.current?.key === key && event.timeStamp - before.current.at < 800;
      before.current = { key, at: event.timeStamp };
      if (command(event, workbench, twice)) {
        event.preventDefault();
        if (twice) before.current = null;
      }
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [workbench]);
}

/** Keys that work everywhere, also while writing. */
function shortcut(event: KeyboardEvent, { send, chooseFiles }: Workbench): boolean {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return false;
  const key = keyOf(event);
  if (key === "s") send({ type: "save-requested", as: event.shiftKey });
  else if (key === "o") chooseFiles();
  else return false;
  event.preventDefault();
  return true;
}

function command(event: KeyboardEvent, { send, session }: Workbench, twice: boolean): boolean {
  const now = session();
  const at = now.notebook.cells.findIndex((cell) => cell.id === now.selected);
  const cell = now.notebook.cells[at];
  const key = keyOf(event);
  if (key === "z") return tell(() => send({ type: event.shiftKey ? "redo" : "undo" }));
  if (event.shiftKey && key !== "Enter") return false;
  if (key === "j" || key === "ArrowDown") return tell(() => send({ type: "selection-moved", by: 1 }));
  if (key === "k" || key === "ArrowUp") return tell(() => send({ type: "selection-moved", by: -1 }));
  if (!cell) return false;
  switch (key) {
    case "Enter":
      return enter(event, { send, session: now, cell, at });
    case "a":
      return tell(() => send({ type: "cell-inserted", cell: newCell(nextKind(cell)), at, edit: false }));
    case "b":
      return tell(() =>
        send({ type: "cell-inserted", cell: newCell(nextKind(cell)), at: at + 1, edit: false }),
      );
    case "d":
      if (twice) send({ type: "cell-deleted", cell: cell.id });
      return true;
    case "y":
      return tell(() => send({ type: "cell-kind-changed", cell: cell.id, kind: "sql" }));
    case "t":
      return tell(() => send({ type: "cell-kind-changed", cell: cell.id, kind: "typescript" }));
    case "m":
      return tell(() => send({ type: "cell-kind-changed", cell: cell.id, kind: "markdown" }));
    default:
      return false;
  }
}

interface Place {
  readonly send: Workbench["send"];
  readonly session: Session;
  readonly cell: Cell;
  readonly at: number;
}

function enter(event: KeyboardEvent, place: Place): boolean {
  const { send, cell } = place;
  if (event.shiftKey) runAndNext(place);
  else if (event.altKey) runAndInsert(place);
  else if (event.ctrlKey || event.metaKey) send({ type: "run-requested", cells: [cell.id] });
  else send({ type: "selected", cell: cell.id, edit: true });
  return true;
}

/** Shift+Enter: runs, and goes to the next cell; below the last one a new one is made. */
export function runAndNext({ send, session, cell, at }: Place): void {
  send({ type: "run-requested", cells: [cell.id] });
  const next = session.notebook.cells[at + 1];
  if (next) send({ type: "selected", cell: next.id, edit: false });
  else send({ type: "cell-inserted", cell: newCell(nextKind(cell)), at: at + 1, edit: true });
}

/** Alt+Enter: runs, and makes a new cell below. */
export function runAndInsert({ send, cell, at }: Place): void {
  send({ type: "run-requested", cells: [cell.id] });
  send({ type: "cell-inserted", cell: newCell(nextKind(cell)), at: at + 1, edit: true });
}

/** Who writes code goes on in code. */
function nextKind(cell: Cell): TextKind {
  return cell.kind === "typescript" ? "typescript" : "sql";
}

// Letters are lower case, whatever Caps Lock says. On a Russian keyboard the key of Z writes "я": letters that are
// not Latin are told by their place.
function keyOf(event: KeyboardEvent): string {
  if (/^[a-z]$/i.test(event.key)) return event.key.toLowerCase();
  return /^Key([A-Z])$/.exec(event.code)?.[1]?.toLowerCase() ?? event.key;
}

function tell(act: () => void): true {
  act();
  return true;
}

// A focused button has its own use for Enter; modifier keys belong to the browser, except with Enter.
function isPressing(event: KeyboardEvent): boolean {
  const target =
    event.target instanceof Element ? event.target.closest("button, a, [role='tab'], summary") : null;
  if (target && (event.key === "Enter" || event.key === " ")) return true;
  return (event.ctrlKey || event.metaKey || event.altKey) && event.key !== "Enter";
}

// A grid and a panel have keys of their own; what scrolls by itself and tabs have the arrows.
function hasOwnKeys({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false;
  const places = key.startsWith("Arrow") ? `${panels}, ${scrolling}` : panels;
  return target.closest(places) !== null;
}

const panels = "[role='grid'], [role='dialog'], [role='alertdialog'], .popover-place";
const scrolling = "pre[tabindex='0'], :is([role='region'], [role='img'])[tabindex='0'], [role='tablist']";
