import type { Method } from "../report";
import type { Language } from "../texts";
import { fullName } from "./names";
import type { SegmentsResult } from "./result";
import { testsOf } from "./verdict";

export function methodOf(result: SegmentsResult, language: Language): Method {
  const { texts, format } = language;
  const { method } = texts.segments;
  const { base } = texts;
  const { overall, period, top, dimensions } = result;
  const banded = dimensions.filter(({ isBanded }) => isBanded).map(({ column }) => column);
  const apart = top.map(({ dimension, segment }) => {
    const found = dimensions[dimension]!;
    const one = found.segments[segment]!;
    const [low, high] = one.interval ?? [0, 0];
    return method.apart({
      name: fullName(found, one, language),
      x: one.share.x,
      n: one.share.n,
      restX: one.rest.x,
      restN: one.rest.n,
      by: base.points(one.difference ?? 0),
      interval: base.interval(base.points(low), base.points(high)),
    });
  });
  return {
    formula:
      overall.rate === null
        ? [base.noBase]
        : [
            method.overall(overall.x, overall.n, format.percent(overall.rate)),
            ...apart,
            method.tests(testsOf(result)),
          ],
    notes: [
      method.notes.rest,
      method.notes.test,
      period ? method.notes.moment(period.start) : method.notes.last,
      ...(banded.length ? [method.notes.bands(banded)] : []),
      ...(result.heldAgainst.length > 1 ? [method.notes.held(result.heldAgainst)] : []),
      ...(dimensions.some(({ segments }) => segments.some(({ shrunken }) => shrunken !== null))
        ? [method.notes.shrunken]
        : []),
      method.notes.association,
    ],
    sources: [
      base.sources.wilson,
      method.sources.newcombe,
      method.sources.fisher,
      method.sources.bh,
      method.sources.mh,
      method.sources.shrink,
      method.sources.funnel,
    ],
  };
}
