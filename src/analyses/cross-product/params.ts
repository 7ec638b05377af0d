import { attritionParams } from "../attrition/params";
import type { ParamSpecs, ParamValues } from "../params";

const byContracts = (params: Readonly<Record<string, unknown>>) => params.mode === "contracts";
const byUse = (params: Readonly<Record<string, unknown>>) => params.mode !== "contracts";

export const crossProductParams = {
  /** What having a product is: using it, or a contract for it. */
  mode: { type: "choice", options: ["activity", "contracts"], default: "activity" },
  product: {
    type: "column",
    kinds: ["text", "boolean", "integer", "number", "decimal"],
    default: null,
    required: true,
  },
  rule: { type: "rule", visible: byUse },
  /** Days without use after which a product is left. */
  gap: { type: "number", min: 1, max: 3660, integer: true, default: 30, visible: byUse },
  grace: { ...attritionParams.grace, visible: byContracts },
  /** Days before the moment in which one product may be left, and days after it in which the other may be. */
  before: { type: "number", min: 1, max: 3660, integer: true, default: 90 },
  within: { type: "number", min: 1, max: 3660, integer: true, default: 90 },
  moment: { type: "date", default: "auto" },
  most: { type: "number", min: 2, max: 12, integer: true, default: 6 },
  /** A pair with fewer customers on either side is shown, not tested. */
  fewest: { type: "number", min: 1, max: 100_000, integer: true, default: 10 },
  asOf: { type: "date", default: "auto" },
} as const satisfies ParamSpecs;

export type CrossProductParams = ParamValues<typeof crossProductParams>;
