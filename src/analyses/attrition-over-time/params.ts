import { grains } from "../calendar";
import type { ParamSpecs, ParamValues } from "../params";

const isContracts = (params: Readonly<Record<string, unknown>>) => params.mode === "contracts";
const isActivity = (params: Readonly<Record<string, unknown>>) => params.mode === "activity";

export const overTimeParams = {
  mode: { type: "choice", options: ["activity", "contracts"], default: "activity" },
  rule: { type: "rule", visible: isActivity },
  k: { type: "number", min: 1, max: 1000, integer: true, default: 1, visible: isActivity },
  grace: { type: "number", min: 0, max: 366, integer: true, default: 0, visible: isContracts },
  grain: { type: "choice", options: grains, default: "month" },
  weeksAnyway: {
    type: "switch",
    default: false,
    visible: (params) => isContracts(params) && params.grain === "week",
  },
  base: { type: "choice", options: ["previous", "cumulative"], default: "previous", visible: isActivity },
  /** The first so many complete periods are the measure for all later ones, and stay it when new data come. */
  baseline: { type: "number", min: 2, max: 104, integer: true, default: 6 },
  target: { type: "number", min: 0, max: 1, integer: false, percent: true, default: null },
  alert: { type: "number", min: 0, max: 1, integer: false, percent: true, default: null },
  /** How many of the last periods are shown; all are computed with. */
  periods: { type: "number", min: 2, max: 1000, integer: true, default: null },
  asOf: { type: "date", default: "auto" },
} as const satisfies ParamSpecs;

export type OverTimeParams = ParamValues<typeof overTimeParams>;

/** A mistyped year makes thousands of periods; more than ten years of weeks are not shown. */
export const mostShown = 520;

/** A week is too short for contracts: hardly one ends in it. Refused unless a person insists. */
export function refusesWeeks({ mode, grain, weeksAnyway }: OverTimeParams): boolean {
  return mode === "contracts" && grain === "week" && !weeksAnyway;
}
