import * as v from "valibot";
import { grains } from "../calendar";
import { rowCountsSchema } from "../row-counts";
import { shareSchema } from "../share";

const interval = v.tuple([v.number(), v.number()]);
const day = v.pipe(v.string(), v.isoDate());

export const periodSchema = v.object({
  opens: day,
  closes: day,
  state: v.picklist(["complete", "in progress", "not observed"]),
  /** The data begin after the period does: its customers are not all known. */
  isCut: v.boolean(),
  /** The whole period and the one before are observed and there is a base: it may be judged. */
  isJudged: v.boolean(),
  inBaseline: v.boolean(),
  atStart: v.number(),
  lost: v.number(),
  remaining: v.number(),
  new: v.number(),
  returned: v.number(),
  atEnd: v.number(),
  attrition: shareSchema,
  /** Of everybody ever seen before the period, who is not there in it. */
  ever: shareSchema,
  /** (new + returned) / lost: above 1 the base grows. Null where nobody was lost. */
  pulse: v.nullable(v.number()),
  limits: v.nullable(interval),
  side: v.nullable(v.picklist(["above", "below", "inside"])),
});
export type Period = v.InferOutput<typeof periodSchema>;

export const signals = ["above", "below", "two of three above", "two of three below", "inside"] as const;

export const overTimeResult = v.object({
  mode: v.picklist(["activity", "contracts"]),
  grain: v.picklist(grains),
  base: v.picklist(["previous", "cumulative"]),
  refused: v.nullable(v.literal("weeks")),
  rows: v.nullable(rowCountsSchema),
  gap: v.nullable(
    v.object({ customers: v.number(), p50: v.nullable(v.number()), p80: v.nullable(v.number()) }),
  ),
  asOf: v.nullable(day),
  /** The periods that are shown, oldest first; `total` is how many there are. */
  periods: v.array(periodSchema),
  total: v.number(),
  baseline: v.object({
    wanted: v.number(),
    found: v.number(),
    /** Null until all the wanted periods are there. */
    chart: v.nullable(
      v.object({ centre: v.number(), n: v.number(), inflation: v.number(), from: day, to: day }),
    ),
  }),
  /** Index among `periods` of the last one that may be judged. */
  latest: v.nullable(v.number()),
  signal: v.nullable(v.picklist(signals)),
  trend: v.variant("found", [
    v.object({
      found: v.literal(true),
      periods: v.number(),
      customers: v.number(),
      /** Change of the share from one period to the next, averaged over the customers: an approximation in points. */
      perPeriod: v.number(),
      interval,
      oddsRatio: v.number(),
      oddsInterval: interval,
      p: v.number(),
    }),
    v.object({
      found: v.literal(false),
      why: v.picklist(["too few periods", "cumulative base", "no variation", "too few customers"]),
    }),
  ]),
  target: v.nullable(v.picklist(["met", "missed", "cannot tell"])),
  alert: v.nullable(v.picklist(["raised", "quiet", "cannot tell"])),
  /** The latest rate told for other lengths of time, if the chance of leaving were constant and the same for all. */
  conversion: v.array(
    v.object({ per: v.picklist(["week", "month", "quarter", "year"]), rate: v.number(), interval }),
  ),
  lifetime: v.nullable(v.object({ mean: v.nullable(v.number()), median: v.nullable(v.number()) })),
  /** Customers first seen in the file's first period, of all ever seen. */
  firstPeriod: v.object({ x: v.number(), n: v.number() }),
  monthsSeen: v.number(),
  /** Days that lie more than a year apart from all others: a mistyped date, most likely. */
  lonely: v.nullable(v.object({ side: v.picklist(["first", "last"]), opens: day })),
});

export type OverTimeResult = v.InferOutput<typeof overTimeResult>;
