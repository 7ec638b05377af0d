import { useEffect } from "react";
import { cellsCopied } from "../../model";
import { cutCells, pasteCells, putCells } from "../palette/copied-cells";
import { looksLikeRows } from "./looks-like-rows";
import { useTexts, useWorkbench } from "./workbench-context";

/** Rows pasted outside of any text field become a table, cells are cells, files are files. Selected cells are copied and cut. */
export function usePaste(): void {
  const workbench = useWorkbench();
  const { giveFiles } = workbench;
  const { drop } = useTexts();
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      if (isWriting(event.target)) return;
      const files = [...(event.clipboardData?.files ?? [])];
      const text = event.clipboardData?.getData("text/plain") ?? "";
      const cells = files.length ? null : cellsCopied(event.clipboardData?.getData("text/html") ?? "", text);
      if (files.length) giveFiles(files);
      else if (cells) pasteCells(workbench, cells);
      // Anything else is a phrase or a query somebody had in the clipboard.
      else if (looksLikeRows(text)) giveFiles([new File([text], drop.pasted, { type: "text/csv" })]);
      else return;
      event.preventDefault();
    };
    const copy = (event: ClipboardEvent) => {
      if (event.defaultPrevented || !isOnCells(event.target) || !event.clipboardData) return;
      putCells(workbench, event.clipboardData);
      event.preventDefault();
      if (event.type === "cut") cutCells(workbench);
    };
    document.addEventListener("paste", paste);
    document.addEventListener("copy", copy);
    document.addEventListener("cut", copy);
    return () => {
      document.removeEventListener("paste", paste);
      document.removeEventListener("copy", copy);
      document.removeEventListener("cut", copy);
    };
  }, [workbench, giveFiles, drop]);
}

/** A cell itself is at hand, and no words in it or over it are marked. */
function isOnCells(target: EventTarget | null): boolean {
  if (!(target instanceof Element) || isWriting(target) || document.querySelector("dialog:modal"))
    return false;
  const isMarked = !(document.getSelection()?.isCollapsed ?? true);
  return !isMarked && target.closest("[data-cell]") !== null && target.closest("[role='grid']") === null;
}

export function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  return target.closest("input, textarea, select, [contenteditable='true'], .monaco-editor") !== null;
}
