import type { InputControl, InputValue } from "./notebook";

/**
 * What of a value fits a control: clamped, put on its step, read from another kind of control, or dropped. A choice that is
 * no longer among the options stays: the control shows it and says so. Fitting twice changes nothing.
 */
export function fittedValue(control: InputControl, value: unknown): InputValue {
  switch (control.form) {
    case "slider":
      return onStep(numberIn(value) ?? control.min, control);
    case "number": {
      const number = numberIn(value);
      return number === null ? null : onStep(number, control);
    }
    case "text":
      return textIn(value) ?? "";
    case "checkbox":
      return value === true;
    case "select": {
      const text = textIn(value);
      const mayBeEmpty = control.options.from === "list" && control.options.values.includes("");
      return text === "" && !mayBeEmpty ? null : text;
    }
    case "multi-select":
      return textsIn(value);
    case "date":
      return dayIn(Array.isArray(value) ? value[0] : value, control);
    case "date-range":
      return rangeIn(value, control);
    case "column":
    case "table":
      return textIn(value) || null;
  }
}

/** `2024-03-01`, and a day that the calendar has. */
export function isDay(value: unknown): value is string {
  if (typeof value !== "string" || !/^\d{4}-\d\d-\d\d$/.test(value)) return false;
  const at = Date.parse(value);
  // Some engines take the 30th of February for the 1st of March.
  return Number.isFinite(at) && new Date(at).toISOString().startsWith(value);
}

export function isSameValue(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

interface Bounds<T> {
  readonly min: T | null;
  readonly max: T | null;
}

/** The nearest of min, min + step, min + 2 step, …; written with the digits of min and step, so that 0.1 + 0.2 is 0.3. */
function onStep(
  value: number,
  { min, max, step }: Bounds<number> & { readonly step: number | null },
): number {
  const within = Math.min(Math.max(value, min ?? -Infinity), max ?? Infinity) + 0;
  if (step === null || step <= 0) return within;
  const from = min ?? 0;
  const steps = Math.round((within - from) / step);
  if (!Number.isSafeInteger(steps)) return within;
  const digits = Math.min(Math.max(decimals(from), decimals(step)), 100);
  const at = (count: number) => Number((from + count * step).toFixed(digits)) + 0;
  return max !== null && at(steps) > max ? at(Math.max(steps - 1, 0)) : at(steps);
}

function decimals(number: number): number {
  const [mantissa = "", exponent = "0"] = String(number).split("e");
  return Math.max((mantissa.split(".")[1] ?? "").length - Number(exponent), 0);
}

function numberIn(value: unknown): number | null {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : null;
}

function textIn(value: unknown): string | null {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  if (typeof first === "string") return first;
  return typeof first === "number" || typeof first === "boolean" ? String(first) : null;
}

function textsIn(value: unknown): readonly string[] {
  const all: readonly unknown[] = Array.isArray(value) ? value : [textIn(value)];
  return [...new Set(all.filter((one) => typeof one === "string"))];
}

function dayIn(value: unknown, { min, max }: Bounds<string>): string | null {
  if (!isDay(value)) return null;
  // As text, days are in the order of the calendar.
  if (min !== null && value < min) return min;
  return max !== null && value > max ? max : value;
}

function rangeIn(value: unknown, bounds: Bounds<string>): readonly string[] | null {
  const days: readonly unknown[] = Array.isArray(value) ? value.slice(0, 2) : [value, value];
  const fitting = days.map((day) => dayIn(day, bounds)).filter((day) => day !== null);
  return fitting.length === 2 ? fitting.toSorted() : null;
}
