import { baseOptions, colour, gridY, legend } from "../chart-style";
import { Plot } from "../plot";
import type { Figure, Who } from "../report";
import { whoOf } from "../segments/rate-rows";
import type { Share } from "../share";
import type { Language } from "../texts";
import type { LoopResult } from "./result";

interface Point {
  readonly at: Date;
  readonly rate: number;
  readonly low: number;
  readonly high: number;
  readonly who: Who;
}

/** Both ends on one scale: the share who come in beside the share who leave. */
export function doorsFigure({ doors }: LoopResult, language: Language): Figure[] {
  const { texts, format } = language;
  const { figure, who } = texts.loop;
  const said = figure.doors;
  const points = (side: "entrance" | "leak", told: (month: string) => Who): Point[] =>
    doors.flatMap(({ month, ...shares }) => pointOf(shares[side], month, told(month)));
  const named = (month: string) => texts.base.period(month, "month");
  const entrance = points("entrance", (month) => ({
    key: `door ${month} bought`,
    label: who.bought(named(month)),
  }));
  const leak = points("leak", (month) => ({ key: `exit ${month} lost`, label: who.lost(named(month)) }));
  const all = [...entrance, ...leak];
  if (all.length === 0) return [];
  const lines = [
    { label: said.entrance, fill: colour.kept, points: entrance },
    { label: said.leak, fill: colour.lost, points: leak },
  ].filter((line) => line.points.length > 0);
  const percent = (share: Share | null) =>
    share === null || share.rate === null ? texts.loop.notMeasured : format.percent(share.rate);
  return [
    {
      id: "doors",
      title: said.title,
      caption: said.caption,
      alternative: said.alternative(
        format.list(
          doors.map((one) =>
            said.said(texts.base.periodShort(one.month, "month"), percent(one.entrance), percent(one.leak)),
          ),
        ),
      ),
      table: "doors",
      plot: (width) => ({
        ...baseOptions(width),
        height: 320,
        marginTop: 52,
        marginLeft: 56,
        x: {
          type: "utc",
          label: null,
          ticks: everySo(
            doors.map(({ month }) => atOf(month)),
            Math.floor((width - 70) / 84),
          ),
          tickFormat: (at: Date) => texts.base.periodShort(at.toISOString().slice(0, 10), "month"),
        },
        y: {
          label: said.axis,
          ticks: 5,
          domain: [0, Math.min(1, 1.08 * Math.max(0.01, ...all.map(({ high }) => high)))],
          tickFormat: (share: number) => format.percent(share),
        },
        marks: [
          gridY(5),
          ...lines.flatMap(({ fill, points: some }) => [
            Plot.areaY(some, { x: "at", y1: "low", y2: "high", fill, fillOpacity: 0.16 }),
            Plot.link(some, { x: "at", y1: "low", y2: "high", stroke: fill, strokeOpacity: 0.4 }),
            Plot.lineY(some, { x: "at", y: "rate", stroke: fill, strokeWidth: 1.5 }),
            Plot.dot(some, { x: "at", y: "rate", r: 3.5, fill }),
          ]),
          Plot.ruleY([0], { stroke: "currentColor" }),
          ...legend(lines),
          Plot.dot(all, Plot.pointer({ x: "at", y: "rate", r: 7, stroke: "currentColor" })),
        ],
      }),
      who: whoOf,
    },
  ];
}

function pointOf(share: Share | null, month: string, who: Who): Point[] {
  if (!share?.interval || share.rate === null) return [];
  const [low, high] = share.interval;
  return [{ at: atOf(month), rate: share.rate, low, high, who }];
}

function atOf(month: string): Date {
  return new Date(`${month}T00:00:00Z`);
}

/** As many as have room beside each other, evenly. */
function everySo<T>(all: readonly T[], most: number): T[] {
  const step = Math.ceil(all.length / Math.max(1, most));
  return all.filter((_, i) => i % step === 0);
}
