import { baseOptions, colour, gridX, labelRoom } from "../chart-style";
import { Plot } from "../plot";
import type { Figure, Who } from "../report";
import { rowHeadings, rowLabels } from "../row-texts";
import { whoOf } from "../segments/rate-rows";
import type { Language } from "../texts";
import type { LoopResult, NpsOf } from "./result";
import { digits, numberText } from "./words";

interface Point {
  readonly at: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly fill: string;
  readonly said: string;
  readonly who: Who;
}

/** NPS of each quarter, and of those who were there later beside those who were not. */
export function npsFigure({ nps }: LoopResult, language: Language): Figure[] {
  const { texts, format } = language;
  const { figure, who, outcome, kinds } = texts.loop;
  const said = figure.nps;
  if (!nps) return [];
  const groups = [
    {
      title: said.quarters,
      rows: nps.quarters.map(({ quarter, counts, isOpen }) => ({
        key: quarter,
        label: texts.base.periodShort(quarter, "quarter"),
        counts,
        fill: isOpen ? "none" : colour.first,
      })),
    },
    {
      title: said.later,
      rows: (["stayed", "left"] as const).map((one) => ({
        key: one,
        label: outcome[one],
        counts: nps[one],
        fill: one === "left" ? colour.lost : colour.kept,
      })),
    },
  ].map((group) => ({ ...group, rows: group.rows.filter(({ counts }) => counts.score) }));
  let lines = 0;
  const headings: { at: number; label: string }[] = [];
  const labels: { at: number; label: string }[] = [];
  const points: Point[] = [];
  for (const { title, rows } of groups) {
    if (rows.length === 0) continue;
    headings.push({ at: lines++, label: title });
    for (const { key, label, counts, fill } of rows) {
      const told = { key: `nps ${key} answered`, label: who.nps(label, kinds.answered) };
      labels.push({ at: lines, label });
      points.push({ ...pointOf(counts, fill, told, language), at: lines++ });
    }
  }
  if (points.length === 0) return [];
  return [
    {
      id: "nps",
      title: said.title,
      caption: said.caption,
      alternative: said.alternative(
        format.list(points.map((point, i) => `${labels[i]!.label}: ${point.said}`)),
      ),
      table: "nps",
      plot: (width) => {
        const room = labelRoom(
          [...labels, ...headings].map(({ label }) => label),
          width,
        );
        const end =
          width > 560
            ? labelRoom(
                points.map((point) => point.said),
                width,
              )
            : 60;
        return {
          ...baseOptions(width),
          height: 92 + lines * 22,
          marginLeft: room,
          marginRight: end,
          x: {
            label: said.axis,
            domain: [-100, 100],
            ticks: 5,
            tickFormat: (value: number) => numberText(value, 0, language),
          },
          y: { domain: [lines - 0.5, -0.5], axis: null },
          marks: [
            gridX(5),
            Plot.ruleX([0], { stroke: "currentColor" }),
            Plot.link(points, {
              x1: "low",
              x2: "high",
              y: "at",
              stroke: strokeOf,
              strokeWidth: 2,
              strokeOpacity: 0.5,
            }),
            Plot.dot(points, { x: "value", y: "at", r: 4, fill: "fill", stroke: strokeOf }),
            rowHeadings(headings, room),
            rowLabels(labels, room),
            Plot.text(points, {
              y: "at",
              text: (point: Point) =>
                width > 560 ? point.said : numberText(point.value, digits.score, language),
              frameAnchor: "right",
              textAnchor: "start",
              dx: 8,
              fill: "currentColor",
            }),
            Plot.dot(points, Plot.pointerY({ x: "value", y: "at", r: 7, stroke: "currentColor" })),
          ],
        };
      },
      who: whoOf,
    },
  ];
}

const strokeOf = ({ fill }: Point) => (fill === "none" ? colour.first : fill);

function pointOf(
  { promoters, passives, detractors, score }: NpsOf,
  fill: string,
  who: Who,
  language: Language,
) {
  const value = score?.value ?? 0;
  return {
    value,
    low: score?.interval?.[0] ?? value,
    high: score?.interval?.[1] ?? value,
    fill,
    said: `${numberText(value, digits.score, language)} · ${language.texts.loop.answers(promoters + passives + detractors)}`,
    who,
  };
}
