import type { Who } from "../report";
import type { Language } from "../texts";
import type { AttritionResult } from "./result";

export type CustomerKind = "lost" | "remaining" | "new" | "returned";

/** Counts of the report by their key, and the kinds of customers that each counts. */
export const counted = {
  lost: ["lost"],
  remaining: ["remaining"],
  new: ["new"],
  returned: ["returned"],
  at_start: ["lost", "remaining"],
  at_end: ["remaining", "new", "returned"],
} as const satisfies Readonly<Record<string, readonly CustomerKind[]>>;

export type CountKey = keyof typeof counted;

export function isCountKey(key: string): key is CountKey {
  return Object.hasOwn(counted, key);
}

/** Called what the table calls them, with the period they were counted over. */
export function whoIs(
  key: CountKey,
  { period }: AttritionResult,
  { texts, format }: Language,
): Who | undefined {
  if (!period) return undefined;
  const { table } = texts.attrition;
  const names: Record<CountKey, string> = {
    lost: table.lost,
    remaining: table.remaining,
    new: table.new,
    returned: table.returned,
    at_start: table.atStart,
    at_end: table.atEnd,
  };
  return { key, label: `${names[key]}, ${format.dayShort(period.start)} – ${format.dayShort(period.end)}` };
}
