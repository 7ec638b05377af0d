import { columnAt, edges } from "./columns";
import type { GridOrder } from "./grid";
import { measures } from "./measures";
import { at, type Selection } from "./selection";
import type { Extent, Scroll } from "./scroll-map";

export type GridMessage =
  | { readonly form: "copied"; readonly rows: number }
  | { readonly form: "capped"; readonly rows: number; readonly selected: number }
  | { readonly form: "copy-failed"; readonly reason: string };

export interface GridState {
  /** Room for the rows, without header and row numbers. */
  readonly view: { readonly width: number; readonly height: number };
  readonly scroll: Scroll;
  readonly left: number;
  readonly order: GridOrder | null;
  readonly widths: readonly number[];
  readonly lefts: readonly number[];
  readonly selection: Selection;
  /** The focused cell's value is open in full. */
  readonly isOpen: boolean;
  readonly message: GridMessage | null;
  /** Counts what the pages have loaded. */
  readonly revision: number;
}

export function initialState(widths: readonly number[], visibleRows: number): GridState {
  return {
    view: { width: 800, height: visibleRows * measures.row },
    scroll: { bar: 0, top: 0 },
    left: 0,
    order: null,
    widths,
    lefts: edges(widths),
    selection: at({ row: 0, column: 0 }),
    isOpen: false,
    message: null,
    revision: 0,
  };
}

export function extentOf(state: GridState, rowCount: number): Extent {
  return { content: rowCount * measures.row, view: state.view.height };
}

/** Rows and columns that are in the window, edges included. */
export function windowOf({ view, scroll, left, lefts }: GridState, rowCount: number) {
  return {
    firstRow: Math.floor(scroll.top / measures.row),
    lastRow: Math.min(rowCount - 1, Math.floor((scroll.top + view.height) / measures.row)),
    firstColumn: columnAt(lefts, left),
    lastColumn: columnAt(lefts, left + view.width),
  };
}

/** Room for the row numbers at the left. */
export function gutterWidth(rowCount: number): number {
  return Math.max(36, String(rowCount).length * 8 + 20);
}
