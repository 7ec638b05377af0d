import { baseOptions, colour } from "../chart-style";
import { Plot } from "../plot";
import type { Figure } from "../report";
import type { Language } from "../texts";
import { judgedShare } from "./judge";
import { middleOf, periodAxis } from "./period-axis";
import type { OverTimeParams } from "./params";
import type { OverTimeResult, Period } from "./result";

interface Point {
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

/** Attrition with its intervals, against baseline, limits, target and alert. */
export function rateFigure(
  result: OverTimeResult,
  { target, alert }: Pick<OverTimeParams, "target" | "alert">,
  language: Language,
): Figure {
  const { texts, format } = language;
  const { rate: told } = texts.overTime.figure;
  const points = result.periods.flatMap((period) => pointOf(period, result));
  const rates = points.map(({ rate }) => rate);
  const first = result.periods.find(({ state }) => state !== "not observed");
  const last = points[points.length - 1];
  const chart = result.baseline.chart;
  const levels = [
    ...(target === null
      ? []
      : [{ y: target, text: `${told.target} ${format.percent(target)}`, dash: "1,4" }]),
    ...(alert === null
      ? []
      : [{ y: alert, text: `${told.alert} ${format.percent(alert)}`, dash: "8,3,1,3" }]),
  ];
  return {
    id: "rate",
    title: told.title,
    caption: told.caption({ baseline: chart !== null, target: target !== null, alert: alert !== null }),
    alternative: told.alternative({
      periods: points.length,
      from: first ? texts.base.periodShort(first.opens, result.grain) : "",
      to: result.periods.length
        ? texts.base.periodShort(result.periods[result.periods.length - 1]!.opens, result.grain)
        : "",
      least: rates.length ? format.percent(Math.min(...rates)) : texts.base.noBase,
      most: rates.length ? format.percent(Math.max(...rates)) : texts.base.noBase,
      last: last ? format.percent(last.rate) : texts.base.noBase,
    }),
    table: "periods",
    plot: (width) => ({
      ...baseOptions(width),
      height: 320,
      marginLeft: 56,
      marginRight: 96,
      x: periodAxis(result.periods, result.grain, width, language),
      y: {
        label: told.axis,
        grid: true,
        zero: true,
        ticks: 6,
        domain: [
          0,
          niceTop([
            ...points.flatMap(({ high, highLimit }) => [high, highLimit ?? 0]),
            target ?? 0,
            alert ?? 0,
          ]),
        ],
        tickFormat: (share: number) => format.percent(share),
      },
      marks: [
        ...(chart ? baselineMarks(result, chart.centre, told.baseline) : []),
        Plot.areaY(
          points.filter(({ isFinished }) => isFinished),
          {
            x: "at",
            y1: "low",
            y2: "high",
            fill: colour.band,
            curve: "linear",
          },
        ),
        ...(chart ? limitMarks(points, told.limits) : []),
        ...levels.flatMap(({ y, text, dash }) => [
          Plot.ruleY([y], { stroke: "currentColor", strokeDasharray: dash, strokeOpacity: 0.8 }),
          Plot.text([y], {
            y: (level: number) => level,
            text: () => text,
            frameAnchor: "right",
            dx: 4,
            textAnchor: "start",
          }),
        ]),
        Plot.link(
          points.filter(({ isFinished }) => !isFinished),
          { x: "at", y1: "low", y2: "high", stroke: colour.lost, strokeDasharray: "2,3", strokeOpacity: 0.7 },
        ),
        Plot.lineY(
          points.filter(({ isFinished }) => isFinished),
          { x: "at", y: "rate", stroke: colour.lost, strokeWidth: 1.5 },
        ),
        Plot.dot(
          points.filter(({ isFinished }) => isFinished),
          { x: "at", y: "rate", r: points.length > 60 ? 2 : 3.5, fill: colour.lost },
        ),
        Plot.dot(
          points.filter(({ isFinished }) => !isFinished),
          {
            x: "at",
            y: "rate",
            r: 3.5,
            fill: "var(--background, white)",
            stroke: colour.lost,
            strokeWidth: 1.5,
          },
        ),
        Plot.ruleY([0], { stroke: "currentColor" }),
      ],
    }),
  };
}

function pointOf(period: Period, { base }: OverTimeResult): Point[] {
  const { rate, interval } = judgedShare(period, base);
  if (period.state === "not observed" || rate === null || interval === null) return [];
  return [
    {
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

function baselineMarks({ baseline }: OverTimeResult, centre: number, label: string) {
  if (!baseline.chart) return [];
  const span = [{ from: new Date(baseline.chart.from), to: new Date(baseline.chart.to) }];
  return [
    Plot.rect(span, { x1: "from", x2: "to", fill: colour.muted, fillOpacity: 0.1 }),
    Plot.ruleY([centre], { stroke: colour.muted, strokeWidth: 1 }),
    Plot.text([centre], {
      y: (level: number) => level,
      text: () => label,
      frameAnchor: "right",
      dx: 4,
      textAnchor: "start",
      fill: colour.muted,
    }),
  ];
}

/** Limits are steps, because each period has its own base. */
function limitMarks(points: readonly Point[], label: string) {
  const held = points.filter(({ highLimit }) => highLimit !== null);
  const last = held.slice(-1);
  const style = { stroke: colour.muted, strokeDasharray: "4,3" };
  return [
    Plot.link(held, { x1: "from", x2: "to", y: "highLimit", ...style }),
    Plot.link(held, { x1: "from", x2: "to", y: "lowLimit", ...style }),
    Plot.text(last, {
      y: "highLimit",
      text: () => label,
      frameAnchor: "right",
      dx: 4,
      textAnchor: "start",
      fill: colour.muted,
    }),
  ];
}

function niceTop(values: readonly number[]): number {
  const most = Math.max(0.01, ...values);
  return Math.min(1, most * 1.08);
}
