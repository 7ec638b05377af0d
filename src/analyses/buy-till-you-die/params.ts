import type { ParamSpecs, ParamValues } from "../params";

export const buyTillYouDieParams = {
  rule: { type: "rule" },
  /** `fitting`: BG/NBD, but MBG/NBD where most customers bought once. */
  model: { type: "choice", options: ["fitting", "bg", "mbg", "pareto"], default: "fitting" },
  /** Weeks of the forecast. */
  ahead: { type: "number", min: 1, max: 520, integer: true, default: 52 },
  /** First day that the models do not see when they are held against what came; by itself after two thirds of the time. */
  calibrationEnd: { type: "date", default: "auto" },
  asOf: { type: "date", default: "auto" },
} as const satisfies ParamSpecs;

export type BuyTillYouDieParams = ParamValues<typeof buyTillYouDieParams>;
