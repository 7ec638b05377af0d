import { intervalText, shareFinding } from "../findings";
import type { Finding, Report, ReportTable, Verdict } from "../report";
import { cellsIn, left, right } from "../report-cells";
import { rowTable } from "../row-caveats";
import { definitionOf } from "../sentence";
import { isSmallSample, shareOf, type Share } from "../share";
import type { Language } from "../texts";
import { regrettableCaveats } from "./caveats";
import { classesFigure } from "./classes-figure";
import { fitRule, type RegrettableRequest } from "./fit-rule";
import { regrettableParams } from "./params";
import { classes, type RegrettableResult } from "./result";

export function reportRegrettable(
  result: RegrettableResult,
  request: RegrettableRequest,
  language: Language,
): Report {
  const { texts, format } = language;
  const caveats = regrettableCaveats(result, request, language);
  const flips = caveats.some(({ level }) => level === "flips");
  const isTold = result.period !== null && result.refused === null;
  const { method } = texts.regrettable;
  const { fit, unknown, period } = result;
  return {
    verdict: verdictOf(result, request, flips, language),
    findings: isTold ? findingsOf(result, language) : [],
    caveats,
    figures: hasFigure(result) ? [classesFigure(result, language)] : [],
    tables: [
      ...(isTold ? [classTable(result, language), boundsTable(result, language)] : []),
      ...(result.rows ? [rowTable(result.rows, language)] : []),
    ],
    definition: definitionOf(
      { form: (all) => all.regrettable.form, params: regrettableParams },
      request.params,
      language,
      {
        rule: texts.base.rule(request.data.rule),
        ...(period && { start: format.day(period.start), asOf: format.day(period.asOf) }),
      },
    ),
    method: {
      formula:
        fit.rate === null
          ? [texts.base.noBase]
          : [
              ...method.formula({ lost: fit.x, n: fit.n, rate: format.percent(fit.rate) }),
              method.bounds({
                fitLost: fit.x,
                fit: fit.n,
                unknownLost: unknown.x,
                unknownStayed: unknown.n - unknown.x,
              }),
            ],
      notes: [method.notes.before, method.notes.unknown],
      sources: [method.source, texts.base.sources.wilson],
    },
  };
}

export function hasFigure({ all, period, refused }: RegrettableResult): boolean {
  return all.n > 0 && period !== null && period.state !== "not observed" && refused === null;
}

function verdictOf(
  result: RegrettableResult,
  request: RegrettableRequest,
  flips: boolean,
  language: Language,
): Verdict {
  const { texts, format } = language;
  const { verdict, next } = texts.regrettable;
  const { period, fit, unfit, unknown, all, best, worst } = result;
  const rule = fitRule(request);
  const cannotTell = (sentence: string, way: string): Verdict => ({
    level: "cannot-tell",
    sentence,
    next: way,
  });
  switch (result.refused) {
    case "outcome":
      return { level: "refused", sentence: verdict.outcome(rule.column), next: next.outcome };
    case "no-value":
      return { level: "refused", sentence: verdict.noValue, next: next.noValue };
    case "not-number":
      return { level: "refused", sentence: verdict.notNumber(rule.values[0] ?? ""), next: next.noValue };
    case null:
      break;
  }
  if (!period) return cannotTell(verdict.noRows, next.noRows);
  if (period.state !== "complete") return cannotTell(verdict.running(period), next.running);
  if (all.n === 0) return cannotTell(verdict.noBase(period.start), next.running);
  const bounds =
    unknown.n > 0 && best.rate !== null && worst.rate !== null
      ? verdict.bounds(
          format.percentBeside(best.rate, [worst.rate]),
          format.percentBeside(worst.rate, [best.rate]),
        )
      : null;
  if (fit.rate === null || fit.interval === null)
    return cannotTell(verdict.noFit(period.start, bounds && ` ${bounds}`), next.noFit);
  const isSmall = isSmallSample(fit);
  const rate = format.percent(fit.rate);
  const interval = intervalText(fit.interval, language);
  return {
    level: flips || isSmall ? "likely" : "certain",
    sentence: [
      verdict.found({
        n: fit.n,
        lost: fit.x,
        start: period.start,
        end: period.end,
        rate,
        interval,
        thatIs: texts.base.thatIs(fit.rate, fit.n),
      }),
      verdict.split({ lost: all.x, fit: fit.x, unfit: unfit.x, unknown: unknown.x }),
      ...(bounds ? [bounds] : []),
    ].join(" "),
    number: {
      value: rate,
      interval,
      base: texts.base.ofBase(fit.x, fit.n),
      who: { key: "fit-lost", label: texts.regrettable.who["fit-lost"] },
    },
    next: unknown.x > 0 ? next.unknown : isSmall ? next.small : next.found,
  };
}

function classTable(result: RegrettableResult, language: Language): ReportTable {
  const { table: told, class: named, who } = language.texts.regrettable;
  const cell = cellsIn(language);
  const { effort } = result;
  const spent = effort ? effort.fit + effort.unfit + effort.unknown : 0;
  return {
    id: "classes",
    title: told.title,
    columns: [
      left("class", told.class),
      right("at_start", told.atStart, "customers"),
      right("lost", told.lost, "customers"),
      right("attrition", told.attrition, "share"),
      right("interval", told.interval, "number"),
      ...(effort ? [right("effort", told.effort, "mixed"), right("share", told.share, "share")] : []),
    ],
    rows: [...classes, "all" as const].map((one) => {
      const share = result[one];
      const hours = effort && (one === "all" ? spent : effort[one]);
      return {
        class: { text: named[one], value: one },
        at_start: cell.count(share.n, { key: one, label: who[one] }),
        lost: cell.count(share.x, { key: `${one}-lost`, label: who[`${one}-lost`] }),
        attrition: cell.share(share),
        interval: cell.interval(share),
        ...(hours !== null && {
          effort: cell.number(hours),
          share: cell.share({ rate: spent > 0 ? hours / spent : null }),
        }),
      };
    }),
    unfinished: result.period?.state === "complete" ? [] : [0, 1, 2, 3],
  };
}

function boundsTable(result: RegrettableResult, language: Language): ReportTable {
  const { boundsTable: told } = language.texts.regrettable;
  const cell = cellsIn(language);
  const row = (name: string, label: string, share: Share) => ({
    case: { text: label, value: name },
    lost: cell.count(share.x),
    n: cell.count(share.n),
    attrition: cell.share(share),
  });
  return {
    id: "bounds",
    title: told.title,
    columns: [
      left("case", told.case),
      right("lost", told.lost, "customers"),
      right("n", told.n, "mixed"),
      right("attrition", told.attrition, "share"),
    ],
    rows: [
      row("known", told.known, result.fit),
      row("best", told.best, result.best),
      row("worst", told.worst, result.worst),
    ],
  };
}

function findingsOf(result: RegrettableResult, language: Language): Finding[] {
  const { finding } = language.texts.regrettable;
  const small = (share: Share) => (isSmallSample(share) ? ["small-sample"] : []);
  const told = (id: string, label: string, share: Share) =>
    shareFinding(id, label, share, small(share), language);
  const { effort, fit, unfit, all } = result;
  const spent = effort ? effort.fit + effort.unfit + effort.unknown : 0;
  return [
    told("fit", finding.fit, fit),
    told("unfit", finding.unfit, unfit),
    told("all", finding.all, all),
    told("share", finding.share, shareOf(fit.x, all.x)),
    ...(effort && spent > 0
      ? [
          {
            id: "effort",
            label: finding.effort,
            value: effort.unfit / spent,
            text: language.format.percent(effort.unfit / spent),
            n: all.n,
            interval: null,
            noInterval: finding.sum,
          },
        ]
      : []),
  ];
}
