import { rowTable } from "../row-caveats";
import type { Finding, Report } from "../report";
import { definitionOf } from "../sentence";
import { statusTable } from "../segments/tables";
import type { Language } from "../texts";
import { scoreCaveats } from "./caveats";
import { methodOf } from "./method";
import { leverTitle } from "./names";
import { chosenOf, type ScoreResult } from "./result";
import { scoreParams, type ScoreRequest } from "./params";
import { scoresFigure } from "./scores-figure";
import {
  checksTable,
  everyoneTable,
  leversTable,
  passesOf,
  registerTable,
  scoresTable,
  weightsTable,
} from "./tables";
import { scoreVerdict } from "./verdict";

export function reportScore(result: ScoreResult, request: ScoreRequest, language: Language): Report {
  const { format, texts } = language;
  const caveats = scoreCaveats(result, request, language);
  const isShown = hasFigure(result);
  const { gate, facts, status, rows } = result;
  return {
    verdict: scoreVerdict(result, request, language),
    findings: isShown ? findingsOf(result, language) : [],
    caveats,
    figures: isShown ? [scoresFigure(result, language)] : [],
    tables: [
      ...(isShown
        ? [
            scoresTable(result, language),
            checksTable(result, language),
            weightsTable(result, language),
            leversTable(result, language),
            everyoneTable(result, language),
          ]
        : []),
      ...(isShown && gate && gate.colour !== "green" ? [registerTable(result, language)] : []),
      ...(status ? [statusTable(status, language)] : []),
      ...(rows ? [rowTable(rows, language)] : []),
    ],
    definition: definitionOf(
      { form: (all) => all.adoptionScore.form, params: scoreParams },
      request.params,
      language,
      {
        rule: texts.base.rule(request.data.rule),
        ...(result.levers.length && {
          levers: format.list(result.levers.map((lever) => leverTitle(lever, language))),
        }),
        ...(facts?.asOf && { asOf: format.day(facts.asOf) }),
      },
    ),
    method: methodOf(result, language),
  };
}

export function hasFigure(result: ScoreResult): boolean {
  return chosenOf(result) !== null && result.bands.length > 0;
}

function findingsOf(result: ScoreResult, language: Language): Finding[] {
  const { texts, format } = language;
  const { finding } = texts.adoptionScore;
  const chosen = chosenOf(result)!;
  const { scored, facts } = result;
  const used = facts?.used ?? 0;
  const area = (
    id: string,
    label: string,
    found: { auc: number; interval: readonly [number, number] | null } | null,
    n: number,
  ): Finding[] =>
    found
      ? [
          {
            id,
            label,
            value: found.auc,
            text: format.number(found.auc, 2),
            n,
            ...(found.interval
              ? {
                  interval: found.interval,
                  intervalText: texts.base.interval(
                    format.number(found.interval[0], 2),
                    format.number(found.interval[1], 2),
                  ),
                }
              : { interval: null, noInterval: finding.noInterval }),
          },
        ]
      : [];
  const plain = (id: string, label: string, value: number | null, noInterval: string): Finding[] =>
    value === null
      ? []
      : [{ id, label, value, text: format.number(value, 1), n: used, interval: null, noInterval }];
  return [
    ...area("area", finding.area, chosen.validated, used),
    ...area("area-later", finding.later, chosen.later, chosen.later?.customers ?? 0),
    ...plain("passes", finding.passes, passesOf(chosen), texts.base.noInterval.count),
    ...plain("checks", finding.checks, chosen.checks.length, texts.base.noInterval.count),
    ...plain(
      "open",
      finding.open,
      chosen.checks.filter(({ state }) => state === "cannot-tell").length,
      texts.base.noInterval.count,
    ),
    ...plain("versions", finding.versions, result.contenders.length, texts.base.noInterval.count),
    ...plain("mean", finding.mean, scored?.mean ?? null, finding.plain),
    ...plain("median", finding.median, scored?.median ?? null, finding.plain),
    ...plain("mean-stayed", finding.meanStayed, result.means.stayed, finding.plain),
    ...plain("mean-left", finding.meanLeft, result.means.left, finding.plain),
  ];
}
