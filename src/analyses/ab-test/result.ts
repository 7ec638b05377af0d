import * as v from "valibot";
import { rowCountsSchema } from "../row-counts";
import { shareSchema } from "../share";
import { states } from "./units";

const day = v.pipe(v.string(), v.isoDate());
const interval = v.tuple([v.number(), v.number()]);

/** A difference, the arm less the control, as it stands or with the number from before taken into account. */
const differenceSchema = v.object({
  difference: v.number(),
  /** 95 %, for one look. */
  interval,
  standardError: v.nullable(v.number()),
  p: v.nullable(v.number()),
});
export type Difference = v.InferOutput<typeof differenceSchema>;

export const findings = ["raises", "lowers", "small", "open"] as const;

const contrastSchema = v.object({
  /** Place in `arms`; the control is at 0. */
  arm: v.number(),
  raw: v.nullable(differenceSchema),
  /** Why there is no difference. */
  why: v.nullable(v.picklist(["no-base", "no-spread", "too-few-accounts", "mean-of-accounts"])),
  ratio: v.nullable(v.number()),
  ratioInterval: v.nullable(interval),
  /** How many customers of an account count as one; null where customers were assigned. */
  designEffect: v.nullable(v.number()),
  adjusted: v.nullable(
    v.object({
      ...differenceSchema.entries,
      /** What is left of the variance. */
      varianceRatio: v.number(),
      /** Customers of both arms of whom both are known. */
      n: v.number(),
      /** Chance of arms so far apart in what was before. */
      covariateP: v.nullable(v.number()),
    }),
  ),
  always: v.nullable(v.object({ interval, p: v.number() })),
  /** What the verdict rests on: adjusted where asked for, for all looks where asked for. */
  judged: v.nullable(v.object({ difference: v.number(), interval, p: v.nullable(v.number()) })),
  q: v.nullable(v.number()),
  finding: v.picklist(findings),
  /** Shares alone: the difference that so many customers would show four times in five; null where none would. */
  detectable: v.nullable(v.number()),
});
export type Contrast = v.InferOutput<typeof contrastSchema>;

const metricSchema = v.object({
  name: v.string(),
  /** A share of customers, or a mean of a number; "unknown" where nobody's is known. */
  kind: v.picklist(["share", "mean", "unknown"]),
  /** In the order of `arms`. */
  arms: v.array(
    v.object({
      share: shareSchema,
      mean: v.nullable(v.number()),
      deviation: v.nullable(v.number()),
      /** Customers to be compared whose outcome is not known. */
      missing: v.number(),
    }),
  ),
  contrasts: v.array(contrastSchema),
});
export type Metric = v.InferOutput<typeof metricSchema>;

export const abTestResult = v.object({
  rows: v.nullable(rowCountsSchema),
  clock: v.nullable(v.object({ firstDay: day, asOf: day })),
  states: v.array(v.object({ state: v.picklist(states), customers: v.number() })),
  /** The control first, the others by name. */
  arms: v.array(
    v.object({
      name: v.string(),
      planned: v.number(),
      /** Whoever was put into it and into no other. */
      assigned: v.number(),
      followed: v.number(),
      accounts: v.nullable(v.number()),
    }),
  ),
  /** Why there is nothing to compare. */
  problem: v.nullable(v.picklist(["no-rows", "no-variant", "one-arm", "many-arms", "no-control"])),
  /** Different values of the variant column. */
  variants: v.number(),
  split: v.nullable(
    v.object({
      expected: v.array(v.number()),
      chiSquare: v.number(),
      df: v.number(),
      p: v.number(),
      smallestExpected: v.number(),
      isBroken: v.boolean(),
    }),
  ),
  /** Where an account of the customers is known: how many, how many have several customers, how many lie in several arms. */
  accounts: v.nullable(v.object({ all: v.number(), several: v.number(), split: v.number() })),
  metrics: v.array(metricSchema),
  /** Comparisons in the family of q. */
  tests: v.number(),
  /** When the test may be judged. */
  stage: v.picklist(["planned", "early", "unplanned", "always"]),
  plan: v.nullable(
    v.object({
      baseline: v.number(),
      power: v.number(),
      perWeek: v.nullable(v.number()),
      sizes: v.array(
        v.object({
          effect: v.number(),
          rise: v.nullable(v.number()),
          fall: v.nullable(v.number()),
          perArm: v.nullable(v.number()),
          weeks: v.nullable(v.number()),
        }),
      ),
    }),
  ),
});
export type AbTestResult = v.InferOutput<typeof abTestResult>;
