import { colour } from "../chart-style";
import { Plot } from "../plot";
import type { Asked } from "./names";

export interface PanelPoint {
  readonly at: Date;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** The customers whom it counts; null of money. */
  readonly asked: Asked | null;
}

/** One measure with its own scale, above or below the others on one axis of time. */
export interface Panel {
  readonly label: string;
  /** Ends of its scale are whole multiples of this. */
  readonly step: number;
  /** Months are steps, dates are joined. */
  readonly curve: "linear" | "step-after";
  readonly stroke: string;
  readonly points: readonly PanelPoint[];
  readonly goal: { readonly value: number; readonly label: string } | null;
  readonly write: (value: number) => string;
}

/** Of a panel's height: room below its scale, and the height of the scale; above it stands its name. */
export const panelBottom = 0.1;
export const panelScale = 0.64;
export const panelHeight = 132;

/** Ends of a panel's scale. */
export function panelDomain({
  step,
  points,
  goal,
}: Pick<Panel, "step" | "points" | "goal">): [number, number] {
  const ends = [...points.flatMap(({ low, high }) => [low, high]), ...(goal ? [goal.value] : [])];
  // What rounding leaves of a whole multiple is that multiple.
  const least = Math.floor(Math.min(...ends) / step + 1e-9);
  const most = Math.ceil(Math.max(...ends) / step - 1e-9);
  return [step * Math.max(0, least), step * Math.max(most, least + 1)];
}

/** Height of a value: the lowest panel lies between 0 and 1, the one above it between 1 and 2. */
function heightIn(panel: Panel, place: number, panels: number): (value: number) => number {
  const [low, high] = panelDomain(panel);
  return (value) => panels - 1 - place + panelBottom + (panelScale * (value - low)) / (high - low);
}

export function panelMarks(panel: Panel, place: number, panels: number) {
  const { label, curve, stroke, points, goal, write } = panel;
  const height = heightIn(panel, place, panels);
  const [low, high] = panelDomain(panel);
  const ticks = [low, (low + high) / 2, high].map((value) => ({ y: height(value), text: write(value) }));
  const drawn = points.map((point) => ({
    ...point,
    y: height(point.value),
    y1: height(point.low),
    y2: height(point.high),
  }));
  return [
    Plot.ruleY(ticks, { y: "y", stroke: colour.grid }),
    Plot.text(ticks, {
      y: "y",
      text: "text",
      frameAnchor: "left",
      textAnchor: "end",
      dx: -8,
      fill: "currentColor",
    }),
    Plot.text([label], {
      y: [height(high)],
      frameAnchor: "left",
      textAnchor: "start",
      dy: -14,
      fontWeight: 600,
      fill: "currentColor",
    }),
    ...(goal
      ? [
          Plot.ruleY([height(goal.value)], {
            stroke: "currentColor",
            strokeDasharray: "1,4",
            strokeOpacity: 0.8,
          }),
          Plot.text([goal.label], {
            y: [height(goal.value)],
            frameAnchor: "left",
            textAnchor: "start",
            dx: 6,
            dy: -8,
            fill: "currentColor",
          }),
        ]
      : []),
    Plot.areaY(drawn, { x: "at", y1: "y1", y2: "y2", curve, fill: stroke, fillOpacity: 0.16 }),
    Plot.lineY(drawn, { x: "at", y: "y", curve, stroke, strokeWidth: 1.8 }),
    Plot.dot(drawn, { x: "at", y: "y", r: drawn.length > 60 ? 1.5 : 2.5, fill: stroke }),
    Plot.text(drawn.slice(-1), {
      x: "at",
      y: "y",
      text: ({ value }: PanelPoint) => write(value),
      textAnchor: "start",
      dx: 8,
      fill: "currentColor",
      fontWeight: 600,
    }),
    Plot.dot(drawn, Plot.pointer({ x: "at", y: "y", r: 7, stroke: "currentColor" })),
  ];
}
