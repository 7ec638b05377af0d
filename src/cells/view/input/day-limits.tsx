import { useId, useState } from "react";
import { isDay, type InputControl } from "../../model";
import { useTexts } from "../shell/workbench-context";
import { Fault } from "./fault";

type DayControl = Extract<InputControl, { form: "date" | "date-range" }>;

interface DayLimitsProps {
  readonly control: DayControl;
  readonly onControl: (control: DayControl) => void;
}

export function DayLimits({ control, onControl }: DayLimitsProps) {
  return (
    <>
      {(["min", "max"] as const).map((key) => (
        <Limit key={key} which={key} control={control} onControl={onControl} />
      ))}
    </>
  );
}

/** Taken over when the field is left: a limit half typed is another day. */
function Limit({ which, control, onControl }: DayLimitsProps & { which: "min" | "max" }) {
  const { input } = useTexts();
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const text = draft ?? control[which] ?? "";
  const next = { ...control, [which]: isDay(text) ? text : null };
  const isBackwards = next.min !== null && next.max !== null && next.min > next.max;
  const finish = ({ validity }: HTMLInputElement) => {
    if (draft !== null && !validity.badInput && !isBackwards && next[which] !== control[which])
      onControl(next);
    setDraft(null);
  };
  return (
    <>
      <label htmlFor={id}>{which === "min" ? input.earliest : input.latest}</label>
      <span className="input-with-fault">
        <input
          id={id}
          className="field input-day tabular"
          type="date"
          aria-invalid={isBackwards || undefined}
          value={text}
          onChange={(event) => setDraft(event.target.value)}
          onBlur={(event) => finish(event.target)}
          onKeyDown={(event) => event.key === "Enter" && finish(event.currentTarget)}
        />
        {isBackwards && <Fault>{input.minAboveMax}</Fault>}
      </span>
    </>
  );
}
