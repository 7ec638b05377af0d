import type { ParamSpecs, ParamValues } from "../params";

type Given = Readonly<Record<string, unknown>>;

const isInputs = ({ mode }: Given) => mode === "inputs";
const isData = ({ mode }: Given) => mode !== "inputs";
const hasSpend = (given: Given) => isData(given) && given.spend !== null;
const money = { type: "number", min: 0, max: 1e12, integer: false } as const;
const share = { type: "number", min: 0, max: 1, integer: false, percent: true } as const;

export const unitEconomicsParams = {
  /** Where survival comes from: one rate that somebody knows, contracts, or activity. */
  mode: { type: "choice", options: ["inputs", "contracts", "activity"], default: "inputs" },
  rule: { type: "rule", visible: ({ mode }) => mode === "activity" },
  /** So many days without activity, and a customer has left. */
  gap: {
    type: "number",
    min: 1,
    max: 3660,
    integer: true,
    default: 60,
    visible: ({ mode }) => mode === "activity",
  },
  attrition: { ...share, default: 0.05, visible: isInputs },
  /** Of how many customers the rate was measured: its uncertainty. */
  measured: { type: "number", min: 1, max: 1e9, integer: true, default: null, visible: isInputs },
  margin: { ...money, default: 25 },
  spend: { type: "table", default: null, visible: isData },
  spendChannel: { type: "column", of: "spend", default: null, visible: hasSpend },
  channel: { type: "column", default: null, visible: hasSpend },
  cac: { ...money, default: 300, visible: (given) => !hasSpend(given) },
  discount: { ...share, max: 0.5, default: 0.01 },
  horizon: { type: "number", min: 1, max: 240, integer: true, default: 36 },
  /** How many times winning a customer costs what keeping one costs; nobody knows it but the company itself. */
  costRatio: { type: "number", min: 0.01, max: 1000, integer: false, default: null },
  budget: { ...money, default: null, visible: ({ costRatio }) => costRatio !== null },
  acquisitionShare: {
    ...share,
    default: 0.5,
    visible: ({ costRatio, budget }) => costRatio !== null && budget !== null,
  },
  basket: { ...money, default: null },
  referralDiscount: { ...share, default: 0.15, visible: ({ basket }) => basket !== null },
  asOf: { type: "date", default: "auto", visible: isData },
} as const satisfies ParamSpecs;

export type UnitEconomicsParams = ParamValues<typeof unitEconomicsParams>;
