import type { Method } from "../report";
import type { Language } from "../texts";
import type { MixShiftResult } from "./result";
import { signedInterval } from "./verdict";

export function methodOf(result: MixShiftResult, language: Language): Method {
  const { texts } = language;
  const { method } = texts.mixShift;
  const shared = texts.segments.method;
  const { base } = texts;
  const { crude, adjusted, decomposition, first, second, period, isBanded, by } = result;
  return {
    formula: crude
      ? [
          method.crude(first.x, first.n, second.x, second.n, base.points(crude.value)),
          ...(decomposition
            ? [
                method.split(
                  base.points(decomposition.rateEffect),
                  base.points(decomposition.mixEffect),
                  base.points(crude.value),
                ),
              ]
            : []),
          ...(adjusted
            ? [method.adjusted(base.points(adjusted.value), signedInterval(adjusted, language))]
            : []),
        ]
      : [base.noBase],
    notes: [
      method.notes.strata(by),
      method.notes.risk,
      period ? shared.notes.moment(period.start) : shared.notes.last,
      ...(isBanded ? [shared.notes.bands([by])] : []),
      method.notes.association,
    ],
    sources: [
      base.sources.wilson,
      shared.sources.newcombe,
      ...(result.overlap ? [method.sources.overlap] : []),
      shared.sources.mh,
      method.sources.rbg,
      method.sources.breslowDay,
      method.sources.standardise,
      method.sources.kitagawa,
    ],
  };
}
