import { baseOptions, colour, gridX, labelRoom } from "../chart-style";
import { Plot } from "../plot";
import type { Figure } from "../report";
import type { Language } from "../texts";
import { whoOf } from "./names";
import type { ReportRequest } from "./params";
import type { ReportResult } from "./result";

interface Point {
  readonly audit: number;
  readonly label: string;
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  readonly text: string;
}

/** Of each date the difference at equal scores with its interval; null where nothing is compared. */
export function auditFigure(
  result: ReportResult,
  { params }: Pick<ReportRequest, "params">,
  language: Language,
): Figure | null {
  const { texts, format } = language;
  const { audit: told } = texts.adoptionReport.figure;
  const { dates } = result.audit;
  const points = dates.flatMap(({ day, equal }, audit): Point[] =>
    equal
      ? [
          {
            audit,
            label: format.dayShort(day),
            difference: 100 * equal.difference,
            low: 100 * equal.interval[0],
            high: 100 * equal.interval[1],
            text: format.points(equal.difference),
          },
        ]
      : [],
  );
  if (points.length === 0) return null;
  const reference = dates.filter(({ isReference }) => isReference).map(({ day }) => format.day(day));
  const margin = 100 * params.margin;
  const labels = points.map(({ label }) => label);
  const ends = points.flatMap(({ low, high }) => [low, high]);
  const [least, most] = [Math.min(-margin, ...ends), Math.max(margin, ...ends)];
  const room = (most - least) * 0.04;
  return {
    id: "audit",
    title: told.title,
    caption: told.caption(format.list(reference), texts.base.points(params.margin)),
    alternative: told.alternative(points.map(({ label, text }) => told.part(label, text))),
    table: "audit",
    who: (datum) =>
      isPoint(datum)
        ? whoOf({ form: "audit", date: datum.audit, level: null, list: "all" }, result, "", language)
        : null,
    plot: (width) => ({
      ...baseOptions(width),
      height: 34 * points.length + 76,
      marginLeft: labelRoom(labels, width),
      marginRight: 24,
      marginBottom: 48,
      x: {
        label: told.axis,
        labelAnchor: "center",
        domain: [least - room, most + room],
        ticks: width < 460 ? 4 : 8,
      },
      y: { label: null, domain: labels, type: "band", tickSize: 0 },
      marks: [
        Plot.rectX([{ low: -margin, high: margin }], {
          x1: "low",
          x2: "high",
          fill: colour.muted,
          fillOpacity: 0.14,
        }),
        gridX(width < 460 ? 4 : 8),
        Plot.ruleX([0], { stroke: "currentColor" }),
        Plot.ruleY(points, { y: "label", x1: "low", x2: "high", stroke: colour.first, strokeWidth: 2 }),
        Plot.dot(points, { y: "label", x: "difference", r: 4.5, fill: colour.first }),
        Plot.text(points, {
          y: "label",
          x: "difference",
          text: "text",
          dy: -12,
          fontWeight: 600,
          fill: "currentColor",
        }),
        Plot.dot(points, Plot.pointer({ y: "label", x: "difference", r: 8, stroke: "currentColor" })),
      ],
    }),
  };
}

function isPoint(datum: unknown): datum is Point {
  return typeof datum === "object" && datum !== null && "audit" in datum && "difference" in datum;
}
