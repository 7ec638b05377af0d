import { code } from "../code";
import { fills } from "../segments/rate-rows";
import { markCode, rateRowsCode } from "../segments/rate-rows-code";
import type { Language } from "../texts";
import type { Chosen } from "./chosen";
import { stageIds, type LoopParams } from "./params";
import { stageName } from "./words";

/** TypeScript that draws `stagesFigure` from a relation with the columns of `sharesQuery`. */
export function stagesCode(relation: string, chosen: Chosen, params: LoopParams, language: Language): string {
  const { figure, code: said } = language.texts.loop;
  const stages = stageIds.map((id) => {
    const name = stageName(id, params, language);
    return { id, label: chosen.stages[id].done.length ? name : figure.stages.missing(name) };
  });
  const rows = code`
    ${markCode(language)}
    const counted = ${{ text: relation }}.toArray();
    const rows = ${{ text: JSON.stringify(stages) }}.map(({ id, label }) => ({
      group: "",
      label,
      marks: counted
        .filter(({ stage, entered }) => stage === id && entered! > 0)
        .map(({ did, entered }) => markOf(did!, entered!, ${fills.first})),
    }));`;
  return rateRowsCode(
    {
      what: said.what,
      rows,
      title: figure.stages.title,
      caption: figure.stages.caption,
      axis: figure.stages.axis,
      reference: null,
      legend: [],
    },
    language,
  );
}
