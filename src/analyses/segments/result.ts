import * as v from "valibot";
import { states } from "../attrition/result";
import { reversals } from "../mix-shift/reversal";
import { rowCountsSchema } from "../row-counts";
import { shareSchema } from "../share";

const day = v.pipe(v.string(), v.isoDate());
const interval = v.tuple([v.number(), v.number()]);

/** The period, or the status column's values, from which the outcome was read. */
export const outcomeSchema = v.object({
  mode: v.picklist(["snapshot", "interval", "contracts", "status"]),
  rows: rowCountsSchema,
  /** Null beside a status, and when no row could be used. */
  period: v.nullable(
    v.object({
      asOf: day,
      startFrom: day,
      start: day,
      endFrom: day,
      end: day,
      state: v.picklist(states),
    }),
  ),
  /** Null unless a status column says who left. Customers without a status, and with contradicting ones, are in neither. */
  status: v.nullable(
    v.object({
      values: v.array(v.object({ value: v.string(), customers: v.number() })),
      unknown: v.number(),
      contradictory: v.number(),
    }),
  ),
});
export type Outcome = v.InferOutput<typeof outcomeSchema>;

export const kinds = ["level", "band", "others", "unknown"] as const;

const segmentSchema = v.object({
  /** As queries write it: "=level", "=1" to "=4" for a band, "*" others, "?" unknown. */
  key: v.string(),
  kind: v.picklist(kinds),
  level: v.nullable(v.string()),
  /** Smallest and largest value of a band. */
  low: v.nullable(v.number()),
  high: v.nullable(v.number()),
  share: shareSchema,
  /** All customers who are not in the segment. */
  rest: shareSchema,
  /** Share less that of the rest, Newcombe's interval; null where there is no rest. */
  difference: v.nullable(v.number()),
  interval: v.nullable(interval),
  /** Two shares alike? Pearson's chi-square, Fisher's exact test where few are expected; q: Benjamini–Hochberg over all segments of all dimensions that are tested. */
  p: v.nullable(v.number()),
  q: v.nullable(v.number()),
  /** The share drawn towards the dimension's common one; null where it was not asked for or cannot be told. */
  shrunken: v.nullable(v.number()),
});
export type Segment = v.InferOutput<typeof segmentSchema>;

export const segmentsResult = v.object({
  ...outcomeSchema.entries,
  overall: shareSchema,
  dimensions: v.array(
    v.object({
      column: v.string(),
      isBanded: v.boolean(),
      /** Different values among the customers; null for bands. */
      levels: v.nullable(v.number()),
      /** Customers of whom nothing was known before the period began, and whose value changed within it. */
      late: v.number(),
      changed: v.number(),
      homogeneity: v.nullable(
        v.object({ chiSquare: v.number(), df: v.number(), p: v.number(), cramerV: v.number() }),
      ),
      /** The outcome under another name: it tells almost exactly who left. */
      isLeak: v.boolean(),
      segments: v.array(segmentSchema),
    }),
  ),
  /** The table of the attributes has no time: nobody knows when they were true. */
  isStatic: v.boolean(),
  /** How closely each two of the dimensions go together. */
  overlaps: v.array(v.object({ a: v.number(), b: v.number(), cramerV: v.number() })),
  /** The differences told in the verdict: dimension and segment by place. */
  top: v.array(v.object({ dimension: v.number(), segment: v.number() })),
  /** How many columns the differences of the verdict were held against, and where they did not hold. */
  heldAgainst: v.array(v.string()),
  reversals: v.array(
    v.object({
      top: v.number(),
      by: v.string(),
      cramerV: v.number(),
      crude: v.number(),
      crudeInterval: interval,
      adjusted: v.number(),
      adjustedInterval: interval,
      kind: v.picklist(reversals),
    }),
  ),
});
export type SegmentsResult = v.InferOutput<typeof segmentsResult>;
export type DimensionResult = SegmentsResult["dimensions"][number];
