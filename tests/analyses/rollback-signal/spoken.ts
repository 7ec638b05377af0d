import { rollbackSignal } from "../../../src/analyses/rollback-signal";
import type { AnyAnalysis } from "../../../src/analyses";
import { reversed, supported, usageOf } from "../../charts/fixtures/usage-quartiles";
import { spoken, type Spoken } from "../texts/spoken-one";

const analysis = rollbackSignal as AnyAnalysis;
const odds = (value: number, interval: [number, number] | null) => ({
  ...reversed,
  adjusted: {
    by: "size",
    isBanded: false,
    difference: { value: 0.03, interval: [0.01, 0.05] as [number, number] },
    odds: { value, interval },
    p: 0.01,
    q: 0.02,
    strata: [],
  },
});

const controls = { by: "size", controls: ["size", "plan"] };
const modelled = (
  found: { value: number; interval: [number, number] } | null,
  method: "likelihood" | "firth",
) => ({
  ...odds(1.4, [1.1, 1.8]),
  regression: {
    controls: controls.controls,
    banded: [],
    customers: 3000,
    lost: 700,
    method,
    reason: method === "firth" ? "separated" : null,
    parameters: 7,
    odds: found,
    alone: { value: 1.6, interval: [1.3, 2] },
    p: found ? 0.02 : null,
  },
});

export const spokenRollback: readonly Spoken[] = [
  spoken("rollback, a signal", analysis, { ...reversed, adjusted: null }),
  spoken("rollback that stays", analysis, odds(1.4, [1.1, 1.8]), { by: "size" }),
  spoken("rollback that may be none", analysis, odds(1.1, [0.9, 1.3]), { by: "size" }),
  spoken("rollback that turns", analysis, odds(0.7, [0.6, 0.9]), { by: "size" }),
  spoken("rollback without odds", analysis, odds(2, null), { by: "size" }),
  spoken(
    "rollback in a model",
    analysis,
    modelled({ value: 1.32, interval: [1.04, 1.7] }, "likelihood"),
    controls,
  ),
  spoken(
    "rollback that a model takes away",
    analysis,
    modelled({ value: 1.1, interval: [0.8, 1.5] }, "firth"),
    controls,
  ),
  spoken("rollback in a model that says nothing", analysis, modelled(null, "likelihood"), controls),
  spoken("rollback without a model", analysis, { ...odds(1.4, [1.1, 1.8]), regression: null }, controls),
  spoken("rollback, none", analysis, supported),
  spoken("rollback of few", analysis, usageOf([null, [2, 9], [3, 8], [3, 9]])),
  spoken("rollback refused", analysis, { ...supported, refused: "overlap", rows: null }, { outcomeFrom: 3 }),
];
