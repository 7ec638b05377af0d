import * as v from "valibot";
import { reversals } from "../mix-shift/reversal";
import { rowCountsSchema } from "../row-counts";
import { shareSchema } from "../share";
import { exclusions, quarters } from "./query";

const day = v.pipe(v.string(), v.isoDate());
const interval = v.tuple([v.number(), v.number()]);
const difference = v.object({ value: v.number(), interval });

export const verdicts = ["supported", "reversed", "no material difference", "cannot tell"] as const;

export const usageResult = v.object({
  mode: v.picklist(["activity", "contracts", "columns"]),
  /** The usage would be counted while the outcome already happens, or summed over several currencies. */
  refused: v.nullable(v.picklist(["overlap", "currencies"])),
  rows: v.nullable(rowCountsSchema),
  /** Values of the status column; null where none is read. */
  status: v.nullable(v.array(v.object({ value: v.string(), customers: v.number() }))),
  /** All customers seen, and why some play no part. */
  customers: v.number(),
  excluded: v.array(v.object({ why: v.picklist(exclusions), customers: v.number() })),
  /** The day until which the data are known; null in a table without dates. */
  asOf: v.nullable(day),
  /** From the first day of any observation to the last of any outcome; null in a table without dates. */
  from: v.nullable(day),
  until: v.nullable(day),
  negative: v.number(),
  /** Customers first seen in the first days of the file; 0 in a table without dates. */
  firstPeriod: v.number(),
  /** Quartiles of type 7 of the users' usage. */
  cuts: v.nullable(v.object({ q1: v.number(), q3: v.number() })),
  overall: shareSchema,
  segments: v.array(
    v.object({ quarter: v.picklist(quarters), least: v.number(), most: v.number(), share: shareSchema }),
  ),
  /** Tenths of the users by usage; equal values share one, so there may be fewer. */
  deciles: v.array(
    v.object({
      decile: v.number(),
      least: v.number(),
      most: v.number(),
      mean: v.number(),
      share: shareSchema,
    }),
  ),
  homogeneity: v.nullable(
    v.object({ chiSquare: v.number(), df: v.number(), p: v.number(), q: v.nullable(v.number()) }),
  ),
  /** Cochran–Armitage over bottom, middle, top with scores 1, 2, 3. */
  trend: v.nullable(
    v.object({ chiSquare: v.number(), z: v.number(), p: v.number(), q: v.nullable(v.number()) }),
  ),
  /** Top less bottom; users less those without usage. */
  difference: v.nullable(difference),
  usersLessNone: v.nullable(difference),
  /** Top less bottom among customers alike in a column, Mantel–Haenszel; null where none was chosen. */
  adjusted: v.nullable(
    v.object({
      by: v.string(),
      isBanded: v.boolean(),
      difference: v.nullable(difference),
      odds: v.nullable(v.object({ value: v.number(), interval: v.nullable(interval) })),
      p: v.nullable(v.number()),
      q: v.nullable(v.number()),
      strata: v.array(
        v.object({
          key: v.string(),
          low: v.nullable(v.number()),
          high: v.nullable(v.number()),
          top: shareSchema,
          bottom: shareSchema,
        }),
      ),
    }),
  ),
  heldAgainst: v.array(v.string()),
  reversals: v.array(
    v.object({
      by: v.string(),
      cramerV: v.number(),
      crude: v.number(),
      crudeInterval: interval,
      adjusted: v.number(),
      adjustedInterval: interval,
      kind: v.picklist(reversals),
    }),
  ),
  /** Chance that a customer who left used it more than one who stayed: near 0 or 1 the usage is the outcome itself. */
  auc: v.nullable(v.number()),
  /** Null where there are not all three segments to judge by. */
  verdict: v.nullable(v.picklist(verdicts)),
  /** Customers in each arm of a trial that would find a difference as large as the one seen. */
  perArm: v.nullable(v.number()),
});
export type UsageResult = v.InferOutput<typeof usageResult>;
export type QuarterResult = UsageResult["segments"][number];
