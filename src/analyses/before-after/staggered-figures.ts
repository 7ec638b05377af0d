import { periodAxis } from "../attrition-over-time/period-axis";
import { baseOptions, colour, gridY, legend } from "../chart-style";
import { Plot } from "../plot";
import type { Figure } from "../report";
import { leastUnits } from "../stats/staggered-group-time";
import type { Language } from "../texts";
import type { BeforeAfterParams } from "./params";
import { sideFills, sideLegend } from "./side-fills";
import { partOf } from "./staggered-names";
import type { StaggeredResult } from "./staggered-result";
import { weekAxis } from "./week-axis";

/** The shares as they were: what the changes are made of. */
export function coursesFigure(
  { cohorts, periods }: StaggeredResult,
  { grain }: BeforeAfterParams,
  language: Language,
): Figure[] {
  const { texts, format } = language;
  const { courses: told } = texts.beforeAfter.staggered.figure;
  const drawn = cohorts.filter(({ customers }) => customers >= leastUnits);
  if (cohorts.length === 0) return [];
  const points = drawn.flatMap((cohort) =>
    cohort.active.map((active, period) => ({
      part: partOf(cohort),
      met: cohort.met,
      period,
      opens: new Date(periods[period]!),
      rate: active / cohort.customers,
    })),
  );
  const before = points.filter(({ met, period }) => met !== null && period < met);
  const after = points.filter(({ met, period }) => met !== null && period >= met - 1);
  const line = { x: "opens", y: "rate", z: "part" } as const;
  return [
    {
      id: "courses",
      title: told.title,
      caption: told.caption,
      alternative: told.alternative(drawn.length, periods.length),
      table: "courses",
      plot: (width) => ({
        ...baseOptions(width),
        height: 320,
        marginTop: 52,
        marginLeft: 56,
        marginRight: 40,
        x: periodAxis(
          periods.map((opens) => ({ opens, closes: opens })),
          grain,
          width,
          language,
        ),
        y: {
          label: told.axis,
          ticks: 5,
          domain: [0, Math.min(1, 1.05 * Math.max(0.01, ...points.map(({ rate }) => rate)))],
          tickFormat: (share: number) => format.percent(share),
        },
        marks: [
          gridY(5),
          Plot.line(
            points.filter(({ met }) => met === null),
            { ...line, stroke: colour.second, strokeWidth: 2, strokeDasharray: "5,4" },
          ),
          Plot.line(before, { ...line, stroke: sideFills.before, strokeWidth: 1.5 }),
          Plot.line(after, { ...line, stroke: sideFills.after, strokeWidth: 2 }),
          Plot.dot(
            points.filter(({ met, period }) => period === met),
            { x: "opens", y: "rate", r: 4, fill: sideFills.after },
          ),
          Plot.ruleY([0], { stroke: "currentColor" }),
          ...legend(coursesLegend(language)),
        ],
      }),
    },
  ];
}

export function coursesLegend(language: Language) {
  const { rest } = language.texts.beforeAfter.staggered.figure.courses;
  return [...sideLegend(language), { label: rest, fill: colour.second }];
}

/** The event study: changes by periods since each one's own action. */
export function eventsFigure({ events }: StaggeredResult, language: Language): Figure[] {
  const { texts, format } = language;
  const { events: told } = texts.beforeAfter.staggered.figure;
  if (events.length < 2) return [];
  const points = [
    ...events.map(({ event, estimate, interval }) => ({
      event,
      estimate,
      low: interval?.[0] ?? estimate,
      high: interval?.[1] ?? estimate,
      fill: event < 0 ? sideFills.before : event === 0 ? colour.muted : sideFills.after,
    })),
    { event: -1, estimate: 0, low: 0, high: 0, fill: sideFills.before },
  ];
  const [low, high] = [Math.min(...points.map((one) => one.low)), Math.max(...points.map((one) => one.high))];
  const onset = -0.5;
  return [
    {
      id: "events",
      title: told.title,
      caption: told.caption,
      alternative: told.alternative(
        events.filter(({ event }) => event < 0).length,
        events.filter(({ event }) => event >= 0).length,
      ),
      table: "events",
      plot: (width) => ({
        ...baseOptions(width),
        height: 300,
        marginTop: 40,
        marginLeft: 60,
        x: {
          ...weekAxis(told.x, width, language),
          ticks: Math.min(points.length, Math.floor(width / 60)),
          inset: 12,
        },
        y: {
          label: told.axis,
          ticks: 5,
          domain: [low * 1.05, high === low ? low + 0.01 : high * 1.05],
          tickFormat: (share: number) => format.points(share),
        },
        marks: [
          gridY(5),
          Plot.ruleY([0], { stroke: "currentColor" }),
          Plot.link(points, {
            x: "event",
            y1: "low",
            y2: "high",
            stroke: "fill",
            strokeWidth: 2,
            strokeOpacity: 0.5,
          }),
          Plot.dot(points, { x: "event", y: "estimate", r: 4, fill: "fill" }),
          Plot.ruleX([onset], { stroke: "currentColor", strokeDasharray: "2,3" }),
          Plot.text([texts.beforeAfter.figure.weeks.action], {
            x: onset,
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
