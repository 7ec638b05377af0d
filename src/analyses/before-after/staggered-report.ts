import { probabilityText } from "../findings";
import type { Finding, Method, Verdict } from "../report";
import type { Language } from "../texts";
import { pointsInterval } from "./points-interval";
import type { BeforeAfterRequest } from "./query";
import type { BeforeAfterResult } from "./result";
import type { StaggeredResult } from "./staggered-result";

/** Below it the time before the action speaks against the comparison. */
const apartBelow = 0.05;

export function isApartBefore({ before }: StaggeredResult): boolean {
  return before !== null && before.p < apartBelow;
}

export function staggeredVerdict(
  { rows, clock, staggered }: BeforeAfterResult,
  { params }: BeforeAfterRequest,
  language: Language,
): Verdict {
  const { texts } = language;
  const { verdict, next } = texts.beforeAfter.staggered;
  const cannotTell = (sentence: string, way: string): Verdict => ({
    level: "cannot-tell",
    sentence,
    next: way,
  });
  if (rows.used === 0 || !clock)
    return cannotTell(texts.beforeAfter.verdict.noRows, texts.beforeAfter.next.rows);
  if (params.when === "event" && params.done.trim() === "") return cannotTell(verdict.noEvent, next.event);
  if (!staggered) return cannotTell(verdict.nobody, params.when === "event" ? next.event : next.column);
  if (staggered.periods.length === 0) return cannotTell(verdict.noPeriods, next.column);
  const { overall, cohorts } = staggered;
  if (!overall) {
    const [only, ...more] = cohorts;
    return only?.met != null && more.length === 0
      ? cannotTell(
          verdict.oneStep(texts.base.period(staggered.periods[only.met]!, params.grain)),
          next.oneDay,
        )
      : cannotTell(verdict.noneTold, next.wait);
  }
  const by = texts.base.points(overall.estimate);
  const interval = overall.interval && pointsInterval(overall.interval, language);
  const [low, high] = overall.interval ?? [0, 0];
  const isApart = low > 0 || high < 0;
  const isDrifting = isApartBefore(staggered);
  const isChosen = params.when === "event";
  return {
    level: isApart && !isDrifting && !isChosen ? "likely" : "cannot-tell",
    sentence: [
      interval === null ? verdict.changeAlone(by) : verdict.change({ by, interval }),
      ...(isApart || interval === null ? [] : [verdict.chance]),
      ...(isDrifting ? [verdict.drifting] : []),
      ...(isChosen ? [verdict.chosen] : []),
    ].join(" "),
    number: { value: by, interval, base: texts.base.customers(overall.customers) },
    next: next.test,
  };
}

export function staggeredFindings({ overall }: StaggeredResult, language: Language): Finding[] {
  const { texts } = language;
  const { finding, noInterval } = texts.beforeAfter.staggered;
  if (!overall) return [];
  const { estimate, interval, customers } = overall;
  const one = {
    id: "change",
    label: finding,
    value: estimate,
    text: texts.base.points(estimate),
    n: customers,
  };
  return interval
    ? [{ ...one, interval, intervalText: pointsInterval(interval, language) }]
    : [{ ...one, interval: null, noInterval }];
}

export function staggeredMethod(staggered: StaggeredResult | null, { texts }: Language): Method {
  const { method } = texts.beforeAfter.staggered;
  const isTold = staggered?.overall != null;
  return {
    formula: [
      isTold ? method.formula(texts.base.points(staggered.overall!.estimate)) : texts.beforeAfter.nothing,
    ],
    notes: [
      method.groups,
      method.overall,
      method.same,
      method.errors,
      ...(staggered?.before ? [method.before] : []),
    ],
    sources: [
      method.sources.groups,
      method.sources.steps,
      ...(staggered?.before ? [method.sources.before] : []),
    ],
  };
}

/** p as the caveat on the time before writes it. */
export function beforeText({ before }: StaggeredResult, language: Language): string {
  return before ? probabilityText(before.p, language) : "";
}
