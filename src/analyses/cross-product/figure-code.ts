import { code, comment, template } from "../code";
import { markCode, rateRowsCode } from "../segments/rate-rows-code";
import type { Language } from "../texts";
import { drawnPairs, mostDrawn, pairFills } from "./figure";
import type { CrossProductResult } from "./result";

/** TypeScript that draws `pairsFigure` from a relation with the columns of `pairsQuery`. */
export function pairsCode(relation: string, result: CrossProductResult | null, language: Language): string {
  const { figure: told, code: said } = language.texts.crossProduct;
  return rateRowsCode(
    {
      what: said.what,
      rows: code`
        ${markCode(language)}
        ${comment(said.drawn)}
        const found = ${{ text: relation }}.toArray().filter((row) => row.left_customers! > 0 && row.kept_customers! > 0);
        const rows = found.slice(0, ${mostDrawn}).map((row) => ({
          group: ${template(told.group("${row.first_product}"))},
          label: row.second_product!,
          marks: [
            markOf(row.left_gone!, row.left_customers!, ${pairFills.left}),
            markOf(row.kept_gone!, row.kept_customers!, ${pairFills.kept}),
          ],
        }));`,
      title: told.title,
      caption: told.caption(result ? drawnPairs(result).length : 0, result?.pairs.length ?? 0),
      axis: told.axis,
      reference: null,
      legend: [
        { label: told.left, fill: pairFills.left },
        { label: told.kept, fill: pairFills.kept },
      ],
    },
    language,
  );
}
