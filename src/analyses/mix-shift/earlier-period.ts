import type { Boundaries } from "../attrition/boundaries";

const dayLength = 86_400_000;

/**
 * The period to compare with: from the day given, or the one just before. It has as many whole months as the later one
 * where that has them, and otherwise as many days.
 */
export function earlierPeriod(
  { start, end }: Pick<Boundaries, "start" | "end">,
  given: string,
): { readonly start: string; readonly end: string } {
  const months = wholeMonths(start, end);
  if (given !== "auto")
    return { start: given, end: months ? addMonths(given, months) : addDays(given, daysBetween(start, end)) };
  return { start: months ? addMonths(start, -months) : addDays(start, -daysBetween(start, end)), end: start };
}

/** 0 where a month is begun: from 15 January to 15 March are days, not months. */
function wholeMonths(start: string, end: string): number {
  if (!start.endsWith("-01") || !end.endsWith("-01")) return 0;
  return monthOf(end) - monthOf(start);
}

function monthOf(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

/** A day that the month does not have becomes its last. */
function addMonths(day: string, months: number): string {
  const month = monthOf(day) + months;
  const last = new Date(Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0)).getUTCDate();
  return isoDay(Date.UTC(Math.floor(month / 12), month % 12, Math.min(Number(day.slice(8, 10)), last)));
}

function addDays(day: string, days: number): string {
  return isoDay(Date.parse(`${day}T00:00:00Z`) + days * dayLength);
}

function daysBetween(start: string, end: string): number {
  return Math.round((Date.parse(end) - Date.parse(start)) / dayLength);
}

function isoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
