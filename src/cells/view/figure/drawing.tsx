import { use, useEffectEvent, useLayoutEffect, useRef, useState } from "react";
import type { Figure } from "../../../analyses";
import { WhoContext } from "./counted";
import { drawMarks, type CountingMark } from "./draw-marks";
import { MarkWalk } from "./mark-walk";

interface DrawingProps {
  readonly figure: Figure;
  readonly failed: (message: string) => string;
  readonly hint: string;
}

// Narrower than this the words of an axis would lie over each other: such a figure scrolls in its own place.
const leastWidth = 360;

/** Plot on the page: drawn before the first paint, and again when there is more or less room. */
export function Drawing({ figure, failed, hint }: DrawingProps) {
  const place = useRef<HTMLDivElement>(null);
  const ask = use(WhoContext);
  const who = figure.who;
  const [marks, setMarks] = useState<readonly CountingMark[]>([]);
  // Plot tells the datum under the pointer as the drawing's value.
  const whoIsThere = (element: HTMLElement) => {
    const drawn = element.firstElementChild;
    return who && drawn && "value" in drawn && drawn.value != null ? who(drawn.value) : null;
  };
  const redraw = useEffectEvent((element: HTMLElement) => {
    if (element.clientWidth === 0) return;
    const width = Math.max(leastWidth, Math.floor(element.clientWidth));
    const isWider = width > element.clientWidth;
    element.classList.toggle("is-wider", isWider);
    try {
      const { drawn, marks } = drawMarks(figure, width);
      // What scrolls must be reached by the keyboard; going from mark to mark scrolls it too.
      if (isWider && (marks.length === 0 || !ask)) element.tabIndex = 0;
      else element.removeAttribute("tabindex");
      // The words for the whole stand on `element`; Plot's own for its parts would only disturb.
      drawn.setAttribute("aria-hidden", "true");
      element.replaceChildren(drawn);
      setMarks(marks);
      // The next drawing may take a moment; until then its place stays as high as this one.
      element.style.minHeight = "0";
      element.style.minHeight = `${element.clientHeight}px`;
    } catch (error) {
      element.style.minHeight = "0";
      setMarks([]);
      element.textContent = failed(error instanceof Error ? error.message : String(error));
    }
  });

  useLayoutEffect(() => {
    const element = place.current!;
    let width = element.clientWidth;
    element.style.minHeight = "";
    redraw(element);
    const watch = new ResizeObserver(() => {
      if (element.clientWidth === width) return;
      width = element.clientWidth;
      redraw(element);
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, [figure]);

  return (
    <div className="figure-stage">
      <div
        ref={place}
        className="figure-drawing"
        role="img"
        aria-label={figure.alternative}
        onPointerMove={({ currentTarget }) =>
          currentTarget.classList.toggle("is-counted", ask !== null && whoIsThere(currentTarget) !== null)
        }
        onClick={({ currentTarget }) => {
          const found = whoIsThere(currentTarget);
          if (found) ask?.(found, currentTarget);
        }}
      />
      <MarkWalk marks={marks} hint={hint} />
    </div>
  );
}
