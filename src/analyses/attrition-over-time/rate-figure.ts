import { baseOptions, colour, gridY } from "../chart-style";
import { Plot } from "../plot";
import type { Figure } from "../report";
import { sideLabels } from "../side-labels";
import type { Language } from "../texts";
import { whoIs } from "./counts";
import { judgedShare } from "./judge";
import { middleOf, periodAxis } from "./period-axis";
import type { OverTimeParams } from "./params";
import type { OverTimeResult, Period } from "./result";

const height = 320;
const { marginTop = 0, marginBottom = 0 } = baseOptions(0);
export const heightOfPlot = height - marginTop - marginBottom;

export interface Level {
  readonly y: number;
  readonly text: string;
  readonly dash: string;
}

interface Point {
  readonly opens: string;
  readonly lost: number;
  readonly at: Date;
  readonly from: Date;
  readonly to: Date;
  readonly rate: number;
  readonly low: number;
  readonly high: number;
  readonly lowLimit: number | null;
  readonly highLimit: number | null;
  readonly isFinished: boolean;
}

function isPoint(datum: unknown): datum is Point {
  return typeof datum === "object" && datum !== null && "opens" in datum && "lost" in datum;
}

/** Attrition with its intervals, against baseline, limits, target and alert. */
export function rateFigure(
  result: OverTimeResult,
  { target, alert }: Pick<OverTimeParams, "target" | "alert">,
  language: Language,
): Figure {
  const { texts, format } = language;
  const { rate: told } = texts.overTime.figure;
  const points = result.periods.flatMap((period) => pointOf(period, result));
  const judged = points.some(({ isFinished }) => isFinished)
    ? points.filter(({ isFinished }) => isFinished)
    : points;
  const rates = judged.map(({ rate }) => rate);
  const last = judged[judged.length - 1];
  const chart = result.baseline.chart;
  const levels = levelsOf({ target, alert }, language);
  const limit = points.findLast(({ highLimit }) => highLimit !== null)?.highLimit;
  const labels = [
    ...levels,
    ...(chart ? [{ y: chart.centre, text: told.baseline }] : []),
    ...(limit == null ? [] : [{ y: limit, text: told.limits }]),
  ];
  const top = niceTop([
    ...points.flatMap(({ high, highLimit }) => [high, highLimit ?? 0]),
    ...levels.map(({ y }) => y),
  ]);
  const finished = points.filter(({ isFinished }) => isFinished);
  const unfinished = points.filter(({ isFinished }) => !isFinished);
  return {
    id: "rate",
    title: told.title,
    caption: told.caption({ baseline: chart !== null, target: target !== null, alert: alert !== null }),
    alternative: told.alternative({
      periods: judged.length,
      from: judged[0] ? texts.base.periodShort(judged[0].opens, result.grain) : "",
      to: last ? texts.base.periodShort(last.opens, result.grain) : "",
      least: rates.length ? format.percent(Math.min(...rates)) : texts.base.noBase,
      most: rates.length ? format.percent(Math.max(...rates)) : texts.base.noBase,
      last: last ? format.percent(last.rate) : texts.base.noBase,
    }),
    table: "periods",
    ...(result.base === "previous" && {
      who: (datum) => (isPoint(datum) && datum.lost > 0 ? whoIs("lost", datum, result, language) : null),
    }),
    plot: (width) => {
      return {
        ...baseOptions(width),
        height,
        marginLeft: 56,
        marginRight: 96,
        x: periodAxis(result.periods, result.grain, width, language),
        y: {
          label: told.axis,
          ticks: 6,
          domain: [0, top],
          tickFormat: (share: number) => format.percent(share),
        },
        marks: [
          gridY(6),
          ...(chart ? baselineMarks(chart) : []),
          Plot.areaY(finished, { x: "at", y1: "low", y2: "high", fill: colour.band, fillOpacity: 0.18 }),
          ...limitMarks(points),
          ...levels.map(({ y, dash }) =>
            Plot.ruleY([y], { stroke: "currentColor", strokeDasharray: dash, strokeOpacity: 0.8 }),
          ),
          Plot.link(unfinished, {
            x: "at",
            y1: "low",
            y2: "high",
            stroke: colour.lost,
            strokeDasharray: "2,3",
          }),
          Plot.lineY(finished, { x: "at", y: "rate", stroke: colour.lost, strokeWidth: 1.5 }),
          Plot.dot(finished, { x: "at", y: "rate", r: points.length > 60 ? 2 : 3.5, fill: colour.lost }),
          Plot.dot(unfinished, { x: "at", y: "rate", r: 3.5, fill: "none", stroke: colour.lost }),
          Plot.dot(points, Plot.pointerX({ x: "at", y: "rate", r: 7, stroke: "currentColor" })),
          ...sideLabels(labels, top, heightOfPlot),
          Plot.ruleY([0], { stroke: "currentColor" }),
        ],
      };
    },
  };
}

/** Lines that a person has set. */
export function levelsOf(
  { target, alert }: Pick<OverTimeParams, "target" | "alert">,
  { texts, format }: Language,
): Level[] {
  const { rate: told } = texts.overTime.figure;
  const named = (y: number | null, name: string, dash: string): Level[] =>
    y === null ? [] : [{ y, text: `${name} ${format.percent(y)}`, dash }];
  return [...named(target, told.target, "1,4"), ...named(alert, told.alert, "8,3,1,3")];
}

function pointOf(period: Period, { base }: OverTimeResult): Point[] {
  const { rate, interval } = judgedShare(period, base);
  if (period.state === "not observed" || rate === null || interval === null) return [];
  return [
    {
      opens: period.opens,
      lost: period.lost,
      at: middleOf(period.opens, period.closes),
      from: new Date(period.opens),
      to: new Date(period.closes),
      rate,
      low: interval[0],
      high: interval[1],
      lowLimit: period.limits?.[0] ?? null,
      highLimit: period.limits?.[1] ?? null,
      isFinished: period.isJudged,
    },
  ];
}

function baselineMarks({ from, to, centre }: NonNullable<OverTimeResult["baseline"]["chart"]>) {
  const span = [{ from: new Date(from), to: new Date(to) }];
  return [
    Plot.rect(span, { x1: "from", x2: "to", fill: colour.muted, fillOpacity: 0.12 }),
    Plot.ruleY([centre], { stroke: colour.muted }),
  ];
}

/** Limits are steps, because each period has its own base. */
function limitMarks(points: readonly Point[]) {
  const held = points.filter(({ highLimit }) => highLimit !== null);
  const style = { x1: "from", x2: "to", stroke: colour.muted, strokeDasharray: "4,3" };
  return [Plot.link(held, { ...style, y: "highLimit" }), Plot.link(held, { ...style, y: "lowLimit" })];
}

function niceTop(values: readonly number[]): number {
  const most = Math.max(0.01, ...values);
  return Math.min(1, most * 1.08);
}
