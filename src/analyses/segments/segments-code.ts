import { code, template } from "../code";
import type { Language } from "../texts";
import { fills } from "./rate-rows";
import { labelCode, markCode, rateRowsCode, segmentType } from "./rate-rows-code";

/** TypeScript that draws `segmentsFigure` from a relation with the columns of `levelsQuery`. */
export function segmentsCode(relation: string, columns: number, language: Language): string {
  const told = language.texts.segments.figure;
  const rows = code`
    ${markCode(language)}
    ${segmentType}
    ${labelCode(language)}
    const found = ${{ text: relation }}.toArray();
    const rows = found.map((row) => ({
      group: row.dimension ?? "",
      label: labelOf(row),
      marks: [
        markOf(row.lost!, row.customers!, row.kind === "level" || row.kind === "band" ? ${fills.named} : ${fills.apart}),
      ],
    }));
    const whole = found.filter(({ dimension }) => dimension === found[0].dimension);
    const overall = d3.sum(whole, ({ lost }) => lost) / d3.sum(whole, ({ customers }) => customers);`;
  return rateRowsCode(
    {
      what: language.texts.segments.code.what,
      rows,
      title: told.title,
      caption: told.caption(columns),
      axis: told.axis,
      reference: { rate: { text: "overall" }, label: template(told.overall("${percent(overall)}")) },
      legend: [],
    },
    language,
  );
}
