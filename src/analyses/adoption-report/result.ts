import * as v from "valibot";
import { rowCountsSchema } from "../row-counts";
import { shareSchema } from "../share";

const number = v.number();
const day = v.pipe(v.string(), v.isoDate());
const interval = v.nullable(v.tuple([number, number]));
const ratio = v.object({ rate: v.nullable(number), interval });

/** A month in which dates lie. */
const monthSchema = v.object({
  opens: day,
  closes: day,
  state: v.picklist(["complete", "in progress", "not observed"]),
  /** Stayed, of those there when it began. */
  logos: shareSchema,
  /** Revenue of contracts; null in a log, or where nobody says what is paid. */
  money: v.nullable(v.object({ start: number, unknown: number, gross: ratio, net: ratio })),
});
export type MonthResult = v.InferOutput<typeof monthSchema>;

/** How the mean moved since the date before; the three parts add up to it. */
const stepSchema = v.object({
  /** Of those there on both dates. */
  both: number,
  up: number,
  down: number,
  /** Change of the mean by those on both, by those who came to be scored, and by those who are no more. */
  same: number,
  came: number,
  went: number,
});

const dateSchema = v.object({
  day,
  customers: number,
  /** There, but not since the window began: not scored. */
  tooNew: number,
  mean: v.nullable(number),
  median: v.nullable(number),
  /** Of the mean, by Student's t; null of fewer than two customers or where all scores are the same. */
  interval,
  deviation: v.nullable(number),
  /** Customers in each band, and those with each lever on. */
  bands: v.array(number),
  levers: v.array(shareSchema),
  step: v.nullable(stepSchema),
  /** Place among the months; null where that month is not there. */
  month: v.nullable(number),
});
export type DateResult = v.InferOutput<typeof dateSchema>;

const auditSchema = v.object({
  day,
  isReference: v.boolean(),
  customers: number,
  mean: v.nullable(number),
  stayed: shareSchema,
  levels: v.array(shareSchema),
  /** With the scores of this date and of the reference together: what stayed less what stayed then. Null for the reference. */
  equal: v.nullable(
    v.object({
      now: number,
      then: number,
      difference: number,
      interval: v.tuple([number, number]),
      p: v.nullable(number),
      q: v.nullable(number),
      /** At scores that only one of both has. */
      leftOut: number,
      verdict: v.picklist(["lower", "higher", "same", "cannot tell"]),
    }),
  ),
  /** By how much the odds of staying are multiplied with each ten points of the score. */
  slope: v.nullable(v.object({ value: number, interval: v.tuple([number, number]) })),
});
export type AuditResult = v.InferOutput<typeof auditSchema>;

const gapCustomer = v.object({
  customer: v.string(),
  score: number,
  lever: number,
  reached: number,
  ends: v.nullable(day),
  days: v.nullable(number),
});

export const reportResult = v.object({
  mode: v.picklist(["activity", "contracts"]),
  refused: v.nullable(v.picklist(["weights"])),
  rows: v.nullable(rowCountsSchema),
  asOf: v.nullable(day),
  firstDay: v.nullable(day),
  levers: v.array(
    v.object({
      behaviour: v.string(),
      cut: v.nullable(number),
      weight: number,
      owner: v.nullable(v.string()),
    }),
  ),
  dates: v.array(dateSchema),
  months: v.array(monthSchema),
  currencies: number,
  /** On the last date: off, and of those who would reach the next band with this lever alone. */
  gaps: v.nullable(
    v.object({
      any: number,
      levers: v.array(v.object({ off: number, next: number })),
      nearest: v.array(gapCustomer),
    }),
  ),
  audit: v.object({
    /** Scores that are compared with each other; one score, or from a bound up to the next. */
    levels: v.array(v.object({ from: number, to: number })),
    dates: v.array(auditSchema),
    /** Of the last date against the reference; null where there are not two dates. */
    verdict: v.nullable(v.picklist(["lower", "higher", "same", "cannot tell"])),
    /** Whether a higher score still goes with staying on the last date: the slope's interval lies above 1. */
    sorts: v.nullable(v.picklist(["yes", "no", "cannot tell"])),
  }),
  /** The day from which the score has to be checked again; null where nobody said since when it is used. */
  validUntil: v.nullable(day),
  isExpired: v.boolean(),
});
export type ReportResult = v.InferOutput<typeof reportResult>;

export function lastDate({ dates }: Pick<ReportResult, "dates">): DateResult | null {
  return dates.at(-1) ?? null;
}

/** Whether anybody is scored on the last date: without that there is nothing to draw or to list. */
export function hasScores({ dates, refused }: Pick<ReportResult, "dates" | "refused">): boolean {
  return refused === null && (dates.at(-1)?.customers ?? 0) > 0;
}
