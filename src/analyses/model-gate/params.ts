import { leverParams } from "../levers/lever-params";
import type { ParamSpecs, ParamValues } from "../params";

export const gateParams = {
  ...leverParams,
  /** Cox–Snell R² that the model is expected to have on new customers; null: 15 % of the largest possible, at most 0.10. */
  coxSnell: { type: "number", min: 0.001, max: 0.75, integer: false, default: null },
} as const satisfies ParamSpecs;

export type GateParams = ParamValues<typeof gateParams>;
