import { leverTitle } from "../adoption-score/names";
import { shareFinding } from "../findings";
import type { Finding, Report } from "../report";
import { rowTable } from "../row-caveats";
import { definitionOf } from "../sentence";
import type { Language } from "../texts";
import { auditFigure } from "./audit-figure";
import { auditTable, levelsTable } from "./audit-tables";
import { reportCaveats } from "./caveats";
import { coverageFigure } from "./coverage-figure";
import { leversTable, nearestTable } from "./lever-tables";
import { methodOf } from "./method";
import { reportParams, type ReportRequest } from "./params";
import { hasScores, lastDate, type ReportResult } from "./result";
import { movedOver } from "./series";
import {
  coverageTable,
  distributionTable,
  monthsTable,
  movesTable,
  versionTable,
  weeksTable,
} from "./tables";
import { lastMonth, reportVerdict } from "./verdict";
import { weeksFigure } from "./weeks-figure";

export function reportOf(result: ReportResult, request: ReportRequest, language: Language): Report {
  const { format, texts } = language;
  const isShown = hasScores(result);
  const hasAudit = result.audit.dates.length > 0;
  const audited = isShown ? auditFigure(result, request, language) : null;
  return {
    verdict: reportVerdict(result, request, language),
    findings: isShown ? findingsOf(result, language) : [],
    caveats: reportCaveats(result, request, language),
    figures: isShown
      ? [
          weeksFigure(result, request, language),
          coverageFigure(result, request, language),
          ...(audited ? [audited] : []),
        ]
      : [],
    tables: [
      ...(isShown
        ? [
            weeksTable(result, language),
            ...(result.months.length ? [monthsTable(result, language)] : []),
            leversTable(result, language),
            ...(result.gaps?.nearest.length ? [nearestTable(result, language)] : []),
            ...(hasAudit ? [auditTable(result, language), levelsTable(result, language)] : []),
            movesTable(result, language),
            distributionTable(result, request, language),
            coverageTable(result, language),
            versionTable(result, request, language),
          ]
        : []),
      ...(result.rows ? [rowTable(result.rows, language)] : []),
    ],
    definition: definitionOf(
      { form: (all) => all.adoptionReport.form, params: reportParams },
      request.params,
      language,
      {
        rule: texts.base.rule(request.data.rule),
        ...(result.levers.length && {
          levers: format.list(result.levers.map((lever) => leverTitle(lever, language))),
        }),
        ...(result.asOf && { asOf: format.day(result.asOf) }),
      },
    ),
    method: methodOf(result, request, language),
  };
}

function findingsOf(result: ReportResult, language: Language): Finding[] {
  const { texts, format } = language;
  const { finding, signed } = texts.adoptionReport;
  const last = lastDate(result)!;
  const n = last.customers;
  const moved = movedOver(result.dates);
  const month = lastMonth(result);
  const equal = result.audit.dates.at(-1)?.equal;
  const numbered = (
    id: string,
    label: string,
    text: string,
    value: number,
    interval: readonly [number, number] | null,
    written: (end: number) => string,
  ): Finding => ({
    id,
    label,
    value,
    text,
    n,
    ...(interval
      ? { interval, intervalText: texts.base.interval(written(interval[0]), written(interval[1])) }
      : { interval: null, noInterval: finding.noInterval }),
  });
  const plain = (id: string, label: string, value: number, text: string): Finding => ({
    id,
    label,
    value,
    text,
    n,
    interval: null,
    noInterval: finding.plain,
  });
  const one = (value: number) => format.number(value, 1);
  const money = month?.money ?? null;
  return [
    numbered("mean", finding.mean, one(last.mean!), last.mean!, last.interval, one),
    plain("median", finding.median, last.median!, one(last.median!)),
    ...(moved
      ? [
          plain("moved", finding.moved, moved.all, signed(moved.all)),
          plain("moved-same", finding.same, moved.same, signed(moved.same)),
          plain("moved-mix", finding.mix, moved.mix, signed(moved.mix)),
        ]
      : []),
    ...(month ? [shareFinding("logos", finding.logos, month.logos, [], language)] : []),
    ...(["gross", "net"] as const).flatMap((kind) => {
      const found = money?.[kind];
      return found && found.rate !== null
        ? [
            {
              ...numbered(
                kind,
                finding[kind],
                format.percent(found.rate),
                found.rate,
                found.interval,
                format.percent,
              ),
              n: month!.logos.n,
            },
          ]
        : [];
    }),
    ...(equal
      ? [
          {
            ...numbered(
              "equal",
              finding.equal,
              texts.base.points(equal.difference),
              equal.difference,
              equal.interval,
              format.points,
            ),
            n: result.audit.dates.at(-1)!.customers,
          },
        ]
      : []),
    ...(result.gaps ? [plain("any", finding.any, result.gaps.any, format.count(result.gaps.any))] : []),
  ];
}
