import { intervalText, shareFinding } from "../findings";
import type { Finding, Report } from "../report";
import { rowTable } from "../row-caveats";
import { definitionOf } from "../sentence";
import { isSmallSample } from "../share";
import type { Language } from "../texts";
import { repeatPurchaseCaveats } from "./caveats";
import { curveFigure } from "./curve-figure";
import { leakFigure } from "./leak-figure";
import { leakTable, monthsTable, productsTable } from "./month-tables";
import { repeatPurchaseParams } from "./params";
import type { RepeatPurchaseRequest } from "./purchases";
import { readingsFigure } from "./readings-figure";
import type { RepeatPurchaseResult } from "./result";
import { daysTable, hazardTable, readingsOf, readingsTable, windowsTable } from "./tables";
import { repeatPurchaseVerdict } from "./verdict";

export function reportRepeatPurchase(
  result: RepeatPurchaseResult,
  request: RepeatPurchaseRequest,
  language: Language,
): Report {
  const { texts, format } = language;
  const caveats = repeatPurchaseCaveats(result, request, language);
  const flips = caveats.some(({ level }) => level === "flips");
  return {
    verdict: repeatPurchaseVerdict(result, request, flips, language),
    findings: findingsOf(result, request, language),
    caveats,
    figures:
      result.days.length === 0
        ? []
        : [
            curveFigure(result, language),
            ...readingsFigure(result, request, language),
            ...leakFigure(result, language),
          ],
    tables: [
      readingsTable(result, request, language),
      ...leakTable(result, language),
      monthsTable(result, language),
      windowsTable(result, language),
      hazardTable(result, language),
      ...productsTable(result, language),
      daysTable(result, language),
      rowTable(result.rows, language),
    ],
    definition: definitionOf(
      { form: (all) => all.repeatPurchase.form, params: repeatPurchaseParams },
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

function findingsOf(
  result: RepeatPurchaseResult,
  { params }: RepeatPurchaseRequest,
  language: Language,
): Finding[] {
  const { texts, format } = language;
  const { finding } = texts.repeatPurchase;
  const { median, firstDays, leak, window } = result;
  const customers = result.days[0]?.atRisk ?? 0;
  const small = (id: string) =>
    id === "cohort" && isSmallSample(result.readings.cohort) ? ["small-sample"] : [];
  const curve = result.horizons.find(({ days }) => days === window);
  const by = (days: number | null) => (days === null ? finding.notReached : format.count(days));
  return [
    ...readingsOf(result, params.recent, language).map(({ id, label, share }) =>
      shareFinding(id, label, share, small(id), language),
    ),
    ...(curve?.interval
      ? [
          {
            id: "curve",
            label: finding.curve(window),
            value: curve.share,
            text: format.percent(curve.share),
            n: customers,
            interval: [...curve.interval] as const,
            intervalText: intervalText(curve.interval, language),
          } satisfies Finding,
        ]
      : []),
    {
      id: "median",
      label: finding.median,
      value: median.days,
      text: by(median.days),
      n: customers,
      interval: null,
      noInterval: finding.medianInterval(by(median.interval[0]), by(median.interval[1])),
    },
    shareFinding("first-days", finding.firstDays(firstDays.days), firstDays.share, [], language),
    ...(leak
      ? [
          {
            id: "leak",
            label: finding.leak,
            value: leak.after.leak,
            text: format.count(leak.after.leak),
            n: leak.after.again.n,
            interval: null,
            noInterval: texts.base.noInterval.count,
          },
        ]
      : []),
  ];
}

function methodOf(
  result: RepeatPurchaseResult,
  { params }: RepeatPurchaseRequest,
  { texts, format }: Language,
): Report["method"] {
  const { method, source } = texts.repeatPurchase;
  const { cohort } = result.readings;
  const { products } = result;
  return {
    formula:
      cohort.rate !== null && cohort.interval !== null
        ? [
            ...method.formula({
              x: cohort.x,
              n: cohort.n,
              rate: format.percent(cohort.rate),
              low: format.percent(cohort.interval[0]),
              high: format.percent(cohort.interval[1]),
            }),
            method.leak,
          ]
        : [texts.base.noBase],
    notes: [
      method.purchase[result.purchase],
      ...(result.asOf === null ? [] : [method.followed(result.asOf)]),
      method.firstDays(result.firstDays.days),
      ...(result.leak ? [method.leakSplit] : []),
      ...(products
        ? [
            method.productsShown({
              ...products,
              shown: products.pairs.length,
              fewest: params.minTogether,
            }),
            method.products,
          ]
        : []),
    ],
    sources: [
      texts.base.sources.wilson,
      source.kaplanMeier,
      source.garwood,
      ...(result.leak ? [source.newcombe] : []),
      ...(products ? [source.lift, source.benjamini] : []),
      texts.base.sources.quantile,
      source.article,
    ],
  };
}
