import type { ParamSpecs, ParamValues } from "../params";

const days = { type: "number", min: 1, max: 3660, integer: true } as const;

export const repeatPurchaseParams = {
  rule: { type: "rule" },
  /** Several purchases of one day are one, or each counts by its number. */
  purchase: { type: "choice", options: ["days", "orders"], default: "days" },
  /** Days after the first purchase within which the second one counts. */
  window: { ...days, default: 90 },
  /** The last so many days, for the two readings that start from present buyers. */
  recent: { ...days, default: 365 },
  /** 20 % is the article's rule of thumb, not a law. */
  threshold: { type: "number", min: 0.001, max: 0.999, integer: false, default: 0.2, percent: true },
  product: { type: "column", default: null },
  minTogether: {
    type: "number",
    min: 1,
    max: 1e9,
    integer: true,
    default: 10,
    visible: (params) => params.product !== null,
  },
  asOf: { type: "date", default: "auto" },
} as const satisfies ParamSpecs;

export type RepeatPurchaseParams = ParamValues<typeof repeatPurchaseParams>;
