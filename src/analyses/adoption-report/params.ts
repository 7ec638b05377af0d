import { mostScored } from "../adoption-score/params";
import type { Request } from "../analysis";
import { leverParams } from "../levers/lever-params";
import type { ParamSpecs, ParamValues } from "../params";

const isContracts = (params: Readonly<Record<string, unknown>>) => params.mode === "contracts";
const { contracts, levers, metric, observeDays, outcomeDays, grace, asOf } = leverParams;

export const reportParams = {
  /** How it is known who is there: relevant activity, or a contract; a table without time has no weeks. */
  mode: { type: "choice", options: ["activity", "contracts"], default: "activity" },
  contracts: { ...contracts, visible: isContracts },
  levers: { ...levers, most: mostScored, of: () => "events" },
  /** Of each behaviour, in their order: "43.4; 31.6; 25". Empty: all the same. */
  weights: { type: "text", default: "" },
  metric: { type: "choice", options: metric.options, default: metric.default },
  rule: { type: "rule" },
  observeDays: { ...observeDays, visible: () => true },
  grain: { type: "choice", options: ["week", "month"], default: "week" },
  periods: { type: "number", min: 1, max: 104, integer: true, default: 12 },
  outcomeDays: { ...outcomeDays, visible: () => true },
  grace: { ...grace, visible: isContracts },
  /** Scores from which a new band begins. */
  bands: { type: "numbers", min: 1, max: 100, integer: true, most: 9, default: [20, 40, 60, 80] },
  /** How often it is asked whether customers with equal scores still stay as often. */
  audit: { type: "choice", options: ["month", "quarter"], default: "quarter" },
  /** A difference up to this, either way, is none that matters. */
  margin: { type: "number", min: 0, max: 0.5, integer: false, percent: true, default: 0.05 },
  version: { type: "text", default: "" },
  /** The day from which the score is used; auto: nobody has said. */
  validFrom: { type: "date", default: "auto" },
  validDays: { type: "number", min: 7, max: 1830, integer: true, default: 180 },
  goal: { type: "number", min: 0, max: 100, integer: false, default: null },
  /** Who looks after each behaviour, in their order: "onboarding; integrations". */
  owners: { type: "text", default: "" },
  asOf: { ...asOf, visible: () => true },
} as const satisfies ParamSpecs;

export type ReportParams = ParamValues<typeof reportParams>;
export type ReportRequest = Request<typeof reportParams>;
