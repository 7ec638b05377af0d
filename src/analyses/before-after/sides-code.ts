import { code } from "../code";
import { markCode, rateRowsCode } from "../segments/rate-rows-code";
import type { Language } from "../texts";
import { parts } from "./result";
import { sideFills, sideLegend } from "./side-fills";

/** TypeScript that draws `sidesFigure` from a relation with the columns of `sidesQuery`. */
export function sidesCode(relation: string, language: Language): string {
  const { figure, part, code: said } = language.texts.beforeAfter;
  const labels = JSON.stringify(parts.map((one) => ({ part: one, label: part[one] })));
  const rows = code`
    ${markCode(language)}
    const counted = ${{ text: relation }}.toArray();
    const rows = ${{ text: labels }}
      .map(({ part, label }) => ({
        group: "",
        label,
        marks: counted
          .filter((row) => row.part === part)
          .map((row) =>
            markOf(row.reached!, row.customers!, row.side === "before" ? ${sideFills.before} : ${sideFills.after}),
          ),
      }))
      .filter(({ marks }) => marks.length > 0);`;
  return rateRowsCode(
    {
      what: said.what,
      rows,
      title: figure.title,
      caption: figure.caption,
      axis: figure.axis,
      reference: null,
      legend: sideLegend(language),
    },
    language,
  );
}
