import { useState } from "react";
import { isDay } from "../../model";

interface DayFieldProps {
  readonly id?: string;
  readonly label?: string;
  readonly min: string | null;
  readonly max: string | null;
  readonly value: string | null;
  readonly invalid?: boolean;
  readonly describedBy?: string;
  /** null when the field was emptied. */
  readonly onDay: (day: string | null) => void;
}

/** A day, sent once it is whole and within its limits. */
export function DayField({ id, label, min, max, value, invalid, describedBy, onDay }: DayFieldProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const take = ({ value: text, validity }: HTMLInputElement) => {
    setDraft(text);
    if (text === "") return validity.badInput ? undefined : onDay(null);
    // While a year is being typed the field says 0002, 0020, 0202.
    const isWhole = isDay(text) && text >= "1000" && !validity.rangeUnderflow && !validity.rangeOverflow;
    if (isWhole) onDay(text);
  };
  const isOutside =
    draft !== null && isDay(draft) && ((min !== null && draft < min) || (max !== null && draft > max));
  return (
    <input
      id={id}
      className="field input-day tabular"
      type="date"
      data-control
      aria-label={label}
      aria-invalid={invalid || isOutside ? true : undefined}
      aria-describedby={describedBy}
      min={min ?? undefined}
      max={max ?? undefined}
      value={draft ?? value ?? ""}
      onChange={(event) => take(event.target)}
      onBlur={() => setDraft(null)}
    />
  );
}
