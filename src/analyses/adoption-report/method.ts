import { leverTitle } from "../adoption-score/names";
import type { Method } from "../report";
import type { Language } from "../texts";
import { periodsBetween } from "./dates";
import { halfDays } from "./gaps";
import type { ReportRequest } from "./params";
import { hasScores, lastDate, type ReportResult } from "./result";

export function methodOf(result: ReportResult, { data, params }: ReportRequest, language: Language): Method {
  const { texts, format } = language;
  const { method, signed } = texts.adoptionReport;
  const sources = [
    texts.base.sources.wilson,
    method.sources.t,
    method.sources.standardise,
    method.sources.bh,
    ...(result.months.some(({ money }) => money !== null) ? [method.sources.bootstrap] : []),
    method.sources.goodhart,
  ];
  if (!hasScores(result)) return { formula: [texts.base.noBase], notes: [method.notes.association], sources };
  const last = lastDate(result)!;
  const terms = result.levers.flatMap((lever) =>
    lever.weight > 0 ? [`${format.number(lever.weight, 2)} × [${leverTitle(lever, language)}]`] : [],
  );
  const { step } = last;
  const { audit } = result;
  const equal = audit.dates.at(-1)?.equal;
  const { notes } = method;
  return {
    formula: [
      method.score(terms.join(" + ")),
      ...(last.deviation === null
        ? []
        : [
            method.mean({
              date: format.day(last.day),
              mean: format.number(last.mean!, 2),
              deviation: format.number(last.deviation, 2),
              customers: last.customers,
            }),
          ]),
      ...(step
        ? [
            method.moved({
              all: signed(step.same + step.came + step.went),
              same: signed(step.same),
              came: signed(step.came),
              went: signed(step.went),
            }),
          ]
        : []),
      ...(equal
        ? [
            method.equal({
              now: format.percent(equal.now),
              then: format.percent(equal.then),
              difference: texts.base.points(equal.difference),
            }),
          ]
        : []),
    ],
    notes: [
      notes.windows(params.observeDays),
      notes.audit(params.outcomeDays, periodsBetween(params)),
      ...(audit.dates.length > 0
        ? [
            notes.reference(
              format.list(
                audit.dates.filter(({ isReference }) => isReference).map(({ day }) => format.day(day)),
              ),
            ),
          ]
        : []),
      notes.judged(texts.base.points(params.margin)),
      notes.slope,
      notes.nearest(halfDays),
      ...(result.months.some(({ money }) => money !== null) ? [notes.revenue] : []),
      ...(params.grain === "week" ? [texts.base.weeks[data.weekStart]] : []),
      notes.association,
    ],
    sources,
  };
}
