import type { Method } from "../report";
import type { Language } from "../texts";
import type { CrossProductRequest } from "./blocks";
import { nameOf } from "./names";
import type { CrossProductResult } from "./result";
import { testsOf } from "./verdict";

export function methodOf(
  result: CrossProductResult,
  { params }: CrossProductRequest,
  { texts }: Language,
): Method {
  const { crossProduct, segments, base } = texts;
  const { method } = crossProduct;
  const { days, top, pairs } = result;
  return {
    formula: days
      ? [
          method.days(days),
          ...top.map((place) => {
            const { first, second, left, kept, difference, interval } = pairs[place]!;
            const [low, high] = interval ?? [0, 0];
            return method.pair({
              name: crossProduct.pairName(nameOf(result, first), nameOf(result, second)),
              left,
              kept,
              by: base.points(difference ?? 0),
              interval: base.interval(base.points(low), base.points(high)),
            });
          }),
          segments.method.tests(testsOf(result)),
        ]
      : [base.noBase],
    notes: [
      params.mode === "contracts" ? method.notes.contracts(params.grace) : method.notes.use(params.gap),
      method.notes.moment,
      method.notes.fewest(params.fewest),
      segments.method.notes.test,
      method.notes.association,
    ],
    sources: [
      method.sources.immortal,
      method.sources.landmark,
      base.sources.wilson,
      segments.method.sources.newcombe,
      segments.method.sources.fisher,
      segments.method.sources.bh,
    ],
  };
}
