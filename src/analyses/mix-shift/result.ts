import * as v from "valibot";
import { kinds, outcomeSchema } from "../segments/result";
import { shareSchema } from "../share";
import { reversals } from "./reversal";

const day = v.pipe(v.string(), v.isoDate());
const interval = v.tuple([v.number(), v.number()]);
const difference = v.object({ value: v.number(), interval });

const stratumSchema = v.object({
  /** As queries write it: "=level", "=1" to "=4" for a band, "*" others, "?" unknown. */
  key: v.string(),
  kind: v.picklist(kinds),
  level: v.nullable(v.string()),
  low: v.nullable(v.number()),
  high: v.nullable(v.number()),
  first: shareSchema,
  second: shareSchema,
  /** First less second; null where one side is empty. */
  difference: v.nullable(difference),
  /** Part of the crude difference: by other shares inside the stratum, by other numbers of customers in it. */
  rateEffect: v.number(),
  mixEffect: v.number(),
});
export type StratumResult = v.InferOutput<typeof stratumSchema>;

export const mixShiftResult = v.object({
  ...outcomeSchema.entries,
  compare: v.picklist(["levels", "periods"]),
  /** The period of the second side; null between groups. */
  earlier: v.nullable(v.object({ start: day, end: day })),
  /** Column that makes the groups, and what they are called; a null level is everybody else. Null between periods. */
  group: v.nullable(
    v.object({ column: v.string(), first: v.nullable(v.string()), second: v.nullable(v.string()) }),
  ),
  /** Column that makes the strata. */
  by: v.string(),
  isBanded: v.boolean(),
  isStatic: v.boolean(),
  first: shareSchema,
  second: shareSchema,
  /** Customers of neither group. */
  neither: v.number(),
  /** Customers of whose stratum nothing was known before the period began. */
  late: v.number(),
  /** Customers in both periods. */
  overlap: v.nullable(v.object({ n: v.number(), a: v.number(), b: v.number(), both: v.number() })),
  strata: v.array(stratumSchema),
  /** How closely strata and sides go together, 0 to 1. */
  cramerV: v.nullable(v.number()),
  crude: v.nullable(difference),
  crudeOdds: v.nullable(v.number()),
  /** Difference within strata, Mantel–Haenszel with Sato's interval. */
  adjusted: v.nullable(difference),
  commonOdds: v.nullable(v.object({ value: v.number(), interval: v.nullable(interval) })),
  /** Cochran–Mantel–Haenszel with the continuity correction. */
  test: v.nullable(v.object({ chiSquare: v.number(), p: v.number() })),
  /** Breslow–Day; Tarone's correction beside it. */
  homogeneity: v.nullable(
    v.object({
      chiSquare: v.number(),
      df: v.number(),
      p: v.number(),
      tarone: v.number(),
      taroneP: v.number(),
    }),
  ),
  /** Both sides with the mix of all their customers. */
  standardised: v.nullable(
    v.object({ first: difference, second: difference, difference, leftOut: v.number() }),
  ),
  decomposition: v.nullable(v.object({ rateEffect: v.number(), mixEffect: v.number() })),
  reversal: v.nullable(v.picklist(reversals)),
});
export type MixShiftResult = v.InferOutput<typeof mixShiftResult>;
