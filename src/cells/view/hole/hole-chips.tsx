import { X } from "lucide-react";
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from "react";

export interface Chip {
  /** What it stands for; no two chips have the same. */
  readonly key: string;
  readonly name: string;
  /** Why it cannot be used. */
  readonly problem: string | null;
  readonly removeLabel: string;
  /** What else of it can be changed. */
  readonly more?: ReactNode;
}

interface HoleChipsProps {
  readonly label: string;
  readonly chips: readonly Chip[];
  readonly onRemove: (at: number) => void;
  /** Where one more is taken in; null: no more may be. */
  readonly adder: ReactNode;
}

/** Several things in one hole: each taken away by its own button (Enter, Delete), one more taken in at the end. */
export function HoleChips({ label, chips, onRemove, adder }: HoleChipsProps) {
  const place = useRef<HTMLSpanElement>(null);
  const before = useRef(chips.length);
  useEffect(() => {
    const grown = chips.length > before.current;
    before.current = chips.length;
    const at = document.activeElement;
    // The field in which it was chosen gave way to the next one: the hand stays, unless it has gone elsewhere meanwhile.
    if (grown && (at === null || at === document.body || at.matches("[data-cell]")))
      (fieldIn(place.current, ".hole-adder") ?? fieldIn(place.current, ".hole-chip:last-of-type"))?.focus();
  }, [chips.length]);
  const remove = (at: number) => {
    onRemove(at);
    // The button goes with its chip: the hand stays at what stood beside it.
    const buttons = [...(place.current?.querySelectorAll<HTMLElement>(".hole-chip > button") ?? [])];
    (buttons[at + 1] ?? fieldIn(place.current, ".hole-adder") ?? buttons[at - 1])?.focus();
  };
  const press = (event: KeyboardEvent, at: number) => {
    if (event.key !== "Delete" && event.key !== "Backspace") return;
    event.preventDefault();
    event.stopPropagation();
    remove(at);
  };
  return (
    <span className="hole-columns" role="group" aria-label={label} ref={place}>
      {chips.map(({ key, name, problem, removeLabel, more }, at) => (
        <span key={key} className={problem ? "hole-chip is-wrong" : "hole-chip"} title={problem ?? name}>
          <span className="hole-column">{name}</span>
          {problem && <span className="visually-hidden">{problem}</span>}
          {more}
          <button
            type="button"
            aria-label={removeLabel}
            onClick={() => remove(at)}
            onKeyDown={(event) => press(event, at)}
          >
            <X className="icon" aria-hidden="true" />
          </button>
        </span>
      ))}
      {adder && (
        // A new one each time: what was typed into the last went into the chip.
        <span key={chips.length} className="hole-adder">
          {adder}
        </span>
      )}
    </span>
  );
}

function fieldIn(place: HTMLElement | null, within: string): HTMLElement | null {
  return place?.querySelector<HTMLElement>(`${within} :is(select, input, button)`) ?? null;
}
