import { probabilityText, shareFinding } from "../findings";
import type { Finding, Report } from "../report";
import { rowTable } from "../row-caveats";
import { definitionOf } from "../sentence";
import { isSmallSample } from "../share";
import type { Language } from "../texts";
import { overTimeCaveats } from "./caveats";
import { judgedShare } from "./judge";
import { lifecycleFigure } from "./lifecycle-figure";
import { overTimeParams } from "./params";
import type { OverTimeRequest } from "./query";
import { rateFigure } from "./rate-figure";
import type { OverTimeResult } from "./result";
import { conversionTable, periodTable } from "./tables";
import { overTimeVerdict } from "./verdict";

export function reportOverTime(result: OverTimeResult, request: OverTimeRequest, language: Language): Report {
  const { texts, format } = language;
  const caveats = overTimeCaveats(result, request, language);
  const flips = caveats.some(({ level }) => level === "flips");
  const hasPeriods = result.periods.length > 0;
  return {
    verdict: overTimeVerdict(result, request, flips, language),
    findings: findingsOf(result, language),
    caveats,
    figures: hasPeriods
      ? [rateFigure(result, request.params, language), lifecycleFigure(result, language)]
      : [],
    tables: [
      periodTable(result, language),
      ...(result.conversion.length ? [conversionTable(result, language)] : []),
      ...(result.rows ? [rowTable(result.rows, language)] : []),
    ],
    definition: definitionOf(
      { form: (all) => all.overTime.form, params: overTimeParams },
      request.params,
      language,
      {
        rule: texts.base.rule(request.data.rule),
        ...(result.asOf && { asOf: format.day(result.asOf) }),
      },
    ),
    method: methodOf(result, request, language),
  };
}

function findingsOf(result: OverTimeResult, language: Language): Finding[] {
  const { texts, format } = language;
  const { finding } = texts.overTime;
  const latest = result.latest === null ? undefined : result.periods[result.latest];
  if (!latest) return [];
  const share = judgedShare(latest, result.base);
  const { trend, baseline, lifetime } = result;
  const findings: Finding[] = [
    shareFinding("latest", finding.latest, share, isSmallSample(share) ? ["small-sample"] : [], language),
  ];
  if (baseline.chart)
    findings.push({
      id: "baseline",
      label: finding.baseline,
      value: baseline.chart.centre,
      text: format.percent(baseline.chart.centre),
      n: baseline.chart.n,
      interval: null,
      noInterval: finding.baselineNoInterval,
    });
  findings.push(
    trend.found
      ? {
          id: "trend",
          label: finding.trend,
          value: trend.perPeriod,
          text: texts.base.points(trend.perPeriod),
          n: trend.customers,
          interval: trend.interval,
          intervalText: texts.base.interval(
            texts.base.points(trend.interval[0]),
            texts.base.points(trend.interval[1]),
          ),
        }
      : {
          id: "trend",
          label: finding.trend,
          value: null,
          text: texts.base.noBase,
          n: share.n,
          interval: null,
          noInterval: finding.noTrend[trend.why],
        },
  );
  const life = (id: string, label: string, value: number | null | undefined): Finding[] =>
    value == null
      ? []
      : [
          {
            id,
            label,
            value,
            text: format.number(value, 1),
            n: share.n,
            interval: null,
            noInterval: finding.lifetimeNoInterval,
          },
        ];
  return [
    ...findings,
    ...life("mean-life", finding.mean, lifetime?.mean),
    ...life("half-life", finding.median, lifetime?.median),
  ];
}

function methodOf(
  result: OverTimeResult,
  { data, params }: OverTimeRequest,
  language: Language,
): Report["method"] {
  const { texts, format } = language;
  const { method } = texts.overTime;
  const { sources } = texts.base;
  const latest = result.latest === null ? undefined : result.periods[result.latest];
  const { trend, baseline } = result;
  const formula: string[] = [];
  if (latest) {
    const share = judgedShare(latest, params.base);
    const told = {
      n: share.n,
      lost: share.x,
      rate: format.percent(share.rate ?? 0),
      low: format.percent(share.interval?.[0] ?? 0),
      high: format.percent(share.interval?.[1] ?? 0),
    };
    formula.push(...(params.base === "cumulative" ? method.ever(told) : method.formula(told)));
    if (baseline.chart && latest.limits)
      formula.push(
        method.limits({
          centre: format.percent(baseline.chart.centre),
          inflation: format.number(baseline.chart.inflation, 2),
          n: share.n,
          low: format.percent(latest.limits[0]),
          high: format.percent(latest.limits[1]),
        }),
      );
    if (latest.pulse !== null)
      formula.push(method.pulse({ ...latest, pulse: format.number(latest.pulse, 2) }));
  }
  if (trend.found)
    formula.push(
      method.trend({
        odds: format.number(trend.oddsRatio, 3),
        low: format.number(trend.oddsInterval[0], 3),
        high: format.number(trend.oddsInterval[1], 3),
        p: probabilityText(trend.p, language),
        customers: trend.customers,
      }),
    );
  if (result.conversion.length) formula.push(method.convert);
  return {
    formula,
    notes: [
      method.notes[params.mode],
      ...(params.grain === "week" ? [texts.base.weeks[data.weekStart]] : []),
      method.notes.frozen,
      method.notes.overlap,
      ...(trend.found ? [method.notes.averaged] : []),
    ],
    sources: [sources.formula, sources.wilson, sources.laney, sources.logistic, sources.lifecycle],
  };
}
