import type { PlainValue } from "../../engine";
import { controlProblem, isDay, validInputName, type InputCell } from "../model";
import type { CellError } from "./output";

/** The choices of a select whose options come from a query: its first column, doubles left out. */
export type InputOptionsAnswer =
  | {
      readonly values: readonly string[];
      /** There are more than are here. */
      readonly more: boolean;
    }
  | { readonly error: CellError };

/** The value as code, SQL and Markdown get it. */
export function plainValueOf({ control, value }: Pick<InputCell, "control" | "value">): PlainValue {
  if (value === null) return null;
  switch (control.form) {
    case "date":
    case "date-range":
      return typeof value === "object" ? value.map(dayOf) : dayOf(value);
    case "column":
    case "table":
      return typeof value === "string" ? { identifier: value } : null;
    case "slider":
    case "number":
    case "text":
    case "checkbox":
    case "select":
    case "multi-select":
      return value;
  }
}

function dayOf(value: unknown): PlainValue {
  return isDay(value) ? { date: Date.parse(value), isDay: true } : null;
}

const mostNamed = 60;

/** What a value of this control can be, as TypeScript writes it; a short list of choices is a union of them. */
export function typeOfInput({ control, value }: Pick<InputCell, "control" | "value">): {
  readonly type: string;
  readonly nullable: boolean;
} {
  switch (control.form) {
    case "slider":
      return { type: "number", nullable: false };
    case "number":
      return { type: "number", nullable: true };
    case "text":
      return { type: "string", nullable: false };
    case "checkbox":
      return { type: "boolean", nullable: false };
    case "select":
      return { type: choices(control.options, [value]), nullable: true };
    case "multi-select": {
      const one = choices(control.options, Array.isArray(value) ? value : []);
      return { type: one === "string" ? "readonly string[]" : `readonly (${one})[]`, nullable: false };
    }
    case "date":
      return { type: "Date", nullable: true };
    case "date-range":
      return { type: "readonly [Date, Date]", nullable: true };
    case "column":
    case "table":
      return { type: "string", nullable: true };
  }
}

// A choice that is no longer among the options is still the value.
function choices(
  options: Extract<InputCell["control"], { options: unknown }>["options"],
  chosen: readonly unknown[],
) {
  if (options.from === "query" || options.values.length === 0 || options.values.length > mostNamed)
    return "string";
  const all = new Set([...options.values, ...chosen.filter((one) => typeof one === "string")]);
  return [...all].map((one) => JSON.stringify(one)).join(" | ");
}

/** Why nobody can read the input's value, as far as the cell alone tells; null when they can. */
export function problemOf(cell: Pick<InputCell, "name" | "control">): CellError | null {
  const name = cell.name ? validInputName(cell.name) : "ok";
  if (name !== "ok") {
    return {
      code: "input-name",
      message: `not a name for an input: ${cell.name}`,
      values: { name: cell.name, problem: name },
    };
  }
  const problem = controlProblem(cell.control);
  if (!problem) return null;
  return { code: "input-settings", message: `settings of an input: ${problem}`, values: { problem } };
}
