import { code } from "../code";
import { leverText } from "../levers/lever";
import { markCode, rateRowsCode } from "../segments/rate-rows-code";
import type { Language } from "../texts";
import { behavioursAsked, type SurvivorshipRequest } from "./behaviours";
import { captionOf, fills, shownGroups } from "./figure";
import { nameOf } from "./names";
import type { SurvivorshipResult } from "./result";

/** TypeScript that draws `groupsFigure` from a relation with the columns of `groupsQuery`. */
export function groupsCode(
  relation: string,
  request: SurvivorshipRequest,
  result: SurvivorshipResult | null,
  language: Language,
): string {
  const told = language.texts.survivorship;
  const behaviours = result?.behaviours ?? behavioursAsked(request);
  const names = Object.fromEntries(behaviours.map((one) => [leverText(one), nameOf(one, language)]));
  const shown = shownGroups(request);
  const marks = shown
    .map((group) => `markOf(row.${group}_on!, row.${group}!, ${JSON.stringify(fills[group])})`)
    .join(", ");
  const rows = code`
    ${markCode(language)}
    const names: { [behaviour: string]: string } = ${namesOf(names)};
    const found = ${{ text: relation }}.toArray();
    const rows = found.map((row) => ({
      group: "",
      label: names[row.behaviour ?? ""] ?? row.behaviour ?? "",
      marks: [${{ text: marks }}],
    }));`;
  return rateRowsCode(
    {
      what: told.code.what,
      rows,
      title: told.figure.title,
      caption: captionOf(request, language),
      axis: told.figure.axis,
      reference: null,
      legend: shown.map((group) => ({ label: told.group[group], fill: fills[group] })),
    },
    language,
  );
}

/** Names of behaviours are no names of fields: always quoted. */
function namesOf(names: Readonly<Record<string, string>>) {
  return {
    text: `{ ${Object.entries(names)
      .map(([behaviour, name]) => `${JSON.stringify(behaviour)}: ${JSON.stringify(name)}`)
      .join(", ")} }`,
  };
}
