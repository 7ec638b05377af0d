import type { ColumnProfile, Piece } from "../../../engine";

/** A part of a column that can be pointed at, and how many of all rows it has. */
export interface Part {
  readonly piece: Piece;
  readonly count: number;
}

/** Bins or frequent values; the rest of the column lies apart. */
export function mainParts({ histogram }: ColumnProfile): Part[] {
  return histogram.form === "bins"
    ? histogram.bins.map(({ count, ...range }) => ({ piece: { form: "range", ...range }, count }))
    : histogram.values.map(({ value, count }) => ({ piece: { form: "value", value }, count }));
}

export type ApartForm = "missing" | "nan" | "infinite" | "empty" | "blank";

/** What is named beside the bins and values, where there is any of it. */
export function apartParts({ rows, filled, blank, apart, histogram }: ColumnProfile): Part[] {
  const empty = apart?.empty ?? 0;
  const counts: Record<ApartForm, number> = {
    missing: rows - filled,
    nan: apart?.nan ?? 0,
    infinite: apart?.infinite ?? 0,
    empty,
    blank: blank - empty,
  };
  const isShown = histogram.form === "top" && histogram.values.some(({ value }) => value === "");
  return (Object.entries(counts) as [ApartForm, number][])
    .filter(([form, count]) => count > 0 && !(form === "empty" && isShown))
    .map(([form, count]) => ({ piece: { form }, count }));
}

export function isSame(a: Piece, b: Piece): boolean {
  if (a.form === "value" && b.form === "value") return a.value === b.value;
  if (a.form === "range" && b.form === "range")
    return a.from === b.from && a.to === b.to && a.withTo === b.withTo;
  return a.form === b.form && a.form !== "value" && a.form !== "range";
}

export function holds(pieces: readonly Piece[], piece: Piece): boolean {
  return pieces.some((each) => isSame(each, piece));
}

/** A click: only this one, or nothing when it is already all there is; with Ctrl or Shift it is added or taken away. */
export function toggled(pieces: readonly Piece[], piece: Piece, isAdded: boolean): readonly Piece[] {
  const has = holds(pieces, piece);
  if (!isAdded) return has && pieces.length === 1 ? [] : [piece];
  return has ? pieces.filter((each) => !isSame(each, piece)) : [...pieces, piece];
}
