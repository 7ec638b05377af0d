import { useId, useState } from "react";
import { useTexts } from "../shell/workbench-context";
import { Fault } from "./fault";
import { numberFault, type NumberControl } from "./number-fault";

interface NumberFieldProps {
  readonly id?: string;
  /** For a field that no visible label belongs to. */
  readonly label?: string;
  readonly control: NumberControl;
  readonly value: number | null;
  readonly onValue: (value: number | null) => void;
}

interface Draft {
  readonly text: string;
  readonly over: number | null;
  readonly fault: string | null;
}

/** Each key that makes a fitting number is sent; what does not fit stays in the field, said, until it is left. */
export function NumberField({ id, label, control, value, onValue }: NumberFieldProps) {
  const texts = useTexts();
  const [draft, setDraft] = useState<Draft | null>(null);
  const faultId = useId();
  const current = draft?.over === value ? draft : null;
  const take = ({ value: text, validity }: HTMLInputElement) => {
    const number = text === "" ? null : Number(text);
    const isEmpty = number === null && !validity.badInput;
    const fault =
      number !== null
        ? numberFault(number, control, texts)
        : validity.badInput
          ? texts.input.notNumber
          : control.form === "slider"
            ? texts.input.notEmpty
            : null;
    const isGood = fault === null && (number !== null || isEmpty);
    setDraft({ text, over: isGood ? number : value, fault });
    if (isGood && number !== value) onValue(number);
  };
  return (
    <span className="input-with-fault">
      <input
        id={id}
        className="field input-number tabular"
        type="number"
        inputMode="decimal"
        data-control
        aria-label={label}
        aria-invalid={current?.fault ? true : undefined}
        aria-describedby={current?.fault ? faultId : undefined}
        min={control.min ?? undefined}
        max={control.max ?? undefined}
        step={control.step ?? "any"}
        value={current?.text ?? value ?? ""}
        onChange={(event) => take(event.target)}
        onBlur={() => setDraft(null)}
      />
      {current?.fault && <Fault id={faultId}>{current.fault}</Fault>}
    </span>
  );
}
