import type { Method } from "../report";
import type { Language } from "../texts";
import type { SurvivorshipRequest } from "./behaviours";
import { nameOf } from "./names";
import { isLongest } from "./query";
import type { SurvivorshipResult } from "./result";

export function methodOf(
  result: SurvivorshipResult,
  request: SurvivorshipRequest,
  language: Language,
): Method {
  const { texts } = language;
  const { method } = texts.survivorship;
  const { base } = texts;
  const { params } = request;
  const shared = texts.levers.notes;
  const { from, until, behaviours } = result;
  const landmark = {
    activity: [shared.landmark(params.outcomeDays)],
    contracts: [shared.contractLandmark],
    columns: [],
  }[params.mode];
  const hasTimes = behaviours.some(({ time }) => time);
  return {
    formula: [
      bestOf(result, request, language),
      ...behaviours.flatMap((one) => {
        if (!one.difference) return [];
        const [low, high] = one.difference.interval;
        return [
          method.difference({
            lever: nameOf(one, language),
            x: one.best.x,
            n: one.best.n,
            y: one.lost.x,
            m: one.lost.n,
            by: base.points(one.difference.value),
            interval: base.interval(base.points(low), base.points(high)),
          }),
        ];
      }),
    ],
    notes: [
      ...method.classes,
      method.on,
      method.tests,
      ...landmark,
      ...(from && until ? [shared.span(from, until)] : []),
      ...(hasTimes ? [timeOf(request, method)] : []),
    ],
    sources: [
      base.sources.wilson,
      texts.segments.method.sources.newcombe,
      texts.segments.method.sources.fisher,
      texts.segments.method.sources.bh,
      ...(hasTimes ? [method.sources.immortal, method.sources.cox] : []),
    ],
  };
}

function timeOf(
  { params }: SurvivorshipRequest,
  { time }: Language["texts"]["survivorship"]["method"],
): string {
  switch (params.mode) {
    case "activity":
      return time.activity(params.outcomeDays);
    case "contracts":
      return time.contracts;
    case "columns":
      return time.columns;
  }
}

function bestOf(
  { best }: SurvivorshipResult,
  request: SurvivorshipRequest,
  { texts, format }: Language,
): string {
  const told = texts.survivorship.method.best;
  const { tenure } = request.params;
  if (isLongest(request) && best.began) return told.longest(best.began);
  return request.params.mode === "columns" && tenure !== null && best.tenure !== null
    ? told.tenure(tenure, format.number(best.tenure, 4))
    : told.stayed;
}
