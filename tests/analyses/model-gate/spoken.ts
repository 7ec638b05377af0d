import { modelGate } from "../../../src/analyses/model-gate";
import { gateAmber, gateGreen, gateRed, gateResultOf } from "../../charts/fixtures/model-gate";
import { spoken, type Spoken } from "../texts/spoken-one";

const given = { levers: ["a", "b >= 3"] };
const columns = { mode: "columns", left: "0", levers: ["a"] };

/** Every light, and what stands in the way of one. */
export const spokenModelGate: readonly Spoken[] = [
  spoken("gate green", modelGate, gateGreen, { ...given, controls: ["size"] }),
  spoken("gate amber, few", modelGate, gateAmber, given),
  spoken("gate amber, many levers", modelGate, gateResultOf(600, 130, 12), given),
  spoken("gate amber, the stayed are rare", modelGate, gateResultOf(240, 200, 1), given),
  spoken("gate red", modelGate, gateRed, given),
  spoken("gate red, one", modelGate, gateResultOf(30, 1, 1, { weeks: 1, asOf: null }), given),
  spoken("gate, an R² that cannot be", modelGate, gateResultOf(1200, 60, 3, {}, 0.7), {
    ...given,
    coxSnell: 0.7,
  }),
  spoken(
    "gate, status half known",
    modelGate,
    gateResultOf(500, 150, 3, {
      mode: "columns",
      status: [{ value: "0", customers: 150 }],
      excluded: [{ why: "no-status", customers: 90 }],
      customers: 590,
      asOf: null,
    }),
    columns,
  ),
  spoken("gate, nobody left", modelGate, gateResultOf(90, 0, 3), given),
  spoken("gate, nobody followed", modelGate, gateResultOf(0, 0, 3), given),
  spoken("gate, no levers", modelGate, gateResultOf(90, 10, 0, { mode: "columns" }), {
    ...columns,
    levers: [],
  }),
  spoken("gate, overlap", modelGate, gateResultOf(0, 0, 1, { rows: null }), {
    ...columns,
    usageDays: 30,
    statusDay: 10,
  }),
];
