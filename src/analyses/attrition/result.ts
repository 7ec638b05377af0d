import * as v from "valibot";
import { rowCountsSchema } from "../row-counts";
import { shareSchema } from "../share";

export const states = ["complete", "in progress", "not observed"] as const;

const day = v.pipe(v.string(), v.isoDate());

export const attritionResult = v.object({
  mode: v.picklist(["snapshot", "interval", "contracts"]),
  rows: rowCountsSchema,
  /** Median days between a customer's active days, over customers with two or more: half and four fifths stay within. */
  gap: v.nullable(
    v.object({ customers: v.number(), p50: v.nullable(v.number()), p80: v.nullable(v.number()) }),
  ),
  /** Null when no row could be used. */
  period: v.nullable(
    v.object({
      asOf: day,
      startFrom: day,
      start: day,
      endFrom: day,
      end: day,
      lookbackDays: v.number(),
      state: v.picklist(states),
    }),
  ),
  counts: v.object({
    atStart: v.number(),
    lost: v.number(),
    remaining: v.number(),
    new: v.number(),
    returned: v.number(),
    atEnd: v.number(),
    withoutFullLookback: v.number(),
    cameAndLeft: v.number(),
  }),
  attrition: shareSchema,
  retention: shareSchema,
});

export type AttritionResult = v.InferOutput<typeof attritionResult>;
