import type { Language } from "./texts";

/** An amount as people read it: cents only where they matter, and the currency where it is known. */
export function moneyText(
  amount: number,
  currency: string | null,
  { format }: Pick<Language, "format">,
): string {
  // A sum of floating-point numbers may miss nought by the last bit: "−0" says nothing.
  const rounded = Math.abs(amount) < 0.005 ? 0 : amount;
  const text = format.number(rounded, Math.abs(rounded) >= 1000 ? 0 : 2).replace("-", "−");
  return currency === null ? text : `${text}\u00a0${currency}`;
}
