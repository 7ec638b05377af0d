import type { Method } from "../report";
import type { Language } from "../texts";
import { mostFew } from "./limits";
import { stepOf } from "./judge";
import { nameOf } from "./names";
import type { RegressionRequest } from "./params";
import type { LeverRegressionResult } from "./result";
import { oddsText, r2 } from "./tables";

export function methodOf(
  result: LeverRegressionResult,
  { params }: RegressionRequest,
  language: Language,
): Method {
  const { texts, format } = language;
  const { method, checks } = texts.leverRegression;
  const { facts, shares, path, cox } = result;
  const model = result.model?.ok ? result.model : null;
  const isFirth = model?.method === "firth";
  const isSearched = model?.levers.some(({ plain }) => plain !== null) ?? false;
  const banded = result.controls.filter(({ isBanded }) => isBanded).map(({ column }) => column);
  const hasMeasure = result.levers.some(({ isSwitch }) => !isSwitch);
  return {
    formula: model
      ? [
          method.model(model),
          ...model.levers.flatMap((one, i) => {
            const { isSwitch } = result.levers[i]!;
            if (one.coefficient === null) return [];
            return method.lever({
              name: nameOf(result, i, language),
              coefficient: format.number(one.coefficient, 4).replace("-", "−"),
              step: isSwitch ? null : format.number(one.deviation, 4),
              odds: oddsText(Math.exp(one.coefficient * stepOf(one, isSwitch)), language),
            });
          }),
          ...(shares ? [method.shares(r2(shares.whole, language), r2(shares.controls, language))] : []),
        ]
      : [texts.base.noBase],
    notes: [
      ...(params.mode === "activity" ? [texts.levers.notes.landmark(params.outcomeDays)] : []),
      ...(params.mode === "contracts" ? [texts.levers.notes.contractLandmark] : []),
      ...(facts?.firstObserved && facts.lastOutcome
        ? [texts.levers.notes.span(facts.firstObserved, facts.lastOutcome)]
        : []),
      method.notes.intervals,
      ...(isSearched ? [checks.searched.method] : []),
      method.notes.effect,
      ...(isFirth ? [method.notes.flic] : []),
      ...(hasMeasure ? [method.notes.measures] : []),
      params.missing === "indicator" ? method.notes.indicator : method.notes.missing,
      ...(model?.influence ? [checks.influence.method(mostFew)] : []),
      ...(result.imputed?.why === null ? [checks.imputed.method(result.imputed.times)] : []),
      method.notes.verdicts(texts.base.points(params.delta)),
      method.notes.interactions,
      ...(banded.length ? [method.notes.bands(banded)] : []),
      ...(result.controls.length ? [method.notes.small] : []),
      ...(shares ? [method.notes.shares] : []),
      ...(path ? [method.notes.path(path.folds)] : []),
      ...(cox ? [method.notes.cox] : []),
    ],
    sources: [
      method.sources.profile,
      method.sources.firth,
      ...(isSearched ? [checks.searched.source] : []),
      method.sources.bh,
      method.sources.gvif,
      method.sources.shapley,
      method.sources.riley,
      ...(model?.influence ? [checks.influence.source] : []),
      ...(result.imputed?.why === null ? [checks.imputed.source] : []),
      ...(path ? [method.sources.path] : []),
      ...(cox ? [method.sources.cox] : []),
    ],
  };
}
