import type { ParamSpecs, ParamValues } from "../params";

/** Months ahead for which the question is asked. */
export const lags = [1, 2, 3, 4, 5, 6] as const;

export const leadParams = {
  /** The accounts' contracts: another table than the users' activity. */
  contracts: { type: "table", default: null, required: true },
  rule: { type: "rule" },
  /** The verdict looks so many months ahead. */
  lag: { type: "number", min: 1, max: 6, integer: true, default: 3 },
  /** An account with fewer users has no share worth the name: one of two is half of them. */
  minSeats: { type: "number", min: 1, max: 1000, integer: true, default: 3 },
  /** An account that lost more than this share of its users in a month is flagged. */
  threshold: { type: "number", min: 0, max: 0.99, integer: false, default: 1 / 3, percent: true },
  grace: { type: "number", min: 0, max: 366, integer: true, default: 30 },
  /** The day on which an account said that it would leave. */
  notice: { type: "column", of: "contracts", kinds: ["date", "timestamp"], default: null },
  asOf: { type: "date", default: "auto" },
} as const satisfies ParamSpecs;

export type LeadParams = ParamValues<typeof leadParams>;
