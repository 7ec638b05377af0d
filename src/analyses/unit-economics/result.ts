import * as v from "valibot";
import { rowCountsSchema } from "../row-counts";

const day = v.pipe(v.string(), v.isoDate());
const bounds = v.tuple([v.number(), v.number()]);
const cost = v.object({ spend: v.number(), customers: v.number(), cac: v.nullable(v.number()) });

export const scenarios = [
  "retention +1",
  "retention +5",
  "retention -1",
  "margin +10",
  "margin -10",
  "cac +10",
  "cac -10",
  "discount +1",
] as const;

export const unitEconomicsResult = v.object({
  mode: v.picklist(["inputs", "contracts", "activity"]),
  rows: v.nullable(rowCountsSchema),
  asOf: v.nullable(day),
  /** Customers whom the curve is made of; of an input the number it was measured on. */
  customers: v.nullable(v.number()),
  gone: v.nullable(v.number()),
  currency: v.nullable(v.string()),
  /** Why the spend could not be summed. */
  refused: v.nullable(v.picklist(["currencies", "no common month", "negative"])),
  cac: v.nullable(v.number()),
  /** The months that the CAC is made of; null: it was put in. */
  spent: v.nullable(v.object({ from: day, to: day, months: v.number(), ...cost.entries })),
  /** Months as they were counted, with channel '' for all. */
  months: v.array(v.object({ opens: day, channel: v.string(), ...cost.entries })),
  yearly: v.array(
    v.object({ channel: v.string(), before: cost, after: cost, change: v.nullable(v.number()) }),
  ),
  curve: v.array(
    v.object({
      month: v.number(),
      survival: v.number(),
      value: v.number(),
      interval: v.nullable(bounds),
      /** Customers whose month it was known to be over, and those of them who left in it; absent where a rate was put in, and in older results. */
      known: v.optional(v.number()),
      gone: v.optional(v.number()),
    }),
  ),
  /** Of the last month of the curve. */
  ltv: v.nullable(v.object({ value: v.number(), interval: v.nullable(bounds) })),
  /** The share lost a month: put in, or departures by months lived through. */
  monthlyLoss: v.nullable(v.number()),
  /** Margin over that share: the formula that takes the loss as constant for ever. */
  simple: v.nullable(v.number()),
  profit: v.nullable(v.object({ value: v.number(), interval: v.nullable(bounds) })),
  judgement: v.nullable(v.picklist(["pays", "loses", "cannot tell"])),
  payback: v.object({
    month: v.nullable(v.number()),
    /** With the value at its upper and at its lower bound; null: not within the months. */
    early: v.nullable(v.number()),
    late: v.nullable(v.number()),
  }),
  scenarios: v.array(v.object({ id: v.picklist(scenarios), profit: v.number(), change: v.number() })),
  budget: v.nullable(
    v.object({
      keepCost: v.number(),
      /** Of those worked on, the share that must be kept by it for a moved unit of money to bring as much. */
      breakEven: v.number(),
      splits: v.array(v.object({ share: v.number(), won: v.number(), workedOn: v.number() })),
    }),
  ),
  referral: v.nullable(v.object({ cost: v.number(), against: v.nullable(v.number()) })),
});

export type UnitEconomicsResult = v.InferOutput<typeof unitEconomicsResult>;
