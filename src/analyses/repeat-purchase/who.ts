import { sql, type Sql } from "../../engine";
import { withBlocks } from "../with-blocks";
import { asOf, type RepeatPurchaseRequest } from "./purchases";
import { customerBlocks } from "./query";
import type { RepeatPurchaseResult } from "./result";

/** Keys of numbers that count customers. */
export const key = {
  followed: (days: number) => `window ${days} followed`,
  again: (days: number) => `window ${days} again`,
  buyers: "buyers",
  ever: "buyers again",
  first: "buyers first days",
  recent: "recent",
  recentAgain: "recent again",
  recentReturning: "recent returning",
  month: (opens: string, what: MonthSet) => `month ${opens} ${what}`,
  day: (days: number, what: "again" | "not yet") => `day ${days} ${what}`,
};

const monthSets = ["new", "followed", "again", "lost"] as const;
export type MonthSet = (typeof monthSets)[number];

/** One row a customer behind a number: first and second purchase, and how many there were lately. */
export function customersQuery(
  request: RepeatPurchaseRequest,
  result: RepeatPurchaseResult,
  who: string | null,
): Sql | null {
  const isOne = result.asOf === null ? null : conditionOf(request, result, who);
  if (!isOne) return null;
  return sql`
    ${withBlocks(customerBlocks(request, result.asOf))}
    select customer::varchar as customer, first_day as first_purchase, second_day as second_purchase,
      days as days_between, followed as days_followed, recent as recent_purchases
    from customers
    where ${isOne}
    order by first_day, customer`;
}

/** Keys come from files: only those are known that this result gave out. */
function conditionOf(
  { params }: RepeatPurchaseRequest,
  result: RepeatPurchaseResult,
  who: string | null,
): Sql | null {
  const inTime = sql`followed >= ${result.window} and days <= ${result.window}`;
  switch (who) {
    case null:
    case key.buyers:
      return sql`true`;
    case key.ever:
      return sql`second_day is not null`;
    case key.first:
      return sql`days <= ${result.firstDays.days}`;
    case key.recent:
      return sql`recent > 0`;
    case key.recentAgain:
      return sql`recent > 1`;
    case key.recentReturning:
      return sql`recent > 0 and first_day < (${asOf(result.asOf)})::date - ${params.recent}`;
  }
  for (const { days } of result.windows) {
    if (who === key.followed(days)) return sql`followed >= ${days}`;
    if (who === key.again(days)) return sql`followed >= ${days} and days <= ${days}`;
  }
  for (const { opens } of result.months)
    for (const what of monthSets)
      if (who === key.month(opens, what)) {
        const ofMonth = sql`date_trunc('month', first_day) = date ${opens}`;
        switch (what) {
          case "new":
            return ofMonth;
          case "followed":
            return sql`${ofMonth} and followed >= ${result.window}`;
          case "again":
            return sql`${ofMonth} and ${inTime}`;
          case "lost":
            return sql`${ofMonth} and followed >= ${result.window} and (days is null or days > ${result.window})`;
        }
      }
  for (const { days } of result.days) {
    if (who === key.day(days, "again")) return sql`days = ${days}`;
    if (who === key.day(days, "not yet")) return sql`second_day is null and followed = ${days}`;
  }
  return null;
}
