import type { Grain } from "../../calendar";
import type { Exclusion, RowCounts } from "../../row-counts";
import type { ActivityRule, RuleCondition } from "../../rule";
import { formatsOf } from "../formats";
import { naturalFrequency } from "../natural-frequency";

const { count, day, dayShort, list, month, monthShort, number, percent, plural, points } = formatsOf("en");

/** Words that several analyses share. */
export const base = {
  level: {
    certain: "Certain",
    likely: "Likely",
    "cannot-tell": "Cannot tell",
    refused: "Refused",
  },
  interval: (low: string, high: string) => `${low.endsWith(" pp") ? low.slice(0, -3) : low} to ${high}`,
  noBase: "no base",
  none: "–",
  yes: "yes",
  no: "no",
  noInterval: {
    count: "A count, not an estimate.",
    noBase: "No base: there is nobody the share could be taken of.",
    ratio: "A ratio of two counts; shown without an interval.",
  },
  ofBase: (x: number, n: number) => `${count(x)} of ${count(n)} customers`,
  /** A sentence of its own, where it says something: "38 of 100" says nothing of eight customers. */
  thatIs: (share: number, n: number): string => {
    const said = naturalFrequency(share);
    return said.form === "of" && said.total > n ? "" : `That is ${base.natural(share)}.`;
  },
  natural: (share: number): string => {
    const said = naturalFrequency(share);
    switch (said.form) {
      case "none":
        return "none of them";
      case "all":
        return "all of them";
      case "one-in":
        return `${said.exact ? "" : "about "}one in ${numerals[said.each] ?? count(said.each)}`;
      case "of":
        return `${said.exact ? "" : "about "}${count(said.count)} of ${count(said.total)}`;
      case "fewer-than-one-of":
        return `fewer than one of ${count(said.total)}`;
    }
  },
  points: (difference: number) => `${points(difference)} pp`,
  customers: (n: number) => `${count(n)} ${plural(n, { one: "customer", other: "customers" })}`,
  rows: (n: number) => `${count(n)} ${plural(n, { one: "row", other: "rows" })}`,
  days: (n: number) => `${number(n, 1)} ${plural(n, { one: "day", other: "days" })}`,
  grain: { week: "week", month: "month", quarter: "quarter" } satisfies Record<Grain, string>,
  period: (opens: string, grain: Grain): string => {
    switch (grain) {
      case "week":
        return `the week of ${day(opens)}`;
      case "month":
        return month(opens);
      case "quarter":
        return `Q${quarterOf(opens)} ${opens.slice(0, 4)}`;
    }
  },
  periodShort: (opens: string, grain: Grain): string => {
    switch (grain) {
      case "week":
        return dayShort(opens);
      case "month":
        return monthShort(opens);
      case "quarter":
        return `Q${quarterOf(opens)} ${opens.slice(0, 4)}`;
    }
  },
  /** When something happened: "in March 2024". */
  inPeriod: (opens: string, grain: Grain): string => `in ${base.period(opens, grain)}`,
  state: { complete: "complete", "in progress": "in progress", "not observed": "not observed" },
  rule: (rule: ActivityRule): string => {
    const events = list(rule.events);
    const what =
      rule.form === "any" || rule.events.length === 0
        ? "any activity"
        : rule.form === "listed"
          ? rule.events.length === 1
            ? `“${events}”`
            : `any of ${events}`
          : `any activity but ${events}`;
    const conditions = rule.conditions.map(condition);
    return [
      what,
      ...(conditions.length ? [`where ${list(conditions)}`] : []),
      ...(rule.minPerDay > 1 ? [`at least ${count(rule.minPerDay)} a day`] : []),
      ...(rule.after ? [`within ${number(rule.after.withinHours)} h after ${rule.after.event}`] : []),
    ].join(", ");
  },
  rowsTable: {
    title: "Rows in and out",
    step: "Step",
    rows: "Rows",
    total: "In the table",
    used: "Used",
    why: {
      "no-customer": "No customer id",
      "no-time": "No date",
      "infinite-time": "An infinite date",
      "not-relevant": "Not relevant by the rule",
      refund: "A refund: the amount is negative",
      "empty-contract": "Contract of no length",
      "end-before-start": "Contract that ends before it starts",
      "after-as-of": "After the day the data are known until",
      "too-few-a-day": "Too few on the day, or not following the other event",
    } satisfies Record<Exclusion, string>,
    duplicates: "Exact duplicates among all rows (kept)",
  },
  rowsNote: ({ total, used }: RowCounts) => `${count(used)} of ${count(total)} rows are used.`,
  caveat: {
    smallSample: (x: number, n: number) =>
      n < 30
        ? `Small sample: ${count(x)} of ${count(n)}. The interval is wide; a few customers more or less would move the share.`
        : `Few cases: only ${count(Math.min(x, n - x))} of ${count(n)} on one side. A few more or less would change their share several times over.`,
    gapLonger: (lookbackDays: number, p80: number) =>
      `The lookback is ${count(lookbackDays)} days, but one customer in five usually pauses for more than ${number(p80, 1)} days. Healthy but infrequent customers are counted as lost.`,
    loginsOnly:
      "The rule counts only logins, views or messages. A person can log in and do nothing of value; choose events that are worth something to the customer.",
    noTime: (n: number, all: number) =>
      `${count(n)} of ${count(all)} customers (${percent(n / all)}) have no usable date: nobody knows since when they are there. They are left out.`,
    noCustomer: (n: number, all: number) =>
      `${count(n)} of ${count(all)} rows (${percent(n / all)}) have no customer id and are left out.`,
    duplicates: (n: number) =>
      `${count(n)} ${plural(n, { one: "row repeats", other: "rows repeat" })} another row exactly. They are kept; shares of customers do not change by that unless several events are asked for.`,
    afterAsOf: (n: number) =>
      `${base.rows(n)} on or after the day the data are known until ${plural(n, { one: "is", other: "are" })} not used: that day may be half told.`,
    asOfAuto: (iso: string) =>
      `The data are taken as known until ${day(iso)}, the day after the last contract start. If the export is newer, set its day.`,
  },
  weeks: {
    monday: "Weeks begin on Monday and end with Sunday.",
    sunday: "Weeks begin on Sunday and end with Saturday.",
  },
  sources: {
    wilson:
      "Interval of a share: Wilson (1927), J. Amer. Statist. Assoc. 22, 209–212; method 3 in Newcombe (1998), Stat. Med. 17, 857–872.",
    laney: "Control limits with the baseline's own variation: Laney (2002), Quality Engineering 14, 531–537.",
    logistic:
      "Trend: logistic regression with customers as clusters, Liang & Zeger (1986), Biometrika 73, 13–22.",
    quantile: "Quantiles of type 7: Hyndman & Fan (1996), Amer. Statist. 50, 361–365.",
    formula: "The formula: C. Kao, Customer Attrition Analysis and Optimization (2022).",
    noble: "The July and August example: S. Noble, Defining churn (2011).",
    lifecycle: "New, returning, resurrected and dormant as product-analytics tools define them.",
  },
};

const numerals = ["", "", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

function condition({ column, operator, value }: RuleCondition): string {
  const sign = { ">=": "≥", "<=": "≤", "=": "=", "<>": "≠" }[operator];
  return `${column} ${sign} ${typeof value === "number" ? number(value, 6) : value}`;
}

function quarterOf(opens: string): number {
  return Math.floor((Number(opens.slice(5, 7)) - 1) / 3) + 1;
}
