import { shareFinding } from "../findings";
import type { Finding, Method, Report } from "../report";
import { rowTable } from "../row-caveats";
import { definitionOf } from "../sentence";
import { isSmallSample, type Share } from "../share";
import type { Language } from "../texts";
import { exitCaveats } from "./caveats";
import { saturationFigure } from "./saturation-figure";
import { shareOfNew } from "./judge";
import { themeName } from "./names";
import { exitParams } from "./params";
import type { ExitResult } from "./result";
import type { ExitRequest } from "./source";
import { agreementTable, coverageTable, pairsTable, saturationTable, themesTable } from "./tables";
import { themesFigure } from "./themes-figure";
import { exitVerdict } from "./verdict";

export function reportExit(result: ExitResult, request: ExitRequest, language: Language): Report {
  const { format } = language;
  return {
    verdict: exitVerdict(result, request, language),
    findings: findingsOf(result, language),
    caveats: exitCaveats(result, request, language),
    figures: [
      ...(hasFigure(result) ? [themesFigure(result, language)] : []),
      ...(result.saturation.length > 1 ? [saturationFigure(result, language)] : []),
    ],
    tables: [
      ...(hasFigure(result) ? [themesTable(result, language)] : []),
      ...(result.coverage.n > 0 ? [coverageTable(result, request, language)] : []),
      ...(result.pairs.length > 0 ? [pairsTable(result, language)] : []),
      ...(result.agreement ? [agreementTable(result.agreement, language)] : []),
      ...(result.saturation.length > 1 ? [saturationTable(result, language)] : []),
      ...(result.rows ? [rowTable(result.rows, language)] : []),
    ],
    definition: definitionOf(
      { form: (all) => all.exitThemes.form, params: exitParams },
      request.params,
      language,
      result.asOf ? { asOf: format.day(result.asOf) } : {},
    ),
    method: methodOf(result, request, language),
  };
}

export function hasFigure({ themes }: ExitResult): boolean {
  return themes.length > 0;
}

function findingsOf(result: ExitResult, language: Language): Finding[] {
  const { texts, format } = language;
  const { finding } = texts.exitThemes;
  const small = (share: Share) => (isSmallSample(share) ? ["small-sample"] : []);
  const fresh = shareOfNew(result);
  return [
    shareFinding("coverage", finding.coverage, result.coverage, small(result.coverage), language),
    ...(result.silent
      ? [shareFinding("silent", finding.silent, result.silent, small(result.silent), language)]
      : []),
    ...(fresh === null
      ? []
      : [
          {
            id: "new-themes",
            label: finding.new,
            value: fresh,
            text: format.percent(fresh),
            n: result.coverage.x,
            interval: null,
            noInterval: finding.newInterval,
          },
        ]),
  ];
}

function methodOf(result: ExitResult, { params }: ExitRequest, language: Language): Method {
  const { texts } = language;
  const { method } = texts.exitThemes;
  const [first] = result.themes;
  const fresh = shareOfNew(result);
  return {
    formula: first
      ? method.formula({
          theme: themeName(first.theme, first.said, language),
          x: first.share.x,
          told: result.coverage.x,
          lost: result.coverage.n,
        })
      : [texts.base.noBase],
    notes: [
      params.mode === "contracts" ? method.notes.lost(params.grace) : method.notes.listed,
      method.notes.codes,
      ...(params.since === "auto" ? [] : [method.notes.since(params.since)]),
      ...(fresh === null ? [] : [method.notes.shareNew(fresh)]),
    ],
    sources: [
      method.sources.themes,
      texts.base.sources.wilson,
      method.sources.saturation,
      method.sources.turing,
      ...(result.agreement ? [method.sources.kappa] : []),
    ],
  };
}
