import { probabilityText } from "../findings";
import type { Method } from "../report";
import type { Language } from "../texts";
import { differenceText, meanText, metricLabel } from "./names";
import type { AbTestResult, Metric } from "./result";
import type { AbTestRequest } from "./units";

export function methodOf(result: AbTestResult, { params }: AbTestRequest, language: Language): Method {
  const { texts, format } = language;
  const { method } = texts.abTest;
  const { notes, sources } = method;
  if (result.plan)
    return {
      formula: [method.plan],
      notes: [notes.plan(format.percent(result.plan.power))],
      sources: [sources.power],
    };
  const lines = result.metrics.flatMap((metric) => formulas(result, metric, language));
  const { split } = result;
  const has = (kind: Metric["kind"]) => result.metrics.some((metric) => metric.kind === kind);
  const isAdjusted = result.metrics.some(({ contrasts }) => contrasts.some(({ adjusted }) => adjusted));
  const isLog = params.mode === "log";
  const isAlways = result.stage === "always";
  const isClustered = params.unit === "account";
  return {
    formula: [
      ...(split
        ? [method.split(format.number(split.chiSquare, 2), split.df, probabilityText(split.p, language))]
        : []),
      ...(lines.length ? lines : [method.none]),
    ],
    notes: [
      notes.lot,
      notes.itt,
      ...(isLog ? [notes.follow(params.within)] : []),
      ...(result.clock ? [notes.clock(result.clock.firstDay, result.clock.asOf)] : []),
      notes.split(format.number(params.alarm, 6)),
      notes.p,
      notes.q(result.tests),
      ...(isAlways ? [notes.always(params.planned)] : params.planned ? [notes.fixed(params.planned)] : []),
      ...(isClustered ? [notes.cluster] : []),
      ...(isAdjusted && params.before ? [notes.cuped(params.before)] : []),
      notes.effect(texts.base.points(params.effect)),
    ],
    sources: [
      sources.srm,
      texts.base.sources.wilson,
      ...(isClustered ? [sources.cluster] : [sources.newcombe, sources.ratio]),
      ...(has("mean") ? [sources.welch] : []),
      ...(isAdjusted ? [sources.cuped] : []),
      ...(isAlways ? [sources.always] : [sources.power]),
      sources.bh,
    ],
  };
}

function formulas({ arms }: AbTestResult, metric: Metric, language: Language): string[] {
  const { texts, format } = language;
  const { method } = texts.abTest;
  const name = metricLabel(metric, language);
  const [control] = metric.arms;
  return metric.contrasts.flatMap(({ arm, raw }) => {
    if (!raw || !control) return [];
    const one = metric.arms[arm]!;
    const told = {
      metric: name,
      arm: arms[arm]!.name,
      by: differenceText(raw.difference, metric.kind, language),
    };
    return metric.kind === "share"
      ? [
          method.share({
            ...told,
            x: one.share.x,
            n: one.share.n,
            cx: control.share.x,
            cn: control.share.n,
          }),
        ]
      : [
          method.mean({
            ...told,
            one: meanText(one.mean ?? 0, format),
            other: meanText(control.mean ?? 0, format),
          }),
        ];
  });
}
