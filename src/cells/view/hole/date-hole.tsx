import { useRef, useState } from "react";
import type { ParamTexts } from "../../../analyses";
import { useDraft } from "../shell/use-draft";
import { useSurroundings } from "../shell/workbench-context";

interface DateHoleProps {
  readonly words: ParamTexts;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** "auto" reads as words; a click makes it a date field, an emptied field makes it automatic again. */
export function DateHole({ words, value, onChange }: DateHoleProps) {
  const { texts } = useSurroundings();
  const [open, setOpen] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const written = value === "auto" ? "" : value;
  const { text, ...field } = useDraft(written, (given) => {
    // A half typed date reads as an empty one, but empties nothing.
    const next = input.current?.validity.badInput ? value : given || "auto";
    if (next !== value) onChange(next);
    return true;
  });
  if (value === "auto" && !open) {
    return (
      <button type="button" className="hole" title={words.label} onClick={() => setOpen(true)}>
        {words.unset ?? texts.analysis.automatic}
      </button>
    );
  }
  return (
    <input
      type="date"
      className="hole hole-date tabular"
      ref={input}
      aria-label={words.label}
      title={texts.analysis.badDate}
      autoFocus={open}
      value={text}
      {...field}
      onBlur={() => {
        field.onBlur();
        setOpen(false);
      }}
    />
  );
}
