import { periodAxis, middleOf } from "../attrition-over-time/period-axis";
import { baseOptions, colour, gridY } from "../chart-style";
import { Plot } from "../plot";
import type { Figure } from "../report";
import { sideLabels } from "../side-labels";
import type { Language } from "../texts";
import { whoIs } from "./customers";
import type { LogoResult } from "./result";

const height = 300;
const { marginTop = 0, marginBottom = 0 } = baseOptions(0);

/** Logos that stay with their interval, and what stays of their revenue. */
export function seriesFigure(result: LogoResult, language: Language): Figure {
  const { texts, format } = language;
  const { figure, gross, net } = texts.logoAttrition.series;
  const points = result.series.flatMap(({ opens, closes, state, attrition, counts, money }) =>
    state === "complete" && attrition.rate !== null && attrition.interval
      ? [
          {
            at: middleOf(opens, closes),
            stay: 1 - attrition.rate,
            low: 1 - attrition.interval[1],
            high: 1 - attrition.interval[0],
            gross: money?.gross ?? null,
            net: money?.net ?? null,
            opens,
            lost: counts.lost,
          },
        ]
      : [],
  );
  const last = points[points.length - 1];
  const rates = points.map(({ stay }) => stay);
  const all = points.flatMap((one) => [one.low, one.high, one.gross ?? one.low, one.net ?? one.high]);
  // Retention lies near 1: from nought every line would be flat. The zero line is left out and the axis says so.
  const low = Math.max(0, Math.floor((Math.min(1, ...all) - 0.01) * 20) / 20);
  const high = Math.ceil((Math.max(1, ...all) + 0.01) * 20) / 20;
  const lines = [
    { key: "stay" as const, label: figure.logos, stroke: colour.kept, dash: "none" },
    ...(result.hasMoney
      ? [
          { key: "gross" as const, label: gross, stroke: colour.second, dash: "8,4" },
          { key: "net" as const, label: net, stroke: colour.new, dash: "3,3" },
        ]
      : []),
  ];
  // What stays of logos opens those that left; what stays of revenue, those with revenue at the start.
  const dots = points.flatMap((point) =>
    lines.flatMap(({ key }) => {
      const y = point[key];
      if (y === null || (key === "stay" && point.lost === 0)) return [];
      return [
        {
          at: point.at,
          y,
          who: whoIs(point.opens, key === "stay" ? "lost" : "start", result.grain, language),
        },
      ];
    }),
  );
  const labels = lines.flatMap(({ key, label }) => {
    const value = last?.[key];
    return value == null ? [] : [{ y: value, text: `${label} ${format.percent(value)}` }];
  });
  return {
    id: "series",
    title: figure.title,
    caption: result.hasMoney ? figure.caption : figure.captionLogos,
    alternative: figure.alternative({
      periods: points.length,
      least: rates.length ? format.percent(Math.min(...rates)) : texts.base.noBase,
      most: rates.length ? format.percent(Math.max(...rates)) : texts.base.noBase,
      last: last ? format.percent(last.stay) : texts.base.noBase,
    }),
    table: "series",
    plot: (width) => ({
      ...baseOptions(width),
      height,
      marginLeft: 56,
      marginRight: 124,
      x: periodAxis(result.series, result.grain, width, language),
      y: {
        label: figure.axis,
        ticks: 6,
        domain: [low, high],
        tickFormat: (share: number) => format.percent(share),
      },
      marks: [
        gridY(6),
        Plot.areaY(points, { x: "at", y1: "low", y2: "high", fill: colour.band, fillOpacity: 0.18 }),
        Plot.ruleY([1], { stroke: "currentColor", strokeOpacity: 0.5 }),
        ...lines.flatMap(({ key, stroke, dash }) => [
          Plot.lineY(points, { x: "at", y: key, stroke, strokeWidth: 1.8, strokeDasharray: dash }),
          Plot.dot(points, { x: "at", y: key, r: points.length > 60 ? 1.5 : 2.5, fill: stroke }),
        ]),
        ...sideLabels(labels, high, height - marginTop - marginBottom, low),
        Plot.dot(dots, Plot.pointer({ x: "at", y: "y", r: 6, stroke: "currentColor" })),
      ],
    }),
    who: (datum) => dots.find((dot) => dot === datum)?.who ?? null,
  };
}
