import type { ControlProps } from "./control-props";
import { DayField } from "./day-field";
import { DayRange } from "./day-range";
import { ColumnPicker, TablePicker } from "./name-pickers";
import { NumberField } from "./number-field";
import { Select } from "./select";
import { Slider } from "./slider";

/** The control itself: native elements wherever they are good. */
export function Control(props: ControlProps) {
  const { id, control, value, onValue } = props;
  switch (control.form) {
    case "slider":
      return <Slider {...props} control={control} />;
    case "number":
      return (
        <NumberField
          id={id}
          control={control}
          value={typeof value === "number" ? value : null}
          onValue={onValue}
        />
      );
    case "text":
      return (
        <input
          id={id}
          className="field input-text"
          type="text"
          data-control
          value={typeof value === "string" ? value : ""}
          onChange={(event) => onValue(event.target.value)}
        />
      );
    case "checkbox":
      return (
        <input
          id={id}
          className="input-box"
          type="checkbox"
          data-control
          checked={value === true}
          onChange={(event) => onValue(event.target.checked)}
        />
      );
    case "select":
    case "multi-select":
      return <Select {...props} control={control} />;
    case "date": {
      const { min, max } = control;
      const day = typeof value === "string" ? value : null;
      return <DayField id={id} min={min} max={max} value={day} onDay={onValue} />;
    }
    case "date-range":
      return <DayRange {...props} control={control} />;
    case "column":
      return <ColumnPicker {...props} control={control} />;
    case "table":
      return <TablePicker {...props} />;
  }
}
