import { sql, type Sql } from "../../engine";
import type { RegrettableRequest } from "./fit-rule";
import { customersOf } from "./query";
import { classes, type FitClass, type RegrettableResult } from "./result";

/** "fit", "fit-lost", …, "all", "all-lost". */
export type WhoName = FitClass | "all" | `${FitClass | "all"}-lost`;

/** The customers of the start behind a number; null for a key that no number carries. */
export function customersBehind(
  request: RegrettableRequest,
  { period, refused }: RegrettableResult,
  who: string | null,
): Sql | null {
  if (!period || refused) return null;
  const where = who === null ? sql`true` : conditionOf(who);
  return where && customersOf(request, period, where);
}

function conditionOf(key: string): Sql | null {
  const [, group, lost] = /^(fit|unfit|unknown|all)(-lost)?$/.exec(key) ?? [];
  if (group === undefined) return null;
  const found = classes.find((one) => one === group);
  const isOfClass = found ? sql`class = ${found}` : sql`true`;
  return lost ? sql`${isOfClass} and what = 'lost'` : isOfClass;
}
