import { longestDays } from "../usual-gap";
import type { AttritionResult } from "./result";

/**
 * The longest pause between two visits, in days, after which a customer still counts as there. Whoever comes once in every
 * month is seen in every month: a lookback of a whole month bridges 31 days, also where the month itself has 28 or 30.
 */
export function bridgedDays({
  startFrom,
  start,
  lookbackDays,
}: NonNullable<AttritionResult["period"]>): number {
  const isWholeMonths = startFrom.slice(8) === start.slice(8);
  const { month, quarter } = longestDays;
  if (!isWholeMonths || lookbackDays > quarter) return lookbackDays;
  return lookbackDays > month ? Math.max(lookbackDays, quarter) : Math.max(lookbackDays, month);
}
