import type { ParamSpecs, ParamValues } from "../params";

type Given = Readonly<Record<string, unknown>>;

const isContracts = ({ mode }: Given) => mode === "contracts";
const isColumns = ({ mode }: Given) => mode === "columns";
const numeric = ["integer", "number", "decimal"];

export const renewalProjectionParams = {
  /** Where the survivors come from: contracts, or a small table with one row a renewal. */
  mode: { type: "choice", options: ["contracts", "columns"], default: "contracts" },
  /** Months from one renewal to the next. */
  term: { type: "number", min: 1, max: 60, integer: true, default: 12, visible: isContracts },
  /** Days that the next contract may begin late and still renews. */
  grace: { type: "number", min: 0, max: 366, integer: true, default: 30, visible: isContracts },
  survivors: { type: "column", kinds: numeric, default: null, required: true, visible: isColumns },
  renewal: { type: "column", kinds: numeric, default: null, required: true, visible: isColumns },
  cohort: { type: "column", default: null, visible: isColumns },
  /** Customers of a cohort at the start, where survivors are shares or per cent. */
  atStart: { type: "number", min: 1, max: 1e9, integer: true, default: null, visible: isColumns },
  /** Renewals that the model is fitted to; the others are held against it. */
  fitTo: { type: "number", min: 2, max: 600, integer: true, default: null },
  /** Renewals past the last one seen. */
  ahead: { type: "number", min: 1, max: 60, integer: true, default: 5 },
  /** What a customer brings in one term, after costs. */
  margin: { type: "number", min: 0, max: 1e12, integer: false, default: null },
  /** Per term. */
  discount: { type: "number", min: 0.001, max: 1, integer: false, percent: true, default: 0.1 },
  asOf: { type: "date", default: "auto", visible: isContracts },
} as const satisfies ParamSpecs;

export type RenewalProjectionParams = ParamValues<typeof renewalProjectionParams>;
