import type { ParamSpecs, ParamValues } from "../params";

export const definitionParams = {
  rule: { type: "rule" },
  grain: { type: "choice", options: ["day", "week", "month"], default: "week" },
  /** The period after the first one in which customers are looked for. */
  k: { type: "number", min: 1, max: 104, integer: true, default: 1 },
  /** Hours by which another tool's clock is ahead: a fixed offset, no zone with summer time. */
  zone: { type: "number", min: -12, max: 14, integer: false, default: 0 },
  /** The first day of another tool's date range. */
  from: { type: "date", default: "auto" },
  /** Any day of the month whose churn is compared; the last complete one. */
  month: { type: "date", default: "auto" },
  /** Days of silence after which a customer is lost. */
  gap: { type: "number", min: 1, max: 366, integer: true, default: 14 },
  /** A table of contracts beside the log: tools that bill know a loss by the end of one. */
  contracts: { type: "table", default: null },
  /** Days without a contract that still count as having one. */
  grace: {
    type: "number",
    min: 0,
    max: 366,
    integer: true,
    default: 0,
    visible: (params: Readonly<Record<string, unknown>>) => params.contracts !== null,
  },
  asOf: { type: "date", default: "auto" },
} as const satisfies ParamSpecs;

export type DefinitionParams = ParamValues<typeof definitionParams>;
