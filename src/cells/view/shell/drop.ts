import { useEffect, useState } from "react";
import { droppedFolders, rememberDropped } from "../../session";
import { useWorkbench } from "./workbench-context";

/** Files may be dropped anywhere on the page. Answers whether some hang over it now. */
export function useDrop(): boolean {
  const { giveFiles, giveFolder } = useWorkbench();
  const [over, setOver] = useState(false);
  useEffect(() => {
    let depth = 0;
    const enter = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      depth += 1;
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      depth = Math.max(0, depth - 1);
      if (depth === 0) setOver(false);
    };
    // Without this the browser would leave the page and show the file.
    const stay = (event: DragEvent) => {
      if (hasFiles(event)) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      depth = 0;
      setOver(false);
      const data = event.dataTransfer;
      const folders = data && droppedFolders(data);
      if (folders) giveFolder(folders);
      else {
        const files = [...(data?.files ?? [])];
        if (data) rememberDropped(data.items, files);
        giveFiles(files, waitingUnder(event.target));
      }
    };
    const listeners = [
      ["dragenter", enter],
      ["dragleave", leave],
      ["dragover", stay],
      ["drop", drop],
    ] as const;
    for (const [type, listener] of listeners) window.addEventListener(type, listener);
    return () => {
      for (const [type, listener] of listeners) window.removeEventListener(type, listener);
    };
  }, [giveFiles, giveFolder]);
  return over;
}

/** The table whose place for rows it was dropped on: that says for which one it is, whatever the file is called. */
function waitingUnder(target: EventTarget | null): string | undefined {
  const place = target instanceof Element ? target.closest<HTMLElement>("[data-waits-for]") : null;
  return place?.dataset.waitsFor;
}

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes("Files") ?? false;
}
