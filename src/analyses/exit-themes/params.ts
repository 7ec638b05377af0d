import type { ParamSpecs, ParamValues } from "../params";

const isContracts = (params: Readonly<Record<string, unknown>>) => params.mode === "contracts";

export const exitParams = {
  /** Lost: by contracts that are over, or every customer of the table. */
  mode: { type: "choice", options: ["contracts", "rows"], default: "contracts" },
  grace: { type: "number", min: 0, max: 366, integer: true, default: 30, visible: isContracts },
  since: { type: "date", default: "auto" },
  separator: { type: "text", default: ";" },
  contact: { type: "column", kinds: ["date", "timestamp"], default: null },
  contactDays: {
    type: "number",
    min: 1,
    max: 3660,
    integer: true,
    default: 90,
    visible: (params) => params.contact !== null,
  },
  secondCoder: { type: "column", default: null },
  asOf: { type: "date", default: "auto", visible: isContracts },
} as const satisfies ParamSpecs;

export type ExitParams = ParamValues<typeof exitParams>;
