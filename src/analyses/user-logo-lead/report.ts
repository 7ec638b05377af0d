import type { Finding, Report } from "../report";
import { rowTable } from "../row-caveats";
import { definitionOf } from "../sentence";
import { shareFinding } from "../findings";
import { shareOf } from "../share";
import type { Language } from "../texts";
import { leadCaveats } from "./caveats";
import { lagsFigure } from "./lags-figure";
import { liftFigure } from "./lift-figure";
import { leadParams } from "./params";
import type { LeadRequest } from "./query";
import type { LeadResult } from "./result";
import { accountsTable, lagsTable, liftTable, partName } from "./tables";
import { askedLag, oddsSaid, verdictOf } from "./verdict";

export function reportLead(result: LeadResult, request: LeadRequest, language: Language): Report {
  const { texts, format } = language;
  const lags = lagsFigure(result, language);
  return {
    verdict: verdictOf(result, request, language),
    findings: findingsOf(result, request, language),
    caveats: leadCaveats(result, request, language),
    figures: [...(hasFigure(result) ? [liftFigure(result, request, language)] : []), ...(lags ? [lags] : [])],
    tables: [
      accountsTable(result, language),
      liftTable(result, request, language),
      lagsTable(result, language),
      rowTable(result.rows, language),
    ],
    definition: definitionOf(
      { form: (all) => all.userLogoLead.form, params: leadParams },
      request.params,
      language,
      {
        rule: texts.base.rule(request.data.rule),
        ...(result.asOf !== null && { asOf: format.day(result.asOf) }),
      },
    ),
    method: methodOf(result, request, language),
  };
}

export function hasFigure({ lift }: LeadResult): boolean {
  return lift.length > 0;
}

function findingsOf(result: LeadResult, request: LeadRequest, language: Language): Finding[] {
  const { texts, format } = language;
  const { finding } = texts.userLogoLead;
  const lag = askedLag(result, request);
  const said = oddsSaid(lag, language);
  const { lost } = result;
  const found: Finding[] = [];
  if (lag.fit && said)
    found.push({
      id: "odds",
      label: finding.odds,
      value: lag.fit.oddsRatio,
      text: said.odds,
      n: lag.accountMonths,
      interval: lag.fit.interval,
      intervalText: said.interval,
    });
  if (lag.auc) {
    const { value, interval } = lag.auc;
    const told = {
      id: "auc",
      label: finding.auc,
      value,
      text: format.number(value, 3),
      n: lag.accountMonths,
    };
    found.push(
      interval
        ? {
            ...told,
            interval,
            intervalText: texts.base.interval(format.number(interval[0], 3), format.number(interval[1], 3)),
          }
        : { ...told, interval: null, noInterval: texts.base.noInterval.ratio },
    );
  }
  found.push(shareFinding("flagged", finding.flagged, shareOf(lost.flagged, lost.accounts), [], language));
  if (lost.leadDays)
    found.push({
      id: "lead",
      label: finding.lead,
      value: lost.leadDays.median,
      text: texts.base.days(lost.leadDays.median),
      n: lost.flagged,
      interval: null,
      noInterval: finding.leadNoInterval(
        texts.base.days(lost.leadDays.low),
        texts.base.days(lost.leadDays.high),
      ),
    });
  return found;
}

function methodOf(result: LeadResult, request: LeadRequest, language: Language): Report["method"] {
  const { texts, format } = language;
  const { method } = texts.userLogoLead;
  const { params } = request;
  return {
    formula: [
      ...method.formula({
        lag: params.lag,
        seats: format.count(params.minSeats),
        renewal: result.controlsRenewal,
      }),
      ...result.lift.map((one) =>
        method.rate({
          part: partName(one.part, result, request, language),
          lost: one.lost,
          n: one.accountMonths,
          rate: format.percent(one.rate),
        }),
      ),
    ],
    notes: [
      method.notes.order,
      ...(result.controlsRenewal ? [method.notes.due] : []),
      method.notes.stay(params.grace),
      method.notes.cluster,
      method.notes.folds,
      method.notes.q,
    ],
    sources: [...method.sources, texts.base.sources.wilson],
  };
}
