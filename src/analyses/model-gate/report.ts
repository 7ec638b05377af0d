import type { Finding, Report } from "../report";
import { rowTable } from "../row-caveats";
import { leverLabel } from "../levers/names";
import { statusTable } from "../segments/tables";
import { definitionOf } from "../sentence";
import type { Language } from "../texts";
import { gateCaveats } from "./caveats";
import { neededFigure } from "./figure";
import { gateParams } from "./params";
import type { GateRequest } from "./query";
import type { GateResult } from "./result";
import { gateFlow, groundTable, neededTable, registerTable } from "./tables";
import { gateVerdict } from "./verdict";

export function reportGate(result: GateResult, request: GateRequest, language: Language): Report {
  const { texts, format } = language;
  const { gate, levers } = result;
  const shown = hasFigure(result);
  return {
    verdict: gateVerdict(result, request, language),
    findings: findingsOf(result, language),
    caveats: gateCaveats(result, request, language),
    figures: shown ? [neededFigure(result, language)] : [],
    tables: [
      ...(shown ? [neededTable(result, language)] : []),
      ...(gate ? [groundTable(result, language)] : []),
      ...(gate && gate.colour !== "green" && levers.length ? [registerTable(result, language)] : []),
      ...(result.customers > 0 ? [gateFlow(result, language)] : []),
      ...(result.status ? [statusTable(result.status, language)] : []),
      ...(result.rows ? [rowTable(result.rows, language)] : []),
    ],
    definition: definitionOf(
      { form: (all) => all.modelGate.form, params: gateParams },
      request.params,
      language,
      {
        rule: texts.base.rule(request.data.rule),
        ...(result.asOf && { asOf: format.day(result.asOf) }),
        ...(levers.length && { levers: format.list(levers.map((one) => leverLabel(one, language))) }),
      },
    ),
    method: methodOf(result, language),
  };
}

export function hasFigure({ gate }: GateResult): boolean {
  return gate?.needed != null;
}

function findingsOf({ gate, used }: GateResult, { texts, format }: Language): Finding[] {
  const { finding } = texts.modelGate;
  if (!gate) return [];
  const count = (id: string, label: string, value: number): Finding => ({
    id,
    label,
    value,
    text: format.count(value),
    n: used,
    interval: null,
    noInterval: texts.base.noInterval.count,
  });
  return [
    count("events", finding.events[gate.rarer], gate.events),
    ...(gate.needed ? [count("needed", finding.needed, gate.needed.customers)] : []),
    ...(gate.toGreen ? [count("to-green", finding.toGreen[gate.rarer], gate.toGreen.events)] : []),
  ];
}

function methodOf({ gate, parameters, used }: GateResult, { texts, format }: Language): Report["method"] {
  const { method } = texts.modelGate;
  return {
    formula:
      gate?.needed && gate.coxSnell !== null
        ? method.formula({
            parameters,
            r2: format.number(gate.coxSnell, 3),
            largest: format.number(gate.largestCoxSnell ?? 0, 3),
            share: format.percent(gate.events / used),
            ...gate.needed,
          })
        : [],
    notes: method.notes,
    sources: method.sources,
  };
}
