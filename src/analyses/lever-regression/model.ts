import { groupsOf, type FitOptions } from "../levers/fit";
import { independentColumns } from "../stats/logistic-rank";
import { alone } from "./alone";
import { spreadOf } from "./collinear";
import { independentModel, type ModelInput } from "./independent-model";
import { reduced } from "./reduced";
import type { ControlEstimate, LeverEstimate, Model } from "./result";

/**
 * `independentModel` of the columns that say something of their own; a lever that the others make up has no place in it and
 * is told to repeat them. The first in the order of the levers stays, as in R. Pure and plain, for a worker.
 */
export function leverModel(input: ModelInput, onProgress?: FitOptions["onProgress"]): Model {
  const { design } = input;
  const { kept, aliased } = independentColumns(design.patterns);
  const model = independentModel(
    aliased.length ? { ...input, design: reduced(design, kept), whole: design } : input,
    onProgress,
  );
  if (!model.ok || aliased.length === 0) return model;
  const groups = groupsOf(design.terms);
  const places = groupsOf(kept.map((column) => design.terms[column]!)).filter(({ form }) => form === "lever");
  return {
    ...model,
    levers: groups
      .filter(({ form }) => form === "lever")
      .map(({ place, columns }) => {
        const at = places.findIndex((one) => one.place === place);
        return at >= 0 ? model.levers[at]! : repeating(place, columns[0]!);
      }),
    controls: groups.flatMap((group): ControlEstimate[] => {
      if (group.form !== "control") return [];
      const found = model.controls.find(({ control }) => control === group.place);
      const gone = group.columns.flatMap((column) => {
        const term = design.terms[column]!;
        return kept.includes(column) || term.form !== "control"
          ? []
          : [{ segment: term.segment, coefficient: null, interval: null, separated: null }];
      });
      return [
        {
          control: group.place,
          test: found?.test ?? null,
          gvif: found?.gvif ?? null,
          segments: [...(found?.segments ?? []), ...gone],
        },
      ];
    }),
  };

  function repeating(place: number, column: number): LeverEstimate {
    const repeated = aliased.find((one) => one.column === column)?.repeats ?? [];
    const crude = alone(design, groups, place);
    return {
      repeats: groups
        .filter(({ form, columns }) => form !== "missing" && columns.some((one) => repeated.includes(one)))
        .map((one) => ({ form: one.form === "lever" ? "lever" : "control", place: one.place })),
      auc: null,
      separated: null,
      ...spreadOf(design.patterns, column),
      coefficient: null,
      standardError: null,
      interval: null,
      p: null,
      plain: null,
      q: null,
      effect: null,
      // Not one of the family that is tested.
      crude: crude && { ...crude, q: null },
      gvif: null,
      bent: null,
      explanation: null,
    };
  }
}
