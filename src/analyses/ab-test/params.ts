import type { ParamSpecs, ParamValues } from "../params";

type Given = Readonly<Record<string, unknown>>;

const isColumns = ({ mode }: Given) => mode === "columns";
const isLog = ({ mode }: Given) => mode === "log";
const isPlan = ({ mode }: Given) => mode === "plan";
const isTest = (params: Given) => !isPlan(params);
const isNamed = (value: unknown) => typeof value === "string" && value.trim() !== "";
const outcomes = ["boolean", "integer", "number", "decimal"];
const event = { role: "event" } as const;

export const abTestParams = {
  /** A table with a column for each outcome; a log of what customers did beside the list of who was assigned; or no data yet. */
  mode: { type: "choice", options: ["columns", "log", "plan"], default: "columns" },
  people: { type: "table", default: null, required: true, visible: isLog },
  /** The outcome that decides, named before the test. */
  primary: { type: "column", kinds: outcomes, default: null, required: true, visible: isColumns },
  others: { type: "columns", most: 5, kinds: outcomes, default: [], visible: isColumns },
  /** "": any activity by the rule. */
  goal: { type: "text", default: "", valuesOf: event, visible: isLog },
  goal2: {
    type: "text",
    default: "",
    valuesOf: event,
    visible: (params) => isLog(params) && isNamed(params.goal),
  },
  goal3: {
    type: "text",
    default: "",
    valuesOf: event,
    visible: (params) => isLog(params) && isNamed(params.goal) && isNamed(params.goal2),
  },
  rule: { type: "rule", visible: (params) => isLog(params) && !isNamed(params.goal) },
  /** Days from the assignment; who cannot be seen for all of them is left out. */
  within: { type: "number", min: 1, max: 3650, integer: true, default: 7, visible: isLog },
  asOf: { type: "date", default: "auto", visible: isLog },
  control: { type: "text", default: "", valuesOf: { role: "variant" }, visible: isTest },
  /** Part of the control in the planned split; null: all arms alike. */
  split: {
    type: "number",
    min: 0.01,
    max: 0.99,
    integer: false,
    percent: true,
    default: null,
    visible: isTest,
  },
  /** Below this probability the split is not the planned one, and nothing is said. */
  alarm: {
    type: "number",
    min: 1e-6,
    max: 0.1,
    integer: false,
    percent: true,
    default: 0.001,
    visible: isTest,
  },
  /** What was assigned by lot. */
  unit: { type: "choice", options: ["customer", "account"], default: "customer", visible: isTest },
  /** A number known before the assignment, which explains a part of the outcome. */
  before: {
    type: "column",
    kinds: outcomes,
    default: null,
    visible: (params) => isColumns(params) && params.unit === "customer",
  },
  /** Judged once, at the planned size, or at every look. */
  stop: { type: "choice", options: ["fixed", "always"], default: "fixed", visible: isTest },
  /** Customers of each arm at which the test was to end. */
  planned: { type: "number", min: 1, max: 1e9, integer: true, default: null, visible: isTest },
  baseline: {
    type: "number",
    min: 0.0001,
    max: 0.9999,
    integer: false,
    percent: true,
    default: 0.2,
    visible: isPlan,
  },
  /** The smallest difference of shares that would change a decision. */
  effect: { type: "number", min: 0.0001, max: 0.9, integer: false, percent: true, default: 0.02 },
  power: {
    type: "number",
    min: 0.5,
    max: 0.99,
    integer: false,
    percent: true,
    default: 0.8,
    visible: isPlan,
  },
  /** New customers of the test in a week, all arms together. */
  perWeek: { type: "number", min: 1, max: 1e9, integer: true, default: null, visible: isPlan },
} as const satisfies ParamSpecs;

export type AbTestParams = ParamValues<typeof abTestParams>;

/** What is compared, the one that decides first: columns, or events of the log ("" is any activity). */
export function metricsOf({ mode, primary, others, goal, goal2, goal3 }: AbTestParams): readonly string[] {
  if (mode === "plan") return [];
  if (mode === "columns")
    return primary === null ? [] : [primary, ...others.filter((column) => column !== primary)];
  const events = [goal, goal2, goal3].map((one) => one.trim());
  const end = events.indexOf("");
  return [...new Set(end === 0 ? [""] : end < 0 ? events : events.slice(0, end))];
}
