import * as v from "valibot";
import { rowCountsSchema } from "../row-counts";
import { shareSchema } from "../share";

const day = v.pipe(v.string(), v.isoDate());
const bounds = v.tuple([v.number(), v.number()]);

/** A share of the survival curve: how many have bought again by then, whether or not all were followed so long. */
const byDay = v.object({
  days: v.number(),
  atRisk: v.number(),
  boughtAgain: v.number(),
  notYet: v.number(),
  /** 1 − S, just after this day. */
  share: v.number(),
  interval: v.nullable(bounds),
});

const month = v.object({
  opens: day,
  /** Complete: everybody who first bought in it has been followed for the whole window. */
  state: v.picklist(["complete", "in progress"]),
  new: v.number(),
  /** Of those followed for the whole window: how many bought again within it. */
  again: shareSchema,
  /** Bought again within the window, whether or not it is over for them. */
  soFar: v.number(),
});

const stretch = v.object({
  from: day,
  to: day,
  months: v.number(),
  again: shareSchema,
  /** Newcomers who did not buy again within the window. */
  leak: v.number(),
});

const pair = v.object({
  one: v.string(),
  other: v.string(),
  both: v.number(),
  oneBuyers: v.number(),
  otherBuyers: v.number(),
  /** Of those who bought the one, the share that bought the other, and the other way round. */
  ofOne: shareSchema,
  ofOther: shareSchema,
  lift: v.number(),
  interval: bounds,
  q: v.number(),
});

export const repeatPurchaseResult = v.object({
  rows: rowCountsSchema,
  /** First day of which nothing is known; null when no row could be used. */
  asOf: v.nullable(day),
  purchase: v.picklist(["days", "orders"]),
  window: v.number(),
  threshold: v.number(),
  gap: v.nullable(
    v.object({ customers: v.number(), p50: v.nullable(v.number()), p80: v.nullable(v.number()) }),
  ),
  readings: v.object({ cohort: shareSchema, stock: shareSchema, returning: shareSchema }),
  /** The first of the recent days. */
  recentFrom: v.nullable(day),
  judgement: v.nullable(v.picklist(["below", "above", "cannot tell", "too few"])),
  /** How many would have to be followed, with the same share, to tell it from the threshold. */
  needed: v.nullable(v.number()),
  windows: v.array(v.object({ days: v.number(), again: shareSchema })),
  days: v.array(byDay),
  horizons: v.array(
    v.object({
      days: v.number(),
      atRisk: v.number(),
      share: v.number(),
      interval: v.nullable(bounds),
    }),
  ),
  /** Day by which half have bought again; null: not reached in the data. */
  median: v.object({
    days: v.nullable(v.number()),
    interval: v.tuple([v.nullable(v.number()), v.nullable(v.number())]),
  }),
  /** Of all who ever bought again, those who did within the first days. */
  firstDays: v.object({ days: v.number(), share: shareSchema }),
  hazard: v.array(
    v.object({
      from: v.number(),
      to: v.number(),
      events: v.number(),
      customerDays: v.number(),
      /** Second purchases per customer and day, of those still without one. */
      perDay: v.number(),
      interval: bounds,
    }),
  ),
  months: v.array(month),
  /** The last complete months against as many before them. */
  leak: v.nullable(
    v.object({
      before: stretch,
      after: stretch,
      difference: v.number(),
      interval: bounds,
      byInflow: v.number(),
      byRate: v.number(),
      kind: v.picklist(["scaled", "worse", "better", "same"]),
    }),
  ),
  products: v.nullable(
    v.object({
      buyers: v.number(),
      products: v.number(),
      considered: v.number(),
      tested: v.number(),
      pairs: v.array(pair),
    }),
  ),
});

export type RepeatPurchaseResult = v.InferOutput<typeof repeatPurchaseResult>;
export type Month = RepeatPurchaseResult["months"][number];
export type ProductPair = v.InferOutput<typeof pair>;
