import type { Method } from "../report";
import type { Language } from "../texts";
import type { UsageResult } from "./result";
import type { UsageRequest } from "./spans";

export function methodOf(result: UsageResult, { params }: UsageRequest, { texts, format }: Language): Method {
  const { method } = texts.usageQuartiles;
  const shared = texts.segments.method;
  const { base } = texts;
  const { cuts, segments, difference, trend, adjusted, heldAgainst, from, until } = result;
  const top = segments.find(({ quarter }) => quarter === "top")?.share;
  const bottom = segments.find(({ quarter }) => quarter === "bottom")?.share;
  const formula = [
    ...(cuts ? [method.formula.cuts(format.number(cuts.q1, 4), format.number(cuts.q3, 4))] : []),
    ...(difference && top && bottom
      ? [
          method.formula.difference({
            x: top.x,
            n: top.n,
            y: bottom.x,
            m: bottom.n,
            by: base.points(difference.value),
            interval: base.interval(base.points(difference.interval[0]), base.points(difference.interval[1])),
          }),
        ]
      : []),
    ...(trend?.q != null
      ? [method.formula.trend(format.number(trend.chiSquare, 2), format.number(trend.q, 4))]
      : []),
    method.rule(base.points(params.delta)),
  ];
  const landmark = {
    activity: [method.notes.landmark(params.outcomeDays)],
    contracts: [method.notes.contractLandmark],
    columns: [],
  }[params.mode];
  return {
    formula,
    notes: [
      method.notes.quartiles,
      ...landmark,
      ...(from && until ? [method.notes.span(from, until)] : []),
      ...(adjusted?.isBanded ? [shared.notes.bands([adjusted.by])] : []),
      ...(heldAgainst.length ? [shared.notes.held(heldAgainst)] : []),
    ],
    sources: [
      base.sources.quantile,
      base.sources.wilson,
      shared.sources.newcombe,
      method.sources.trend,
      shared.sources.bh,
      shared.sources.mh,
      method.sources.arms,
      ...(result.refused ? [method.sources.cookies] : []),
    ],
  };
}
