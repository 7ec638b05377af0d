import { use, useId, useRef, useState, type KeyboardEvent } from "react";
import { WhoContext } from "./counted";
import type { CountingMark } from "./draw-marks";
import { nextMark } from "./next-mark";

interface MarkWalkProps {
  readonly marks: readonly CountingMark[];
  readonly hint: string;
}

/**
 * The marks of a figure by keyboard: one stop of Tab, arrow keys from mark to mark, Enter for its customers. A button lies over the
 * mark that is gone to; the pointer goes through it to the drawing.
 */
export function MarkWalk({ marks, hint }: MarkWalkProps) {
  const ask = use(WhoContext);
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [at, setAt] = useState(0);
  // A name that changes is not read out again; what is written into a status is.
  const [said, setSaid] = useState("");
  const place = Math.min(at, marks.length - 1);
  const mark = marks[place];
  if (!mark || !ask) return null;

  const show = (shown: CountingMark) => {
    const element = button.current!;
    bringIntoSight(shown, element);
    lie(element, shown.box());
    point(shown, true);
  };
  const walk = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const places = marks.map(({ box }) => middleOf(box()));
    const next = nextMark(event.key, places, place);
    if (next === null) return;
    event.preventDefault();
    event.stopPropagation();
    setAt(next);
    setSaid(marks[next]!.who.label);
    show(marks[next]!);
  };

  return (
    <>
      <button
        ref={button}
        type="button"
        className="figure-mark"
        aria-label={mark.who.label}
        aria-describedby={`${id}-hint`}
        aria-haspopup="true"
        onFocus={() => show(mark)}
        onBlur={() => {
          setSaid("");
          point(mark, false);
        }}
        onKeyDown={walk}
        onClick={({ currentTarget }) => ask(mark.who, currentTarget)}
      />
      <span id={`${id}-hint`} hidden>
        {hint}
      </span>
      <span className="visually-hidden" role="status">
        {said}
      </span>
    </>
  );
}

/** A drawing wider than its place scrolls by itself; the page only as far as it must. */
function bringIntoSight(mark: CountingMark, element: HTMLElement): void {
  const scroller = mark.svg.closest<HTMLElement>(".is-wider");
  if (scroller) {
    const [box, window] = [mark.box(), scroller.getBoundingClientRect()];
    if (box.left < window.left) scroller.scrollLeft -= window.left - box.left + 24;
    if (box.right > window.right) scroller.scrollLeft += box.right - window.right + 24;
  }
  lie(element, mark.box());
  element.scrollIntoView({ block: "nearest", inline: "nearest" });
}

/** Over the mark, and a little wider; not smaller than can be seen. */
function lie(element: HTMLElement, box: DOMRect): void {
  const stage = element.offsetParent?.getBoundingClientRect();
  if (!stage) return;
  const { x, y } = middleOf(box);
  const [width, height] = [Math.max(12, box.width + 4), Math.max(12, box.height + 4)];
  element.style.left = `${x - width / 2 - stage.left}px`;
  element.style.top = `${y - height / 2 - stage.top}px`;
  element.style.width = `${width}px`;
  element.style.height = `${height}px`;
}

/** What Plot writes beside a mark under the pointer is seen by who goes there by keyboard too. */
function point({ svg, box }: CountingMark, isThere: boolean): void {
  const { x, y } = middleOf(box());
  const type = isThere ? "pointermove" : "pointerleave";
  svg.dispatchEvent(
    new PointerEvent(type, { clientX: x, clientY: y, pointerType: "mouse", bubbles: isThere }),
  );
}

function middleOf({ x, y, width, height }: DOMRect) {
  return { x: x + width / 2, y: y + height / 2 };
}
