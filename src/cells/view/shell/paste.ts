import { useEffect } from "react";
import { looksLikeRows } from "./looks-like-rows";
import { useTexts, useWorkbench } from "./workbench-context";

/** Rows pasted outside of any text field become a table; files pasted are files. */
export function usePaste(): void {
  const { giveFiles } = useWorkbench();
  const { drop } = useTexts();
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      if (isWriting(event.target)) return;
      const files = [...(event.clipboardData?.files ?? [])];
      const text = event.clipboardData?.getData("text/plain") ?? "";
      if (files.length) giveFiles(files);
      // Anything else is a phrase or a query somebody had in the clipboard.
      else if (looksLikeRows(text)) giveFiles([new File([text], drop.pasted, { type: "text/csv" })]);
      else return;
      event.preventDefault();
    };
    document.addEventListener("paste", paste);
    return () => document.removeEventListener("paste", paste);
  }, [giveFiles, drop]);
}

export function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  return target.closest("input, textarea, select, [contenteditable='true'], .monaco-editor") !== null;
}
