import { baseOptions, colour, gridY } from "../chart-style";
import { Plot } from "../plot";
import type { Figure } from "../report";
import type { Language } from "../texts";
import { fewAtRisk } from "./few";
import type { ChurnResult } from "./result";
import { timeTicks } from "./survival-layout";
import { ofHundred } from "./tables";
import { keyText } from "./who";

/** How many of those still there leave per unit of time, interval by interval. */
export function hazardFigure(result: Pick<ChurnResult, "intervals" | "unit">, language: Language): Figure {
  const { texts, format } = language;
  const { hazard: told, survival } = texts.timeToChurn.figure;
  const points = result.intervals.flatMap(({ from, to, atRisk, events, hazard, hazardInterval }) =>
    hazard === null || hazardInterval === null
      ? []
      : [
          {
            from,
            to,
            at: (from + to) / 2,
            events,
            rate: hazard,
            low: hazardInterval[0],
            high: hazardInterval[1],
            stroke: atRisk < fewAtRisk ? colour.muted : colour.lost,
            isFew: atRisk < fewAtRisk,
          },
        ],
  );
  const firm = points.some(({ isFew }) => !isFew) ? points.filter(({ isFew }) => !isFew) : points;
  // A rate of few, and a limit far above all rates, must not flatten the others: what goes beyond is cut.
  const highest = Math.max(1e-6, ...firm.map(({ rate }) => rate));
  const top = 1.1 * Math.max(highest, ...firm.map(({ high }) => Math.min(high, 2 * highest)));
  const shown = points
    .filter(({ low }) => low < top)
    .map((point) => ({ ...point, high: Math.min(top, point.high), isInside: point.rate <= top }));
  const inside = shown.filter(({ isInside }) => isInside);
  const most = firm.reduce((a, b) => (b.rate > a.rate ? b : a), firm[0] ?? { from: 0, to: 0, rate: 0 });
  const lastTime = result.intervals.at(-1)?.to ?? 1;
  const span = (from: number, to: number) =>
    from === 0
      ? texts.timeToChurn.table.first(format.number(to, 2))
      : texts.timeToChurn.table.to(format.number(from, 2), format.number(to, 2));
  return {
    id: "hazard",
    title: told.title,
    caption: told.caption(result.unit),
    alternative: told.alternative({
      intervals: points.length,
      most: ofHundred(most.rate, language),
      when: texts.timeToChurn.time(most.to, result.unit),
    }),
    table: "intervals",
    plot: (width) => ({
      ...baseOptions(width),
      height: 260,
      marginLeft: 64,
      x: {
        label: survival.time(result.unit),
        domain: [0, lastTime],
        ticks: timeTicks(lastTime, result.unit, width),
        tickFormat: (time: number) => format.number(time, 1),
      },
      y: {
        label: told.axis(result.unit),
        domain: [0, top],
        ticks: 5,
        tickFormat: (rate: number) => ofHundred(rate, language),
      },
      marks: [
        gridY(5),
        Plot.link(shown, { x: "at", y1: "low", y2: "high", stroke: "stroke", strokeOpacity: 0.55 }),
        Plot.link(inside, { x1: "from", x2: "to", y: "rate", stroke: "stroke", strokeWidth: 1.75 }),
        Plot.dot(inside, { x: "at", y: "rate", r: 3.5, fill: "stroke" }),
        Plot.ruleY([0], { stroke: "currentColor" }),
        Plot.dot(inside, Plot.pointerX({ x: "at", y: "rate", r: 6, stroke: "currentColor" })),
      ],
    }),
    who: (datum) => {
      const point = datum as Partial<{ from: number; to: number }> | null;
      if (typeof point?.from !== "number" || typeof point.to !== "number") return null;
      const from = point.from === 0 ? null : point.from;
      return {
        key: keyText({ what: "lost", place: null, from, to: point.to }),
        label: texts.timeToChurn.who.lostAt(texts.timeToChurn.names.all, span(point.from, point.to)),
      };
    },
  };
}
