import type { Finding, Report } from "../report";
import { rowTable } from "../row-caveats";
import { statusTable } from "../segments/tables";
import { definitionOf } from "../sentence";
import type { Language } from "../texts";
import { usageCaveats } from "./caveats";
import { doseFigure } from "./dose-figure";
import { quarterFigure } from "./figure";
import { methodOf } from "./method";
import { usageParams } from "./params";
import type { UsageResult } from "./result";
import type { UsageRequest } from "./spans";
import { comparisonTable, decileTable, flowTable, mixTable, quarterTable, reversalTable } from "./tables";
import { usageVerdict } from "./verdict";

export function reportUsage(result: UsageResult, request: UsageRequest, language: Language): Report {
  const { texts, format } = language;
  const caveats = usageCaveats(result, request, language);
  const flips = caveats.some(({ level }) => level === "flips");
  const { adjusted } = result;
  const shown = hasFigure(result);
  return {
    verdict: usageVerdict(result, request, flips, language),
    findings: findingsOf(result, language),
    caveats,
    figures: shown
      ? [
          quarterFigure(result, request.params.zerosApart, language),
          ...[doseFigure(result, language) ?? []].flat(),
        ]
      : [],
    tables: [
      ...(shown
        ? [quarterTable(result, language), decileTable(result, language), comparisonTable(result, language)]
        : []),
      ...(shown && adjusted ? [mixTable({ ...result, adjusted }, language)] : []),
      ...(result.reversals.length ? [reversalTable(result, language)] : []),
      ...(result.customers > 0 ? [flowTable(result, language)] : []),
      ...(result.status ? [statusTable(result.status, language)] : []),
      ...(result.rows ? [rowTable(result.rows, language)] : []),
    ],
    definition: definitionOf(
      { form: (all) => all.usageQuartiles.form, params: usageParams },
      request.params,
      language,
      {
        rule: texts.base.rule(request.data.rule),
        ...(result.asOf && { asOf: format.day(result.asOf) }),
        ...(result.from && request.params.window === "month" && { month: format.month(result.from) }),
      },
    ),
    method: methodOf(result, request, language),
  };
}

/** Without anybody in the comparison there is nothing to draw. */
export function hasFigure({ overall }: UsageResult): boolean {
  return overall.n > 0;
}

function findingsOf(result: UsageResult, language: Language): Finding[] {
  const { texts, format } = language;
  const { finding } = texts.usageQuartiles;
  const { difference, usersLessNone, adjusted, trend, perArm, overall, verdict } = result;
  const n = overall.n;
  const { base } = texts;
  const told = (id: string, label: string, found: UsageResult["difference"]): Finding[] =>
    found
      ? [
          {
            id,
            label,
            value: found.value,
            text: base.points(found.value),
            n,
            interval: found.interval,
            intervalText: base.interval(base.points(found.interval[0]), base.points(found.interval[1])),
          },
        ]
      : [];
  return [
    ...told("difference", finding.difference, difference),
    ...(adjusted ? told("adjusted", finding.adjusted(adjusted.by), adjusted.difference) : []),
    ...told("users-less-none", finding.usersLessNone, usersLessNone),
    ...(trend
      ? [
          {
            id: "trend",
            label: finding.trend,
            value: trend.chiSquare,
            text: format.number(trend.chiSquare, 2),
            n,
            interval: null,
            noInterval: finding.trendNoInterval,
          },
        ]
      : []),
    ...(verdict === "reversed" && perArm !== null
      ? [
          {
            id: "per-arm",
            label: finding.perArm,
            value: Math.ceil(perArm),
            text: format.count(Math.ceil(perArm)),
            n,
            interval: null,
            noInterval: finding.perArmNoInterval,
          },
        ]
      : []),
  ];
}
