import type { ParamSpecs, ParamValues } from "../params";

const days = { type: "number", min: 1, max: 730, integer: true } as const;
const dates = ["date", "timestamp"] as const;

export const radarParams = {
  logo: { type: "choice", options: ["customer", "parent"], default: "customer" },
  /** The time to talk: from so many days before the end to so many. */
  from: { ...days, default: 90 },
  to: { ...days, default: 60 },
  /** Below it the talk is not only late. */
  urgent: { ...days, default: 30 },
  grace: { type: "number", min: 0, max: 366, integer: true, default: 30 },
  qbr: { type: "column", kinds: dates, default: null },
  qbrDays: { ...days, default: 92, visible: (params) => params.qbr !== null },
  contact: { type: "column", kinds: dates, default: null },
  usage: { type: "table", default: null },
  usageDays: { ...days, default: 30, visible: (params) => params.usage !== null },
  asOf: { type: "date", default: "auto" },
} as const satisfies ParamSpecs;

export type RadarParams = ParamValues<typeof radarParams>;

/** A window that ends before it begins is none. */
export function isDisordered({ from, to, urgent }: RadarParams): boolean {
  return !(urgent < to && to < from);
}
