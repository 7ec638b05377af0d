import * as v from "valibot";
import { rowCountsSchema } from "../row-counts";
import { bands } from "./bands";

const day = v.pipe(v.string(), v.isoDate());
const band = v.picklist(bands);

const listedSchema = v.object({
  logo: v.string(),
  ends: day,
  daysLeft: v.number(),
  band,
  mrr: v.nullable(v.number()),
  status: v.nullable(v.string()),
  qbr: v.nullable(day),
  contact: v.nullable(day),
  usage: v.nullable(v.object({ before: v.number(), now: v.number(), gone: v.number() })),
});
export type Listed = v.InferOutput<typeof listedSchema>;

export const radarResult = v.object({
  isDisordered: v.boolean(),
  rows: v.nullable(rowCountsSchema),
  asOf: v.nullable(day),
  hasMoney: v.boolean(),
  /** Different currencies: their sums would mean nothing, so there are none. */
  currencies: v.array(v.string()),
  /** Every band, in the order of time left. */
  bands: v.array(
    v.object({ band, contracts: v.number(), logos: v.number(), mrr: v.number(), unknown: v.number() }),
  ),
  /** Logos of the near bands by their last business review; null where no column says. */
  qbr: v.nullable(v.object({ logos: v.number(), late: v.number(), never: v.number() })),
  facts: v.object({ renewed: v.number(), past: v.number(), future: v.number(), shortened: v.number() }),
  /** `logos` is absent in results older than it. */
  weeks: v.array(
    v.object({
      week: day,
      band,
      contracts: v.number(),
      logos: v.optional(v.number()),
      mrr: v.number(),
    }),
  ),
  list: v.array(listedSchema),
  usage: v.nullable(v.object({ unit: v.picklist(["users", "days"]), until: v.nullable(day) })),
});
export type RadarResult = v.InferOutput<typeof radarResult>;

export function bandOf({ bands: all }: RadarResult, wanted: (typeof bands)[number]) {
  return (
    all.find((one) => one.band === wanted) ?? { band: wanted, contracts: 0, logos: 0, mrr: 0, unknown: 0 }
  );
}
