import { baseOptions, colour, gridX } from "../chart-style";
import { Plot } from "../plot";
import type { Figure } from "../report";
import type { Language } from "../texts";
import type { DefinitionsRequest } from "./query";
import type { DefinitionsResult } from "./result";
import { askedOf } from "./tables";

/** The end of the axis: a round share that leaves room for the longest interval. */
export const ends = [0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1];

/** Definitions from the highest share down; of several with the same share in the order of their ids, as `definitionsQuery` gives them. */
export function definitionsFigure(
  result: DefinitionsResult,
  request: DefinitionsRequest,
  language: Language,
): Figure {
  const { texts, format } = language;
  const { figure: told, name, period, who } = texts.retentionDefinitions;
  const asked = askedOf(request);
  const rows = result.definitions
    .flatMap(({ id, rate, interval }) => (rate === null ? [] : [{ id, rate, interval }]))
    .sort((a, b) => b.rate - a.rate || (a.id < b.id ? -1 : 1))
    .map(({ id, rate, interval }) => ({
      id,
      rate,
      low: interval?.[0] ?? rate,
      high: interval?.[1] ?? rate,
      said: `${name(id, asked)} · ${format.percent(rate)}`,
      stroke: id === "ours" ? colour.first : colour.muted,
      fill: id === "ours" ? colour.first : "none",
    }));
  const most = Math.max(0, ...rows.map(({ high }) => high));
  const ours = rows.filter(({ id }) => id === "ours");
  return {
    id: "definitions",
    title: told.title(period(result)),
    caption: told.caption,
    alternative: told.alternative(format.list(rows.map(({ said }) => said))),
    table: "definitions",
    plot: (width) => ({
      ...baseOptions(width),
      height: 68 + rows.length * 40,
      marginLeft: 16,
      marginRight: 24,
      x: {
        label: told.axis,
        domain: [0, ends.find((one) => one >= most) ?? 1],
        ticks: 5,
        tickFormat: (share: number) => format.percent(share),
      },
      y: { axis: null, domain: rows.map(({ id }) => id) },
      marks: [
        gridX(5),
        Plot.ruleX([0], { stroke: "currentColor" }),
        Plot.ruleX(ours, { x: "rate", stroke: colour.first, strokeDasharray: "1,4" }),
        Plot.link(rows, { x1: "low", x2: "high", y: "id", stroke: "stroke", strokeWidth: 2, dy: 8 }),
        Plot.dot(rows, { x: "rate", y: "id", r: 5, stroke: "stroke", fill: "fill", strokeWidth: 2, dy: 8 }),
        // Above its line a long name has room in a narrow figure too.
        Plot.text(rows, { y: "id", text: "said", frameAnchor: "left", textAnchor: "start", dx: 6, dy: -8 }),
        Plot.dot(
          ours.filter(({ rate }) => rate > 0),
          Plot.pointer({ x: "rate", y: "id", r: 8, stroke: "currentColor", dy: 8 }),
        ),
      ],
    }),
    // Of the others nobody has asked for the customers: their counts differ by definition, some count no customers at all.
    who: (datum) =>
      ours.some((one) => one === datum && one.rate > 0)
        ? { key: "returned", label: who.returned(period(result)) }
        : null,
  };
}
