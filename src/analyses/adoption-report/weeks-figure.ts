import { periodAxis } from "../attrition-over-time/period-axis";
import { baseOptions, colour } from "../chart-style";
import type { Figure } from "../report";
import type { Language } from "../texts";
import { whoOf, type Asked } from "./names";
import { panelHeight, panelMarks, type Panel, type PanelPoint } from "./panels";
import type { ReportRequest } from "./params";
import { lastDate, type MonthResult, type ReportResult } from "./result";
import { toldMonth } from "./tables";
import { lastMonth } from "./verdict";

/** The score beside what stays, one panel each on one axis of time. */
export function weeksFigure(
  result: ReportResult,
  { params }: Pick<ReportRequest, "params">,
  language: Language,
): Figure {
  const { texts, format } = language;
  const { figure } = texts.adoptionReport;
  const panels = panelsOf(result, params, language);
  const last = lastDate(result)!;
  const first = result.dates.find(({ mean }) => mean !== null)!;
  const month = lastMonth(result);
  const days = result.dates.map(({ day }) => ({ opens: day, closes: day }));
  return {
    id: "weeks",
    title: figure.title,
    caption: figure.caption(hasMoney(result)),
    alternative: figure.alternative({
      dates: result.dates.length,
      from: format.day(result.dates[0]!.day),
      to: format.day(last.day),
      first: format.number(first.mean!, 1),
      last: format.number(last.mean!, 1),
      logos: month && format.percent(month.logos.rate!),
    }),
    table: "weeks",
    who: (datum) => (isPoint(datum) && datum.asked ? whoOf(datum.asked, result, "", language) : null),
    plot: (width) => ({
      ...baseOptions(width),
      height: panelHeight * panels.length + 68,
      marginLeft: 56,
      marginRight: 64,
      x: periodAxis(days, params.grain, width, language),
      y: { axis: null, domain: [0, panels.length] },
      marks: panels.flatMap((panel, place) => panelMarks(panel, place, panels.length)),
    }),
  };
}

function isPoint(datum: unknown): datum is PanelPoint {
  return typeof datum === "object" && datum !== null && "asked" in datum;
}

export function hasMoney({ months }: Pick<ReportResult, "months">): boolean {
  return months.some(({ money }) => money !== null);
}

/** A measure of which nothing is known has no panel. */
function panelsOf(result: ReportResult, params: ReportRequest["params"], language: Language): Panel[] {
  const { texts, format } = language;
  const { figure } = texts.adoptionReport;
  const curve = params.grain === "week" ? "step-after" : "linear";
  const ofMonth = (read: (month: MonthResult) => Told | null, isCount = false): PanelPoint[] =>
    result.dates.flatMap(({ day, month: place }, date) => {
      const month = toldMonth(result, date);
      const stayed =
        isCount && place !== null ? ({ form: "month", month: place, list: "stayed" } as const) : null;
      return pointOf(day, stayed, month && read(month));
    });
  const share = { step: 0.05, curve, goal: null, write: format.percent } as const;
  const { goal } = params;
  const all: Panel[] = [
    {
      label: figure.score,
      step: 5,
      curve: "linear",
      stroke: colour.first,
      goal: goal === null ? null : { value: goal, label: figure.goal(format.number(goal, 1)) },
      write: (value) => format.number(value, 1),
      points: result.dates.flatMap(({ day, mean, interval }, date) =>
        pointOf(day, { form: "date", date, list: "scored" }, { rate: mean, interval }),
      ),
    },
    { ...share, label: figure.logos, stroke: colour.kept, points: ofMonth(({ logos }) => logos, true) },
    {
      ...share,
      label: figure.gross,
      stroke: colour.second,
      points: ofMonth(({ money }) => money && money.gross),
    },
    { ...share, label: figure.net, stroke: colour.new, points: ofMonth(({ money }) => money && money.net) },
  ];
  return all.filter(({ points }) => points.length > 0);
}

interface Told {
  readonly rate: number | null;
  readonly interval: readonly [number, number] | null;
}

function pointOf(day: string, asked: Asked | null, told: Told | null): PanelPoint[] {
  if (!told || told.rate === null) return [];
  const [low, high] = told.interval ?? [told.rate, told.rate];
  return [{ at: new Date(day), value: told.rate, low, high, asked }];
}
