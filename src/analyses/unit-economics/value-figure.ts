import { baseOptions, colour, gridY } from "../chart-style";
import { Plot } from "../plot";
import type { Figure } from "../report";
import type { Language } from "../texts";
import { amountText } from "./money";
import type { UnitEconomicsResult } from "./result";
import { whoAt } from "./tables";

export const valueHeight = 320;
export const valueMargins = { marginLeft: 64, marginRight: 96 };

/** What one customer has brought by each month, against what it costs to win one. */
export function valueFigure(result: UnitEconomicsResult, language: Language): Figure {
  const { texts, format } = language;
  const told = texts.unitEconomics.figure.value;
  const { curve, cac, payback } = result;
  const points = curve.map(({ month, value, interval, gone }) => ({
    month,
    who: gone ? whoAt("goneIn", month, language) : null,
    value,
    low: interval?.[0] ?? value,
    high: interval?.[1] ?? value,
  }));
  const last = points[points.length - 1];
  const top = 1.08 * Math.max(cac ?? 0, ...points.map(({ high }) => high), 1e-9);
  return {
    id: "value",
    title: told.title,
    caption: told.caption(curve.some(({ interval }) => interval !== null)),
    alternative: told.alternative({
      months: curve.length,
      value: last ? amountText(last.value, result, language) : "0",
      cac: cac === null ? null : amountText(cac, result, language),
      payback: payback.month,
    }),
    table: "curve",
    plot: (width) => ({
      ...baseOptions(width),
      height: valueHeight,
      ...valueMargins,
      x: {
        label: told.x,
        domain: [1, Math.max(2, last?.month ?? 2)],
        ticks: width > 500 ? 10 : 5,
        tickFormat: (month: number) => (Number.isInteger(month) ? format.count(month) : ""),
      },
      y: {
        label: told.y,
        domain: [0, top],
        ticks: 6,
        tickFormat: (value: number) => format.number(value, 2),
      },
      marks: [
        gridY(6),
        Plot.areaY(points, { x: "month", y1: "low", y2: "high", fill: colour.band, fillOpacity: 0.18 }),
        ...(cac === null
          ? []
          : [
              Plot.ruleY([cac], { stroke: colour.lost, strokeDasharray: "4,3" }),
              Plot.text([cac], {
                y: (cost: number) => cost,
                text: () => `${told.cac} ${amountText(cac, result, language)}`,
                frameAnchor: "right",
                textAnchor: "start",
                fill: "currentColor",
                dx: 6,
              }),
            ]),
        Plot.lineY(points, { x: "month", y: "value", stroke: colour.kept, strokeWidth: 2 }),
        Plot.dot(
          points.filter(({ month }) => month === payback.month),
          { x: "month", y: "value", r: 5, fill: colour.kept },
        ),
        Plot.ruleY([0], { stroke: "currentColor" }),
        Plot.dot(
          points.filter(({ who }) => who !== null),
          Plot.pointerX({ x: "month", y: "value", r: 6, stroke: "currentColor" }),
        ),
      ],
    }),
    who: (datum) => points.find((point) => point === datum)?.who ?? null,
  };
}
