import type { Report } from "../report";
import { rowTable } from "../row-caveats";
import { definitionOf } from "../sentence";
import type { Language } from "../texts";
import { churnCaveats } from "./caveats";
import type { ChurnRequest } from "./clock";
import { churnFindings } from "./findings-of";
import { groupTable } from "./group-table";
import { hazardFigure } from "./hazard-figure";
import { churnMethod } from "./method";
import { churnParams } from "./params";
import type { ChurnResult } from "./result";
import { survivalFigure } from "./survival-figure";
import { horizonTable, intervalTable, omittedTable, stepTable } from "./tables";
import { churnVerdict } from "./verdict";

export function reportChurn(result: ChurnResult, request: ChurnRequest, language: Language): Report {
  const { texts, format } = language;
  const caveats = churnCaveats(result, request, language);
  const hasCurve = result.overall.customers > 0;
  return {
    verdict: churnVerdict(result, request, caveats, language),
    findings: churnFindings(result, language),
    caveats,
    figures: hasCurve ? [survivalFigure(result, language), hazardFigure(result, language)] : [],
    tables: hasCurve
      ? [
          groupTable(result, language),
          horizonTable(result, language),
          intervalTable(result, language),
          stepTable(result, language),
          ...leftOut(result, language),
        ]
      : leftOut(result, language),
    definition: definitionOf(
      { form: (all) => all.timeToChurn.form, params: churnParams },
      request.params,
      language,
      {
        rule: texts.base.rule(request.data.rule),
        ...(result.clock && {
          asOf: format.day(result.clock.asOf),
          gap: format.count(result.clock.gap),
          ...(result.clock.from !== null && { from: format.day(result.clock.from) }),
        }),
        ...(result.tau !== null && { tau: format.number(result.tau, 2) }),
      },
    ),
    method: churnMethod(result, request, language),
  };
}

function leftOut(result: ChurnResult, language: Language) {
  return [
    ...(result.omitted.length ? [omittedTable(result, language)] : []),
    ...(result.rows ? [rowTable(result.rows, language)] : []),
  ];
}
