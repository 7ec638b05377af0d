import { colour } from "../chart-style";
import { code, comment, none, objectOf, prose } from "../code";
import { baseCode, gridYCode } from "../code-style";
import type { Language } from "../texts";
import { amountText } from "./money";
import type { UnitEconomicsResult } from "./result";
import { valueHeight, valueMargins } from "./value-figure";

/** TypeScript that draws `valueFigure` from a relation with the columns of `valueQuery`. */
export function valueCode(relation: string, result: UnitEconomicsResult | null, language: Language): string {
  const { locale, texts } = language;
  const told = texts.unitEconomics.figure.value;
  const cac = result?.cac ?? null;
  const hasBand = result ? result.curve.some(({ interval }) => interval !== null) : true;
  return code`
    ${comment(texts.unitEconomics.code.what)}
    {
      ${comment(texts.code.noNull)}
      const points = ${{ text: relation }}.toArray().map((row) => ({
        month: row.month!,
        value: row.value!,
        low: row.low ?? row.value!,
        high: row.high ?? row.value!,
      }));
      const last = points[points.length - 1];
      const top = 1.08 * Math.max(${cac ?? 0}, ...points.map(({ high }) => high), 1e-9);
      ${cac === null ? none : code`const back = points.find(({ value }) => value >= ${cac});`}
      const count = new Intl.NumberFormat(${locale}, { maximumFractionDigits: 0 }).format;
      const number = new Intl.NumberFormat(${locale}, { maximumFractionDigits: 2 }).format;

      ${comment(texts.code.colours)}
      display(
        Plot.plot({
          title: ${told.title},
          caption:
            ${prose(told.caption(hasBand))},
          width,
          height: ${valueHeight},
          ${baseCode(valueMargins)}
          x: {
            label: ${told.x},
            domain: [1, Math.max(2, last.month)],
            ticks: width > 500 ? 10 : 5,
            tickFormat: (month: number) => (Number.isInteger(month) ? count(month) : ""),
          },
          y: { label: ${told.y}, domain: [0, top], ticks: 6, tickFormat: number },
          marks: [
            ${gridYCode(6)},
            Plot.areaY(points, { x: "month", y1: "low", y2: "high", fill: ${colour.band}, fillOpacity: 0.18 }),
            ${result && cac !== null ? cacMarks(cac, `${told.cac} ${amountText(cac, result, language)}`) : none}
            Plot.lineY(points, ${objectOf({ x: "month", y: "value", stroke: colour.kept, strokeWidth: 2 })}),
            Plot.dot(${{ text: cac === null ? "points.slice(0, 0)" : "back ? [back] : []" }}, ${objectOf({ x: "month", y: "value", r: 5, fill: colour.kept })}),
            Plot.ruleY([0], { stroke: "currentColor" }),
          ],
        }),
      );
    }`.text;
}

function cacMarks(cac: number, label: string) {
  return code`
    Plot.ruleY([${cac}], ${objectOf({ stroke: colour.lost, strokeDasharray: "4,3" })}),
    Plot.text([${label}], {
      y: [${cac}],
      frameAnchor: "right",
      textAnchor: "start",
      fill: "currentColor",
      dx: 6,
    }),`;
}
