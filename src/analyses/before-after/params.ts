import type { ParamSpecs, ParamValues } from "../params";

type Given = Readonly<Record<string, unknown>>;
const isOneDay = ({ when }: Given) => when === "day";
const isStaggered = ({ when }: Given) => when !== "day";
const hasSegment = (params: Given) => isOneDay(params) && params.segment !== null;
const days = { type: "number", max: 3650, integer: true, visible: isOneDay } as const;
const periods = { type: "number", integer: true, visible: isStaggered } as const;

export const beforeAfterParams = {
  rule: { type: "rule" },
  /** One day for all, or each customer's own: in a column of days, or of the first event of a kind. */
  when: { type: "choice", options: ["day", "column", "event"], default: "day" },
  own: {
    type: "column",
    kinds: ["date", "timestamp"],
    default: null,
    required: true,
    visible: ({ when }: Given) => when === "column",
  },
  done: {
    type: "text",
    default: "",
    valuesOf: { role: "event" },
    visible: ({ when }: Given) => when === "event",
  },
  /** The day on which a rollout by own days began; "auto": the first of them. Who met the action before is left out. */
  since: { type: "date", default: "auto", visible: isStaggered },
  grain: { type: "choice", options: ["week", "month"], default: "month", visible: isStaggered },
  /** Whole periods looked at before the rollout began, and after the one in which it did. */
  lead: { ...periods, min: 1, max: 12, default: 4 },
  ahead: { ...periods, min: 1, max: 40, default: 12 },
  /** Whom those who met it are compared with: all who have not yet, or only those who do later. */
  compared: { type: "choice", options: ["all", "later"], default: "all", visible: isStaggered },
  /** The first day on which newcomers met the action; "auto": nobody said. */
  action: { type: "date", default: "auto", visible: isOneDay },
  /** Days until everybody had it; who began in them is left out. */
  rollout: { ...days, min: 0, default: 0 },
  /** The outcome is activity in these days of life: from the first until before the second. */
  from: { ...days, min: 0, default: 60 },
  within: { ...days, min: 1, default: 90 },
  /** Days of beginners on either side. */
  span: { ...days, min: 7, default: 180 },
  segment: { type: "column", kinds: ["text", "boolean", "integer"], default: null, visible: isOneDay },
  /** The value whose customers met the action; the others did not. */
  touched: { type: "text", default: "", valuesOf: { param: "segment" }, visible: hasSegment },
  /** Days of other actions, as 2024-03-15. */
  others: { type: "text", default: "", visible: isOneDay },
  asOf: { type: "date", default: "auto" },
} as const satisfies ParamSpecs;

export type BeforeAfterParams = ParamValues<typeof beforeAfterParams>;

export function hasDesign({ segment, touched }: BeforeAfterParams): boolean {
  return segment !== null && touched.trim() !== "";
}

/** Each customer has a day of its own. */
export function hasOwnDays({ when }: Pick<BeforeAfterParams, "when">): boolean {
  return when !== "day";
}
