import { baseOptions, colour, gridY } from "../chart-style";
import { intervalText } from "../findings";
import { Plot } from "../plot";
import type { Figure } from "../report";
import type { Language } from "../texts";
import type { RenewalProjectionResult } from "./result";

export const curveHeight = 320;
export const curveMargins = { marginLeft: 56, marginRight: 24 };

/** The share still there as counted, and as the model has it past what was seen. */
export function curveFigure(result: RenewalProjectionResult, language: Language): Figure {
  const { texts, format } = language;
  const told = texts.renewalProjection.figure;
  const { points, renewals } = result;
  const line = points.map(({ renewal, survival, interval }) => ({
    renewal,
    survival,
    low: interval?.[0] ?? survival,
    high: interval?.[1] ?? survival,
  }));
  const seen = [
    { renewal: 0, share: 1, isFitted: true },
    ...renewals.map(({ renewal, survival, isFitted }) => ({ renewal, share: survival, isFitted })),
  ];
  const [last, horizon] = [seen[seen.length - 1]!, points[points.length - 1]!];
  return {
    id: "curve",
    title: told.title,
    caption: told.caption,
    alternative: told.alternative({
      last: last.renewal,
      seen: format.percent(last.share),
      horizon: horizon.renewal,
      expected: format.percent(horizon.survival),
      interval: intervalText(horizon.interval, language),
    }),
    table: "curve",
    plot: (width) => ({
      ...baseOptions(width),
      height: curveHeight,
      ...curveMargins,
      x: {
        label: told.x,
        domain: [0, horizon.renewal],
        ticks: Math.min(horizon.renewal, width > 500 ? 12 : 6),
        tickFormat: (t: number) => (Number.isInteger(t) ? format.count(t) : ""),
      },
      y: { label: told.y, domain: [0, 1], ticks: 5, tickFormat: (share: number) => format.percent(share) },
      marks: [
        gridY(5),
        Plot.areaY(line, { x: "renewal", y1: "low", y2: "high", fill: colour.band, fillOpacity: 0.18 }),
        Plot.lineY(
          line.filter(({ renewal }) => renewal <= last.renewal),
          { x: "renewal", y: "survival", stroke: colour.kept, strokeWidth: 2 },
        ),
        Plot.lineY(
          line.filter(({ renewal }) => renewal >= last.renewal),
          { x: "renewal", y: "survival", stroke: colour.kept, strokeWidth: 2, strokeDasharray: "5,4" },
        ),
        Plot.dot(
          seen.filter(({ isFitted }) => isFitted),
          { x: "renewal", y: "share", r: 4, fill: colour.first },
        ),
        Plot.dot(
          seen.filter(({ isFitted }) => !isFitted),
          { x: "renewal", y: "share", r: 4, stroke: colour.first, strokeWidth: 2 },
        ),
        Plot.ruleY([0], { stroke: "currentColor" }),
      ],
    }),
  };
}
