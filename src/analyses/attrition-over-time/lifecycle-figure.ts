import { baseOptions, colour, gridY, legend } from "../chart-style";
import { Plot } from "../plot";
import type { Figure } from "../report";
import type { Language } from "../texts";
import { periodAxis } from "./period-axis";
import type { OverTimeResult } from "./result";

/** Present customers stacked above the line, lost ones below it. */
export function lifecycleFigure(result: OverTimeResult, language: Language): Figure {
  const { texts, format } = language;
  const { table, figure } = texts.overTime;
  const parts = [
    { label: table.remaining, fill: colour.kept },
    { label: table.returned, fill: colour.returned },
    { label: table.new, fill: colour.new },
    { label: table.lost, fill: colour.lost },
  ];
  const seen = result.periods.filter(({ state }) => state !== "not observed");
  const bars = seen.flatMap((period) => {
    const span = {
      from: new Date(period.opens),
      to: new Date(period.closes),
      hollow: period.state !== "complete",
    };
    const upTo = [0, period.remaining, period.remaining + period.returned, period.atEnd];
    return parts.map(({ label, fill }, i) =>
      i < 3
        ? { ...span, label, fill, y1: upTo[i]!, y2: upTo[i + 1]! }
        : { ...span, label, fill, y1: 0, y2: -period.lost },
    );
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
      ],
    }),
  };
}

function gap(periods: number): number {
  return periods > 60 ? 0.2 : periods > 24 ? 0.5 : 1.5;
}
