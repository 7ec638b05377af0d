import { grains } from "../calendar";
import type { ParamSpecs } from "../params";

export const relevantActivityParams = {
  rule: { type: "rule" },
  /** The rule is tried on the last complete one. */
  period: { type: "choice", options: grains, default: "month" },
  asOf: { type: "date", default: "auto" },
} as const satisfies ParamSpecs;
