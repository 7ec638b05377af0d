import { moneyText } from "../money";
import type { Language } from "../texts";
import type { UnitEconomicsResult } from "./result";

type Priced = Pick<UnitEconomicsResult, "currency">;

export function amountText(amount: number, { currency }: Priced, language: Language): string {
  return moneyText(amount, currency, language);
}

export function amountInterval(
  interval: readonly [number, number] | null,
  priced: Priced,
  language: Language,
): string | null {
  if (!interval) return null;
  return language.texts.base.interval(
    amountText(interval[0], priced, language),
    amountText(interval[1], priced, language),
  );
}

/** With a plus where it is more. */
export function changeText(change: number, priced: Priced, language: Language): string {
  return `${change > 0.005 ? "+" : ""}${amountText(change, priced, language)}`;
}
