import type { ParamSpecs, ParamValues } from "../params";
import { outcomeParams } from "../segments/outcome-params";

type Values = Readonly<Record<string, unknown>>;

const kinds = ["text", "boolean", "integer", "number", "decimal"];
const hasPeople = (params: Values) => params.people !== null;
const byLevels = (params: Values) => params.compare === "levels";
const byPeriods = (params: Values) => params.compare === "periods";

export const mixShiftParams = {
  /** Two groups of customers in one period, or the customers of two periods. */
  compare: { type: "choice", options: ["levels", "periods"], default: "levels" },
  people: { type: "table", default: null },
  group: {
    type: "column",
    default: null,
    kinds,
    required: true,
    visible: (params) => byLevels(params) && !hasPeople(params),
  },
  groupPeople: {
    type: "column",
    of: "people",
    default: null,
    kinds,
    required: true,
    visible: (params) => byLevels(params) && hasPeople(params),
  },
  /** One of the two left open is everybody else; both: the two largest. */
  first: { type: "text", default: "", valuesOf: { param: "group" }, visible: byLevels },
  second: { type: "text", default: "", valuesOf: { param: "group" }, visible: byLevels },
  by: { type: "column", default: null, kinds, required: true, visible: (params) => !hasPeople(params) },
  byPeople: { type: "column", of: "people", default: null, kinds, required: true, visible: hasPeople },
  ...outcomeParams,
  /** Start of the earlier of two periods; "auto": the one just before. */
  earlier: { type: "date", default: "auto", visible: byPeriods },
  /** So many strata stand alone at most; the others are put together. */
  most: { type: "number", min: 2, max: 60, integer: true, default: 20 },
} as const satisfies ParamSpecs;

export type MixShiftParams = ParamValues<typeof mixShiftParams>;
