import { fittedValue, type InputControl } from "../../model";
import { useTexts } from "../shell/workbench-context";
import type { ControlProps } from "./control-props";
import { exactly } from "./number-fault";
import { NumberField } from "./number-field";

type Props = ControlProps<Extract<InputControl, { form: "slider" }>>;

/** To be dragged, and beside it the number, to be written. */
export function Slider({ id, label, control, value, onValue }: Props) {
  const { input, locale } = useTexts();
  const number = typeof value === "number" ? value : control.min;
  const { min, max, step } = control;
  const share = max > min ? (number - min) / (max - min) : 0;
  return (
    <span className="input-slider">
      <span className="input-slider-track">
        <input
          id={id}
          type="range"
          data-control
          min={min}
          max={max}
          step={step}
          value={number}
          aria-valuetext={exactly(number, locale)}
          style={{ "--share": `${share * 100}%` } as React.CSSProperties}
          onChange={(event) => onValue(fittedValue(control, event.target.valueAsNumber))}
        />
        <span className="input-slider-ends tabular" aria-hidden="true">
          <span>{exactly(min, locale)}</span>
          <span>{exactly(max, locale)}</span>
        </span>
      </span>
      <NumberField label={input.exact(label)} control={control} value={number} onValue={onValue} />
    </span>
  );
}
