import { shareFinding } from "../findings";
import type { Finding, Report } from "../report";
import { rowTable } from "../row-caveats";
import { definitionOf } from "../sentence";
import { isSmallSample, shareOf } from "../share";
import type { Language } from "../texts";
import { radarCaveats } from "./caveats";
import { radarParams } from "./params";
import type { RadarResult } from "./result";
import type { RadarRequest } from "./source";
import { bandsTable, listTable, reviewsTable, weeksTable } from "./tables";
import { radarVerdict } from "./verdict";
import { hasWeeks, weeksFigure } from "./weeks-figure";

export function reportRadar(result: RadarResult, request: RadarRequest, language: Language): Report {
  const { texts, format } = language;
  const isTold = !result.isDisordered && result.asOf !== null;
  return {
    verdict: radarVerdict(result, request, language),
    findings: isTold ? findingsOf(result, language) : [],
    caveats: radarCaveats(result, request, language),
    figures: hasWeeks(result) ? [weeksFigure(result, request, language)] : [],
    tables: [
      ...(isTold ? [bandsTable(result, request, language)] : []),
      ...(result.list.length > 0 ? [listTable(result, request, language)] : []),
      ...(result.qbr ? [reviewsTable(result.qbr, request, language)] : []),
      ...(result.weeks.length > 0 ? [weeksTable(result, request, language)] : []),
      ...(result.rows ? [rowTable(result.rows, language)] : []),
    ],
    definition: definitionOf(
      { form: (all) => all.renewalRadar.form, params: radarParams },
      request.params,
      language,
      result.asOf ? { asOf: format.day(result.asOf) } : {},
    ),
    method: methodOf(result, request, texts),
  };
}

function findingsOf({ qbr, facts, bands }: RadarResult, language: Language): Finding[] {
  const { texts, format } = language;
  const { finding } = texts.renewalRadar;
  const share = qbr && shareOf(qbr.late, qbr.logos);
  return [
    ...(share
      ? [
          shareFinding(
            "late-qbr",
            finding.share,
            share,
            isSmallSample(share) ? ["small-sample"] : [],
            language,
          ),
        ]
      : []),
    {
      id: "renewed",
      label: finding.covered,
      value: facts.renewed,
      text: format.count(facts.renewed),
      n: facts.renewed + bands.reduce((sum, { contracts }) => sum + contracts, 0),
      interval: null,
      noInterval: texts.base.noInterval.count,
    },
  ];
}

function methodOf(
  { facts }: RadarResult,
  { params }: RadarRequest,
  texts: Language["texts"],
): Report["method"] {
  const { method } = texts.renewalRadar;
  return {
    formula: method.formula(params),
    notes: [
      method.notes.rules,
      method.notes.renewed(params.grace),
      ...(facts.past > 0 ? [method.notes.past(facts.past, params.grace)] : []),
      ...(facts.future > 0 ? [method.notes.future(facts.future)] : []),
      ...(params.qbr === null ? [] : [method.notes.review(params.qbrDays)]),
    ],
    sources: [method.source],
  };
}
