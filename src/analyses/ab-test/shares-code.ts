import { code } from "../code";
import { fills } from "../segments/rate-rows";
import { markCode, rateRowsCode } from "../segments/rate-rows-code";
import type { Language } from "../texts";

/** TypeScript that draws `outcomesFigure` from a relation with the columns of `sharesQuery`. */
export function sharesCode(relation: string, mode: string, language: Language): string {
  const { figure, code: said, anyActivity } = language.texts.abTest;
  const rows = code`
    ${markCode(language)}
    const found = ${{ text: relation }}.toArray().map((row) => ({
      metric: row.metric || ${anyActivity},
      variant: row.variant!,
      n: row.customers!,
      x: row.reached!,
    }));
    const control = found[0]?.variant;
    const rows = found
      .filter(({ n }) => n > 0)
      .map(({ metric, variant, n, x }) => ({
        group: metric,
        label: variant,
        marks: [markOf(x, n, variant === control ? ${fills.apart} : ${fills.first})],
      }));`;
  return rateRowsCode(
    {
      what: said.what,
      rows,
      title: figure.title,
      caption: figure.caption(mode === "log"),
      axis: figure.axis,
      reference: null,
      legend: [],
    },
    language,
  );
}
