import { probabilityText } from "../findings";
import type { Finding, Report } from "../report";
import { rowTable } from "../row-caveats";
import { definitionOf } from "../sentence";
import type { Language } from "../texts";
import { abTestCaveats } from "./caveats";
import { contrastsFigure } from "./contrasts-figure";
import { methodOf } from "./method";
import { differenceText, metricLabel } from "./names";
import { abTestParams } from "./params";
import type { AbTestResult } from "./result";
import { outcomesFigure } from "./outcomes-figure";
import { contrastsTable, meansTable, sharesTable, sizesTable, splitTable, statesTable } from "./tables";
import type { AbTestRequest } from "./units";
import { abTestVerdict } from "./verdict";

export function reportAbTest(result: AbTestResult, request: AbTestRequest, language: Language): Report {
  const { texts, format } = language;
  const caveats = abTestCaveats(result, request, language);
  const { arms, metrics, states, plan, rows, clock } = result;
  const contrasts = hasFigure(result) ? contrastsFigure(result, language) : null;
  return {
    verdict: abTestVerdict(result, request, caveats, language),
    findings: findingsOf(result, language),
    caveats,
    figures: hasFigure(result)
      ? [outcomesFigure(result, request.params.mode === "log", language), ...(contrasts ? [contrasts] : [])]
      : [],
    tables: [
      ...(plan ? [sizesTable(plan, language)] : []),
      ...(hasFigure(result) ? [sharesTable(result, language)] : []),
      ...(metrics.some(({ kind }) => kind === "mean") ? [meansTable(result, language)] : []),
      ...(metrics.length ? [contrastsTable(result, language)] : []),
      ...(arms.length ? [splitTable(result, language)] : []),
      ...(states.length ? [statesTable(result, language)] : []),
      ...(rows ? [rowTable(rows, language)] : []),
    ],
    definition: definitionOf(
      { form: (all) => all.abTest.form, params: abTestParams },
      request.params,
      language,
      {
        rule: texts.base.rule(request.data.rule),
        alarm: oneIn(request.params.alarm, language),
        ...(arms[0] && result.problem === null && { control: arms[0].name }),
        ...(clock && { asOf: format.day(clock.asOf) }),
      },
    ),
    method: methodOf(result, request, language),
  };
}

/** "1 in 1,000" where that is exact, else the number itself. */
function oneIn(probability: number, { texts, format }: Language): string {
  const each = Math.round(1 / probability);
  return Math.abs(each * probability - 1) < 1e-9
    ? texts.abTest.oneIn(format.count(each))
    : format.number(probability, 6);
}

/** Places of the outcomes that are shares. */
export function sharesIn({ metrics }: AbTestResult): readonly number[] {
  return metrics.flatMap(({ kind }, i) => (kind === "share" ? [i] : []));
}

export function hasFigure(result: AbTestResult): boolean {
  return sharesIn(result).length > 0;
}

function findingsOf(result: AbTestResult, language: Language): Finding[] {
  const { texts, format } = language;
  const { finding } = texts.abTest;
  const { split, arms, plan } = result;
  if (plan) {
    const perArm = plan.sizes[1]!.perArm;
    return perArm === null
      ? []
      : [
          {
            id: "per-arm",
            label: finding.perArm,
            value: perArm,
            text: format.count(perArm),
            n: 2 * perArm,
            interval: null,
            noInterval: finding.noIntervalOfPlan,
          },
        ];
  }
  const n = arms.reduce((sum, { assigned }) => sum + assigned, 0);
  const counted = (id: string, label: string, value: number): Finding => ({
    id,
    label,
    value,
    text: format.count(value),
    n,
    interval: null,
    noInterval: texts.base.noInterval.count,
  });
  return [
    counted("customers", finding.customers, n),
    ...(result.problem === "many-arms" ? [counted("variants", finding.variants, result.variants)] : []),
    ...(split
      ? [
          {
            id: "split",
            label: finding.split,
            value: split.p,
            text: probabilityText(split.p, language),
            n,
            interval: null,
            noInterval: finding.noIntervalOfP,
          },
        ]
      : []),
    ...primaryFindings(result, language),
  ];
}

/** Of a broken split no difference is told. */
function primaryFindings({ metrics, arms, split }: AbTestResult, language: Language): Finding[] {
  const [primary] = metrics;
  if (!primary || split?.isBroken) return [];
  const { texts } = language;
  return primary.contrasts.flatMap(({ judged, arm }): Finding[] => {
    if (!judged) return [];
    const [low, high] = judged.interval.map((end) => differenceText(end, primary.kind, language));
    return [
      {
        id: `difference-${arm}`,
        label: texts.abTest.finding.primary(arms[arm]!.name, metricLabel(primary, language)),
        value: judged.difference,
        text: differenceText(judged.difference, primary.kind, language),
        n: primary.arms[0]!.share.n + primary.arms[arm]!.share.n,
        interval: judged.interval,
        intervalText: texts.base.interval(low!, high!),
      },
    ];
  });
}
