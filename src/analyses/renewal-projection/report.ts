import { intervalText } from "../findings";
import type { Finding, Report } from "../report";
import { rowTable } from "../row-caveats";
import { definitionOf } from "../sentence";
import type { Language } from "../texts";
import { renewalProjectionCaveats } from "./caveats";
import { curveFigure } from "./curve-figure";
import { mostOff } from "./held";
import { graceOf, type RenewalProjectionRequest } from "./lives";
import { renewalProjectionParams } from "./params";
import type { RenewalProjectionResult } from "./result";
import { retentionFigure } from "./retention-figure";
import { cohortsTable, curveTable, lifetimesTable, parametersTable } from "./tables";
import { newCustomerTerms, renewalProjectionVerdict } from "./verdict";

export function reportRenewalProjection(
  result: RenewalProjectionResult,
  request: RenewalProjectionRequest,
  language: Language,
): Report {
  const { texts, format } = language;
  const caveats = renewalProjectionCaveats(result, request, language);
  return {
    verdict: renewalProjectionVerdict(result, request, caveats, language),
    findings: findingsOf(result, request, language),
    caveats,
    figures: result.fit.ok ? [curveFigure(result, language), retentionFigure(result, language)] : [],
    tables: [
      curveTable(result, language),
      ...lifetimesTable(result, request, language),
      ...cohortsTable(result, language),
      ...parametersTable(result, language),
      ...(result.rows ? [rowTable(result.rows, language)] : []),
    ],
    definition: definitionOf(
      { form: (all) => all.renewalProjection.form, params: renewalProjectionParams },
      request.params,
      language,
      result.asOf === null ? {} : { asOf: format.day(result.asOf) },
    ),
    method: methodOf(result, request, { texts, format, locale: language.locale }),
  };
}

function findingsOf(
  result: RenewalProjectionResult,
  { params }: RenewalProjectionRequest,
  language: Language,
): Finding[] {
  const { texts, format } = language;
  const { finding } = texts.renewalProjection;
  const { fit, renewals, points, lifetimes, held } = result;
  const n = Math.round(result.followed);
  const [last, horizon, first] = [renewals[renewals.length - 1], points[points.length - 1], lifetimes[0]];
  const plain = (id: string, label: string, value: number, noInterval: string): Finding => ({
    id,
    label,
    value,
    text: format.percent(value),
    n,
    interval: null,
    noInterval,
  });
  const found: Finding[] = [];
  if (last) found.push(plain("seen", finding.seen(last.renewal), last.survival, finding.noIntervalSeen));
  if (!fit.ok && fit.retention?.rate != null && fit.retention.interval)
    found.push({
      ...plain("rate", texts.renewalProjection.table.rate, fit.retention.rate, ""),
      interval: fit.retention.interval,
      intervalText: intervalText(fit.retention.interval, language),
    });
  if (horizon?.interval)
    found.push({
      ...plain("survival", finding.survival(horizon.renewal), horizon.survival, ""),
      interval: horizon.interval,
      intervalText: intervalText(horizon.interval, language),
    });
  if (points[1]?.retention)
    found.push(plain("first", finding.first, points[1].retention, finding.noInterval));
  if (first) {
    const whole = (terms: number) => newCustomerTerms(terms, params.discount);
    const [low, high] = [whole(first.interval[0]), whole(first.interval[1])];
    found.push({
      id: "lifetime",
      label: finding.lifetime,
      value: whole(first.terms),
      text: format.number(whole(first.terms), 2),
      n,
      interval: [low, high],
      intervalText: texts.base.interval(format.number(low, 2), format.number(high, 2)),
    });
  }
  if (held) found.push(plain("held", finding.held(held.renewals), held.error, finding.noIntervalHeld));
  return found;
}

function methodOf(
  { fit, mode, followed }: RenewalProjectionResult,
  { params }: RenewalProjectionRequest,
  { texts, format }: Language,
): Report["method"] {
  const { method, source } = texts.renewalProjection;
  return {
    formula: fit.ok
      ? [
          method.survival,
          method.parameters(format.number(fit.alpha, 4), format.number(fit.beta, 4), Math.round(followed)),
          method.lifetime(format.percent(params.discount)),
        ]
      : [texts.base.noBase],
    notes: [
      method.shifted,
      mode === "contracts" ? method.contracts(graceOf(params)) : method.table,
      method.held(format.percent(mostOff)),
      method.association,
    ],
    sources: [source.sbg, source.value, texts.base.sources.wilson],
  };
}
