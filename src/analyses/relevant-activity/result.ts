import * as v from "valibot";
import { grains } from "../calendar";
import { rowCountsSchema } from "../row-counts";
import { shareSchema } from "../share";

export const relevantActivityResult = v.object({
  rows: rowCountsSchema,
  hasEvents: v.boolean(),
  asOf: v.nullable(v.pipe(v.string(), v.isoDate())),
  /** From the most widespread event down; at most a thousand. */
  events: v.array(
    v.object({
      event: v.string(),
      rows: v.number(),
      customers: v.number(),
      share: shareSchema,
      medianPerCustomer: v.number(),
      customerDays: v.number(),
      daysAlone: v.number(),
      /** Of the customer-days with this event, the share on which it is the only one. */
      alone: v.number(),
      isPassive: v.boolean(),
      isCounted: v.boolean(),
    }),
  ),
  gap: v.object({
    /** Customers with two active days or more: only they have a gap. */
    customers: v.number(),
    p50: v.nullable(v.number()),
    p80: v.nullable(v.number()),
    /** Active customers seen on one day only. */
    oneDay: v.number(),
    daysKnown: v.number(),
    bins: v.array(v.object({ from: v.number(), to: v.number(), customers: v.number() })),
  }),
  period: v.nullable(v.object({ grain: v.picklist(grains), start: v.string(), end: v.string() })),
  tried: v.array(
    v.object({
      rule: v.picklist(["any", "without_passive", "chosen"]),
      atStart: v.number(),
      lost: v.number(),
      atEnd: v.number(),
      attrition: shareSchema,
    }),
  ),
});

export type RelevantActivityResult = v.InferOutput<typeof relevantActivityResult>;
