import { leverTitle } from "../adoption-score/names";
import { periodAxis } from "../attrition-over-time/period-axis";
import { baseOptions, colour, cutLabel, gridY } from "../chart-style";
import { Plot } from "../plot";
import type { Figure } from "../report";
import type { Language } from "../texts";
import { whoOf } from "./names";
import type { ReportRequest } from "./params";
import { lastDate, type ReportResult } from "./result";

interface Point {
  readonly lever: string;
  readonly at: Date;
  readonly rate: number;
  readonly low: number;
  readonly high: number;
  readonly date: number;
  readonly place: number;
  readonly text: string;
}

/** Of each lever the share of customers with it, date by date: one panel a lever, all on the same scale. */
export function coverageFigure(
  result: ReportResult,
  { params }: Pick<ReportRequest, "params">,
  language: Language,
): Figure {
  const { texts, format } = language;
  const { coverage } = texts.adoptionReport.figure;
  const titles = result.levers.map((lever) => leverTitle(lever, language));
  const points = result.dates.flatMap(({ day, levers }, date) =>
    levers.flatMap(({ rate, interval }, place): Point[] =>
      rate === null || interval === null
        ? []
        : [
            {
              lever: titles[place]!,
              at: new Date(day),
              rate,
              low: interval[0],
              high: interval[1],
              date,
              place,
              text: format.percent(rate),
            },
          ],
    ),
  );
  const latest = points.filter(({ date }) => date === result.dates.length - 1);
  const days = result.dates.map(({ day }) => ({ opens: day, closes: day }));
  return {
    id: "coverage",
    title: coverage.title,
    caption: coverage.caption,
    alternative: coverage.alternative(
      lastDate(result)!.levers.map((share, i) => coverage.part(titles[i]!, format.percent(share.rate ?? 0))),
    ),
    table: "coverage",
    who: (datum) =>
      isPoint(datum)
        ? whoOf({ form: "on", date: datum.date, place: datum.place }, result, titles[datum.place]!, language)
        : null,
    plot: (width) => ({
      ...baseOptions(width),
      height: 104 * titles.length + 68,
      marginLeft: 56,
      marginRight: 64,
      x: periodAxis(days, params.grain, width, language),
      y: {
        label: null,
        domain: [0, 1],
        ticks: [0, 0.5, 1],
        tickSize: 0,
        tickFormat: (share: number) => format.percent(share),
      },
      fy: { domain: titles, axis: null, padding: 0.32 },
      marks: [
        gridY(2),
        Plot.text(titles, {
          fy: (title: string) => title,
          text: (title: string) => cutLabel(title, width - 120),
          frameAnchor: "top-left",
          lineAnchor: "bottom",
          dy: -6,
          fontWeight: 600,
          fill: "currentColor",
        }),
        Plot.areaY(points, {
          fy: "lever",
          x: "at",
          y1: "low",
          y2: "high",
          fill: colour.first,
          fillOpacity: 0.16,
        }),
        Plot.lineY(points, { fy: "lever", x: "at", y: "rate", stroke: colour.first, strokeWidth: 1.8 }),
        Plot.dot(points, {
          fy: "lever",
          x: "at",
          y: "rate",
          r: result.dates.length > 60 ? 1.5 : 2.5,
          fill: colour.first,
        }),
        Plot.text(latest, {
          fy: "lever",
          x: "at",
          y: "rate",
          text: "text",
          textAnchor: "start",
          dx: 8,
          fontWeight: 600,
          fill: "currentColor",
        }),
        Plot.dot(points, Plot.pointer({ fy: "lever", x: "at", y: "rate", r: 7, stroke: "currentColor" })),
      ],
    }),
  };
}

function isPoint(datum: unknown): datum is Point {
  return typeof datum === "object" && datum !== null && "lever" in datum && "place" in datum;
}
