import type { Report } from "../report";
import { rowTable } from "../row-caveats";
import { definitionOf } from "../sentence";
import type { Language } from "../texts";
import { cohortCaveats } from "./caveats";
import { curvesFigure } from "./curves-figure";
import { cohortFindings } from "./findings-of";
import { heatFigure } from "./heat-figure";
import type { CohortRequest } from "./lives";
import { cohortMethod } from "./method";
import { cohortParams, isInTime } from "./params";
import type { CohortResult } from "./result";
import { averageTable, cellTable, matrixTable } from "./tables";
import { trendFigure } from "./trend-figure";
import { cohortVerdict } from "./verdict";

export function reportCohorts(result: CohortResult, request: CohortRequest, language: Language): Report {
  const { texts, format } = language;
  const caveats = cohortCaveats(result, request, language);
  const flips = caveats.some(({ level }) => level === "flips");
  const { params } = request;
  const at = result.at === null ? undefined : result.steps[result.at];
  return {
    verdict: cohortVerdict(result, request, flips, language),
    findings: cohortFindings(result, request, language),
    caveats,
    figures: figuresOf(result, request, language),
    tables: [
      ...(result.cohorts.length
        ? [
            matrixTable(result, params, language),
            averageTable(result, params, language),
            cellTable(result, params, language),
          ]
        : []),
      ...(result.rows ? [rowTable(result.rows, language)] : []),
    ],
    definition: definitionOf(
      { form: (all) => all.cohortMatrix.form, params: cohortParams },
      params,
      language,
      {
        rule: texts.base.rule(request.data.rule),
        ...(result.asOf && { asOf: format.day(result.asOf) }),
        ...(at && { at: format.count(at.k) }),
      },
    ),
    method: cohortMethod(result, request, language),
  };
}

export function hasFigure({ cohorts, steps }: CohortResult): boolean {
  return cohorts.length > 0 && steps.length > 0;
}

function figuresOf(result: CohortResult, { params }: CohortRequest, language: Language): Report["figures"] {
  if (!hasFigure(result)) return [];
  const trend = isInTime(result) ? trendFigure(result, params.show, language) : null;
  return [
    heatFigure(result, params, language),
    curvesFigure(result, params.show, language),
    ...(trend ? [trend] : []),
  ];
}
