import { useId } from "react";
import { useDraft } from "../shell/use-draft";
import { useTexts } from "../shell/workbench-context";
import { Fault } from "./fault";
import type { NumberControl } from "./number-fault";

interface NumberLimitsProps {
  readonly control: NumberControl;
  readonly onControl: (control: NumberControl) => void;
}

type Key = "min" | "max" | "step";

/** From, to and step. A slider needs all three. */
export function NumberLimits({ control, onControl }: NumberLimitsProps) {
  return (
    <>
      {(["min", "max", "step"] as const).map((key) => (
        <Limit key={key} which={key} control={control} onControl={onControl} />
      ))}
    </>
  );
}

function Limit({ which, control, onControl }: NumberLimitsProps & { which: Key }) {
  const { input } = useTexts();
  const id = useId();
  const written = control[which] === null ? "" : String(control[which]);
  const read = (text: string) => limitIn(text, which, control);
  const { text, ...field } = useDraft(written, (given) => {
    const limit = read(given);
    if (typeof limit === "string") return false;
    if (limit !== control[which]) onControl({ ...control, [which]: limit } as NumberControl);
    return true;
  });
  const found = read(text);
  const fault = typeof found === "string" ? input[found] : null;
  return (
    <>
      <label htmlFor={id}>{input[which]}</label>
      <span className="input-with-fault">
        <input
          id={id}
          className="field input-number tabular"
          inputMode="decimal"
          placeholder={control.form === "number" ? input.notSet : undefined}
          aria-invalid={fault ? true : undefined}
          aria-describedby={fault ? `${id}-fault` : undefined}
          value={text}
          {...field}
        />
        {fault && <Fault id={`${id}-fault`}>{fault}</Fault>}
      </span>
    </>
  );
}

type LimitFault = "notEmpty" | "notNumber" | "aboveZero" | "minAboveMax";

function limitIn(text: string, which: Key, { form, min, max }: NumberControl): number | null | LimitFault {
  if (text.trim() === "") return form === "slider" ? "notEmpty" : null;
  const number = Number(text.trim().replace(",", ".").replace("−", "-"));
  if (!Number.isFinite(number)) return "notNumber";
  if (which === "step") return number > 0 ? number : "aboveZero";
  const [low, high] = which === "min" ? [number, max] : [min, number];
  return low !== null && high !== null && low > high ? "minAboveMax" : number;
}
