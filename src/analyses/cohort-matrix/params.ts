import type { ParamSpecs, ParamValues } from "../params";

type Given = Readonly<Record<string, unknown>>;

const isCustomers = ({ metric }: Given) => metric === "customers";
const isBrackets = ({ counting }: Given) => counting === "brackets";
const hasPeople = ({ by, people }: Given) => (by === "signup" || by === "attribute") && people !== null;

export const cohortGrains = ["day", "week", "month"] as const;
export type CohortGrain = (typeof cohortGrains)[number];

export const cohortParams = {
  metric: { type: "choice", options: ["customers", "revenue", "orders"], default: "customers" },
  show: { type: "choice", options: ["retention", "attrition"], default: "retention", visible: isCustomers },
  rule: { type: "rule" },
  /** What puts a customer into a row: when something first happened, what the customer is, or what was done at first. */
  by: {
    type: "choice",
    options: ["activity", "signup", "order", "attribute", "behaviour"],
    default: "activity",
  },
  /** A table of customers beside the log, with their sign-up or what they are. */
  people: {
    type: "table",
    default: null,
    visible: ({ by }) => by === "signup" || by === "attribute",
  },
  attribute: {
    type: "column",
    default: null,
    required: true,
    visible: (params) => params.by === "attribute" && !hasPeople(params),
  },
  attributeBeside: {
    type: "column",
    of: "people",
    default: null,
    required: true,
    visible: (params) => params.by === "attribute" && hasPeople(params),
  },
  event: {
    type: "text",
    default: "",
    valuesOf: { role: "event" },
    visible: ({ by }) => by === "behaviour",
  },
  times: {
    type: "number",
    min: 1,
    max: 1000,
    integer: true,
    default: 1,
    visible: ({ by }) => by === "behaviour",
  },
  days: {
    type: "number",
    min: 1,
    max: 366,
    integer: true,
    default: 7,
    visible: ({ by }) => by === "behaviour",
  },
  grain: { type: "choice", options: cohortGrains, default: "week" },
  window: { type: "choice", options: ["calendar", "rolling"], default: "calendar" },
  counting: { type: "choice", options: ["on", "after", "brackets"], default: "on" },
  /** Where brackets begin, in periods; each ends where the next begins, and the last number only ends the last one. */
  brackets: {
    type: "numbers",
    min: 0,
    max: 1000,
    integer: true,
    most: 14,
    default: [0, 1, 2, 4, 8, 13],
    visible: isBrackets,
  },
  offsets: {
    type: "number",
    min: 1,
    max: 104,
    integer: true,
    default: 12,
    visible: (params) => !isBrackets(params),
  },
  /** The period of which the verdict speaks; null: day 7, week 4 or month 1, or the last one before that is known. */
  at: { type: "number", min: 0, max: 1000, integer: true, default: null },
  average: {
    type: "choice",
    options: ["pooled", "simple", "mixpanel"],
    default: "pooled",
    visible: isCustomers,
  },
  currency: {
    type: "text",
    default: "",
    valuesOf: { role: "currency" },
    visible: ({ metric }) => metric === "revenue",
  },
  asOf: { type: "date", default: "auto" },
} as const satisfies ParamSpecs;

export type CohortParams = ParamValues<typeof cohortParams>;

/** Rows of a table of cohorts; more are counted in the averages and not shown. */
export const mostCohorts = 5000;

/** Levels of an attribute that have a row of their own. */
export const mostLevels = 50;

/** A column of the matrix: the periods [k, to) after the first one; `to` is null for "k or later". */
export interface Step {
  readonly k: number;
  readonly to: number | null;
}

export function stepsOf({
  counting,
  brackets,
  offsets,
}: Pick<CohortParams, "counting" | "brackets" | "offsets">): Step[] {
  if (counting === "brackets") return brackets.slice(1).map((to, i) => ({ k: brackets[i]!, to }));
  return Array.from({ length: offsets + 1 }, (_, k) => ({ k, to: counting === "after" ? null : k + 1 }));
}

/** Rows follow each other in time; those of attributes and behaviour do not. */
export function isInTime({ by }: Pick<CohortParams, "by">): boolean {
  return by === "activity" || by === "signup" || by === "order";
}

/** Days of a rolling period; those of a calendar month differ. */
export const daysOf: Readonly<Record<CohortGrain, number>> = { day: 1, week: 7, month: 30 };
