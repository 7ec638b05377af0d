import { baseOptions, cutLabel, labelRoom } from "../chart-style";
import type { Unit } from "./params";

export const tickSteps: Record<Unit, readonly number[]> = {
  day: [1, 2, 5, 7, 10, 14, 30, 60, 90, 180, 365, 730, 1825],
  week: [1, 2, 4, 8, 13, 26, 52, 104, 260],
  month: [1, 2, 3, 6, 12, 24, 36, 60, 120],
};

/** Marks of the axis of time, as far apart as people count: about one in 64 pixels. */
export function timeTicks(lastTime: number, unit: Unit, width: number): number[] {
  const most = Math.max(2, Math.floor((width - 90) / 64));
  const step = tickSteps[unit].find((one) => lastTime / one <= most) ?? Math.ceil(lastTime / most);
  return Array.from({ length: Math.floor(lastTime / step) + 1 }, (_, i) => i * step);
}

export const plotHeight = 300;
export const rowHeight = 16;
/** From the axis down to the first row of the table under it. */
export const tableTop = 58;

/** From the first mark of the axis to the names on its left: half a number of six digits, and air. */
export const besideNumbers = 26;
/** What a name's room has beside its letters. */
export const besideName = 24;

/** Sizes of a figure with so many rows under its axis, and names beside both. */
export function layout(names: readonly string[], isGrouped: boolean, heading: string, width: number) {
  const { marginTop = 0 } = baseOptions(width);
  const marginBottom = tableTop + names.length * rowHeight + 8;
  const roomOf = (labels: readonly string[]) =>
    Math.min(labelRoom(labels, width) + besideName - 16, Math.floor(width * 0.24));
  const room = roomOf(isGrouped ? [...names, heading] : [heading]);
  return {
    height: marginTop + plotHeight + marginBottom,
    marginBottom,
    marginLeft: Math.max(56, room),
    marginRight: isGrouped ? roomOf(names) : 32,
    cut: (name: string) => cutLabel(name, room + 16 - besideName),
  };
}

export interface EndLabel {
  readonly time: number;
  readonly survival: number;
  readonly text: string;
  readonly stroke: string;
}

/** A curve that ends lower than this has no room for its name above the axis; it stands in the table under it. */
export const lowestEnd = 0.03;

/** Names at the ends of curves, moved down where they would write over each other. `plotWidth` is that of the whole time. */
export function placed(
  labels: readonly EndLabel[],
  lastTime: number,
  plotWidth: number,
): (EndLabel & { readonly dy: number })[] {
  const taken: { readonly left: number; readonly right: number; readonly at: number }[] = [];
  return labels
    .filter(({ survival }) => survival >= lowestEnd)
    .sort((a, b) => b.survival - a.survival)
    .map((label) => {
      const left = (label.time / lastTime) * plotWidth;
      const right = left + label.text.length * 6.6 + 8;
      const wanted = (1 - label.survival) * plotHeight;
      const beside = taken.filter((one) => one.left < right && left < one.right);
      const at = Math.max(wanted, ...beside.map((one) => one.at + 14));
      taken.push({ left, right, at });
      return { ...label, dy: Math.round(at - wanted) };
    });
}
