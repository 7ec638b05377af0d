import { useRef, useState, type ChangeEvent, type KeyboardEvent } from "react";

type Field = HTMLInputElement;

interface Draft {
  readonly text: string;
  /** What stood there when the writing began: once that is another, by undo or by hand, the draft is void. */
  readonly over: string;
}

/**
 * A field that is taken over on Enter, before saving, or when left, and given back by Escape.
 * `take` says whether the text was accepted; what was not stays in the field.
 */
export function useDraft(written: string, take: (text: string) => boolean) {
  const [draft, setDraft] = useState<Draft | null>(null);
  // A field is left before the next render: what is taken over then must not wait for the state.
  const latest = useRef<Draft | null>(null);
  const keep = (next: Draft | null) => {
    latest.current = next;
    setDraft(next);
  };
  if (draft && draft.over !== written) setDraft(null);

  const finish = () => {
    const given = latest.current;
    if (given?.over === written && !take(given.text)) return;
    keep(null);
  };
  return {
    text: draft?.over === written ? draft.text : written,
    onChange: (event: ChangeEvent<Field>) => keep({ text: event.target.value, over: written }),
    onBlur: finish,
    onKeyDown: (event: KeyboardEvent<Field>) => {
      if (event.nativeEvent.isComposing) return;
      if (event.key === "Escape") keep(null);
      else if (event.key === "Enter" || isSaving(event)) finish();
      if (event.key === "Escape" || event.key === "Enter") toCell(event.currentTarget);
    },
  };
}

// By the key's place: on a Russian keyboard the key of S writes "ы".
function isSaving(event: KeyboardEvent): boolean {
  return (event.ctrlKey || event.metaKey) && (event.code === "KeyS" || event.key.toLowerCase() === "s");
}

function toCell(field: Field): void {
  field.closest<HTMLElement>("[data-cell]")?.focus();
}
