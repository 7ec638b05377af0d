import { newId, type Random } from "./id";
import { newControl, readControl, type InputForm } from "./input-control";
import { inputDeclaration } from "./input-declaration";
import { fittedValue, isSameValue } from "./input-value";
import { unmarkedCell } from "./language-marks";
import type { JsonObject } from "./nbformat";
import { note, type Note } from "./note";
import type { Cell, InputCell } from "./notebook";

/** An input without a label, under a name that says what it may be; the name may be taken. */
export function newInputCell(form: InputForm, random?: Random): InputCell {
  const control = newControl(form);
  return {
    kind: "input",
    id: newId(random),
    name: firstName[form],
    label: "",
    control,
    value: fittedValue(control, form === "slider" ? 50 : null),
    foreign: {},
    saved: null,
  };
}

/** From a file, where anything may stand. null: a control that this version does not know. */
export function readInput(
  { label, control: found, value, ...others }: JsonObject,
  metadata: JsonObject,
  base: Pick<Cell, "id" | "name" | "saved" | "disabled">,
  source: string,
  notes: Note[],
): InputCell | null {
  const read = readControl(found);
  if (!read) return null;
  const { control } = read;
  const fitted = fittedValue(control, value);
  const rest = Object.keys(others).length ? { ebb: others } : {};
  const cell: InputCell = {
    ...base,
    kind: "input",
    label: typeof label === "string" ? label : "",
    control,
    value: fitted,
    foreign: { ...unmarkedCell(metadata, "typescript"), ...rest },
  };
  const place = cell.name || cell.id;
  if (read.adjusted || !isSameValue(fitted, value)) {
    notes.push(note("input-adjusted", "caution", `input adjusted: ${place}`, { place }));
  } else if (source !== inputDeclaration(cell)) {
    notes.push(note("edited-elsewhere", "caution", `edited elsewhere: ${place}`, { place }));
  }
  return cell;
}

const firstName: Readonly<Record<InputForm, string>> = {
  slider: "level",
  number: "amount",
  text: "words",
  checkbox: "included",
  select: "choice",
  "multi-select": "choices",
  date: "day",
  "date-range": "period",
  column: "measure",
  table: "source",
};
