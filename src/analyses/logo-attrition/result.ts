import * as v from "valibot";
import { grains } from "../calendar";
import { rowCountsSchema } from "../row-counts";
import { shareSchema } from "../share";

const day = v.pipe(v.string(), v.isoDate());
const interval = v.nullable(v.tuple([v.number(), v.number()]));

/** A ratio of two sums of money, with its bootstrap interval where it was resampled. */
const ratioSchema = v.object({ rate: v.nullable(v.number()), interval });
export type Ratio = v.InferOutput<typeof ratioSchema>;

const moneySchema = v.object({
  start: v.number(),
  lost: v.number(),
  contraction: v.number(),
  expansion: v.number(),
  returned: v.number(),
  new: v.number(),
  end: v.number(),
  /** Of `end`: what is there by the days of grace alone. */
  late: v.number(),
  expanded: v.number(),
  contracted: v.number(),
  /** Logos whose contracts do not say their MRR: in no sum of money. */
  unknown: v.number(),
  gross: v.nullable(v.number()),
  net: v.nullable(v.number()),
});
export type Money = v.InferOutput<typeof moneySchema>;

const periodSchema = v.object({
  opens: day,
  closes: day,
  state: v.picklist(["complete", "in progress", "not observed"]),
  counts: v.object({
    atStart: v.number(),
    lost: v.number(),
    remaining: v.number(),
    new: v.number(),
    returned: v.number(),
    atEnd: v.number(),
  }),
  late: v.number(),
  attrition: shareSchema,
  money: v.nullable(moneySchema),
  /** Only logos with a contract that ran out, days of grace included; null for a sheet, which says nothing of contracts. */
  due: v.nullable(
    v.object({
      attrition: shareSchema,
      mrr: v.number(),
      gross: v.nullable(v.number()),
      net: v.nullable(v.number()),
    }),
  ),
  /** Contracts whose own end falls in the period; the share is of those that can be judged already. */
  renewal: v.nullable(v.object({ ending: v.number(), pending: v.number(), share: shareSchema })),
});
export type LogoPeriod = v.InferOutput<typeof periodSchema>;

export const logoResult = v.object({
  refused: v.nullable(v.picklist(["weeks", "sheet-weeks", "currencies"])),
  grain: v.picklist(grains),
  hasMoney: v.boolean(),
  rows: v.nullable(rowCountsSchema),
  asOf: v.nullable(day),
  currencies: v.array(v.object({ currency: v.nullable(v.string()), rows: v.number(), logos: v.number() })),
  /** The currency that the money is in, where the table says. */
  currency: v.nullable(v.string()),
  /** The last is the one that is told in full. */
  series: v.array(periodSchema),
  gross: ratioSchema,
  net: ratioSchema,
  bootstrap: v.nullable(
    v.object({
      replicates: v.number(),
      seed: v.number(),
      logos: v.number(),
      kind: v.picklist(["bca", "percentile"]),
    }),
  ),
  concentration: v.nullable(
    v.object({
      largest: v.string(),
      largestStart: v.number(),
      largestEnd: v.number(),
      topFive: v.nullable(v.number()),
      /** GRR as if the largest logo had not been there. */
      grossWithout: v.nullable(v.number()),
    }),
  ),
  oddities: v.object({ unpaid: v.number(), negative: v.number(), overlapping: v.number() }),
});
export type LogoResult = v.InferOutput<typeof logoResult>;

/** The period told in full. */
export function focalPeriod({ series }: LogoResult): LogoPeriod | null {
  return series[series.length - 1] ?? null;
}
