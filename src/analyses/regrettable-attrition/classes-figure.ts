import { baseOptions, colour, gridX, labelRoom } from "../chart-style";
import { Plot } from "../plot";
import type { Figure } from "../report";
import type { Language } from "../texts";
import { classes, type RegrettableResult } from "./result";

export const classColours = { fit: colour.lost, unfit: colour.muted, unknown: colour.second } as const;

/** Attrition of each class with its interval; a class of nobody has no mark. */
export function classesFigure(result: RegrettableResult, language: Language): Figure {
  const { texts, format } = language;
  const { figure, class: named, who } = texts.regrettable;
  const points = classes.flatMap((one) => {
    const { x, n, rate, interval } = result[one];
    return rate === null || interval === null
      ? []
      : [
          {
            label: named[one],
            who: x > 0 ? { key: `${one}-lost`, label: who[`${one}-lost`] } : null,
            rate,
            low: interval[0],
            high: interval[1],
            fill: classColours[one],
            said: `${format.percent(rate)} · ${figure.of(format.count(x), format.count(n))}`,
          },
        ];
  });
  const labels = points.map(({ label }) => label);
  const isFinished = result.period?.state === "complete";
  return {
    id: "classes",
    title: figure.title,
    caption: isFinished ? figure.caption : `${figure.caption} ${figure.unfinished}`,
    alternative: figure.alternative(points.map(({ label, said }) => `${label} ${said}`).join("; ")),
    table: "classes",
    plot: (width) => ({
      ...baseOptions(width),
      height: 72 + 48 * points.length,
      marginLeft: labelRoom(labels, width),
      marginRight: 24,
      x: {
        label: figure.axis,
        domain: [0, Math.min(1, Math.max(0.01, ...points.map(({ high }) => high)) * 1.08)],
        ticks: 5,
        tickFormat: (share: number) => format.percent(share),
      },
      y: { domain: labels, label: null, tickSize: 0 },
      marks: [
        gridX(5),
        Plot.ruleY(points, { y: "label", x1: "low", x2: "high", stroke: "fill", strokeWidth: 3 }),
        Plot.dot(points, {
          y: "label",
          x: "rate",
          r: 6,
          fill: isFinished ? "fill" : "none",
          stroke: "fill",
          strokeWidth: 2,
        }),
        Plot.text(points, {
          y: "label",
          x: "low",
          text: "said",
          dy: -14,
          textAnchor: "start",
          fill: "currentColor",
          fontWeight: 600,
        }),
        Plot.ruleX([0], { stroke: "currentColor" }),
        Plot.dot(
          points.filter((point) => point.who !== null),
          Plot.pointer({ y: "label", x: "rate", r: 9, stroke: "currentColor" }),
        ),
      ],
    }),
    who: (datum) => points.find((point) => point === datum)?.who ?? null,
  };
}
