import { useState } from "react";
import type { PageDoing, Workbench } from "../../session";
import { caretNow } from "../editor";
import { offsetOf } from "../editor/place";
import { copyCells, pasteCells } from "./copied-cells";
import type { Overlay } from "./overlays";

/** What commands may do to the page, and what lies over it now. */
export function usePage(workbench: Workbench, change: PageDoing["change"]) {
  const [open, setOpen] = useState<Overlay>(null);
  const page: PageDoing = {
    open: setOpen,
    change,
    chooseFiles: () => workbench.chooseFiles(),
    newNotebook: workbench.newNotebook,
    caret: () => caretOffset(workbench),
    copyCells: (cut) => copyCells(workbench, cut),
    pasteCells: () => pasteCells(workbench),
  };
  // A palette opened from another panel takes its place; the closing of the first must not close the second.
  const close = (what: Overlay) => setOpen((now) => (now === what ? null : now));
  return { page, open, close };
}

function caretOffset({ session }: Workbench): number | null {
  const at = caretNow();
  const { notebook, selected } = session();
  const cell = notebook.cells.find(({ id }) => id === selected);
  return at && cell && "source" in cell ? offsetOf(cell.source, at.line, at.column) : null;
}
