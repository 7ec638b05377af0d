import type { Who } from "../report";
import type { Language } from "../texts";
import type { OverTimeResult, Period } from "./result";

/** Counts of a period by their key, and the kinds of customers that each counts. */
export const counted = {
  at_start: ["lost", "remaining"],
  lost: ["lost"],
  remaining: ["remaining"],
  new: ["new"],
  returned: ["returned"],
  at_end: ["remaining", "new", "returned"],
} as const;

export type CountKey = keyof typeof counted;

/** One count of one period, "2024-03-01 lost" as a key. */
export interface PeriodCount {
  readonly opens: string;
  readonly key: CountKey;
}

/** Null for a key that no report gave out, or whose period is not among those shown. */
export function readCount(who: string, { periods }: OverTimeResult): PeriodCount | null {
  const [opens, key, ...more] = who.split(" ");
  if (opens === undefined || key === undefined || more.length || !Object.hasOwn(counted, key)) return null;
  const period = periods.find((one) => one.opens === opens);
  return period && period.state !== "not observed" ? { opens, key: key as CountKey } : null;
}

export function whoIs(
  key: CountKey,
  { opens }: Pick<Period, "opens">,
  { grain }: Pick<OverTimeResult, "grain">,
  { texts }: Language,
): Who {
  const { table } = texts.overTime;
  const names: Record<CountKey, string> = {
    at_start: table.atStart,
    lost: table.lost,
    remaining: table.remaining,
    new: table.new,
    returned: table.returned,
    at_end: table.atEnd,
  };
  return { key: `${opens} ${key}`, label: `${names[key]}, ${texts.base.periodShort(opens, grain)}` };
}
