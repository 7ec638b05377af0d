import { folded } from "../../../engine";
import { definedNames } from "../../kinds";
import { cellsCopied, copiedCells, freeRelationName, newId, type Cell } from "../../model";
import { selectedCells, type Workbench } from "../../session";

/** What was copied last, here or in another tab of Ebb: a page may write to the clipboard, but is not let read from it by a mere key. */
let copied: readonly Cell[] = [];

const tabs = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel("ebb cells");
tabs?.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
  const cells = typeof data === "string" ? cellsCopied(data, "") : null;
  if (cells) copied = cells;
});

/** The selected cells go onto the clipboard, for other tabs, other browsers and Jupyter Notebook; their results do not. */
export function copyCells(workbench: Workbench, cut: boolean): void {
  const told = (event: ClipboardEvent) => {
    if (event.clipboardData) putCells(workbench, event.clipboardData);
    event.preventDefault();
    event.stopPropagation();
  };
  document.addEventListener("copy", told, { capture: true, once: true });
  const isPut = document.execCommand("copy");
  document.removeEventListener("copy", told, { capture: true });
  // A browser that hands out no clipboard has the cells all the same: they are pasted from here.
  if (!isPut) putCells(workbench, null);
  if (cut) cutCells(workbench);
}

/** @param clipboard Of a copy that the browser has begun; null where there is none. */
export function putCells({ session }: Workbench, clipboard: DataTransfer | null): void {
  const cells = selectedCells(session());
  if (cells.length === 0) return;
  copied = cells;
  const { html, plain } = copiedCells(cells);
  clipboard?.setData("text/plain", plain);
  clipboard?.setData("text/html", html);
  tabs?.postMessage(html);
}

export function cutCells({ session, send }: Workbench): void {
  const cells = selectedCells(session());
  if (cells.length) send({ type: "cells-deleted", cells: cells.map(({ id }) => id) });
}

/** Below the selected cells, or at the end. A cell that is there already comes as another one, without result and with a free name. */
export function pasteCells({ session, send }: Workbench, given: readonly Cell[] = copied): void {
  const now = session();
  const { cells } = now.notebook;
  const taken = [...Object.keys(now.tables), ...cells.flatMap(definedNames)];
  const ids = new Set(cells.map(({ id }) => id));
  const added = given.map((cell): Cell => {
    const isHere = ids.has(cell.id);
    const isTaken = cell.name !== "" && taken.some((name) => folded(name) === folded(cell.name));
    const name = isTaken ? freeRelationName(cell.name, taken) : cell.name;
    if (name) taken.push(name);
    const id = isHere ? newId() : cell.id;
    ids.add(id);
    return { ...cell, name, id, ...(isHere ? { saved: null } : {}) };
  });
  const last = selectedCells(now).at(-1);
  const at = last ? cells.indexOf(last) + 1 : cells.length;
  if (added.length) send({ type: "cells-pasted", cells: added, at });
}
