import type { Finding, Report } from "../report";
import { rowTable } from "../row-caveats";
import { definitionOf } from "../sentence";
import type { Language } from "../texts";
import { unitEconomicsCaveats } from "./caveats";
import type { UnitEconomicsRequest } from "./lives";
import { amountInterval, amountText } from "./money";
import { unitEconomicsParams } from "./params";
import type { UnitEconomicsResult } from "./result";
import { scenarioFigure } from "./scenario-figure";
import { budgetTable, claimsTable, curveTable, scenarioTable, spendTables, summaryTable } from "./tables";
import { valueFigure } from "./value-figure";
import { unitEconomicsVerdict } from "./verdict";
import { key } from "./who";

export function reportUnitEconomics(
  result: UnitEconomicsResult,
  request: UnitEconomicsRequest,
  language: Language,
): Report {
  const { texts, format } = language;
  const { who } = texts.unitEconomics;
  return {
    verdict: unitEconomicsVerdict(result, language),
    findings: findingsOf(result, language),
    caveats: unitEconomicsCaveats(result, request, language),
    figures:
      result.curve.length === 0 ? [] : [valueFigure(result, language), ...scenarioFigure(result, language)],
    tables: [
      summaryTable(result, language),
      ...scenarioTable(result, language),
      ...budgetTable(result, language, request.params.acquisitionShare),
      ...spendTables(result, language, (opens, channel) => ({
        key: key.newIn(opens, channel),
        label: who.newIn(opens, channel),
      })),
      curveTable(result, language),
      claimsTable(language),
      ...(result.rows ? [rowTable(result.rows, language)] : []),
    ],
    definition: definitionOf(
      { form: (all) => all.unitEconomics.form, params: unitEconomicsParams },
      request.params,
      language,
      {
        rule: texts.base.rule(request.data.rule),
        ...(result.asOf === null ? {} : { asOf: format.day(result.asOf) }),
      },
    ),
    method: methodOf(result, request, language),
  };
}

function findingsOf(result: UnitEconomicsResult, language: Language): Finding[] {
  const { finding } = language.texts.unitEconomics;
  const { ltv, cac, spent, customers } = result;
  const n = customers ?? 0;
  const money = (value: number) => amountText(value, result, language);
  return [
    ...(ltv
      ? [
          {
            id: "ltv",
            label: finding.ltv,
            value: ltv.value,
            text: money(ltv.value),
            n,
            ...(ltv.interval
              ? { interval: ltv.interval, intervalText: amountInterval(ltv.interval, result, language) ?? "" }
              : { interval: null, noInterval: finding.noInterval.none }),
          },
        ]
      : []),
    ...(cac === null
      ? []
      : [
          {
            id: "cac",
            label: finding.cac,
            value: cac,
            text: money(cac),
            n: spent?.customers ?? 0,
            interval: null,
            noInterval: spent ? finding.noInterval.counted : finding.noInterval.put,
          },
        ]),
  ];
}

function methodOf(
  result: UnitEconomicsResult,
  { params }: UnitEconomicsRequest,
  language: Language,
): Report["method"] {
  const { texts, format } = language;
  const { method, source } = texts.unitEconomics;
  const { ltv, cac, profit, spent, budget, mode } = result;
  const money = (value: number) => amountText(value, result, language);
  return {
    formula: ltv
      ? method.formula({
          margin: money(params.margin),
          discount: format.percent(params.discount),
          value: money(ltv.value),
          cac: cac === null ? null : money(cac),
          profit: profit && money(profit.value),
        })
      : [texts.base.noBase],
    notes: [
      method.survival[mode],
      ...(mode === "inputs" ? [] : [method.variance]),
      method.simple,
      method.sensitivity,
      ...(spent ? [method.spent({ ...spent, spend: money(spent.spend) })] : []),
      ...(budget && params.costRatio !== null ? [method.breakEven(params.costRatio)] : []),
      ...(result.asOf === null ? [] : [method.asOf(result.asOf)]),
    ],
    sources: [source.ltv, source.restricted, texts.base.sources.wilson, source.article],
  };
}
