import { code, comment, type Code } from "../code";
import { fills } from "../segments/rate-rows";
import { labelCode, markCode, rateRowsCode, segmentType } from "../segments/rate-rows-code";
import type { Language } from "../texts";
import { sideNames } from "./names";
import { sides } from "./query";
import type { MixShiftResult } from "./result";

/** TypeScript that draws `strataFigure` from a relation with the columns of `strataQuery`. */
export function strataCode(relation: string, result: MixShiftResult | null, language: Language): string {
  const told = language.texts.mixShift.figure;
  const names = sideNames(result ?? { group: null, period: null, earlier: null }, language);
  return rateRowsCode(
    {
      what: language.texts.mixShift.code.what,
      rows: rowsCode(relation, language),
      title: told.title,
      caption: told.caption,
      axis: told.axis,
      reference: null,
      legend: sides.map((side) => ({ label: names[side], fill: fills[side] })),
    },
    language,
  );
}

function rowsCode(relation: string, language: Language): Code {
  const told = language.texts.mixShift.figure;
  return code`
    ${markCode(language)}
    ${segmentType}
    ${labelCode(language)}
    const found = ${{ text: relation }}.toArray().map((row) => ({
      label: labelOf(row),
      first: { x: row.first_lost!, n: row.first_customers! },
      second: { x: row.second_lost!, n: row.second_customers! },
    }));
    type Side = { x: number; n: number };
    const marksOf = ({ first, second }: { first: Side; second: Side }) => [
      ...(first.n > 0 ? [markOf(first.x, first.n, ${fills.first})] : []),
      ...(second.n > 0 ? [markOf(second.x, second.n, ${fills.second})] : []),
    ];
    const totalOf = (sideOf: (row: (typeof found)[number]) => Side) => ({
      x: d3.sum(found, (row) => sideOf(row).x),
      n: d3.sum(found, (row) => sideOf(row).n),
    });
    const total = { first: totalOf(({ first }) => first), second: totalOf(({ second }) => second) };

    ${comment(language.texts.mixShift.code.sameMix)}
    const common = found.filter(({ first, second }) => first.n > 0 && second.n > 0);
    const everybody = d3.sum(common, ({ first, second }) => first.n + second.n);
    const sameMix = (sideOf: (row: (typeof found)[number]) => Side, fill: string) => {
      let [rate, below, above] = [0, 0, 0];
      for (const row of common) {
        const { x, n } = sideOf(row);
        const weight = (row.first.n + row.second.n) / everybody;
        const [low, high] = wilson(x, n);
        rate += weight * (x / n);
        below = Math.hypot(below, weight * (x / n - low));
        above = Math.hypot(above, weight * (high - x / n));
      }
      return { rate, low: Math.max(0, rate - below), high: Math.min(1, rate + above), of: ${told.sameMix}, fill };
    };
    const rows = [
      ...found.map((row) => ({ group: "", label: row.label, marks: marksOf(row) })),
      { group: ${told.all}, label: ${told.asTheyAre}, marks: marksOf(total) },
      ...(common.length
        ? [
            {
              group: ${told.all},
              label: ${told.sameMix},
              marks: [sameMix(({ first }) => first, ${fills.first}), sameMix(({ second }) => second, ${fills.second})],
            },
          ]
        : []),
    ];`;
}
