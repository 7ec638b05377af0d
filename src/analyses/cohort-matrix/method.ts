import { intervalText, probabilityText } from "../findings";
import type { Report } from "../report";
import type { Language } from "../texts";
import type { CohortRequest } from "./lives";
import { daysOf, isInTime } from "./params";
import type { CohortResult } from "./result";
import { shownOf } from "./shares";
import { totalText } from "./tables";

/** The formula with the numbers of the verdict's period in it. */
export function cohortMethod(
  result: CohortResult,
  { data, params }: CohortRequest,
  language: Language,
): Report["method"] {
  const { texts, format } = language;
  const { method } = texts.cohortMatrix;
  const at = result.at === null ? undefined : result.steps[result.at];
  const isCustomers = result.metric === "customers";
  const formula: string[] = [];
  if (at) {
    const { rate, interval } = shownOf(at.pooled, result, params.show);
    if (isCustomers)
      formula.push(
        ...method.retention({
          x: params.show === "attrition" ? at.pooled.n - at.pooled.x : at.pooled.x,
          n: at.pooled.n,
          rate: format.percent(rate ?? 0),
          low: format.percent(interval?.[0] ?? 0),
          high: format.percent(interval?.[1] ?? 1),
        }),
        method.averages,
      );
    else if (rate !== null)
      formula.push(
        ...method.amounts({
          total: totalText(at.pooled.total ?? 0, result, language),
          atFirst: totalText(at.pooled.atFirst ?? 0, result, language),
          rate: format.percent(rate),
          interval: interval && intervalText(interval, language),
        }),
      );
    if (at.trend && isInTime(result))
      formula.push(
        method.trend({
          slope: texts.base.points(at.trend.slope),
          interval: texts.base.interval(
            texts.base.points(at.trend.interval[0]),
            texts.base.points(at.trend.interval[1]),
          ),
          z: format.number(at.trend.z, 3),
          q: probabilityText(at.trend.q, language),
        }),
      );
    if (at.homogeneity)
      formula.push(
        method.differ({
          chiSquare: format.number(at.homogeneity.chiSquare, 3),
          df: at.homogeneity.df,
          q: probabilityText(at.homogeneity.q, language),
        }),
      );
  }
  return {
    formula: formula.length ? formula : [texts.base.noBase],
    notes: [
      method.notes.firstSeen,
      result.window === "rolling" ? method.notes.rolling(daysOf[result.grain]) : method.notes.calendar,
      ...(result.grain === "week" && result.window === "calendar" ? [texts.base.weeks[data.weekStart]] : []),
      ...(isCustomers ? [method.notes.family] : [method.notes.ratio]),
      ...(result.asOf ? [method.notes.asOf(result.asOf)] : []),
    ],
    sources: [
      ...(isCustomers ? [texts.base.sources.wilson, method.sources.trend, method.sources.family] : []),
      ...(result.by === "behaviour" ? [method.sources.newcombe] : []),
      ...(isCustomers ? [method.sources.mixpanel] : [method.sources.ratio, method.sources.delta]),
    ],
  };
}
