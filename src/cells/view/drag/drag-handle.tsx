import { GripVertical } from "lucide-react";
import { useEffect, useRef, useState, type PointerEvent } from "react";
import { createPortal } from "react-dom";
import { selectedCells } from "../../session";
import { useTexts, useWorkbench } from "../shell/workbench-context";
import { dropPlace, scrollStep, type DropPlace } from "./drop-place";
import "./drag.css";

/** So far a pointer goes before it is meant, CSS px. */
const meant = 4;

interface Drag {
  readonly cells: readonly string[];
  readonly from: number;
  y: number;
  isMeant: boolean;
}

/** Moves its cell, or all that are selected with it, by pointer or finger. From the keyboard Ctrl+Shift with the arrows does the same. */
export function DragHandle({ cell }: { cell: string }) {
  const { send, session } = useWorkbench();
  const { cell: texts } = useTexts();
  const grip = useRef<HTMLSpanElement>(null);
  const drag = useRef<Drag | null>(null);
  const [line, setLine] = useState<(DropPlace & { left: number; width: number }) | null>(null);
  const [isDragging, setDragging] = useState(false);

  const end = () => {
    drag.current = null;
    setLine(null);
    setDragging(false);
  };
  useEffect(() => {
    if (!isDragging) return;
    const root = document.documentElement;
    root.classList.add("is-dragging");
    const cancel = (event: KeyboardEvent) => {
      event.preventDefault();
      event.stopPropagation();
      if (event.key === "Escape") end();
    };
    // No other key has a meaning while something hangs at the pointer.
    window.addEventListener("keydown", cancel, { capture: true });
    let frame = requestAnimationFrame(function goOn() {
      frame = requestAnimationFrame(goOn);
      if (drag.current && scrolled(drag.current.y)) setLine(lineAt(drag.current));
    });
    return () => {
      root.classList.remove("is-dragging");
      window.removeEventListener("keydown", cancel, { capture: true });
      cancelAnimationFrame(frame);
    };
  }, [isDragging]);

  const begin = (event: PointerEvent) => {
    if (event.button !== 0 || !event.isPrimary) return;
    const chosen = selectedCells(session()).map(({ id }) => id);
    const cells = chosen.includes(cell) ? chosen : [cell];
    if (cells.length === 1) send({ type: "selected", cell, edit: false });
    drag.current = { cells, from: event.clientY, y: event.clientY, isMeant: false };
    grip.current?.setPointerCapture(event.pointerId);
  };
  const move = (event: PointerEvent) => {
    const now = drag.current;
    if (!now) return;
    now.y = event.clientY;
    if (!now.isMeant && Math.abs(now.y - now.from) < meant) return;
    if (!now.isMeant) setDragging(true);
    now.isMeant = true;
    setLine(lineAt(now));
  };
  const drop = () => {
    const now = drag.current;
    const place = now?.isMeant ? lineAt(now) : null;
    end();
    if (now && place) send({ type: "cells-moved", cells: now.cells, before: place.before });
  };

  return (
    <span
      ref={grip}
      className="drag-handle"
      aria-hidden="true"
      title={texts.drag}
      // The press must neither select a single cell of several nor take the focus.
      onMouseDown={(event) => {
        event.preventDefault();
        event.stopPropagation();
      }}
      onPointerDown={begin}
      onPointerMove={move}
      onPointerUp={drop}
      onPointerCancel={end}
    >
      <GripVertical className="icon" />
      {line &&
        createPortal(
          <div className="drop-line" style={{ top: line.y, left: line.left, width: line.width }} />,
          document.body,
        )}
    </span>
  );
}

function lineAt({ cells, y }: Drag) {
  const found = [...document.querySelectorAll<HTMLElement>("[data-cell]")];
  const extents = found.map((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return { id: element.dataset.cell!, top, bottom };
  });
  const place = dropPlace(extents, cells, y);
  const { left = 0, width = 0 } = found[0]?.getBoundingClientRect() ?? {};
  return place && { ...place, left, width };
}

/** True where the page has moved below the pointer. */
function scrolled(y: number): boolean {
  const page = document.querySelector("main.page");
  const place = page && page.scrollHeight > page.clientHeight + 1 ? page : document.scrollingElement;
  if (!place) return false;
  const isPage = place === page;
  const { top, bottom } = isPage ? place.getBoundingClientRect() : { top: 0, bottom: window.innerHeight };
  const before = place.scrollTop;
  place.scrollTop += scrollStep(y, Math.max(0, top), Math.min(bottom, window.innerHeight));
  return place.scrollTop !== before;
}
