import { baseOptions, colour, gridY, legend } from "../chart-style";
import { Plot } from "../plot";
import type { Figure } from "../report";
import { whoOf } from "../segments/rate-rows";
import type { Language } from "../texts";
import type { BeforeAfterResult } from "./result";
import { sideFills, sideLegend } from "./side-fills";
import { whoOfWeek } from "./tables";
import { weekAxis } from "./week-axis";

/** Shares by week of beginning, the lines through them, and the line before carried on beyond the action. */
export function weeksFigure({ weeks, line }: BeforeAfterResult, language: Language): Figure[] {
  const { texts, format } = language;
  const { weeks: told } = texts.beforeAfter.figure;
  const points = weeks.flatMap(({ week, side, share }) =>
    share.rate === null || !share.interval
      ? []
      : [
          {
            week,
            side,
            rate: share.rate,
            low: share.interval[0],
            high: share.interval[1],
            fill: sideFills[side],
            who: whoOfWeek(week, side, "reached", language),
          },
        ],
  );
  if (points.length < 2 || new Set(points.map(({ side }) => side)).size < 2) return [];
  const fitted = (line?.points ?? []).map((point) => ({
    ...point,
    side: weeks.find(({ week }) => week === point.week)?.side ?? "after",
    low: Math.max(0, point.withoutInterval[0]),
    high: Math.min(1, point.withoutInterval[1]),
  }));
  const [before, after] = (["before", "after"] as const).map((side) =>
    fitted.filter((point) => point.side === side),
  );
  const last = after!.at(-1);
  const top = Math.min(
    1,
    1.05 * Math.max(0.01, ...points.map(({ high }) => high), ...after!.map(({ high }) => high)),
  );
  return [
    {
      id: "weeks",
      title: told.title,
      caption: told.caption(fitted.length > 0),
      alternative: told.alternative(
        format.count(points.length),
        line ? texts.base.points(line.level.estimate) : null,
        line ? texts.base.points(line.atEnd.estimate) : null,
      ),
      table: "weeks",
      plot: (width) => ({
        ...baseOptions(width),
        height: 320,
        marginTop: 52,
        marginLeft: 56,
        x: weekAxis(told.week, width, language),
        y: {
          label: told.axis,
          ticks: 5,
          domain: [0, top],
          tickFormat: (share: number) => format.percent(share),
        },
        marks: [
          gridY(5),
          Plot.areaY(after!, { x: "week", y1: "low", y2: "high", fill: colour.muted, fillOpacity: 0.2 }),
          Plot.link(points, { x: "week", y1: "low", y2: "high", stroke: "fill", strokeOpacity: 0.4 }),
          Plot.dot(points, { x: "week", y: "rate", r: 3.5, fill: "fill" }),
          Plot.line(before!, { x: "week", y: "fitted", stroke: colour.muted, strokeWidth: 2 }),
          Plot.line(after!, {
            x: "week",
            y: "without",
            stroke: colour.muted,
            strokeWidth: 2,
            strokeDasharray: "5,4",
          }),
          Plot.line(after!, { x: "week", y: "fitted", stroke: colour.first, strokeWidth: 2 }),
          ...(last && line ? changeMarks(last, texts.base.points(line.atEnd.estimate)) : []),
          Plot.ruleX([0], { stroke: "currentColor", strokeDasharray: "2,3" }),
          Plot.text([told.action], {
            x: 0,
            frameAnchor: "top",
            lineAnchor: "bottom",
            dy: -4,
            fill: "currentColor",
          }),
          Plot.ruleY([0], { stroke: "currentColor" }),
          Plot.dot(points, Plot.pointer({ x: "week", y: "rate", r: 7, stroke: "currentColor" })),
          ...legend(sideLegend(language)),
        ],
      }),
      who: whoOf,
    },
  ];
}

/** How far the lines stand apart at the end. */
function changeMarks(
  { week, fitted, without }: { week: number; fitted: number; without: number },
  text: string,
) {
  return [
    Plot.ruleX([week], { y1: Math.max(0, without), y2: fitted, stroke: "currentColor", strokeWidth: 1.5 }),
    Plot.text([text], {
      x: week,
      y: (fitted + Math.max(0, without)) / 2,
      textAnchor: "end",
      dx: -6,
      fill: "currentColor",
      fontWeight: 600,
      stroke: "var(--plot-background)",
      strokeWidth: 3,
    }),
  ];
}
