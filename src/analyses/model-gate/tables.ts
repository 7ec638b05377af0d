import type { ReportTable, ReportValue } from "../report";
import { cellsIn, left, right } from "../report-cells";
import { flowTable } from "../levers/flow-table";
import { fewestEvents } from "../levers/gate";
import { leverLabel } from "../levers/names";
import type { Language } from "../texts";
import { neededOf } from "./figure";
import { whoIn } from "./names";
import type { GateResult } from "./result";

/** How many customers there are and how many each criterion asks for, with the columns of `asSql`. */
export function neededTable(result: GateResult, language: Language): ReportTable {
  const { table, figure } = language.texts.modelGate;
  const cell = cellsIn(language);
  return {
    id: "needed",
    title: table.needed,
    columns: [
      left("what", table.criterion),
      right("customers", language.texts.levers.table.customers, "customers-nested"),
    ],
    rows: neededOf(result).map(({ what, customers }) => ({
      what: { text: figure.rows[what], value: what },
      customers: cell.count(customers),
    })),
  };
}

/** What the light hangs on. */
export function groundTable(result: GateResult, language: Language): ReportTable {
  const { table } = language.texts.modelGate;
  const cell = cellsIn(language);
  const { gate, levers, controls, parameters, weeks } = result;
  const row = (label: string, value: ReportValue) => ({ what: cell.text(label), value });
  const count = (label: string, value: number | null | undefined) =>
    value === null || value === undefined ? [] : [row(label, cell.count(value))];
  return {
    id: "ground",
    title: table.ground,
    columns: [left("what", table.what), right("value", table.value, "mixed")],
    rows: [
      row(table.levers, cell.count(levers.length)),
      ...controls.map(({ column, segments }) =>
        row(table.control(column), cell.count(Math.max(0, segments - 1))),
      ),
      row(table.parameters, cell.count(parameters)),
      ...count(table.events, gate?.events),
      row(table.perParameter, cell.number(gate?.eventsPerParameter ?? null, 1)),
      row(table.coxSnell, cell.number(gate?.coxSnell ?? null, 3)),
      row(table.largest, cell.number(gate?.largestCoxSnell ?? null, 3)),
      row(table.fromAmber, cell.count(fewestEvents.amber)),
      row(table.fromGreen, cell.count(fewestEvents.green)),
      ...count(table.bears, gate?.bears),
      ...count(table.mostLevers, gate?.mostLevers),
      ...count(table.toAmberEvents, gate?.toAmber?.events),
      ...count(table.toAmber, gate?.toAmber?.customers),
      ...count(table.toGreenEvents, gate?.toGreen?.events),
      ...count(table.toGreen, gate?.toGreen?.customers),
      ...count(table.weeks, weeks),
    ],
  };
}

export function gateFlow(result: GateResult, language: Language): ReportTable {
  const { group } = language.texts.modelGate;
  const cell = cellsIn(language);
  const { customers, excluded, used, lost } = result;
  const counted = (n: number, who: "all" | "lost" | "stayed") =>
    cell.count(n, result.gate ? whoIn(who, language) : undefined);
  return flowTable(
    {
      customers,
      excluded,
      used: counted(used, "all"),
      rest: [
        [group.lost, counted(lost, "lost")],
        [group.stayed, counted(used - lost, "stayed")],
      ],
    },
    language,
  );
}

/**
 * What stands in for a model as long as there is none: each lever with the same weight, who expects it and why still to be
 * written, looked at again when the light can change. Taken over as a file; the data give no reasons.
 */
export function registerTable({ levers, gate, asOf }: GateResult, language: Language): ReportTable {
  const { table } = language.texts.modelGate;
  const cell = cellsIn(language);
  const missing = gate?.toAmber ?? gate?.toGreen ?? null;
  const weight = 100 / levers.length;
  return {
    id: "register",
    title: table.register,
    columns: [
      left("lever", language.texts.levers.table.lever),
      left("why", table.why),
      right("weight", table.weight, "number"),
      left("date", table.date),
      left("next", table.nextCheck),
    ],
    rows: levers.map((lever) => ({
      lever: cell.text(leverLabel(lever, language)),
      why: cell.text(table.assumed),
      weight: cell.number(weight, 1),
      date: asOf ? { text: language.format.day(asOf), value: asOf } : cell.text(table.open),
      next:
        missing && gate
          ? { text: table.after(missing.events, gate.rarer), value: missing.events }
          : cell.text(table.open),
    })),
  };
}
