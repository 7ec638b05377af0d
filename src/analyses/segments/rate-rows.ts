import {
  baseOptions,
  colour,
  gridX,
  labelRoom,
  legendLength,
  legendMarks,
  stackedMarks,
} from "../chart-style";
import { Plot, type PlotOptions } from "../plot";
import type { Who } from "../report";
import { rowHeadings, rowLabels } from "../row-texts";
import type { Language } from "../texts";

/** A share on a line of its own, or one of two or three on the same line. */
export interface RateMark {
  readonly rate: number;
  readonly low: number;
  readonly high: number;
  /** "1,655 of 3,875": what stands beside the share. */
  readonly of: string;
  readonly fill: string;
  readonly who?: Who;
}

export interface RateRow {
  /** Heading above the first row of a group; "" without one. */
  readonly group: string;
  readonly label: string;
  readonly marks: readonly RateMark[];
}

export interface RateRows {
  readonly rows: readonly RateRow[];
  /** A share that all others are held against. */
  readonly reference: { readonly rate: number; readonly label: string } | null;
  /** What the colours are; empty where there is one. */
  readonly legend: readonly { readonly label: string; readonly fill: string }[];
  readonly axis: string;
}

/** Height in pixels of a row with so many shares at most, and how far they lie from each other, in rows. */
export const rowHeight = { one: 22, two: 36, three: 54 };
export const apart = { one: 0, two: 0.42, three: 0.28 };

export function inRow(shares: number): keyof typeof rowHeight {
  return shares > 2 ? "three" : shares === 2 ? "two" : "one";
}

/** Shares as dots with their intervals, one row each, under headings. */
export function rateRowsPlot(
  { rows, reference, legend: entries, axis }: RateRows,
  width: number,
  language: Language,
): PlotOptions {
  const { format } = language;
  const { headings, labels, points, lines } = laidOut(rows);
  const room = labelRoom(
    labels.map(({ label }) => label),
    width,
  );
  const isWide = width > 560;
  const said = points.map(({ rate, of }) =>
    isWide ? `${format.percent(rate)} · ${of}` : format.percent(rate),
  );
  const each = rowHeight[inRow(entries.length)];
  return {
    ...baseOptions(width),
    height: 92 + lines * each,
    marginTop: 52,
    marginLeft: room,
    marginRight: isWide ? labelRoom(said, width) : 60,
    x: {
      label: axis,
      domain: [
        0,
        Math.min(1, 1.04 * Math.max(0.01, reference?.rate ?? 0, ...points.map(({ high }) => high))),
      ],
      ticks: width > 500 ? 5 : 3,
      tickFormat: (share: number) => format.percent(share),
    },
    y: { domain: [lines - 0.5, -0.5], axis: null },
    marks: [
      gridX(5),
      ...(reference
        ? [
            Plot.ruleX([reference.rate], { stroke: "currentColor", strokeDasharray: "4,3" }),
            Plot.text([reference], {
              x: "rate",
              text: "label",
              frameAnchor: "top",
              textAnchor: "middle",
              dy: -12,
              fill: "currentColor",
            }),
          ]
        : []),
      Plot.link(points, {
        x1: "low",
        x2: "high",
        y: "at",
        stroke: "fill",
        strokeWidth: 2,
        strokeOpacity: 0.5,
      }),
      Plot.dot(points, { x: "rate", y: "at", r: 4, fill: "fill" }),
      rowHeadings(headings, room),
      rowLabels(labels, room),
      Plot.text(points, {
        y: "at",
        text: (_: unknown, i: number) => said[i],
        frameAnchor: "right",
        textAnchor: "start",
        dx: 8,
        fill: "currentColor",
      }),
      Plot.ruleX([0], { stroke: "currentColor" }),
      ...(room + legendLength(entries) > width ? stackedMarks(entries) : legendMarks(entries)).flatMap(
        ({ label, dot, text }) => [Plot.dot([label], dot), Plot.text([label], text)],
      ),
      Plot.dot(points, Plot.pointerY({ x: "rate", y: "at", r: 7, stroke: "currentColor" })),
    ],
  };
}

/** Which line each heading, label and share stands on, counted from the top. */
function laidOut(rows: readonly RateRow[]) {
  let lines = 0;
  let group = "";
  const headings: { at: number; label: string }[] = [];
  const labels: { at: number; label: string }[] = [];
  const points: (RateMark & { at: number })[] = [];
  for (const row of rows) {
    if (row.group !== group) {
      group = row.group;
      headings.push({ at: lines++, label: group });
    }
    const at = lines++;
    labels.push({ at, label: row.label });
    row.marks.forEach((mark, i) =>
      points.push({ ...mark, at: at + (i - (row.marks.length - 1) / 2) * apart[inRow(row.marks.length)] }),
    );
  }
  return { headings, labels, points, lines };
}

/** The customers behind a dot. */
export function whoOf(datum: unknown): Who | null {
  return (datum as { readonly who?: Who } | null)?.who ?? null;
}

export const fills = { named: colour.lost, apart: colour.muted, first: colour.first, second: colour.second };
