import { baseOptions, colour, gridY, legendMarks } from "../chart-style";
import { Plot } from "../plot";
import type { Figure } from "../report";
import { readerOf, type Language } from "../texts";
import { bands, type Band } from "./bands";
import { whoInWeek } from "./names";
import { weeksAhead } from "./query";
import type { RadarResult } from "./result";
import type { RadarRequest } from "./source";

export const bandColours: Readonly<Record<Band, string>> = {
  overdue: colour.lost,
  urgent: colour.second,
  late: colour.returned,
  window: colour.kept,
  later: colour.muted,
  open: colour.grid,
};

const dayMs = 86_400_000;

export function hasWeeks({ weeks, asOf, isDisordered }: RadarResult): boolean {
  return weeks.length > 0 && asOf !== null && !isDisordered;
}

/** The bands that the drawing has, in the order of time left. */
export function bandsDrawn({ weeks }: Pick<RadarResult, "weeks">): readonly Band[] {
  return bands.filter((band) => weeks.some((one) => one.band === band));
}

/** Where the axis begins and ends: a week before the first bar or today, and half a year on. */
export function spanOf({ weeks, asOf }: RadarResult): readonly [Date, Date] {
  const today = Date.parse(asOf ?? "");
  const first = Math.min(today, Date.parse(weeks[0]?.week ?? asOf ?? ""));
  return [new Date(first - 7 * dayMs), new Date(today + 7 * weeksAhead * dayMs)];
}

/** Pixels to the left of the frame at which the legend begins: in a narrow figure it needs the whole width. */
export const legendLeft = 36;

/** On which side of their lines today, the nearer and the farther day stand. */
export const anchors = ["middle", "end", "start"] as const;

/** Contracts by the week of their end, coloured by the days left. */
export function weeksFigure(result: RadarResult, { params }: RadarRequest, language: Language): Figure {
  const { texts, format } = language;
  const { figure, short: named } = texts.renewalRadar;
  const bars = stacked(result.weeks, language);
  const today = Date.parse(result.asOf!);
  const marks = [
    { at: new Date(today), text: figure.today },
    { at: new Date(today + params.to * dayMs), text: figure.days(params.to) },
    { at: new Date(today + params.from * dayMs), text: figure.days(params.from) },
  ];
  const total = result.weeks.reduce((sum, { contracts }) => sum + contracts, 0);
  const heights = new Map<string, number>();
  for (const { week, contracts } of result.weeks) heights.set(week, (heights.get(week) ?? 0) + contracts);
  const [most] = [...heights].sort(([, a], [, b]) => b - a);
  return {
    id: "weeks",
    title: figure.title,
    caption: figure.caption(params),
    alternative: figure.alternative({
      contracts: total,
      weeks: heights.size,
      week: most?.[0] ?? result.asOf!,
      most: most?.[1] ?? 0,
    }),
    table: "weeks",
    plot: (width) => ({
      ...baseOptions(width),
      height: 300,
      marginTop: 64,
      marginLeft: 48,
      x: {
        type: "utc",
        label: null,
        domain: [...spanOf(result)],
        ticks: width < 500 ? 4 : 7,
        tickFormat: monthDay(language),
        tickSize: 3,
      },
      y: {
        label: figure.axis,
        domain: [0, Math.max(...heights.values())],
        ticks: Math.min(5, Math.max(...heights.values())),
        tickFormat: (n: number) => format.count(n),
      },
      marks: [
        gridY(5),
        Plot.rect(bars, {
          x1: "from",
          x2: "to",
          y1: "low",
          y2: "high",
          fill: "fill",
          insetLeft: 1,
          insetRight: 1,
        }),
        Plot.ruleX(marks, { x: "at", stroke: "currentColor", strokeDasharray: "3,3", strokeOpacity: 0.7 }),
        // Towards each other they would meet in a narrow figure.
        ...marks.map((mark, i) =>
          Plot.text([mark], {
            x: "at",
            text: "text",
            frameAnchor: "top",
            lineAnchor: "bottom",
            textAnchor: anchors[i]!,
            dy: -4,
            fill: "currentColor",
          }),
        ),
        ...legendMarks(
          bandsDrawn(result).map((band) => ({ label: named[band](params), fill: bandColours[band] })),
        ).flatMap(({ label, dot, text }) => [
          Plot.dot([label], { ...dot, dx: dot.dx - legendLeft }),
          Plot.text([label], { ...text, dx: text.dx - legendLeft }),
        ]),
        Plot.ruleY([0], { stroke: "currentColor" }),
        Plot.rect(
          bars.filter(({ who }) => who !== null),
          Plot.pointer({ x1: "from", x2: "to", y1: "low", y2: "high", fill: "none", stroke: "currentColor" }),
        ),
      ],
    }),
    who: (datum) => bars.find((bar) => bar === datum)?.who ?? null,
  };
}

function stacked(weeks: RadarResult["weeks"], language: Language) {
  const heights = new Map<string, number>();
  return weeks.map(({ week, band, contracts, logos }) => {
    const low = heights.get(week) ?? 0;
    heights.set(week, low + contracts);
    const from = new Date(week);
    return {
      from,
      to: new Date(from.getTime() + 7 * dayMs),
      low,
      high: low + contracts,
      fill: bandColours[band],
      who: logos === undefined ? null : whoInWeek(week, band, language),
    };
  });
}

function monthDay({ locale }: Language): (date: Date) => string {
  const format = new Intl.DateTimeFormat(readerOf(locale), {
    day: "numeric",
    month: "short",
    timeZone: "UTC",
  });
  return (date) => format.format(date);
}
