import { flowTable } from "../levers/flow-table";
import type { ReportTable } from "../report";
import { cellsIn, left, right } from "../report-cells";
import { chiSquareUpper } from "../stats/chi-square";
import { criterionOf } from "../stats/cut-criterion";
import type { Language } from "../texts";
import { bareName, everybody, linedOf } from "./names";
import type { FinderResult } from "./result";

/** Every line tried: how good it looks, and how often resamples chose it. */
export function candidateTable(result: FinderResult, language: Language): ReportTable {
  const { texts } = language;
  const { table } = texts.leverFinder;
  const cell = cellsIn(language);
  return {
    id: "candidates",
    title: table.candidates,
    columns: [
      left("lever", texts.levers.table.lever),
      right("line", table.line, "place"),
      right("above", table.above, "customers"),
      right("retention", table.retentionAbove, "share"),
      right("youden", table.youden, "number"),
      right("plain", table.plain, "number"),
      right("chosen", table.chosen, "number"),
    ],
    rows: linedOf(result).flatMap(({ lever }) => {
      const { x: stayed, n: known } = lever.known;
      return lever.candidates.map(({ cut, n, x, chosen }) => {
        const on = (type: "youden" | "chi-square") =>
          criterionOf(x, n, stayed, known, { type }, type === "youden" ? "above" : "either");
        const divides = n > 0 && n < known;
        return {
          lever: { text: bareName(lever, language), value: lever.behaviour },
          line: cell.number(cut, 6),
          above: cell.count(n),
          retention: cell.share({ rate: n > 0 ? x / n : null }),
          youden: cell.number(divides ? on("youden") : null, 3),
          plain: cell.p(divides ? chiSquareUpper(on("chi-square"), 1) : null),
          chosen: cell.share({ rate: lever.best.resamples > 0 ? chosen / lever.best.resamples : null }),
        };
      });
    }),
  };
}

/** Who was seen, who is compared and who of them left. */
export function finderFlow(result: FinderResult, language: Language): ReportTable {
  const { table } = language.texts.leverFinder;
  const cell = cellsIn(language);
  const { customers, excluded, overall } = result;
  return flowTable(
    {
      customers,
      excluded,
      used: cell.count(overall.n, everybody("all", language)),
      rest: [
        [table.stayed, cell.count(overall.x, everybody("stayed", language))],
        [table.lost, cell.count(overall.n - overall.x, everybody("lost", language))],
      ],
    },
    language,
  );
}
