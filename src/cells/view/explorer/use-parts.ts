import { useState, type KeyboardEvent, type PointerEvent } from "react";
import type { Piece } from "../../../engine";
import { holds, toggled, type Part } from "./pieces";

interface Asked {
  /** Bins or values first, in the order of `main` places; then what lies apart. */
  readonly parts: readonly Part[];
  readonly main: number;
  readonly pieces: readonly Piece[];
  readonly keep: (pieces: readonly Piece[]) => void;
}

/** Choosing parts of a column by keys, clicks and drags. One stop of the Tab key; arrows move within. */
export function useParts({ parts, main, pieces, keep }: Asked) {
  const [at, setAt] = useState(0);
  const [anchor, setAnchor] = useState(0);
  const place = Math.min(at, parts.length - 1);

  const range = (from: number, to: number): readonly Piece[] => {
    const [first, last] = [Math.min(from, to), Math.max(from, to)];
    return parts.slice(first, last + 1).map(({ piece }) => piece);
  };
  const choose = (index: number, isAdded: boolean) => {
    setAt(index);
    setAnchor(index);
    keep(toggled(pieces, parts[index]!.piece, isAdded));
  };

  return {
    place,
    isChosen: (piece: Piece) => holds(pieces, piece),
    onKeyDown(event: KeyboardEvent) {
      const to = target(event.key, place, parts.length);
      if (event.altKey) return;
      if (to !== null) {
        setAt(to);
        if (event.shiftKey) keep(range(anchor, to));
        else setAnchor(to);
      } else if (event.key === "Enter" || event.key === " ")
        choose(place, event.ctrlKey || event.metaKey || event.shiftKey);
      else if (event.key === "Escape" && pieces.length) keep([]);
      else return;
      event.preventDefault();
      event.stopPropagation();
    },
    /** Of the part at `index`: a press, and a drag over others that lie side by side. */
    pointer: (index: number) => ({
      onPointerDown(event: PointerEvent<HTMLElement>) {
        if (event.button !== 0) return;
        event.currentTarget.releasePointerCapture(event.pointerId);
        if (event.shiftKey && index < main && anchor < main) {
          setAt(index);
          keep(range(anchor, index));
        } else choose(index, event.ctrlKey || event.metaKey || event.shiftKey);
      },
      onPointerEnter(event: PointerEvent<HTMLElement>) {
        if (event.buttons !== 1 || index >= main || anchor >= main || index === at) return;
        setAt(index);
        keep(range(anchor, index));
      },
    }),
  };
}

function target(key: string, place: number, count: number): number | null {
  switch (key) {
    case "ArrowLeft":
    case "ArrowUp":
      return Math.max(0, place - 1);
    case "ArrowRight":
    case "ArrowDown":
      return Math.min(count - 1, place + 1);
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return null;
  }
}
