import type { Language } from "../texts";
import type { BuyTillYouDieResult } from "./result";

/** Off by more than this in the time held out, and the forecast is no plan. */
export const mostOff = 0.2;

/** The check of the model that is used for the forecast: what it expected of the time that it had not seen. */
export function heldOf({ check, found }: BuyTillYouDieResult) {
  if (!check.ok || !found) return null;
  const one = check.models.find(({ model }) => model === found.model);
  if (!one) return null;
  return {
    ...one,
    end: check.end,
    weeks: check.weeks,
    miss: one.actual > 0 ? one.expected / one.actual - 1 : null,
  };
}

/** "−6.7%", "+12%"; nothing was made: no share of it. */
export function missText(miss: number | null, { texts, format }: Language): string {
  if (miss === null) return texts.base.noBase;
  const text = format.percent(Math.abs(miss));
  return miss < 0 ? `−${text}` : `+${text}`;
}
