import type { ParamSpecs, ParamValues } from "../params";

type Values = Readonly<Record<string, unknown>>;

const byColumns = (params: Values) => params.mode === "columns";
const byTime = (params: Values) => !byColumns(params);
const numbers = ["integer", "number", "decimal"];
const attributes = ["text", "boolean", ...numbers];

export const usageParams = {
  /** How it is known who left: no activity, no contract, or a status in a table with one row a customer. */
  mode: { type: "choice", options: ["activity", "contracts", "columns"], default: "activity" },
  contracts: {
    type: "table",
    default: null,
    required: true,
    visible: (params) => params.mode === "contracts",
  },
  feature: { type: "choice", options: ["all", "event", "column"], default: "all", visible: byTime },
  event: {
    type: "text",
    default: "",
    valuesOf: { role: "event" },
    visible: (params) => byTime(params) && params.feature === "event",
  },
  usage: {
    type: "column",
    default: null,
    kinds: numbers,
    required: true,
    visible: (params) => byColumns(params) || params.feature === "column",
  },
  metric: {
    type: "choice",
    options: ["count", "days", "share"],
    default: "count",
    visible: (params) => byTime(params) && params.feature !== "column",
  },
  rule: { type: "rule", visible: byTime },
  window: { type: "choice", options: ["start", "month"], default: "start", visible: byTime },
  observeDays: {
    type: "number",
    min: 1,
    max: 730,
    integer: true,
    default: 30,
    visible: (params) => byTime(params) && params.window === "start",
  },
  month: { type: "date", default: "auto", visible: (params) => byTime(params) && params.window === "month" },
  outcomeDays: { type: "number", min: 1, max: 730, integer: true, default: 60, visible: byTime },
  /** First day of the outcome window, counted from the start of the observation; null: the day the observation ends. */
  outcomeFrom: { type: "number", min: 0, max: 1460, integer: true, default: null, visible: byTime },
  grace: {
    type: "number",
    min: 0,
    max: 366,
    integer: true,
    default: 0,
    visible: (params) => params.mode === "contracts",
  },
  left: { type: "text", default: "", valuesOf: { role: "status" }, visible: byColumns },
  /** Over how many days the column of usage was counted, and on which day the status was true; null: nobody knows. */
  usageDays: { type: "number", min: 0, max: 3660, integer: true, default: null, visible: byColumns },
  statusDay: { type: "number", min: 0, max: 3660, integer: true, default: null, visible: byColumns },
  zerosApart: { type: "switch", default: true },
  people: { type: "table", default: null },
  by: { type: "column", default: null, kinds: attributes, visible: (params) => params.people === null },
  byPeople: {
    type: "column",
    of: "people",
    default: null,
    kinds: attributes,
    visible: (params) => params.people !== null,
  },
  /** The smallest difference that would matter. */
  delta: { type: "number", min: 0.001, max: 0.5, integer: false, percent: true, default: 0.05 },
  asOf: { type: "date", default: "auto", visible: byTime },
} as const satisfies ParamSpecs;

export type UsageParams = ParamValues<typeof usageParams>;

/** Days from the start of the observation; a calendar month has at most 31. Null: the windows are not known. */
export function windowsOf(params: UsageParams): { observed: number; outcomeFrom: number } | null {
  if (params.mode === "columns")
    return params.usageDays === null || params.statusDay === null
      ? null
      : { observed: params.usageDays, outcomeFrom: params.statusDay };
  const observed = params.window === "start" ? params.observeDays : longestMonth;
  return { observed, outcomeFrom: params.outcomeFrom ?? observed };
}

const longestMonth = 31;

/** Usage that is counted on while the outcome already happens foretells nothing: it is the outcome. Spec B3, row 1. */
export function overlaps(params: UsageParams): boolean {
  const windows = windowsOf(params);
  return windows !== null && windows.outcomeFrom < windows.observed;
}
