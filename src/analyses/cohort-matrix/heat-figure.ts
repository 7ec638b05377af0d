import { baseOptions, colour } from "../chart-style";
import { Plot } from "../plot";
import type { Figure, Who } from "../report";
import type { Language } from "../texts";
import { drawnCohorts } from "./drawn";
import { cohortName, stepName, whoIs } from "./names";
import { isInTime, type CohortParams } from "./params";
import type { CohortResult } from "./result";
import { averageOf, shownOf } from "./shares";

export const rowHeight = 22;
export const leastCell = 30;
export const topOfCells = 44;
export const belowCells = 40;
/** Shares that the scale below the matrix names. */
export const scaleShares = [0, 0.1, 0.25, 0.5, 0.75, 1] as const;

interface Drawn {
  readonly x: number;
  readonly y: number;
  readonly state: "complete" | "in progress";
  readonly text: string;
  readonly shade: number;
  readonly who: Who;
}

/** One rectangle a cell: shaded on one fixed scale, hatched while it is not over, empty where nothing is observed. */
export function heatFigure(
  result: CohortResult,
  params: Pick<CohortParams, "show" | "average">,
  language: Language,
): Figure {
  const { texts, format } = language;
  const told = texts.cohortMatrix.figure.heat;
  const isAttrition = result.metric === "customers" && params.show === "attrition";
  const cohorts = drawnCohorts(result);
  const fill = isAttrition ? colour.lost : colour.first;
  const cells = cohorts.flatMap((cohort, y) =>
    result.steps.flatMap((step, x): Drawn[] => {
      const cell = cohort.cells[x]!;
      const { rate } = shownOf(cell, result, params.show);
      if (cell.state === "not observed" || rate === null) return [];
      const what = result.metric !== "customers" ? "all" : isAttrition ? "not" : "returned";
      return [
        {
          x,
          y,
          state: cell.state,
          text: percentIn(rate, language),
          shade: shadeOf(rate),
          who: whoIs(cohort.id, step, what, result, language),
        },
      ];
    }),
  );
  const names = cohorts.map(({ id }) => cohortName(id, result, language));
  const sizes = cohorts.map(({ size }) => format.count(size));
  const steps = result.steps.map(stepName);
  const at = result.steps[result.at ?? 0];
  const average = at && averageOf(at, result, params).rate;
  return {
    id: "heat",
    title: result.metric !== "customers" ? told.titleAmounts : isAttrition ? told.titleAttrition : told.title,
    caption: told.caption({ isInTime: isInTime(result), isRolling: result.window === "rolling" }),
    alternative: told.alternative({
      rows: cohorts.length,
      periods: steps.length,
      step: at ? texts.cohortMatrix.step(stepName(at), result.grain) : "",
      rate: average == null ? texts.base.noBase : format.percent(average),
    }),
    table: "cells",
    plot: (width) => {
      const { marginLeft, nameRoom, columns } = layoutOf(width, names, sizes, steps.length);
      const inside = cells.filter(({ x }) => x < columns);
      const known = inside.filter(({ state }) => state === "complete");
      const running = inside.filter(({ state }) => state === "in progress");
      return {
        ...baseOptions(width),
        height: topOfCells + names.length * rowHeight + belowCells,
        marginTop: topOfCells,
        marginBottom: belowCells,
        marginLeft,
        marginRight: 8,
        x: { axis: null, domain: [0, columns] },
        y: { axis: null, domain: [names.length, 0] },
        opacity: { domain: [0, 1], range: [0, 1] },
        marks: [
          Plot.rect(known, { ...box, fill, fillOpacity: "shade" }),
          Plot.rect(inside, { ...box, fill: "none", stroke: colour.grid }),
          Plot.link(running.flatMap(strokes), {
            x1: "x1",
            y1: "y1",
            x2: "x2",
            y2: "y2",
            stroke: colour.muted,
            strokeOpacity: 0.6,
          }),
          Plot.text(inside, {
            x: (one: Drawn) => one.x + 0.5,
            y: (one: Drawn) => one.y + 0.5,
            text: "text",
            fill: "currentColor",
          }),
          Plot.text(names, {
            x: 0,
            y: (_, i) => i + 0.5,
            text: (name: string) => cut(name, nameRoom),
            textAnchor: "end",
            dx: nameRoom - marginLeft,
            fill: "currentColor",
          }),
          Plot.text(sizes, {
            x: 0,
            y: (_, i) => i + 0.5,
            text: (size: string) => size,
            textAnchor: "end",
            dx: -8,
            fill: "currentColor",
            fillOpacity: 0.7,
          }),
          Plot.text(steps.slice(0, columns), {
            x: (_, i) => i + 0.5,
            y: 0,
            dy: -10,
            text: (step: string) => step,
            fill: "currentColor",
          }),
          Plot.text([told.axis(result.grain)], {
            x: 0,
            y: 0,
            dy: -30,
            textAnchor: "start",
            text: (axis: string) => axis,
            fill: "currentColor",
            fillOpacity: 0.7,
          }),
          Plot.text(["n"], {
            x: 0,
            y: 0,
            dx: -8,
            dy: -10,
            textAnchor: "end",
            text: (n: string) => n,
            fill: "currentColor",
            fillOpacity: 0.7,
          }),
          ...scaleMarks(fill, names.length, scaleFrom(width, marginLeft), language),
          Plot.rect(inside, Plot.pointer({ ...box, fill: "none", stroke: "currentColor" })),
        ],
      };
    },
    who: (datum) => (isDrawn(datum) ? datum.who : null),
  };
}

const box = {
  x1: "x",
  x2: ({ x }: Drawn) => x + 1,
  y1: "y",
  y2: ({ y }: Drawn) => y + 1,
  inset: 0.5,
} as const;

/** Three strokes across a cell. */
function strokes({ x, y }: Drawn) {
  return [
    { x1: x, y1: y + 0.6, x2: x + 0.3, y2: y },
    { x1: x + 0.2, y1: y + 1, x2: x + 0.8, y2: y },
    { x1: x + 0.7, y1: y + 1, x2: x + 1, y2: y + 0.4 },
  ];
}

/** One scale for every cohort. At its end text is still readable in both themes: contrast 4.6 and more. */
export function shadeOf(share: number): number {
  return deepest * Math.sqrt(Math.min(1, Math.max(0, share)));
}

export const deepest = 0.52;

/** Whole percent, without the sign; never 0 of something nor 100 of almost all. */
export function percentIn(share: number, { format }: Pick<Language, "format">): string {
  if (share > 0 && share < 0.005) return "<1";
  if (share > 0.995 && share < 1) return ">99";
  // A sum with nought turns −0 into 0.
  return format.count(Math.round(share * 100) + 0).replace("-", "−");
}

/** Room for names and sizes on the left, and how many columns fit. */
export function layoutOf(width: number, names: readonly string[], sizes: readonly string[], steps: number) {
  const room = (texts: readonly string[]) => Math.max(0, ...texts.map(({ length }) => length)) * 6.6;
  const nameRoom = Math.min(Math.ceil(room(names)) + 6, Math.floor(width * 0.3));
  const marginLeft = nameRoom + Math.ceil(room(sizes)) + 20;
  return {
    marginLeft,
    nameRoom,
    columns: Math.min(steps, Math.max(1, Math.floor((width - marginLeft - 8) / leastCell))),
  };
}

export const scaleStep = 58;

/** The scale stands below the cells, or further left where they are narrower than it is. */
function scaleFrom(width: number, marginLeft: number): number {
  return Math.min(0, width - marginLeft - scaleShares.length * scaleStep);
}

function cut(name: string, room: number): string {
  const most = Math.max(4, Math.floor(room / 6.6));
  return name.length > most ? `${name.slice(0, most - 1)}…` : name;
}

function scaleMarks(fill: string, rows: number, from: number, { format }: Language) {
  return scaleShares.flatMap((share, i) => [
    Plot.dot([share], {
      x: 0,
      y: rows,
      dx: from + 6 + i * scaleStep,
      dy: 22,
      symbol: "square",
      r: 6,
      fill,
      fillOpacity: [shadeOf(share)],
      stroke: colour.grid,
    }),
    Plot.text([share], {
      x: 0,
      y: rows,
      dx: from + 18 + i * scaleStep,
      dy: 22,
      textAnchor: "start",
      text: (shown: number) => format.percent(shown),
      fill: "currentColor",
    }),
  ]);
}

function isDrawn(datum: unknown): datum is Drawn {
  return typeof datum === "object" && datum !== null && "who" in datum;
}
