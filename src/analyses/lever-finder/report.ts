import type { Finding, Report } from "../report";
import { rowTable } from "../row-caveats";
import { statusTable } from "../segments/tables";
import { definitionOf } from "../sentence";
import type { Language } from "../texts";
import { finderCaveats, isFoundKind } from "./caveats";
import { isSearched } from "./judge";
import { leverLabel } from "../levers/names";
import { methodOf } from "./method";
import { candidateTable, finderFlow } from "./more-tables";
import { linedOf, nameOf } from "./names";
import { finderParams, type FinderRequest } from "./params";
import type { FinderResult } from "./result";
import { sidesFigure } from "./sides-figure";
import { stepsFigure } from "./steps-figure";
import { leverTable, qualityTable, sideTable, tenthTable, testTable } from "./tables";
import { finderVerdict, linesTried } from "./verdict";

export function reportFinder(result: FinderResult, request: FinderRequest, language: Language): Report {
  const { texts, format } = language;
  const caveats = finderCaveats(result, request, language);
  const flips = caveats.some(({ level }) => level === "flips");
  const shown = hasFigure(result);
  return {
    verdict: finderVerdict(result, request, flips, language),
    findings: findingsOf(result, language),
    caveats,
    figures: shown ? [sidesFigure(result, language), ...[stepsFigure(result, language) ?? []].flat()] : [],
    tables: [
      ...(result.levers.length ? [leverTable(result, language)] : []),
      ...(shown
        ? [
            sideTable(result, language),
            qualityTable(result, language),
            testTable(result, language),
            candidateTable(result, language),
          ]
        : []),
      ...(result.levers.some(({ tenths }) => tenths.length) ? [tenthTable(result, language)] : []),
      ...(result.customers > 0 ? [finderFlow(result, language)] : []),
      ...(result.status ? [statusTable(result.status, language)] : []),
      ...(result.rows ? [rowTable(result.rows, language)] : []),
    ],
    definition: definitionOf(
      { form: (all) => all.leverFinder.form, params: finderParams },
      request.params,
      language,
      {
        rule: texts.base.rule(request.data.rule),
        ...(result.levers.length && {
          levers: format.list(
            result.levers.map(({ behaviour, given }) => leverLabel({ behaviour, cut: given }, language)),
          ),
        }),
        ...(result.asOf && { asOf: format.day(result.asOf) }),
      },
    ),
    method: methodOf(result, request, language),
  };
}

/** Without a line there is nothing to draw. */
export function hasFigure(result: FinderResult): boolean {
  return linedOf(result).length > 0;
}

function findingsOf(result: FinderResult, language: Language): Finding[] {
  const { texts, format } = language;
  const { finding } = texts.leverFinder;
  const { base } = texts;
  const lined = linedOf(result);
  const found = lined.find(({ lever }) => isFoundKind(lever))?.lever;
  const count = (id: string, label: string, value: number): Finding => ({
    id,
    label,
    value,
    text: format.count(value),
    n: result.overall.n,
    interval: null,
    noInterval: base.noInterval.count,
  });
  const counts =
    result.overall.n > 0 && lined.length > 0
      ? [
          count("behaviours", finding.behaviours, lined.length),
          count("lines", finding.lines, linesTried(result)),
        ]
      : [];
  if (!found) return counts;
  const { difference, honestAuc, measureAuc, lineAuc } = found.best;
  const name = nameOf(found, language);
  const n = found.known.n;
  return [
    {
      id: "difference",
      label: finding.difference(name),
      value: difference.value,
      text: base.points(difference.value),
      n,
      interval: difference.interval,
      intervalText: base.interval(base.points(difference.interval[0]), base.points(difference.interval[1])),
    },
    ...(honestAuc && isSearched(found)
      ? [
          {
            id: "honest-auc",
            label: finding.honest(name),
            value: honestAuc.outOfBag,
            text: format.number(honestAuc.outOfBag, 3),
            n,
            interval: null,
            noInterval: finding.honestNoInterval,
          },
        ]
      : []),
    ...(found.isSwitch
      ? []
      : [
          {
            id: "loss",
            label: finding.loss(name),
            value: measureAuc - lineAuc,
            text: format.number(measureAuc - lineAuc, 3),
            n,
            interval: null,
            noInterval: finding.lossNoInterval,
          },
        ]),
    ...counts,
  ];
}
