import { baseOptions, colour, gridY } from "../chart-style";
import { Plot } from "../plot";
import type { Figure } from "../report";
import { whoOf } from "../segments/rate-rows";
import type { Language } from "../texts";
import { whoIn } from "./names";
import type { UsageResult } from "./result";

/** Share that left by tenths of the users; null where ties leave fewer than three. */
export function doseFigure({ deciles, overall }: UsageResult, language: Language): Figure | null {
  if (deciles.length < 3) return null;
  const { texts, format } = language;
  const told = texts.usageQuartiles.figure.dose;
  const points = deciles.map(({ decile, most, share }) => ({
    decile,
    most: format.number(most, 2),
    rate: share.rate ?? 0,
    low: share.interval?.[0] ?? 0,
    high: share.interval?.[1] ?? 0,
    who: whoIn(decile, true, language),
  }));
  const top = Math.min(1, 1.05 * Math.max(0.01, ...points.map(({ high }) => high)));
  return {
    id: "dose",
    title: told.title,
    caption: told.caption,
    alternative: told.alternative(
      format.percent(points[0]!.rate),
      format.percent(points[points.length - 1]!.rate),
    ),
    table: "deciles",
    plot: (width) => ({
      ...baseOptions(width),
      height: 300,
      marginLeft: 56,
      marginRight: 16,
      x: {
        label: told.x,
        type: "point",
        domain: points.map(({ decile }) => decile),
        padding: 0.5,
        tickSize: 3,
        // Every other number where they would run into each other.
        ticks: points.flatMap(({ decile }, i) => (width > 560 || i % 2 === 1 ? [decile] : [])),
        tickFormat: (decile: number) => points.find((point) => point.decile === decile)?.most ?? "",
      },
      y: {
        label: told.y,
        domain: [0, top],
        ticks: 6,
        tickFormat: (share: number) => format.percent(share),
      },
      marks: [
        gridY(6),
        ...(overall.rate === null
          ? []
          : [Plot.ruleY([overall.rate], { stroke: "currentColor", strokeDasharray: "4,3" })]),
        Plot.link(points, {
          x: "decile",
          y1: "low",
          y2: "high",
          stroke: colour.lost,
          strokeWidth: 2,
          strokeOpacity: 0.5,
        }),
        Plot.lineY(points, { x: "decile", y: "rate", stroke: colour.lost, strokeWidth: 1.5 }),
        Plot.dot(points, { x: "decile", y: "rate", r: 4, fill: colour.lost }),
        Plot.ruleY([0], { stroke: "currentColor" }),
        Plot.dot(points, Plot.pointerX({ x: "decile", y: "rate", r: 7, stroke: "currentColor" })),
      ],
    }),
    who: whoOf,
  };
}
