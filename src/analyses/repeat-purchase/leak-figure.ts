import { middleOf, periodAxis } from "../attrition-over-time/period-axis";
import { baseOptions, colour, gridY, legend } from "../chart-style";
import { Plot } from "../plot";
import type { Figure, Who } from "../report";
import type { Language } from "../texts";
import { nextMonth } from "./months";
import type { Month, RepeatPurchaseResult } from "./result";
import { key } from "./who";

interface Bar {
  readonly from: Date;
  readonly to: Date;
  readonly y1: number;
  readonly y2: number;
  readonly fill: string;
  readonly said: string;
  readonly who: Who | null;
}

/** The newcomers of each month: who came back in time and who did not. */
export function leakFigure(result: RepeatPurchaseResult, language: Language): Figure[] {
  const { texts, format } = language;
  const told = texts.repeatPurchase.leakFigure;
  const { months } = result;
  if (months.length === 0) return [];
  const complete = months.filter(({ state }) => state === "complete");
  const sum = (of: (month: Month) => number) => complete.reduce((total, month) => total + of(month), 0);
  const periods = months.map(({ opens }) => ({ opens, closes: nextMonth(opens) }));
  const bars = (isDone: boolean) =>
    months
      .filter(({ state }) => (state === "complete") === isDone)
      .flatMap((month) => barsOf(month, isDone, language));
  const inset = months.length > 60 ? 0.2 : months.length > 24 ? 0.5 : 1.5;
  return [
    {
      id: "leak",
      title: told.title,
      caption: told.caption(result.window),
      alternative: told.alternative({
        months: months.length,
        from: format.month(months[0]!.opens),
        to: format.month(months[months.length - 1]!.opens),
        new: sum((month) => month.again.n),
        lost: sum((month) => month.again.n - month.again.x),
      }),
      table: "months",
      who: (datum) => (datum as Bar).who,
      plot: (width) => ({
        ...baseOptions(width),
        height: 300,
        marginTop: 48,
        marginLeft: 64,
        marginRight: 44,
        x: periodAxis(periods, "month", width, language),
        y: { label: told.axis, ticks: 5, tickFormat: (n: number) => format.count(n) },
        marks: [
          gridY(5),
          ...legend([
            { label: told.again, fill: colour.kept },
            { label: told.lost, fill: colour.lost },
          ]),
          ...[true, false].map((isDone) =>
            Plot.rect(bars(isDone), {
              x1: "from",
              x2: "to",
              y1: "y1",
              y2: "y2",
              fill: "fill",
              insetLeft: inset,
              insetRight: inset,
              title: "said",
              tip: true,
              ...(isDone ? {} : { fillOpacity: 0.15, stroke: "fill", strokeDasharray: "2,2" }),
            }),
          ),
          // The rate in words, where bars are wide enough for it.
          ...(months.length * 38 < width
            ? [
                Plot.text(
                  complete.filter(({ again }) => again.rate !== null),
                  {
                    x: ({ opens }: Month) => middleOf(opens, nextMonth(opens)),
                    y: "new",
                    text: ({ again }: Month) => format.percent(again.rate ?? 0),
                    lineAnchor: "bottom",
                    dy: -4,
                    fill: "currentColor",
                  },
                ),
              ]
            : []),
          Plot.ruleY([0], { stroke: "currentColor" }),
        ],
      }),
    },
  ];
}

function barsOf(
  { opens, new: came, again, soFar }: Month,
  isDone: boolean,
  { texts, format }: Language,
): Bar[] {
  const { leakFigure: told, who } = texts.repeatPurchase;
  const span = { from: new Date(opens), to: new Date(nextMonth(opens)) };
  const bar = (y1: number, y2: number, fill: string, label: string, key: Who | null): Bar => ({
    ...span,
    y1,
    y2,
    fill,
    said: `${format.month(opens)}\n${label}: ${format.count(y2 - y1)}`,
    who: key,
  });
  // Of months in progress only those followed to the end can be listed as lost.
  return isDone
    ? [
        bar(0, again.x, colour.kept, told.again, {
          key: key.month(opens, "again"),
          label: who.month.again(opens),
        }),
        bar(again.x, came, colour.lost, told.lost, {
          key: key.month(opens, "lost"),
          label: who.month.lost(opens),
        }),
      ]
    : [bar(0, soFar, colour.kept, told.again, null), bar(soFar, came, colour.lost, told.waiting, null)];
}
