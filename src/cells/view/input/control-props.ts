import type { InputControl, InputValue } from "../../model";

/** What every control is given. Values are sent with each movement and each key; the session puts them together. */
export interface ControlProps<C extends InputControl = InputControl> {
  /** Of the element that a label is for. */
  readonly id: string;
  readonly label: string;
  readonly cell: string;
  readonly control: C;
  readonly value: InputValue;
  readonly onValue: (value: InputValue) => void;
  readonly onSettings: () => void;
}
