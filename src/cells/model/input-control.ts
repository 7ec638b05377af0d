import * as v from "valibot";
import { isDay } from "./input-value";
import { isObject } from "./nbformat";
import type { InputControl } from "./notebook";

export type InputForm = InputControl["form"];

/** Every kind of control, in the order in which they are offered. */
export const inputForms = [
  "slider",
  "number",
  "text",
  "checkbox",
  "select",
  "multi-select",
  "date",
  "date-range",
  "column",
  "table",
] as const satisfies readonly InputForm[];

export function newControl(form: InputForm): InputControl {
  switch (form) {
    case "slider":
      return { form, min: 0, max: 100, step: 1 };
    case "number":
      return { form, min: null, max: null, step: null };
    case "select":
    case "multi-select":
      return { form, options: { from: "list", values: [] } };
    case "date":
    case "date-range":
      return { form, min: null, max: null };
    case "column":
      return { form, table: "" };
    case "text":
    case "checkbox":
    case "table":
      return { form };
  }
}

/** The control as another kind of control, with the settings that both have. */
export function controlAs(control: InputControl, form: InputForm): InputControl {
  const fresh = newControl(form);
  switch (fresh.form) {
    case "slider": {
      if (control.form !== "number" && control.form !== "slider") return fresh;
      const { min, max, step } = control;
      const from = min ?? Math.min(fresh.min, max ?? fresh.min);
      return { ...fresh, min: from, max: max ?? Math.max(fresh.max, from), step: step ?? fresh.step };
    }
    case "number":
      return control.form === "slider" || control.form === "number" ? { ...control, form: "number" } : fresh;
    case "select":
    case "multi-select":
      return "options" in control ? { ...fresh, options: control.options } : fresh;
    case "date":
    case "date-range":
      return control.form === "date" || control.form === "date-range"
        ? { ...control, form: fresh.form }
        : fresh;
    case "column":
      return control.form === "column" ? control : fresh;
    case "text":
    case "checkbox":
    case "table":
      return fresh;
  }
}

/** From a file. null: no control that this version knows. What does not fit is made to fit, and that is said. */
export function readControl(found: unknown): { control: InputControl; adjusted: boolean } | null {
  if (!isObject(found)) return null;
  const form = inputForms.find((one) => one === found.form);
  if (!form) return null;
  const read = v.safeParse(shape, found);
  if (!read.success) return { control: newControl(form), adjusted: true };
  const control = sound(read.output);
  return { control, adjusted: control !== read.output };
}

/** What is wrong with the settings of a control; null for nothing. */
export function controlProblem(control: InputControl): "min-above-max" | "no-step" | null {
  if (!("min" in control)) return null;
  const { min, max } = control;
  if (min !== null && max !== null && min > max) return "min-above-max";
  return "step" in control && control.step !== null && control.step <= 0 ? "no-step" : null;
}

/** The same object when there is nothing to mend. */
function sound(control: InputControl): InputControl {
  switch (controlProblem(control)) {
    case "min-above-max":
      return "min" in control
        ? sound({ ...control, min: control.max, max: control.min } as InputControl)
        : control;
    case "no-step":
      return { ...control, step: control.form === "slider" ? 1 : null } as InputControl;
    case null:
      return withoutDoubles(control);
  }
}

function withoutDoubles(control: InputControl): InputControl {
  if (!("options" in control) || control.options.from !== "list") return control;
  const values = [...new Set(control.options.values)];
  return values.length === control.options.values.length
    ? control
    : { ...control, options: { from: "list", values } };
}

// JSON has no -0; a number that is one would come back as another.
const number = v.pipe(
  v.number(),
  v.finite(),
  v.transform((found) => found + 0),
);
const bound = v.nullable(number);
const day = v.nullable(v.custom<string>(isDay));

const options = v.variant("from", [
  v.object({ from: v.literal("list"), values: v.array(v.string()) }),
  v.object({ from: v.literal("query"), sql: v.string() }),
]);

const shape: v.GenericSchema<unknown, InputControl> = v.variant("form", [
  v.object({ form: v.literal("slider"), min: number, max: number, step: number }),
  v.object({ form: v.literal("number"), min: bound, max: bound, step: bound }),
  v.object({ form: v.picklist(["select", "multi-select"]), options }),
  v.object({ form: v.picklist(["date", "date-range"]), min: day, max: day }),
  v.object({ form: v.literal("column"), table: v.string() }),
  v.object({ form: v.picklist(["text", "checkbox", "table"]) }),
]);
