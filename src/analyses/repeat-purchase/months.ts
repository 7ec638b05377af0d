import { shareOf } from "../share";
import type { Part } from "./parts";
import type { Month } from "./result";

const mostYears = 100;
const dayLength = 86_400_000;

/** One a month from the first to the last with newcomers; a month between them without any is a real nought. */
export function monthsOf(parts: readonly Part[], asOf: string, window: number): Month[] {
  const known = new Map(parts.map((part) => [part.opens!, part]));
  const months: Month[] = [];
  const first = parts[0]?.opens ?? "";
  const last = parts[parts.length - 1]?.opens ?? "";
  // A mistyped year must not make a million months.
  if (Number(last.slice(0, 4)) - Number(first.slice(0, 4)) > mostYears)
    return parts.map((part) => monthOf(part, asOf, window));
  for (let opens = first; opens !== "" && opens <= last; opens = nextMonth(opens))
    months.push(monthOf(known.get(opens) ?? { ...nobody, opens }, asOf, window));
  return months;
}

export function nextMonth(opens: string): string {
  const [year, month] = opens.split("-").map(Number);
  return new Date(Date.UTC(year!, month!, 1)).toISOString().slice(0, 10);
}

const nobody = { days: null, a: 0, b: 0, c: 0, d: 0 };

/** Complete when a customer of the month's last day has been followed for the whole window. */
function monthOf({ opens, a, b, c, d }: Part, asOf: string, window: number): Month {
  const [year, month] = opens!.split("-").map(Number);
  const lastDay = Date.UTC(year!, month!, 0);
  return {
    opens: opens!,
    state: lastDay + window * dayLength < Date.parse(asOf) ? "complete" : "in progress",
    new: a,
    again: shareOf(c, b),
    soFar: d,
  };
}
