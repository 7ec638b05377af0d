import type { ParamSpecs, ParamValues } from "../params";

const hasSegment = ({ segment }: Readonly<Record<string, unknown>>) => segment !== null;
const days = { type: "number", max: 3650, integer: true } as const;

export const beforeAfterParams = {
  rule: { type: "rule" },
  /** The first day on which newcomers met the action; "auto": nobody said. */
  action: { type: "date", default: "auto" },
  /** Days until everybody had it; who began in them is left out. */
  rollout: { ...days, min: 0, default: 0 },
  /** The outcome is activity in these days of life: from the first until before the second. */
  from: { ...days, min: 0, default: 60 },
  within: { ...days, min: 1, default: 90 },
  /** Days of beginners on either side. */
  span: { ...days, min: 7, default: 180 },
  segment: { type: "column", kinds: ["text", "boolean", "integer"], default: null },
  /** The value whose customers met the action; the others did not. */
  touched: { type: "text", default: "", valuesOf: { param: "segment" }, visible: hasSegment },
  /** Days of other actions, as 2024-03-15. */
  others: { type: "text", default: "" },
  asOf: { type: "date", default: "auto" },
} as const satisfies ParamSpecs;

export type BeforeAfterParams = ParamValues<typeof beforeAfterParams>;

export function hasDesign({ segment, touched }: BeforeAfterParams): boolean {
  return segment !== null && touched.trim() !== "";
}
