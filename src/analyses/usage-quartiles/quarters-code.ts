import { code, objectOf, template } from "../code";
import { fills } from "../segments/rate-rows";
import { markCode, rateRowsCode } from "../segments/rate-rows-code";
import type { Language } from "../texts";

/** TypeScript that draws `quarterFigure` from a relation with the columns of `quartersQuery`. */
export function quartersCode(relation: string, zerosApart: boolean, language: Language): string {
  const told = language.texts.usageQuartiles;
  const one = template(told.within("${name}", "${number(least)}", "${number(least)}"));
  const span = template(told.within("${name}", "${number(least)}", "${number(most)}"));
  const rows = code`
    ${markCode(language)}
    const names: { [quarter: string]: string } = ${objectOf(told.quarter)};
    const labelOf = (name: string, least: number, most: number) =>
      number(least) === number(most) ? ${one} : ${span};
    const found = ${{ text: relation }}.toArray();
    const rows = found.map((row) => ({
      group: "",
      label: labelOf(names[row.quarter ?? ""], row.least!, row.most!),
      marks: [markOf(row.lost!, row.customers!, row.quarter === "none" ? ${fills.apart} : ${fills.named})],
    }));
    const overall = d3.sum(found, ({ lost }) => lost) / d3.sum(found, ({ customers }) => customers);`;
  return rateRowsCode(
    {
      what: told.code.what,
      rows,
      title: told.figure.title,
      caption: told.figure.caption(zerosApart),
      axis: told.figure.axis,
      reference: { rate: { text: "overall" }, label: template(told.figure.overall("${percent(overall)}")) },
      legend: [],
    },
    language,
  );
}
