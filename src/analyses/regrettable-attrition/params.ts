import type { ParamSpecs, ParamValues } from "../params";

const isActivity = (params: Readonly<Record<string, unknown>>) => params.mode === "activity";
const isContracts = (params: Readonly<Record<string, unknown>>) => params.mode === "contracts";
const isOwn = (params: Readonly<Record<string, unknown>>) => params.people === null;
const isBeside = (params: Readonly<Record<string, unknown>>) => params.people !== null;
const numeric = ["integer", "number", "decimal"] as const;

export const regrettableParams = {
  mode: { type: "choice", options: ["contracts", "activity"], default: "contracts" },
  rule: { type: "rule", visible: isActivity },
  grace: { type: "number", min: 0, max: 366, integer: true, default: 30, visible: isContracts },
  period: { type: "choice", options: ["month", "quarter"], default: "quarter" },
  start: { type: "date", default: "auto" },
  /** Where the attribute stands: beside, or in the same table. */
  people: { type: "table", default: null },
  column: { type: "column", default: null, required: true, visible: isOwn },
  peopleColumn: { type: "column", of: "people", default: null, required: true, visible: isBeside },
  operator: { type: "choice", options: ["is", "is-not", "at-least", "at-most"], default: "is" },
  value: { type: "text", default: "", valuesOf: { param: "column" }, visible: isOwn },
  peopleValue: { type: "text", default: "", valuesOf: { param: "peopleColumn" }, visible: isBeside },
  /** Tickets, hours: how much of it goes to customers that do not fit. */
  effort: { type: "column", kinds: numeric, default: null, visible: isOwn },
  peopleEffort: { type: "column", of: "people", kinds: numeric, default: null, visible: isBeside },
  /** The day on which the rule was fixed; "auto": nobody said. */
  fixedOn: { type: "date", default: "auto" },
  asOf: { type: "date", default: "auto" },
} as const satisfies ParamSpecs;

export type RegrettableParams = ParamValues<typeof regrettableParams>;
