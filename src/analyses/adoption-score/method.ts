import type { Method } from "../report";
import type { Language } from "../texts";
import { folds } from "./query";
import { leverTitle } from "./names";
import { chosenOf, type ScoreResult } from "./result";
import { pointsToGive } from "./weights";
import { weightsText } from "./weights-text";

export function methodOf(result: ScoreResult, language: Language): Method {
  const { texts, format } = language;
  const { method } = texts.adoptionScore;
  const { levers, controls, facts } = result;
  const chosen = chosenOf(result);
  const sources = [
    texts.base.sources.wilson,
    method.sources.cv,
    method.sources.auc,
    method.sources.calibration,
    method.sources.firth,
    method.sources.shapley,
    method.sources.riley,
  ];
  if (!chosen || !facts) return { formula: [texts.base.noBase], notes: [method.notes.association], sources };
  const terms = levers.flatMap((lever, i) =>
    chosen.weights[i]! > 0
      ? [`${format.number(chosen.weights[i]!, 2)} × [${leverTitle(lever, language)}]`]
      : [],
  );
  const { notes } = method;
  return {
    formula: [
      method.score(terms.join(" + ")),
      ...(chosen.validated ? [method.area(format.number(chosen.validated.auc, 3), folds)] : []),
      ...(chosen.later
        ? [
            method.later({
              customers: chosen.later.customers,
              stayed: chosen.later.stayed,
              expected: format.number(chosen.later.expected, 1),
              area: format.number(chosen.later.auc, 3),
            }),
          ]
        : []),
    ],
    notes: [
      notes.weights(controls.map(({ column }) => column)),
      notes.points(pointsToGive(levers.length)),
      notes.folds(folds),
      ...(chosen.intervals ? [notes.resamples(result.replicates)] : []),
      notes.choice,
      notes.missing,
      notes.handOn(weightsText(chosen.weights)),
      notes.checks,
      ...(result.mode === "columns"
        ? []
        : [result.mode === "contracts" ? texts.levers.notes.contractLandmark : notes.landmark]),
      ...(facts.firstObserved && facts.lastOutcome
        ? [texts.levers.notes.span(facts.firstObserved, facts.lastOutcome)]
        : []),
      notes.association,
    ],
    sources,
  };
}
