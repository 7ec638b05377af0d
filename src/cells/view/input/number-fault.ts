import { fittedValue, type InputControl } from "../../model";
import type { Texts } from "../texts";

export type NumberControl = Extract<InputControl, { form: "slider" | "number" }>;

/** Why a number cannot be the value of the control, in words; null when it can. */
export function numberFault(number: number, control: NumberControl, texts: Texts): string | null {
  if (fittedValue(control, number) === number) return null;
  const { input, count } = texts;
  const { min, max, step } = control;
  const isOutside = (min !== null && number < min) || (max !== null && number > max);
  if (!isOutside) return input.onStep(exactly(step ?? 1, texts.locale));
  if (min !== null && max !== null) return input.between(count.number(min), count.number(max));
  return min !== null ? input.atLeast(count.number(min)) : input.atMost(count.number(max ?? 0));
}

export function exactly(number: number, locale: string): string {
  return new Intl.NumberFormat(locale, { maximumSignificantDigits: 15 }).format(number);
}
