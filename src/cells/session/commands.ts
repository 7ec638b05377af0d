import { newId, type TextKind } from "../model";
import type { Command } from "./command";
import { insertAt, moveBy, runAndInsert, runAndNext, switchOff } from "./command-acts";
import type { Event } from "./event";
import { canMerge, isTextCell } from "./merge-cells";
import { selectedCells } from "./selected-cells";
import type { Session } from "./session";

const always = () => true;
const atCell = (session: Session) => selectedCells(session).length > 0;
const severalRunnable = (session: Session) => selectedCells(session).some(({ kind }) => kind !== "foreign");
const atText = (session: Session) => isTextCell(selectedCells(session).at(-1));
const idsOf = (session: Session) => selectedCells(session).map(({ id }) => id);

function become(kind: TextKind): Pick<Command, "can" | "act"> {
  return {
    can: atText,
    act: ({ send, session }) => send({ type: "cell-kind-changed", cell: session.selected!, kind }),
  };
}

function tell(event: Event): Command["act"] {
  return ({ send }) => send(event);
}

/** Every command, its keys, and when it can be done: the keyboard, the palette and the list of shortcuts read from here. */
export const commands: readonly Command[] = [
  {
    id: "palette",
    group: "notebook",
    keys: ["Mod+K"],
    isEverywhere: "first",
    can: always,
    act: ({ page }) => page.open("palette"),
  },
  {
    id: "shortcuts",
    group: "notebook",
    keys: ["H", "?"],
    can: always,
    act: ({ page }) => page.open("shortcuts"),
  },
  {
    id: "save",
    group: "notebook",
    keys: ["Mod+S"],
    isEverywhere: true,
    can: always,
    act: tell({ type: "save-requested", as: false }),
  },
  {
    id: "save-as",
    group: "notebook",
    keys: ["Mod+Shift+S"],
    isEverywhere: true,
    can: always,
    act: tell({ type: "save-requested", as: true }),
  },
  {
    id: "open",
    group: "notebook",
    keys: ["Mod+O"],
    isEverywhere: true,
    can: always,
    act: ({ page }) => page.chooseFiles(),
  },
  { id: "new", group: "notebook", keys: [], can: always, act: ({ page }) => page.newNotebook() },
  { id: "history", group: "notebook", keys: [], can: always, act: ({ page }) => page.open("history") },
  {
    id: "compare",
    group: "notebook",
    keys: [],
    can: always,
    act: tell({ type: "comparing-opened", comparing: { left: "open", right: null } }),
  },
  {
    id: "undo",
    group: "notebook",
    keys: ["Z"],
    can: ({ done }) => done.length > 0,
    act: tell({ type: "undo" }),
  },
  {
    id: "redo",
    group: "notebook",
    keys: ["Shift+Z"],
    can: ({ undone }) => undone.length > 0,
    act: tell({ type: "redo" }),
  },
  {
    id: "find",
    group: "notebook",
    keys: ["Mod+F"],
    isEverywhere: "first",
    can: hasCells,
    act: ({ page }) => page.open("find"),
  },
  {
    id: "replace",
    group: "notebook",
    keys: ["Mod+H"],
    isEverywhere: "first",
    can: hasCells,
    act: ({ page }) => page.open("replace"),
  },
  { id: "data", group: "look", keys: [], can: always, act: ({ page }) => page.change("data") },
  { id: "outline", group: "look", keys: [], can: always, act: ({ page }) => page.change("outline") },
  { id: "theme", group: "look", keys: [], can: always, act: ({ page }) => page.change("theme") },
  { id: "language", group: "look", keys: [], can: always, act: ({ page }) => page.change("language") },
  {
    id: "run",
    group: "run",
    keys: ["Mod+Enter"],
    can: atCell,
    act: ({ send, session }) => send({ type: "run-requested", cells: idsOf(session) }),
  },
  { id: "run-and-next", group: "run", keys: ["Shift+Enter"], can: atCell, act: runAndNext },
  { id: "run-and-insert", group: "run", keys: ["Alt+Enter"], can: atCell, act: runAndInsert },
  {
    id: "run-all",
    group: "run",
    keys: [],
    can: hasCells,
    act: tell({ type: "run-requested", cells: "all" }),
  },
  {
    id: "run-stale",
    group: "run",
    keys: [],
    can: hasCells,
    act: tell({ type: "run-requested", cells: "stale" }),
  },
  {
    id: "run-above",
    group: "run",
    keys: [],
    can: atCell,
    act: ({ send, session }) => send({ type: "run-requested", cells: { above: session.selected! } }),
  },
  {
    id: "run-below",
    group: "run",
    keys: [],
    can: atCell,
    act: ({ send, session }) => send({ type: "run-requested", cells: { below: session.selected! } }),
  },
  { id: "verify-all", group: "run", keys: [], can: hasCells, act: ({ page }) => page.open("verify-all") },
  { id: "stop", group: "run", keys: [], can: isBusy, act: tell({ type: "stop-requested" }) },
  {
    id: "edit",
    group: "cell",
    keys: ["Enter"],
    can: atCell,
    act: ({ send, session }) => send({ type: "selected", cell: session.selected, edit: true }),
  },
  {
    id: "next",
    group: "cell",
    keys: ["J", "ArrowDown"],
    can: hasCells,
    act: tell({ type: "selection-moved", by: 1 }),
  },
  {
    id: "previous",
    group: "cell",
    keys: ["K", "ArrowUp"],
    can: hasCells,
    act: tell({ type: "selection-moved", by: -1 }),
  },
  { id: "insert-above", group: "cell", keys: ["A"], can: atCell, act: insertAt(0) },
  { id: "insert-below", group: "cell", keys: ["B"], can: atCell, act: insertAt(1) },
  { id: "to-sql", group: "cell", keys: ["Y"], ...become("sql") },
  { id: "to-typescript", group: "cell", keys: ["T"], ...become("typescript") },
  { id: "to-text", group: "cell", keys: ["M"], ...become("markdown") },
  {
    id: "split",
    group: "cell",
    keys: ["Mod+Shift+-"],
    isEverywhere: "first",
    can: (session) => session.editing && atText(session),
    act: ({ send, session, page }) => {
      const at = page.caret();
      if (at !== null) send({ type: "cell-split", cell: session.selected!, at, id: newId() });
    },
  },
  {
    id: "extend-down",
    group: "selection",
    keys: ["Shift+J", "Shift+ArrowDown"],
    can: atCell,
    act: tell({ type: "selection-extended", by: 1 }),
  },
  {
    id: "extend-up",
    group: "selection",
    keys: ["Shift+K", "Shift+ArrowUp"],
    can: atCell,
    act: tell({ type: "selection-extended", by: -1 }),
  },
  {
    id: "select-all",
    group: "selection",
    keys: ["Mod+A"],
    can: hasCells,
    act: tell({ type: "all-selected" }),
  },
  {
    id: "delete",
    group: "selection",
    keys: ["D D"],
    can: atCell,
    act: ({ send, session }) => send({ type: "cells-deleted", cells: idsOf(session) }),
  },
  { id: "cut", group: "selection", keys: ["X"], can: atCell, act: ({ page }) => page.copyCells(true) },
  { id: "copy", group: "selection", keys: ["C"], can: atCell, act: ({ page }) => page.copyCells(false) },
  { id: "paste", group: "selection", keys: ["V"], can: always, act: ({ page }) => page.pasteCells() },
  { id: "move-up", group: "selection", keys: ["Mod+Shift+ArrowUp"], ...moveBy(-1) },
  { id: "move-down", group: "selection", keys: ["Mod+Shift+ArrowDown"], ...moveBy(1) },
  {
    id: "merge",
    group: "selection",
    keys: ["Shift+M"],
    can: (session) => canMerge(selectedCells(session)),
    act: ({ send, session }) => send({ type: "cells-merged", cells: idsOf(session) }),
  },
  { id: "switch-off", group: "selection", keys: [], can: severalRunnable, act: switchOff },
  { id: "leave", group: "editor", keys: ["Escape"], can: always, act: null },
  { id: "format", group: "editor", keys: ["Shift+Alt+F"], can: always, act: null },
  { id: "comment", group: "editor", keys: ["Mod+/"], can: always, act: null },
  { id: "rename", group: "editor", keys: ["F2"], can: always, act: null },
  { id: "definition", group: "editor", keys: ["F12"], can: always, act: null },
];

function hasCells({ notebook }: Session): boolean {
  return notebook.cells.length > 0;
}

function isBusy({ queue, runs }: Session): boolean {
  return queue.length > 0 || Object.values(runs).some(({ status }) => status === "running");
}
