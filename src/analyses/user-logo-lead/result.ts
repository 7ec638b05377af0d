import * as v from "valibot";
import { rowCountsSchema } from "../row-counts";
import { lags } from "./params";

const interval = v.tuple([v.number(), v.number()]);
export const parts = ["bottom", "middle", "top", "below", "above"] as const;

export const leadResult = v.object({
  rows: rowCountsSchema,
  asOf: v.nullable(v.pipe(v.string(), v.isoDate())),
  accounts: v.object({
    /** With a contract in the contracts' table. */
    known: v.number(),
    /** Named by users' activity; of them, those with a contract. */
    ofUsers: v.number(),
    matched: v.number(),
    /** With at least one account-month of enough users under contract. */
    used: v.number(),
  }),
  users: v.object({ all: v.number(), withoutAccount: v.number(), ofSeveral: v.number() }),
  accountMonths: v.number(),
  afterNotice: v.number(),
  /** Accounts known to be gone that have an account-month before; with a month beyond the threshold in the six before. */
  lost: v.object({
    accounts: v.number(),
    flagged: v.number(),
    /** Days from the end of the first flagged month to the end of the contract, over the flagged. */
    leadDays: v.nullable(v.object({ median: v.number(), low: v.number(), high: v.number() })),
  }),
  /** Accounts under contract whose last complete month lies beyond the threshold. */
  atRiskNow: v.object({ accounts: v.number(), flagged: v.number(), month: v.nullable(v.string()) }),
  lift: v.array(
    v.object({
      part: v.picklist(parts),
      accountMonths: v.number(),
      lost: v.number(),
      accounts: v.number(),
      design: v.number(),
      rate: v.number(),
      interval,
    }),
  ),
  cuts: v.nullable(v.object({ low: v.number(), high: v.number() })),
  /** Only account-months with a contract due are asked, and months to renewal are a control: only where every contract has an end: an end that only the lost have tells the outcome. */
  controlsRenewal: v.boolean(),
  lags: v.array(
    v.object({
      lag: v.picklist(lags),
      accountMonths: v.number(),
      accounts: v.number(),
      lost: v.number(),
      lostAccounts: v.number(),
      fit: v.nullable(
        v.object({
          /** Odds ratio of one standard deviation of user attrition, given the controls. */
          oddsRatio: v.number(),
          interval,
          p: v.number(),
          q: v.number(),
        }),
      ),
      /** Out of sample, by account: with user attrition, and with the controls alone. */
      auc: v.nullable(v.object({ value: v.number(), interval: v.nullable(interval) })),
      aucControls: v.nullable(v.number()),
    }),
  ),
  /** Accounts with notice and a flagged month: days from notice to the end of the first flagged month, negative = before it. */
  reverse: v.nullable(
    v.object({ accounts: v.number(), usersFirst: v.number(), medianDays: v.nullable(v.number()) }),
  ),
});

export type LeadResult = v.InferOutput<typeof leadResult>;
export type LagResult = LeadResult["lags"][number];
