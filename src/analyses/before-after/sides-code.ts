import { code } from "../code";
import { fills } from "../segments/rate-rows";
import { markCode, rateRowsCode } from "../segments/rate-rows-code";
import type { Language } from "../texts";

/** TypeScript that draws `sidesFigure` from a relation with the columns of `sidesQuery`. */
export function sidesCode(relation: string, language: Language): string {
  const { figure, part, side, code: said } = language.texts.beforeAfter;
  const rows = code`
    ${markCode(language)}
    const rows = ${{ text: relation }}.toArray().map((row) => ({
      group: row.part === "touched" ? ${part.touched} : ${part.others},
      label: row.side === "before" ? ${side.before} : ${side.after},
      marks: [markOf(row.reached!, row.customers!, row.side === "before" ? ${fills.apart} : ${fills.first})],
    }));`;
  return rateRowsCode(
    {
      what: said.what,
      rows,
      title: figure.title,
      caption: figure.caption,
      axis: figure.axis,
      reference: null,
      legend: [],
    },
    language,
  );
}
