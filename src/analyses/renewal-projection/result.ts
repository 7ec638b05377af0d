import * as v from "valibot";
import { rowCountsSchema } from "../row-counts";
import { shareSchema } from "../share";

const bounds = v.tuple([v.number(), v.number()]);
const notFitted = [
  "no-base",
  "bad-curve",
  "one-renewal",
  "nobody-lost",
  "all-at-once",
  "nobody-left",
  "alike",
  "not-converged",
] as const;

export const renewalProjectionResult = v.object({
  mode: v.picklist(["contracts", "columns"]),
  rows: v.nullable(rowCountsSchema),
  asOf: v.nullable(v.pipe(v.string(), v.isoDate())),
  /** Customers at the start, and those of them of whom at least one renewal is known. */
  customers: v.number(),
  followed: v.number(),
  lost: v.number(),
  /** One row a renewal: who came to it, who passed it, and who is still there of those who began. */
  renewals: v.array(
    v.object({ renewal: v.number(), share: shareSchema, survival: v.number(), isFitted: v.boolean() }),
  ),
  fit: v.variant("ok", [
    v.object({
      ok: v.literal(true),
      alpha: v.number(),
      beta: v.number(),
      standardErrors: v.object({ alpha: v.number(), beta: v.number() }),
      /** Of (ln α, ln β). */
      covariance: v.array(v.array(v.number())),
      logLikelihood: v.number(),
      renewals: v.number(),
    }),
    v.object({ ok: v.literal(false), why: v.picklist(notFitted), retention: v.nullable(shareSchema) }),
  ]),
  points: v.array(
    v.object({
      renewal: v.number(),
      survival: v.number(),
      interval: v.nullable(bounds),
      retention: v.nullable(v.number()),
    }),
  ),
  /** Discounted expected residual lifetime in terms, of who has passed so many renewals, just before the next. */
  lifetimes: v.array(v.object({ renewal: v.number(), terms: v.number(), interval: bounds })),
  /** Renewals that the model had not seen: mean absolute error of the survivors, as a share of them. */
  held: v.nullable(v.object({ renewals: v.number(), error: v.number() })),
  cohorts: v.array(
    v.object({
      cohort: v.string(),
      customers: v.number(),
      first: shareSchema,
      last: v.number(),
      there: v.number(),
    }),
  ),
  /** Do the cohorts differ at their first renewal? Null: too few to tell. */
  alike: v.nullable(v.object({ p: v.number(), df: v.number() })),
  offTerm: v.nullable(shareSchema),
  faults: v.array(
    v.object({
      cohort: v.string(),
      why: v.picklist(["repeated-renewal", "gap", "rises", "negative", "no-start"]),
    }),
  ),
});

export type RenewalProjectionResult = v.InferOutput<typeof renewalProjectionResult>;
