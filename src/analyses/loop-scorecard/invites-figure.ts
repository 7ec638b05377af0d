import { baseOptions, colour, gridY, legend } from "../chart-style";
import { Plot } from "../plot";
import type { Figure, Who } from "../report";
import { whoOf } from "../segments/rate-rows";
import type { Language } from "../texts";
import type { Estimate, LoopResult } from "./result";
import { digits, numberText } from "./words";

interface Point {
  readonly day: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly who: Who;
}

/** Invitations sent and accepted, a customer, growing with the days of life. */
export function invitesFigure({ invites, chosen }: LoopResult, language: Language): Figure[] {
  const { texts, format } = language;
  const { figure, who } = texts.loop;
  const said = figure.invites;
  const marks = invites?.marks ?? [];
  if (marks.every(({ sent, accepted }) => sent + accepted === 0)) return [];
  const points = (of: (mark: (typeof marks)[number]) => [Estimate | null, Who]): Point[] =>
    marks.flatMap((mark) => {
      const [one, told] = of(mark);
      return one
        ? [
            {
              day: mark.day,
              value: one.value,
              low: one.interval?.[0] ?? one.value,
              high: one.interval?.[1] ?? one.value,
              who: told,
            },
          ]
        : [];
    });
  const sent = points((mark) => [
    mark.perCustomer,
    { key: `invites ${mark.day} sent`, label: who.sent(mark.day) },
  ]);
  const k = points((mark) => [
    mark.k,
    { key: `invites ${mark.day} accepted`, label: who.accepted(mark.day) },
  ]);
  const lines = [
    { label: said.sent, fill: colour.muted, points: chosen.stages.amplify.done.length ? sent : [] },
    { label: said.k, fill: colour.first, points: chosen.accepted === null ? [] : k },
  ].filter((line) => line.points.length > 0);
  const all = lines.flatMap((line) => line.points);
  const told = lines.at(-1)?.points ?? [];
  return [
    {
      id: "invites",
      title: said.title,
      caption: said.caption,
      alternative: said.alternative(
        format.list(told.map(({ day, value }) => said.by(day, numberText(value, digits.each, language)))),
      ),
      table: "invites",
      plot: (width) => ({
        ...baseOptions(width),
        height: 300,
        marginTop: 52,
        marginLeft: 56,
        x: {
          label: said.axisX,
          domain: [0, marks.at(-1)!.day * 1.03],
          ticks: marks.map(({ day }) => day).filter((day, i, days) => i === days.length - 1 || day >= 5),
          tickFormat: (day: number) => format.count(day),
        },
        y: {
          label: said.axis,
          ticks: 5,
          domain: [0, 1.08 * Math.max(0.001, ...all.map(({ high }) => high))],
          tickFormat: (value: number) => format.number(value, 3),
        },
        marks: [
          gridY(5),
          ...lines.flatMap(({ fill, points: some }) => [
            Plot.lineY(some, { x: "day", y: "value", stroke: fill, strokeWidth: 1.5 }),
            Plot.link(some, {
              x: "day",
              y1: "low",
              y2: "high",
              stroke: fill,
              strokeWidth: 2,
              strokeOpacity: 0.5,
            }),
            Plot.dot(some, { x: "day", y: "value", r: 4, fill }),
          ]),
          Plot.ruleY([0], { stroke: "currentColor" }),
          ...legend(lines),
          Plot.dot(all, Plot.pointer({ x: "day", y: "value", r: 7, stroke: "currentColor" })),
        ],
      }),
      who: whoOf,
    },
  ];
}
