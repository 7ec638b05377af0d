import { grains } from "../calendar";
import type { ParamSpecs, ParamValues } from "../params";

const isContracts = (params: Readonly<Record<string, unknown>>) => params.mode === "contracts";
const isActivity = (params: Readonly<Record<string, unknown>>) => params.mode !== "contracts";
const isSnapshot = (params: Readonly<Record<string, unknown>>) => params.mode === "snapshot";

export const attritionParams = {
  mode: { type: "choice", options: ["snapshot", "interval", "contracts"], default: "snapshot" },
  rule: { type: "rule", visible: isActivity },
  k: { type: "number", min: 1, max: 1000, integer: true, default: 1, visible: isActivity },
  lookback: { type: "choice", options: ["period", "gap", "days"], default: "period", visible: isSnapshot },
  lookbackDays: {
    type: "number",
    min: 1,
    max: 3660,
    integer: true,
    default: 30,
    visible: (params) => isSnapshot(params) && params.lookback === "days",
  },
  grace: { type: "number", min: 0, max: 366, integer: true, default: 0, visible: isContracts },
  /** The length of a period whose start or end is left to the data. */
  period: {
    type: "choice",
    options: grains,
    default: "month",
    visible: (params) => params.start === "auto" || params.end === "auto",
  },
  start: { type: "date", default: "auto" },
  end: { type: "date", default: "auto" },
  asOf: { type: "date", default: "auto" },
} as const satisfies ParamSpecs;

export type AttritionParams = ParamValues<typeof attritionParams>;
