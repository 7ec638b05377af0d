import * as v from "valibot";

const day = v.pipe(v.string(), v.isoDate());
const interval = v.nullable(v.tuple([v.number(), v.number()]));

/** By when customers met the action: in a period looked at, after all of them, never. */
export const cohortKinds = ["met", "later", "never"] as const;

const cohort = v.object({
  kind: v.picklist(cohortKinds),
  /** Place of the period in which they met it; null but for "met". */
  met: v.nullable(v.number()),
  customers: v.number(),
  /** Of whom so many were active, by period. */
  active: v.array(v.number()),
});
export type StaggeredCohort = v.InferOutput<typeof cohort>;

/** A rollout by each customer's own day. Effects are changes of the share active, beyond those not yet reached. */
export const staggeredSchema = v.object({
  /** The day on which each period opens, in order. */
  periods: v.array(day),
  cohorts: v.array(cohort),
  /** Not looked at: began while others were; met the action before the rollout began. */
  late: v.number(),
  earlier: v.number(),
  /** Customers of whom rows name different days; the first is taken. */
  differing: v.number(),
  effects: v.array(
    v.object({
      met: v.number(),
      period: v.number(),
      customers: v.number(),
      controls: v.number(),
      estimate: v.number(),
      interval,
    }),
  ),
  /** Of whom nothing is told, and why. */
  without: v.array(
    v.object({
      met: v.number(),
      customers: v.number(),
      why: v.picklist(["no-before", "few", "no-controls"]),
    }),
  ),
  /** By periods since the action; the one before it, from which all are measured, is left out. */
  events: v.array(
    v.object({
      event: v.number(),
      customers: v.number(),
      groups: v.number(),
      estimate: v.number(),
      interval,
    }),
  ),
  overall: v.nullable(
    v.object({ customers: v.number(), estimate: v.number(), interval, p: v.nullable(v.number()) }),
  ),
  before: v.nullable(v.object({ statistic: v.number(), df: v.number(), p: v.number() })),
});
export type StaggeredResult = v.InferOutput<typeof staggeredSchema>;
