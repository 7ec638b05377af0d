import { shareFinding } from "../findings";
import type { Finding, Report } from "../report";
import { rowTable } from "../row-caveats";
import { definitionOf } from "../sentence";
import { isSmallSample } from "../share";
import type { Language } from "../texts";
import { segmentsCaveats } from "./caveats";
import type { SegmentsRequest } from "./dimensions-of";
import { segmentsFigure } from "./figure";
import { funnelFigure } from "./funnel-figure";
import { methodOf } from "./method";
import { segmentsParams } from "./params";
import type { Outcome, SegmentsResult } from "./result";
import {
  dimensionTable,
  overlapTable,
  reversalTable,
  segmentTable,
  shrunkenTable,
  statusTable,
} from "./tables";
import { segmentsVerdict, testsOf } from "./verdict";

export function reportSegments(result: SegmentsResult, request: SegmentsRequest, language: Language): Report {
  const caveats = segmentsCaveats(result, request, language);
  const flips = caveats.some(({ level }) => level === "flips");
  return {
    verdict: segmentsVerdict(result, request, flips, language),
    findings: findingsOf(result, language),
    caveats,
    figures: hasFigure(result)
      ? [
          segmentsFigure(result, language),
          ...result.dimensions.flatMap((_, place) => funnelFigure(result, place, language) ?? []),
        ]
      : [],
    tables: [
      ...(hasFigure(result) ? [segmentTable(result, language), dimensionTable(result, language)] : []),
      ...(result.reversals.length ? [reversalTable(result, language)] : []),
      ...(request.params.shrink ? [shrunkenTable(result, language)] : []),
      ...(result.overlaps.length ? [overlapTable(result, language)] : []),
      ...(result.status ? [statusTable(result.status.values, language)] : []),
      rowTable(result.rows, language),
    ],
    definition: definitionOf(
      { form: (all) => all.segments.form, params: segmentsParams },
      request.params,
      language,
      foundIn(result, request, language),
    ),
    method: methodOf(result, language),
  };
}

/** Without anybody there is nothing to draw. */
export function hasFigure({ overall }: SegmentsResult): boolean {
  return overall.n > 0;
}

/** What "auto" turned out to be, in the words of the definition. */
export function foundIn(
  { period }: Outcome,
  { data }: Pick<SegmentsRequest, "data">,
  { texts, format }: Language,
): Record<string, string> {
  return {
    rule: texts.base.rule(data.rule),
    ...(period && {
      start: format.day(period.start),
      end: format.day(period.end),
      asOf: format.day(period.asOf),
    }),
  };
}

function findingsOf(result: SegmentsResult, language: Language): Finding[] {
  const { texts, format } = language;
  const { finding } = texts.segments;
  const { overall, dimensions } = result;
  const tests = testsOf(result);
  const counted = (id: string, label: string, value: number): Finding => ({
    id,
    label,
    value,
    text: format.count(value),
    n: overall.n,
    interval: null,
    noInterval: texts.base.noInterval.count,
  });
  return [
    shareFinding(
      "overall",
      finding.overall,
      overall,
      isSmallSample(overall) ? ["small-sample"] : [],
      language,
    ),
    counted("lost", finding.left, overall.x),
    counted("tests", finding.tests, tests),
    ...dimensions.flatMap(({ column, homogeneity }): Finding[] =>
      homogeneity
        ? [
            {
              id: `v-${column}`,
              label: finding.strongest(column),
              value: homogeneity.cramerV,
              text: format.number(homogeneity.cramerV, 2),
              n: overall.n,
              interval: null,
              noInterval: finding.noIntervalOfV,
            },
          ]
        : [],
    ),
  ];
}
