import { probabilityText } from "../findings";
import type { Method } from "../report";
import type { Language } from "../texts";
import { seed } from "./compute";
import { isSearched, limits } from "./judge";
import { linedOf, nameOf } from "./names";
import type { FinderRequest } from "./params";
import type { FinderResult } from "./result";

export function methodOf(result: FinderResult, { params }: FinderRequest, language: Language): Method {
  const { texts, format } = language;
  const { method } = texts.leverFinder;
  const { base, levers: shared } = texts;
  const lined = linedOf(result);
  const first = lined[0]?.lever;
  const { overall, permutations, from, until } = result;
  const landmark = {
    activity: [shared.notes.landmark(params.outcomeDays)],
    contracts: [shared.notes.contractLandmark],
    columns: [],
  }[params.mode];
  const resamples = lined.find(({ lever }) => isSearched(lever))?.lever.best.resamples;
  return {
    formula: [
      ...(overall.rate === null
        ? []
        : [method.formula.overall(overall.x, overall.n, format.percent(overall.rate))]),
      ...(first ? firstFormulas(result, first, language) : []),
      method.rule({
        near: format.percent(limits.withinOneStep),
        same: format.percent(limits.same),
        fewest: limits.fewest,
      }),
      method.leak,
    ],
    notes: [
      ...(permutations > 0 && resamples !== undefined ? [method.notes.search(resamples, seed)] : []),
      method.notes.candidates,
      ...(result.levers.some(({ given }) => given !== null) ? [method.notes.asLine] : []),
      ...(params.mode === "columns" ? [] : [method.notes.families]),
      ...landmark,
      ...(from && until ? [shared.notes.span(from, until)] : []),
    ],
    sources: [
      method.sources.cut,
      method.sources.permutation,
      method.sources.outOfBag,
      method.sources.dichotomise,
      method.sources.spline,
      base.sources.wilson,
      base.sources.quantile,
      texts.segments.method.sources.newcombe,
      texts.segments.method.sources.bh,
    ],
  };
}

function firstFormulas(
  { permutations }: FinderResult,
  lever: ReturnType<typeof linedOf>[number]["lever"],
  language: Language,
): string[] {
  const { texts, format } = language;
  const { formula } = texts.leverFinder.method;
  const { base } = texts;
  const name = nameOf(lever, language);
  const { above, below, difference, p, q, honestAuc } = lever.best;
  const number = (value: number) => format.number(value, 3);
  return [
    formula.difference({
      lever: name,
      x: above.x,
      n: above.n,
      y: below.x,
      m: below.n,
      by: base.points(difference.value),
      interval: base.interval(base.points(difference.interval[0]), base.points(difference.interval[1])),
    }),
    formula.p({
      lever: name,
      permutations,
      p: probabilityText(p, language),
      q: probabilityText(q, language),
    }),
    ...(honestAuc
      ? [
          formula.honest({
            lever: name,
            apparent: number(honestAuc.apparent),
            outOfBag: number(honestAuc.outOfBag),
            low: number(honestAuc.range[0]),
            high: number(honestAuc.range[1]),
          }),
        ]
      : []),
  ];
}
