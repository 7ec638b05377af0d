import { useEffect, useRef } from "react";
import { useWorkbench } from "../shell/workbench-context";

/** While a window is dragged, cells that draw in the page's width wait for the hand to rest. */
const restMs = 150;
const cellInset = 18;

/** Tells the session how wide the place for output is; the element is the column of cells. */
export function useOutputWidth() {
  const { send } = useWorkbench();
  const column = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = column.current;
    if (!element) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tell = () => {
      const { paddingLeft, paddingRight } = getComputedStyle(element);
      const inner = element.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight) - cellInset;
      if (inner > 0) send({ type: "width-changed", width: Math.floor(inner) });
    };
    tell();
    const watch = new ResizeObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(tell, restMs);
    });
    watch.observe(element);
    return () => {
      clearTimeout(timer);
      watch.disconnect();
    };
  }, [send]);
  return column;
}
