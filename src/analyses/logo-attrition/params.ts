import { grains } from "../calendar";
import type { ParamSpecs, ParamValues } from "../params";

const isContracts = (params: Readonly<Record<string, unknown>>) => params.mode === "contracts";

export const logoParams = {
  /** Contracts with start and end; a sheet with a row for each logo and month; a sheet with a column for each month. */
  mode: { type: "choice", options: ["contracts", "rows", "columns"], default: "contracts" },
  logo: { type: "choice", options: ["customer", "parent"], default: "customer" },
  /** None chosen: every column whose header is a month. */
  months: {
    type: "columns",
    kinds: ["integer", "number", "decimal", "boolean"],
    most: 240,
    default: [],
    visible: (params) => params.mode === "columns",
  },
  grain: { type: "choice", options: grains, default: "month" },
  weeksAnyway: {
    type: "switch",
    default: false,
    visible: (params) => isContracts(params) && params.grain === "week",
  },
  grace: { type: "number", min: 0, max: 366, integer: true, default: 30, visible: isContracts },
  reactivation: { type: "switch", default: false },
  /** Empty: all that there are, if it is one. */
  currency: {
    type: "text",
    default: "",
    valuesOf: { role: "currency" },
    visible: (params) => params.mode !== "columns",
  },
  /** Any day of the period that is told in full; the series ends with it. */
  start: { type: "date", default: "auto" },
  periods: { type: "number", min: 1, max: 120, integer: true, default: 12 },
  asOf: { type: "date", default: "auto" },
} as const satisfies ParamSpecs;

export type LogoParams = ParamValues<typeof logoParams>;

/** A week is too short for contracts, and a sheet of months has none. */
export function refusesWeeks({ mode, grain, weeksAnyway }: LogoParams): boolean {
  return grain === "week" && (mode !== "contracts" || !weeksAnyway);
}
