import { baseOptions, colour, gridX } from "../chart-style";
import { Plot } from "../plot";
import type { Figure } from "../report";
import type { Language } from "../texts";
import type { LeadRequest } from "./query";
import type { LeadResult } from "./result";
import { partName, whoInPart } from "./tables";

/** The end of the axis: a round share that leaves room for the longest interval. */
export const ends = [0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1];

export function liftFigure(result: LeadResult, request: LeadRequest, language: Language): Figure {
  const { texts, format } = language;
  const told = texts.userLogoLead.figure.lift;
  const rows = result.lift.map((one) => ({
    name: partName(one.part, result, request, language),
    rate: one.rate,
    low: one.interval[0],
    high: one.interval[1],
    said: `${partName(one.part, result, request, language)} · ${format.percent(one.rate)}`,
    text: format.percent(one.rate),
    fill: one.part === "above" || one.part === "top" ? colour.lost : colour.first,
    who: whoInPart(one.part, result, request, language),
  }));
  const most = Math.max(...rows.map(({ high }) => high));
  const end = ends.find((one) => one >= most) ?? 1;
  return {
    id: "lift",
    title: told.title,
    caption: told.caption(request.params.lag),
    alternative: told.alternative(rows.map(({ name, text }) => ({ part: name, rate: text }))),
    table: "lift",
    plot: (width) => ({
      ...baseOptions(width),
      height: 68 + rows.length * 44,
      marginLeft: 16,
      marginRight: 24,
      x: {
        label: told.axis,
        domain: [0, end],
        ticks: 5,
        tickFormat: (share: number) => format.percent(share),
      },
      y: { axis: null, domain: rows.map(({ name }) => name) },
      marks: [
        gridX(5),
        Plot.ruleX([0], { stroke: "currentColor" }),
        Plot.link(rows, { x1: "low", x2: "high", y: "name", stroke: "fill", strokeWidth: 2, dy: 8 }),
        Plot.dot(rows, { x: "rate", y: "name", r: 5, fill: "fill", dy: 8 }),
        // Above its line a long name has room in a narrow figure too.
        Plot.text(rows, { y: "name", text: "said", frameAnchor: "left", textAnchor: "start", dx: 6, dy: -8 }),
        Plot.dot(rows, Plot.pointerY({ x: "rate", y: "name", r: 8, stroke: "currentColor", dy: 8 })),
      ],
    }),
    who: (datum) => rows.find((row) => row === datum)?.who ?? null,
  };
}
