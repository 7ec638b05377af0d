import type { ParamSpecs, ParamValues } from "../params";
import type { RoleName } from "../roles";

type Values = Readonly<Record<string, unknown>>;

export const byColumns = (params: Values) => params.mode === "columns";
export const byTime = (params: Values) => !byColumns(params);
const hasPeople = (params: Values) => params.people !== null;

export const mostLevers = 12;
export const measureKinds: readonly string[] = ["boolean", "integer", "number", "decimal"];
/** A text that says yes was done; see `measureOf`. */
export const leverKinds = [...measureKinds, "text"];

/**
 * Behaviours in a window of observation, and who left in a later one: the same for everything that asks which behaviour goes
 * with staying. By default the first 90 days and the 90 after them: with a year between, most exports hold nobody
 * who has been followed to the end.
 */
export const leverParams = {
  /** How it is known who left: no activity, no contract, or a status in a table with one row a customer. */
  mode: { type: "choice", options: ["activity", "contracts", "columns"], default: "activity" },
  contracts: {
    type: "table",
    default: null,
    required: true,
    visible: (params) => params.mode === "contracts",
  },
  /** None in a log: its most widespread events, active days and different events. */
  levers: {
    type: "levers",
    most: mostLevers,
    default: [],
    of: (params) => (byColumns(params) ? "columns" : "events"),
    kinds: leverKinds,
  },
  metric: { type: "choice", options: ["count", "days"], default: "count", visible: byTime },
  rule: { type: "rule", visible: byTime },
  observeDays: { type: "number", min: 1, max: 730, integer: true, default: 90, visible: byTime },
  outcomeDays: { type: "number", min: 1, max: 730, integer: true, default: 90, visible: byTime },
  /** First day of the outcome window, counted from the customer's first; null: the day the observation ends. */
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
  /** Over how many days the columns were counted, and on which day the status was true; null: nobody knows. */
  usageDays: { type: "number", min: 0, max: 3660, integer: true, default: null, visible: byColumns },
  statusDay: { type: "number", min: 0, max: 3660, integer: true, default: null, visible: byColumns },
  /** What customers bring along and no behaviour changes: size, plan, branch. */
  people: { type: "table", default: null },
  controls: {
    type: "columns",
    most: 5,
    default: [],
    kinds: leverKinds,
    visible: (params) => !hasPeople(params),
  },
  controlsBeside: {
    type: "columns",
    of: "people",
    most: 5,
    default: [],
    kinds: leverKinds,
    visible: hasPeople,
  },
  asOf: { type: "date", default: "auto", visible: byTime },
} as const satisfies ParamSpecs;

export type LeverParams = ParamValues<typeof leverParams>;

export function leverNeeds(params: Values): readonly RoleName[] {
  return byColumns(params) ? ["customer", "status"] : ["customer", "time"];
}

export function leverNeedsBeside(): Readonly<Record<string, readonly RoleName[]>> {
  return { contracts: ["customer", "start", "end"], people: ["customer"] };
}
