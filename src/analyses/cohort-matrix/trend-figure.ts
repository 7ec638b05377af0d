import { baseOptions, colour, gridY } from "../chart-style";
import { Plot } from "../plot";
import type { Figure, Who } from "../report";
import type { Language } from "../texts";
import { cohortName, stepName, whoIs } from "./names";
import type { CohortParams } from "./params";
import type { CohortResult } from "./result";
import { shownOf } from "./shares";
import { shareLabel } from "./tables";

interface Point {
  readonly at: Date;
  readonly name: string;
  readonly rate: number;
  /** Null: an amount of one customer, or of customers who are all alike, has no interval. */
  readonly low: number | null;
  readonly high: number | null;
  readonly isComplete: boolean;
  readonly who: Who;
}

/** More dots than this would be one smear; the newest are drawn. */
const mostDots = 200;

/** An interval of a ratio of amounts can reach far beyond all ratios: beyond so many times the largest one it is cut. */
const mostReach = 1.8;

/** One period of every cohort: does the share, or the part of the first period's amount, rise or fall with time? */
export function trendFigure(
  result: CohortResult,
  show: CohortParams["show"],
  language: Language,
): Figure | null {
  const { texts, format } = language;
  const told = texts.cohortMatrix.figure.trend;
  const place = result.at;
  const step = place === null ? undefined : result.steps[place];
  if (place === null || !step) return null;
  const isCustomers = result.metric === "customers";
  const what = !isCustomers ? "all" : show === "attrition" ? "not" : "returned";
  const points = result.cohorts.slice(-mostDots).flatMap((cohort): Point[] => {
    const cell = cohort.cells[place]!;
    const { rate, interval } = shownOf(cell, result, show);
    if (rate === null) return [];
    return [
      {
        at: new Date(cohort.id),
        name: cohortName(cohort.id, result, language),
        rate,
        low: interval?.[0] ?? null,
        high: interval?.[1] ?? null,
        isComplete: cell.state === "complete",
        who: whoIs(cohort.id, step, what, result, language),
      },
    ];
  });
  if (points.length < 2) return null;
  const pooled = shownOf(step.pooled, result, show).rate;
  const rates = points.map(({ rate }) => rate);
  const [bottom, top] = isCustomers ? sharesReach(points) : amountsReach(points, pooled ?? 0);
  const stroke = isCustomers && show === "attrition" ? colour.lost : colour.first;
  const complete = points.filter(({ isComplete }) => isComplete);
  const running = points.filter(({ isComplete }) => !isComplete);
  const bars = (of: readonly Point[]) =>
    of.flatMap(({ at, low, high }) =>
      low === null || high === null ? [] : [{ at, low: Math.max(low, bottom), high: Math.min(high, top) }],
    );
  const names = new Map(points.map(({ at, name }) => [at.getTime(), name]));
  return {
    id: "trend",
    title: told.title(texts.cohortMatrix.step(stepName(step), result.grain)),
    caption: isCustomers ? told.caption : told.captionAmounts,
    alternative: told.alternative({
      rows: points.length,
      least: format.percent(Math.min(...rates)),
      most: format.percent(Math.max(...rates)),
    }),
    table: "matrix",
    plot: (width) => ({
      ...baseOptions(width),
      height: 280,
      marginLeft: 56,
      marginRight: pooled === null ? 24 : 14 + `${told.pooled} ${format.percent(pooled)}`.length * 6.8,
      x: {
        type: "utc",
        label: null,
        ticks: fitting(points, width),
        tickFormat: (date: Date) => names.get(date.getTime()) ?? "",
        inset: 12,
      },
      y: {
        label: shareLabel(result, show, language),
        ticks: 5,
        domain: [bottom, top],
        tickFormat: (share: number) => format.percent(share),
      },
      marks: [
        gridY(5),
        Plot.link(bars(complete), { x: "at", y1: "low", y2: "high", stroke, strokeOpacity: 0.55 }),
        Plot.link(bars(running), { x: "at", y1: "low", y2: "high", stroke, strokeDasharray: "2,3" }),
        ...(pooled === null
          ? []
          : [
              Plot.ruleY([pooled], { stroke: colour.muted, strokeDasharray: "4,3" }),
              Plot.text([pooled], {
                y: (level: number) => level,
                text: () => `${told.pooled} ${format.percent(pooled)}`,
                frameAnchor: "right",
                textAnchor: "start",
                dx: 6,
                fill: "currentColor",
              }),
            ]),
        Plot.dot(complete, { x: "at", y: "rate", r: points.length > 60 ? 2 : 4, fill: stroke }),
        Plot.dot(running, { x: "at", y: "rate", r: points.length > 60 ? 2 : 4, fill: "none", stroke }),
        Plot.ruleY([0], { stroke: "currentColor" }),
        Plot.dot(points, Plot.pointerX({ x: "at", y: "rate", r: 7, stroke: "currentColor" })),
      ],
    }),
    who: (datum) =>
      typeof datum === "object" && datum !== null && "who" in datum ? (datum as Point).who : null,
  };
}

function sharesReach(points: readonly Point[]): readonly [number, number] {
  return [0, Math.min(1, Math.max(0.01, ...points.map(({ high }) => high ?? 0)) * 1.04)];
}

/** Of amounts, which can pass those of the first period and, with refunds, fall below nought. */
function amountsReach(points: readonly Point[], pooled: number): readonly [number, number] {
  const rates = [pooled, ...points.map(({ rate }) => rate)];
  const [least, most] = [Math.min(0, ...rates), Math.max(0.01, ...rates)];
  const lows = points.map(({ low }) => low ?? 0);
  const highs = points.map(({ high }) => high ?? 0);
  return [
    Math.max(Math.min(0, ...lows), mostReach * least) * 1.04,
    Math.min(Math.max(most, ...highs), mostReach * most) * 1.04,
  ];
}

/** As many names as fit, counted from the last cohort. */
function fitting(points: readonly Point[], width: number): Date[] {
  const longest = Math.max(1, ...points.map(({ name }) => name.length));
  const most = Math.max(2, Math.floor((width - 128) / (longest * 7 + 14)));
  const every = Math.max(1, Math.ceil(points.length / most));
  return points.filter((_, i) => (points.length - 1 - i) % every === 0).map(({ at }) => at);
}
