import { baseOptions, colour, gridY } from "../chart-style";
import { Plot } from "../plot";
import type { Figure } from "../report";
import { funnelLimits } from "../stats/funnel-limits";
import type { Language } from "../texts";
import { labelOf, whoIn } from "./names";
import { whoOf } from "./rate-rows";
import type { SegmentsResult } from "./result";

/** From so many segments on a funnel says more than a list: many owners, many regions. */
export const fewestInFunnel = 8;

/** Share against size with the limits chance alone would keep to; one figure for a column with many segments. */
export function funnelFigure(result: SegmentsResult, place: number, language: Language): Figure | null {
  const { texts, format } = language;
  const told = texts.segments.figure.funnel;
  const dimension = result.dimensions[place]!;
  const target = result.overall.rate;
  const found = dimension.segments.filter(({ kind }) => kind === "level");
  if (target === null || found.length < fewestInFunnel) return null;
  const points = found.map((segment) => {
    const { n, rate } = segment.share;
    const limits = funnelLimits(target, n);
    const [low, high] = limits?.alarm ?? [0, 1];
    return {
      n,
      rate: rate ?? 0,
      label: labelOf(segment, language),
      isOutside: (rate ?? 0) < low || (rate ?? 0) > high,
      who: whoIn(place, dimension, segment, true, language),
    };
  });
  const sizes = points.map(({ n }) => n);
  const curve = curveOf(target, Math.min(...sizes), Math.max(...sizes));
  const outside = points.filter(({ isOutside }) => isOutside);
  const top = Math.min(
    1,
    1.05 * Math.max(...points.map(({ rate }) => rate), target * 1.5, curve[0]?.warningHigh ?? 0),
  );
  return {
    id: `funnel-${place}`,
    title: told.title(dimension.column),
    caption: told.caption,
    alternative: told.alternative({ n: points.length, outside: outside.length }),
    table: "segments",
    plot: (width) => ({
      ...baseOptions(width),
      height: 320,
      marginLeft: 56,
      marginRight: 24,
      x: {
        label: told.x,
        domain: [0, Math.max(...sizes) * 1.08],
        ticks: 6,
        tickFormat: (n: number) => format.count(n),
      },
      y: { label: told.y, domain: [0, top], ticks: 6, tickFormat: (share: number) => format.percent(share) },
      marks: [
        gridY(6),
        ...(["warning", "alarm"] as const).flatMap((limit) =>
          (["Low", "High"] as const).map((side) =>
            Plot.lineY(
              curve.filter((one) => one[`${limit}${side}`] <= top),
              {
                x: "n",
                y: `${limit}${side}`,
                stroke: colour.muted,
                ...(limit === "warning" ? { strokeDasharray: "4,3" } : {}),
              },
            ),
          ),
        ),
        Plot.ruleY([target], { stroke: "currentColor", strokeDasharray: "4,3" }),
        Plot.dot(points, {
          x: "n",
          y: "rate",
          r: 4,
          fill: (point: (typeof points)[number]) => (point.isOutside ? colour.lost : colour.first),
        }),
        Plot.text(outside, { x: "n", y: "rate", text: "label", dy: -11, fill: "currentColor" }),
        Plot.ruleY([0], { stroke: "currentColor" }),
        Plot.dot(points, Plot.pointer({ x: "n", y: "rate", r: 7, stroke: "currentColor" })),
      ],
    }),
    who: whoOf,
  };
}

function curveOf(target: number, least: number, most: number) {
  const steps = 60;
  const from = Math.max(1, Math.floor(least * 0.5));
  const sizes = Array.from({ length: steps + 1 }, (_, i) =>
    // Closer together where the curve bends.
    Math.round(from + (most * 1.08 - from) * (i / steps) ** 2),
  );
  return [...new Set(sizes)].flatMap((n) => {
    const limits = funnelLimits(target, n);
    if (!limits) return [];
    const [warningLow, warningHigh] = limits.warning;
    const [alarmLow, alarmHigh] = limits.alarm;
    return [{ n, warningLow, warningHigh, alarmLow, alarmHigh }];
  });
}
