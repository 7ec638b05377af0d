import { shareFinding } from "../findings";
import type { Finding, Report } from "../report";
import { rowTable } from "../row-caveats";
import { statusTable } from "../segments/tables";
import { definitionOf } from "../sentence";
import { isSmallSample, shareOf } from "../share";
import type { Language } from "../texts";
import { leverRegressionCard } from "./card";
import { regressionCaveats } from "./caveats";
import { imputedTable, influenceTable } from "./check-tables";
import { forestFigure } from "./forest-figure";
import { stepOf } from "./judge";
import { methodOf } from "./method";
import { coxTable, modelTable, overlapTable, pathTable, regressionFlow } from "./more-tables";
import { nameOf } from "./names";
import type { RegressionRequest } from "./params";
import type { Fitted, LeverRegressionResult } from "./result";
import { sharesFigure } from "./shares-figure";
import { controlTable, countsTable, leverTable, sharesTable, unitTable } from "./tables";
import { regressionVerdict } from "./verdict";

export function reportRegression(
  result: LeverRegressionResult,
  request: RegressionRequest,
  language: Language,
): Report {
  const caveats = regressionCaveats(result, request, language);
  const flips = caveats.some(({ level }) => level === "flips");
  const model = result.model?.ok ? result.model : null;
  const isCompared = result.facts !== null && result.facts.used > 0;
  return {
    verdict: regressionVerdict(result, request, flips, language),
    findings: findingsOf(result, model, language),
    caveats,
    figures: model
      ? [
          forestFigure(result, model, language),
          ...(result.shares?.levers.length ? [sharesFigure(result, result.shares, language)] : []),
        ]
      : [],
    tables: [
      ...(model ? [leverTable(result, model, language)] : []),
      ...(isCompared ? [countsTable(result, language)] : []),
      ...(model ? some(unitTable(result, model, language)) : []),
      ...some(sharesTable(result, language)),
      ...(model ? [overlapTable(result, model, language)] : []),
      ...(model ? some(controlTable(result, model, language)) : []),
      ...(model?.influence ? some(influenceTable(result, model.influence, language)) : []),
      ...(model && result.imputed ? some(imputedTable(result, model, result.imputed, language)) : []),
      ...(result.path ? [pathTable(result, result.path, language)] : []),
      ...(result.cox ? [coxTable(result, result.cox, language)] : []),
      ...(model ? [modelTable(result, model, language)] : []),
      ...some(regressionFlow(result, language)),
      ...(result.status ? [statusTable(result.status, language)] : []),
      ...(result.rows ? [rowTable(result.rows, language)] : []),
    ],
    definition: definitionOf(
      leverRegressionCard,
      request.params,
      language,
      foundIn(result, request, language),
    ),
    method: methodOf(result, request, language),
  };
}

/** Without a model there is nothing to draw. */
export function hasFigure({ model }: LeverRegressionResult): boolean {
  return model?.ok === true;
}

/** What "auto" turned out to be, in the words of the definition. */
function foundIn(
  result: LeverRegressionResult,
  { data, params }: RegressionRequest,
  language: Language,
): Record<string, string> {
  const { texts, format } = language;
  const asOf = result.facts?.asOf;
  return {
    rule: texts.base.rule(data.rule),
    ...(asOf && { asOf: format.day(asOf) }),
    ...(params.mode !== "columns" &&
      result.levers.length && {
        levers: format.list(result.levers.map((_, i) => nameOf(result, i, language))),
      }),
  };
}

function findingsOf(
  { facts, levers, ...rest }: LeverRegressionResult,
  model: Fitted | null,
  language: Language,
): Finding[] {
  const { texts, format } = language;
  const { finding } = texts.leverRegression;
  if (!facts) return [];
  const all = shareOf(facts.lost, facts.used);
  const counted = (id: string, label: string, value: number): Finding => ({
    id,
    label,
    value,
    text: format.count(value),
    n: facts.used,
    interval: null,
    noInterval: texts.base.noInterval.count,
  });
  return [
    shareFinding("lost", finding.lost, all, isSmallSample(all) ? ["small-sample"] : [], language),
    ...(model ? [counted("customers", finding.customers, model.customers)] : []),
    ...(model?.levers ?? []).flatMap((one, i): Finding[] => {
      if (!one.effect) return [];
      const step = stepOf(one, levers[i]!.isSwitch);
      const [low, high] = [one.effect.interval[0] * step, one.effect.interval[1] * step];
      return [
        {
          id: `effect-${i}`,
          label: finding.effect(nameOf({ facts, levers, ...rest }, i, language)),
          value: one.effect.points * step,
          text: texts.base.points(one.effect.points * step),
          n: model!.customers,
          interval: [low, high],
          intervalText: texts.base.interval(texts.base.points(low), texts.base.points(high)),
        },
      ];
    }),
  ];
}

function some<T>(one: T | null): T[] {
  return one === null ? [] : [one];
}
