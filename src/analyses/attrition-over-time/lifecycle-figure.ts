import { baseOptions, colour, gridY, legend } from "../chart-style";
import { Plot } from "../plot";
import type { Figure } from "../report";
import type { Language } from "../texts";
import { whoIs } from "./counts";
import { periodAxis } from "./period-axis";
import type { OverTimeResult } from "./result";

/** Present customers stacked above the line, lost ones below it. */
export function lifecycleFigure(result: OverTimeResult, language: Language): Figure {
  const { texts, format } = language;
  const { table, figure } = texts.overTime;
  const parts = [
    { key: "remaining", label: table.remaining, fill: colour.kept },
    { key: "returned", label: table.returned, fill: colour.returned },
    { key: "new", label: table.new, fill: colour.new },
    { key: "lost", label: table.lost, fill: colour.lost },
  ] as const;
  const seen = result.periods.filter(({ state }) => state !== "not observed");
  const bars = seen.flatMap((period) => {
    const span = {
      from: new Date(period.opens),
      to: new Date(period.closes),
      hollow: period.state !== "complete",
    };
    const upTo = [0, period.remaining, period.remaining + period.returned, period.atEnd];
    return parts.map(({ key, label, fill }, i) => {
      const heights = i < 3 ? { y1: upTo[i]!, y2: upTo[i + 1]! } : { y1: 0, y2: -period.lost };
      const who = heights.y1 === heights.y2 ? null : whoIs(key, period, result, language);
      return { ...span, label, fill, ...heights, who };
    });
  });
  const last = result.latest === null ? seen[seen.length - 1] : result.periods[result.latest];
  return {
    id: "lifecycle",
    title: figure.lifecycle.title,
    caption: figure.lifecycle.caption,
    alternative: figure.lifecycle.alternative({
      periods: seen.length,
      present: last?.atEnd ?? 0,
      lost: last?.lost ?? 0,
      new: last?.new ?? 0,
    }),
    table: "periods",
    plot: (width) => ({
      ...baseOptions(width),
      height: 320,
      marginTop: 48,
      marginLeft: 64,
      marginRight: 44,
      x: periodAxis(result.periods, result.grain, width, language),
      y: {
        label: figure.lifecycle.axis,
        ticks: 6,
        tickFormat: (n: number) => format.count(Math.abs(n)),
      },
      marks: [
        gridY(6),
        ...legend(parts),
        Plot.rect(
          bars.filter(({ hollow }) => !hollow),
          {
            x1: "from",
            x2: "to",
            y1: "y1",
            y2: "y2",
            fill: "fill",
            insetLeft: gap(seen.length),
            insetRight: gap(seen.length),
          },
        ),
        Plot.rect(
          bars.filter(({ hollow }) => hollow),
          {
            x1: "from",
            x2: "to",
            y1: "y1",
            y2: "y2",
            fill: "fill",
            fillOpacity: 0.15,
            stroke: "fill",
            strokeDasharray: "2,2",
            insetLeft: gap(seen.length),
            insetRight: gap(seen.length),
          },
        ),
        Plot.ruleY([0], { stroke: "currentColor" }),
        Plot.rect(
          bars.filter(({ who }) => who !== null),
          Plot.pointer({ x1: "from", x2: "to", y1: "y1", y2: "y2", fill: "none", stroke: "currentColor" }),
        ),
      ],
    }),
    who: (datum) => bars.find((bar) => bar === datum)?.who ?? null,
  };
}

function gap(periods: number): number {
  return periods > 60 ? 0.2 : periods > 24 ? 0.5 : 1.5;
}
