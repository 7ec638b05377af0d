import { shareFinding } from "../findings";
import { moneyText } from "../money";
import type { Finding, Report } from "../report";
import { rowTable } from "../row-caveats";
import { definitionOf } from "../sentence";
import { isSmallSample } from "../share";
import type { Language } from "../texts";
import { bridgeFigure } from "./bridge-figure";
import { logoCaveats } from "./caveats";
import { logoMethod } from "./method";
import { logoParams } from "./params";
import { focalPeriod, type LogoPeriod, type LogoResult, type Ratio } from "./result";
import { seriesFigure } from "./series-figure";
import type { LogoRequest } from "./source";
import { basesTable, currencyTable, movementsTable, seriesTable } from "./tables";
import { logoVerdict } from "./verdict";

export function reportLogos(result: LogoResult, request: LogoRequest, language: Language): Report {
  const { texts, format } = language;
  const focal = focalPeriod(result);
  const caveats = logoCaveats(result, request, language);
  const flips = caveats.some(({ level }) => level === "flips");
  return {
    verdict: logoVerdict(result, request, flips, language),
    findings: focal ? findingsOf(result, focal, language) : [],
    caveats,
    figures: [
      ...(hasFigure(result) && focal ? [bridgeFigure(focal, result.grain, language)] : []),
      ...(hasSeries(result) ? [seriesFigure(result, language)] : []),
    ],
    tables: [
      ...(focal && focal.state !== "not observed"
        ? [movementsTable(result, focal, language), basesTable(result, focal, language)]
        : []),
      ...(result.series.length > 0 ? [seriesTable(result, language)] : []),
      ...(result.currencies.length > 1 ? [currencyTable(result, language)] : []),
      ...(result.rows ? [rowTable(result.rows, language)] : []),
    ],
    definition: definitionOf(
      { form: (all) => all.logoAttrition.form, params: logoParams },
      request.params,
      language,
      {
        ...(focal && { start: texts.base.periodShort(focal.opens, result.grain) }),
        ...(result.asOf && { asOf: format.day(result.asOf) }),
        ...(result.currency && { currency: result.currency }),
      },
    ),
    method: logoMethod(result, request, language),
  };
}

/** Without anybody at start and end there is nothing to draw. */
export function hasFigure(result: LogoResult): boolean {
  const focal = focalPeriod(result);
  return focal !== null && focal.state !== "not observed" && focal.counts.atStart + focal.counts.atEnd > 0;
}

/** A line needs two periods. */
function hasSeries({ series }: LogoResult): boolean {
  return series.filter(({ state, counts }) => state === "complete" && counts.atStart > 0).length > 1;
}

function findingsOf(result: LogoResult, focal: LogoPeriod, language: Language): Finding[] {
  if (focal.state !== "complete") return [];
  const { texts, format } = language;
  const { finding } = texts.logoAttrition;
  const { attrition, renewal, money } = focal;
  const small = isSmallSample(attrition) ? ["small-sample"] : [];
  const n = attrition.n;
  const stay = attrition.interval;
  const retention = {
    x: n - attrition.x,
    n,
    rate: attrition.rate === null ? null : 1 - attrition.rate,
    interval: stay && ([1 - stay[1], 1 - stay[0]] as [number, number]),
  };
  const plain = (id: string, label: string, value: number | null, text: string, why: string): Finding => ({
    id,
    label,
    value,
    text,
    n,
    interval: null,
    noInterval: why,
  });
  const part = (id: string, label: string, value: number | null): Finding =>
    plain(id, label, value, value === null ? texts.base.noBase : format.percent(value), finding.share);
  const sum = (id: string, label: string, value: number): Finding =>
    plain(id, label, value, moneyText(value, result.currency, language), finding.sum);
  return [
    shareFinding("attrition", finding.attrition, attrition, small, language),
    shareFinding("retention", finding.retention, retention, small, language),
    ...(money
      ? [
          ratioFinding("gross", finding.gross, result.gross, n, language),
          ratioFinding("net", finding.net, result.net, n, language),
        ]
      : []),
    ...(money && money.start > 0 ? [part("money-lost", finding.moneyLost, money.lost / money.start)] : []),
    ...(renewal && renewal.share.n > 0
      ? [
          shareFinding(
            "renewal",
            finding.renewal,
            renewal.share,
            isSmallSample(renewal.share) ? ["small-sample"] : [],
            language,
          ),
        ]
      : []),
    ...(result.concentration
      ? [
          part("top-five", finding.topFive, result.concentration.topFive),
          part(
            "gross-without",
            finding.grossWithout(result.concentration.largest),
            result.concentration.grossWithout,
          ),
        ]
      : []),
    ...(money
      ? [
          sum("from-new", finding.fromNew, money.new + money.returned),
          sum("from-existing", finding.fromExisting, money.expansion - money.contraction - money.lost),
        ]
      : []),
  ];
}

function ratioFinding(
  id: string,
  label: string,
  { rate, interval }: Ratio,
  n: number,
  language: Language,
): Finding {
  const { texts, format } = language;
  const told = { id, label, value: rate, n, text: rate === null ? texts.base.noBase : format.percent(rate) };
  if (rate === null) return { ...told, interval: null, noInterval: texts.base.noInterval.noBase };
  if (interval === null) return { ...told, interval: null, noInterval: texts.logoAttrition.finding.flat };
  return {
    ...told,
    interval,
    intervalText: texts.base.interval(format.percent(interval[0]), format.percent(interval[1])),
  };
}
