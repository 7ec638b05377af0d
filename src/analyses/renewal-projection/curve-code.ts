import { colour } from "../chart-style";
import { code, comment, objectOf, prose } from "../code";
import { baseCode, countCode, gridYCode, percentCode } from "../code-style";
import type { Language } from "../texts";
import { curveHeight, curveMargins } from "./curve-figure";

/** TypeScript that draws `curveFigure` from a relation with the columns of `curveQuery`; the model was fitted to `fitTo` renewals. */
export function curveCode(relation: string, fitTo: number, language: Language): string {
  const { texts } = language;
  const told = texts.renewalProjection.figure;
  const dot = { x: "renewal", y: "share", r: 4 };
  const line = { x: "renewal", y: "survival", stroke: colour.kept, strokeWidth: 2 };
  return code`
    ${comment(told.code)}
    {
      ${comment(texts.code.noNull)}
      const found = ${{ text: relation }}.toArray();
      const line = found.map((row) => ({
        renewal: row.renewal!,
        survival: row.survival!,
        low: row.low ?? row.survival!,
        high: row.high ?? row.survival!,
      }));
      const seen = found.flatMap(({ renewal, seen }) => (seen === null ? [] : [{ renewal: renewal!, share: seen }]));
      const last = seen[seen.length - 1].renewal;
      const horizon = line[line.length - 1].renewal;
      ${percentCode(language)}
      ${countCode(language)}

      ${comment(texts.code.colours)}
      display(
        Plot.plot({
          title: ${told.title},
          caption:
            ${prose(told.caption)},
          width,
          height: ${curveHeight},
          ${baseCode(curveMargins)}
          x: {
            label: ${told.x},
            domain: [0, horizon],
            ticks: Math.min(horizon, width > 500 ? 12 : 6),
            tickFormat: (t: number) => (Number.isInteger(t) ? count(t) : ""),
          },
          y: { label: ${told.y}, domain: [0, 1], ticks: 5, tickFormat: percent },
          marks: [
            ${gridYCode(5)},
            Plot.areaY(line, { x: "renewal", y1: "low", y2: "high", fill: ${colour.band}, fillOpacity: 0.18 }),
            Plot.lineY(line.filter(({ renewal }) => renewal <= last), ${objectOf(line)}),
            Plot.lineY(line.filter(({ renewal }) => renewal >= last), ${objectOf({ ...line, strokeDasharray: "5,4" })}),
            Plot.dot(seen.filter(({ renewal }) => renewal <= ${fitTo}), ${objectOf({ ...dot, fill: colour.first })}),
            Plot.dot(seen.filter(({ renewal }) => renewal > ${fitTo}), ${objectOf({ ...dot, stroke: colour.first, strokeWidth: 2 })}),
            Plot.ruleY([0], { stroke: "currentColor" }),
          ],
        }),
      );
    }`.text;
}
