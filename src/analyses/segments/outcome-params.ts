import { attritionParams } from "../attrition/params";
import type { ParamSpecs } from "../params";
import type { RoleName } from "../roles";

const isStatus = (params: Readonly<Record<string, unknown>>) => params.mode === "status";
const byActivity = (params: Readonly<Record<string, unknown>>) =>
  params.mode === "snapshot" || params.mode === "interval";
const byTime = (params: Readonly<Record<string, unknown>>) => !isStatus(params);

/** Who was there and who left: attrition of one period as C02 counts it, or what a status column says. */
export const outcomeParams = {
  mode: { type: "choice", options: ["snapshot", "interval", "contracts", "status"], default: "snapshot" },
  /** The value of the status column that means: this customer left. */
  left: { type: "text", default: "", valuesOf: { role: "status" }, visible: isStatus },
  rule: { type: "rule", visible: byActivity },
  k: { ...attritionParams.k, visible: byActivity },
  lookback: attritionParams.lookback,
  lookbackDays: attritionParams.lookbackDays,
  grace: attritionParams.grace,
  period: {
    ...attritionParams.period,
    visible: (params) => byTime(params) && (params.start === "auto" || params.end === "auto"),
  },
  start: { type: "date", default: "auto", visible: byTime },
  end: { type: "date", default: "auto", visible: byTime },
  asOf: { type: "date", default: "auto", visible: byTime },
} as const satisfies ParamSpecs;

export function outcomeNeeds(params: Readonly<Record<string, unknown>>): readonly RoleName[] {
  if (params.mode === "status") return ["customer", "status"];
  return params.mode === "contracts" ? ["customer", "start", "end"] : ["customer", "time"];
}
