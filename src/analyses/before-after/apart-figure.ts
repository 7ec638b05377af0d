import { baseOptions, colour, gridY } from "../chart-style";
import { Plot } from "../plot";
import type { Figure } from "../report";
import type { Language } from "../texts";
import type { BeforeAfterResult } from "./result";
import { sideFills } from "./side-fills";
import { weekAxis } from "./week-axis";

/** The event study: how far touched and others are apart, week by week, and where the drift before the action leads. */
export function apartFigure({ apart, trend }: BeforeAfterResult, language: Language): Figure[] {
  const { texts, format } = language;
  const { apart: told } = texts.beforeAfter.figure;
  const before = apart.filter(({ side }) => side === "before");
  if (before.length < 2 || before.length === apart.length) return [];
  const points = apart.map(({ week, side, difference, interval: [low, high] }) => ({
    week,
    difference,
    low,
    high,
    fill: sideFills[side],
  }));
  const [low, high] = [
    Math.min(0, ...points.map((one) => one.low)),
    Math.max(0, ...points.map((one) => one.high)),
  ];
  return [
    {
      id: "apart",
      title: told.title,
      caption: told.caption,
      alternative: told.alternative(
        before.length,
        apart.length - before.length,
        trend ? texts.base.points(trend.slope) : null,
      ),
      table: "apart",
      plot: (width) => ({
        ...baseOptions(width),
        height: 300,
        marginTop: 40,
        marginLeft: 60,
        x: weekAxis(told.week, width, language),
        y: {
          label: told.axis,
          ticks: 5,
          domain: [low * 1.05, high * 1.05],
          tickFormat: (share: number) => format.points(share),
        },
        marks: [
          gridY(5),
          Plot.ruleY([0], { stroke: "currentColor" }),
          Plot.link(points, {
            x: "week",
            y1: "low",
            y2: "high",
            stroke: "fill",
            strokeWidth: 2,
            strokeOpacity: 0.5,
          }),
          Plot.dot(points, { x: "week", y: "difference", r: 4, fill: "fill" }),
          ...(trend ? [driftMark(apart, trend)] : []),
          Plot.ruleX([0], { stroke: "currentColor", strokeDasharray: "2,3" }),
          Plot.text([texts.beforeAfter.figure.weeks.action], {
            x: 0,
            frameAnchor: "top",
            lineAnchor: "bottom",
            dy: -4,
            fill: "currentColor",
          }),
        ],
      }),
    },
  ];
}

/** The line through the weeks before, at the mean of their differences, carried on to the last week. */
function driftMark(
  apart: BeforeAfterResult["apart"],
  { slope, level, middle }: NonNullable<BeforeAfterResult["trend"]>,
) {
  const ends = [Math.min(...apart.map(({ week }) => week)), Math.max(...apart.map(({ week }) => week))];
  return Plot.line(
    ends.map((week) => ({ week, difference: level + slope * (week - middle) })),
    { x: "week", y: "difference", stroke: colour.muted, strokeWidth: 1.5, strokeDasharray: "5,4" },
  );
}
