import * as v from "valibot";
import { rowCountsSchema } from "../row-counts";
import { cohortGrains } from "./params";

const day = v.pipe(v.string(), v.isoDate());
const interval = v.tuple([v.number(), v.number()]);

export const cellSchema = v.object({
  state: v.picklist(["complete", "in progress", "not observed"]),
  /** Customers of whom the step is known: it is over for them, or, where it is over for nobody, it has begun. */
  n: v.number(),
  /** How many of them were there. */
  x: v.number(),
  /** The step is over for the n customers; false: it has only begun. */
  isElapsed: v.boolean(),
  /** Amount or orders of the n customers in the step, and in the first period; null where customers are counted. */
  total: v.nullable(v.number()),
  atFirst: v.nullable(v.number()),
  /** 95 % interval of their ratio; null where there is none, absent in results older than it. */
  interval: v.optional(v.nullable(interval)),
});
export type Cell = v.InferOutput<typeof cellSchema>;

export const cohortSchema = v.object({
  /** The day on which the period opens, the value of the attribute ("" where there is none), "yes" or "no". */
  id: v.string(),
  size: v.number(),
  /** The log begins, or ends, within the first period of the cohort: it is not all there. */
  isCut: v.boolean(),
  cells: v.array(cellSchema),
});
export type Cohort = v.InferOutput<typeof cohortSchema>;

export const stepSchema = v.object({
  k: v.number(),
  /** First period that no longer counts; null: all later ones do. */
  to: v.nullable(v.number()),
  /** Over all cohorts, also those that are not shown: customers for whom the step is over. */
  pooled: cellSchema,
  /** Mean of the cohorts' shares, and the average whose numerator and denominator are weighted by size; null without a complete cohort. */
  simple: v.nullable(v.number()),
  mixpanel: v.nullable(v.number()),
  /** Shown cohorts that are complete. */
  complete: v.number(),
  /** The first days in which behaviour is watched reach into the step: it says nothing of what comes after. */
  overlaps: v.boolean(),
  /** Do the complete cohorts differ? q: adjusted for all tests of the matrix. */
  homogeneity: v.nullable(v.object({ chiSquare: v.number(), df: v.number(), p: v.number(), q: v.number() })),
  /** Does the share rise or fall from period to period? */
  trend: v.nullable(
    v.object({
      z: v.number(),
      p: v.number(),
      q: v.number(),
      slope: v.number(),
      interval,
      cohorts: v.number(),
    }),
  ),
});
export type StepResult = v.InferOutput<typeof stepSchema>;

export const refusals = ["currencies", "event", "after-amounts", "brackets"] as const;

export const cohortResult = v.object({
  metric: v.picklist(["customers", "revenue", "orders"]),
  by: v.picklist(["activity", "signup", "order", "attribute", "behaviour"]),
  grain: v.picklist(cohortGrains),
  window: v.picklist(["calendar", "rolling"]),
  counting: v.picklist(["on", "after", "brackets"]),
  refused: v.nullable(v.picklist(refusals)),
  rows: v.nullable(rowCountsSchema),
  asOf: v.nullable(day),
  steps: v.array(stepSchema),
  /** Oldest first; attributes largest first. The newest 5,000, the 50 largest. */
  cohorts: v.array(cohortSchema),
  /** How many there are, and how many customers all of them have. */
  total: v.object({ cohorts: v.number(), customers: v.number() }),
  /** Place among `steps` of the one that the verdict speaks of. */
  at: v.nullable(v.number()),
  /** Customers of the first period of the log, of all; null where cohorts are not made of the log. */
  firstPeriod: v.nullable(v.object({ x: v.number(), n: v.number() })),
  /** Years among the cohorts that have a 53rd week. */
  longYears: v.array(v.number()),
  /** Customers in the log who are in no row, and customers who signed up before the log begins. */
  unplaced: v.number(),
  early: v.number(),
  currencies: v.array(v.object({ currency: v.string(), rows: v.number() })),
  refunds: v.object({ rows: v.number(), total: v.number() }),
  /** Two rows of behaviour at the verdict's step: yes minus no, Newcombe's interval. */
  difference: v.nullable(v.object({ value: v.number(), interval })),
});
export type CohortResult = v.InferOutput<typeof cohortResult>;
