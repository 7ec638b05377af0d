import type { Column } from "../../../engine";
import type { GridRow } from "./grid";
import { measures } from "./measures";

/** A first width from the header and the first rows; the person can change it. */
export function guessWidths(columns: readonly Column[], rows: readonly GridRow[]): number[] {
  return columns.map(({ name, type, kind }, column) => {
    const texts = rows.slice(0, 50).map((row) => row[column] ?? "NULL");
    const header = Math.max(name.length * 7.6 + 22, type.length * 6.8);
    const body = Math.max(
      kind === "text" && !rows.length ? 120 : 0,
      ...texts.map((text) => Math.min(text.length, 60) * 7.4),
    );
    return clampWidth(Math.max(header, body) + 24);
  });
}

export function clampWidth(width: number, widest: number = measures.widest): number {
  return Math.round(Math.min(Math.max(width, measures.narrowest), widest));
}

/** Left edges, and the right edge of the last: one more than there are columns. */
export function edges(widths: readonly number[]): number[] {
  const found = [0];
  for (const width of widths) found.push(found.at(-1)! + width);
  return found;
}

/** The column at a place; the nearest where there is none. */
export function columnAt(lefts: readonly number[], x: number): number {
  let from = 0;
  let to = Math.max(0, lefts.length - 2);
  while (from < to) {
    const middle = Math.ceil((from + to) / 2);
    if (lefts[middle]! <= x) from = middle;
    else to = middle - 1;
  }
  return from;
}

export function isNumeric({ kind }: Column): boolean {
  return kind === "integer" || kind === "number" || kind === "decimal";
}
