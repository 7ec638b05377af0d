import { clampWidth, columnAt, edges, guessWidths } from "./columns";
import { copyRows } from "./copy-rows";
import type { CopyFormat, ResultGridProps } from "./grid";
import { extentOf, gutterWidth, initialState, windowOf, type GridState } from "./grid-state";
import { measures } from "./measures";
import { nextOrder } from "./order";
import { RowPages } from "./row-pages";
import { isScaled, reveal, scrolledTo, scrollTo } from "./scroll-map";
import { at, moved, type Place, type Selection } from "./selection";

export type GridStore = ReturnType<typeof createGridStore>;

/** The life of one grid: what is seen, selected, ordered and loaded. The components show it and report what is done. */
export function createGridStore({
  columns,
  rowCount: firstCount,
  loadRows,
  initialRows = [],
  visibleRows = 12,
}: ResultGridProps) {
  let rowCount = firstCount;
  const listeners = new Set<() => void>();
  let state = initialState(guessWidths(columns, initialRows), Math.min(visibleRows, rowCount));
  let frame: HTMLElement | null = null;
  let holdsFocus = false;
  let settling: ReturnType<typeof setTimeout> | undefined;
  const pages = new RowPages({
    rowCount,
    columnCount: columns.length,
    loadRows,
    initialRows,
    onChange: () => set({ revision: state.revision + 1 }),
  });

  function set(change: Partial<GridState>): void {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  }

  function want(): void {
    const { firstRow, lastRow } = windowOf(state, rowCount);
    if (rowCount > 0) pages.want(firstRow, lastRow);
  }

  /** Where the browser scrolled by itself; the bar is put right when the hand rests. */
  function scrolled(): void {
    if (!frame) return;
    const scroll = scrolledTo(state.scroll, frame.scrollTop, extentOf(state, rowCount));
    set({ scroll, left: frame.scrollLeft });
    want();
    clearTimeout(settling);
    settling = setTimeout(() => goTo(state.scroll.top, state.left), 150);
  }

  /** At a scaled bar's ends a turn of the wheel would be worth thousands of rows, or none. */
  function wheel(event: WheelEvent): void {
    const extent = extentOf(state, rowCount);
    if (!isScaled(extent) || event.ctrlKey || event.shiftKey || event.deltaY === 0) return;
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? measures.row : 1;
    const before = state.scroll.top;
    goTo(before + event.deltaY * unit, state.left + event.deltaX * unit);
    if (state.scroll.top !== before) event.preventDefault();
  }

  function goTo(top: number, left: number): void {
    const scroll = scrollTo(top, extentOf(state, rowCount));
    set({ scroll, left });
    if (frame && Math.abs(frame.scrollTop - scroll.bar) >= 1) {
      frame.scrollTop = scroll.bar;
      // The browser rounds; taking its own figure makes the event that follows a step of nothing.
      set({ scroll: { ...scroll, bar: frame.scrollTop } });
    }
    if (frame && Math.abs(frame.scrollLeft - left) >= 1) frame.scrollLeft = left;
    want();
  }

  function select(selection: Selection): void {
    const { row, column } = selection.focus;
    holdsFocus = true;
    set({ selection, isOpen: false, message: null });
    const top =
      row < 0 ? state.scroll.top : reveal(state.scroll.top, row, measures.row, extentOf(state, rowCount));
    goTo(top, revealColumn(column));
  }

  function revealColumn(column: number): number {
    const [from, to] = [state.lefts[column] ?? 0, state.lefts[column + 1] ?? 0];
    return from < state.left || to - from > state.view.width
      ? from
      : Math.max(state.left, to - state.view.width);
  }

  function sort(column: number): void {
    const order = nextOrder(state.order, columns[column]!.name);
    set({ order, selection: at({ row: -1, column }), message: null });
    pages.reorder(order);
    goTo(0, state.left);
  }

  function setWidth(column: number, width: number): void {
    const widths = state.widths.with(column, clampWidth(width, 1200));
    set({ widths, lefts: edges(widths) });
  }

  async function copy(format: CopyFormat, whole: boolean, send: (text: string) => unknown): Promise<void> {
    set({
      message: await copyRows({ pages, columns, rowCount, selection: state.selection, whole, format, send }),
    });
  }

  return {
    pages,
    state: () => state,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** Ref of the one cell that can have the focus: it takes it while the grid is in use, and not when it is only shown. */
    takeFocus(cell: HTMLElement | null) {
      if (holdsFocus) cell?.focus({ preventScroll: true });
    },
    holdFocus: (holds: boolean) => void (holdsFocus = holds),
    /** Ref of the scrolled element: watches it while it is on the page. */
    attach(element: HTMLElement) {
      frame = element;
      const watch = new ResizeObserver(() => {
        const width = element.clientWidth - gutterWidth(rowCount);
        set({ view: { width, height: element.clientHeight - measures.header } });
        goTo(state.scroll.top, element.scrollLeft);
      });
      watch.observe(element);
      element.addEventListener("wheel", wheel, { passive: false });
      return () => {
        element.removeEventListener("wheel", wheel);
        watch.disconnect();
        clearTimeout(settling);
        frame = null;
      };
    },
    /** Other rows of the same columns, from the top. */
    show(rows: Pick<Required<ResultGridProps>, "rowCount" | "loadRows" | "initialRows">) {
      rowCount = rows.rowCount;
      pages.replace(rows);
      const column = Math.max(0, state.selection.focus.column);
      set({ selection: at({ row: Math.min(0, rowCount - 1), column }), isOpen: false, message: null });
      goTo(0, state.left);
    },
    scrolled,
    sort,
    setWidth,
    copy,
    retry: () => pages.retry(),
    /** True when the key was for the grid. */
    press(keys: Pick<KeyboardEvent, "key" | "shiftKey" | "ctrlKey" | "metaKey" | "altKey">): boolean {
      const { focus } = state.selection;
      if (keys.altKey) {
        if (focus.row >= 0 || !/^Arrow(Left|Right)$/.test(keys.key)) return false;
        setWidth(focus.column, state.widths[focus.column]! + (keys.key === "ArrowLeft" ? -16 : 16));
        return true;
      }
      if (keys.key === "Escape" && state.isOpen) return (set({ isOpen: false }), true);
      if (keys.key === "Enter" && !keys.shiftKey && !keys.ctrlKey && !keys.metaKey) {
        if (focus.row < 0) sort(focus.column);
        else set({ isOpen: !state.isOpen });
        return true;
      }
      const page = Math.max(1, Math.floor(state.view.height / measures.row) - 1);
      const selection = moved(state.selection, keys, { rows: rowCount, columns: columns.length, page });
      if (selection) select(selection);
      return selection !== null;
    },
    /** Cell at a point of the rows' window; outside of it the nearest, so that a drag past the edge scrolls. */
    point(x: number, y: number, extend: boolean) {
      const row = Math.floor((state.scroll.top + y) / measures.row);
      const column = columnAt(state.lefts, state.left + x);
      const place: Place = { row: Math.min(Math.max(row, 0), rowCount - 1), column };
      const { anchor } = state.selection;
      select(extend && anchor.row >= 0 ? { anchor, focus: place } : at(place));
    },
    selectRow(y: number) {
      const row = Math.min(Math.floor((state.scroll.top + y) / measures.row), rowCount - 1);
      select({ anchor: { row, column: columns.length - 1 }, focus: { row, column: 0 } });
    },
    focusHeader: (column: number) => set({ selection: at({ row: -1, column }), isOpen: false }),
    open: (isOpen: boolean) => set({ isOpen }),
  };
}
