import type { Request } from "../analysis";
import { leverOf } from "../levers/lever";
import { leverParams } from "../levers/lever-params";
import type { ParamSpecs } from "../params";

export const regressionParams = {
  ...leverParams,
  /** Maximum likelihood, or Firth's by itself where the outcome is separated or events are few. */
  model: { type: "choice", options: ["fitting", "likelihood", "firth"], default: "fitting" },
  /** Thresholds that were looked for in these customers cost some of the certainty; those written down before do not. */
  lines: { type: "choice", options: ["searched", "beforehand"], default: "searched", visible: hasLines },
  /** Another way to look at the same levers, shown besides. */
  beside: { type: "choice", options: ["none", "cox", "ridge", "lasso"], default: "none" },
  /** Customers of whom a lever is not known; "impute": left out, and besides filled in many times. */
  missing: { type: "choice", options: ["drop", "indicator", "impute"], default: "drop" },
  delta: { type: "number", min: 0.001, max: 0.5, integer: false, percent: true, default: 0.05 },
  /** For the intervals of shares; 0: none. */
  resamples: { type: "number", min: 0, max: 1000, integer: true, default: 200 },
} as const satisfies ParamSpecs;

/** Whether any lever has a threshold. */
export function hasLines({ levers }: Readonly<Record<string, unknown>>): boolean {
  return Array.isArray(levers) && levers.some((one) => leverOf(String(one)).cut !== null);
}

export type RegressionRequest = Request<typeof regressionParams>;
