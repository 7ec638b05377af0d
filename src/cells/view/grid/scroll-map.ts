/**
 * Browsers cut elements off at 17 to 33 million pixels; ten million rows are 280. Above `tallest` the scrolled element is
 * shorter than the rows it stands for: keys, wheel and fingers move by real rows, the bar's handle by proportion.
 */
export interface Extent {
  /** All rows together, and the part of them that is seen. */
  readonly content: number;
  readonly view: number;
}

export interface Scroll {
  /** What the browser says. */
  readonly bar: number;
  /** Where in the rows we are. */
  readonly top: number;
}

const tallest = 15_000_000;

/** Height of the element that is scrolled. */
export function barHeight(content: number): number {
  return Math.min(content, tallest);
}

/** The browser's scroll position has changed. */
export function scrolledTo(before: Scroll, bar: number, extent: Extent): Scroll {
  const isStep = Math.abs(bar - before.bar) <= extent.view * 2;
  const isEnd = bar <= 0 || bar >= barHeight(extent.content) - extent.view - 1;
  const top = isStep && !isEnd && isScaled(extent) ? before.top + bar - before.bar : topAt(bar, extent);
  return { bar, top: within(top, extent) };
}

/** Goes to a place in the rows; `bar` is where the browser has to be told to scroll. */
export function scrollTo(top: number, extent: Extent): Scroll {
  const inside = within(top, extent);
  return { bar: barAt(inside, extent), top: inside };
}

/** The nearest place that shows a row whole. */
export function reveal(top: number, row: number, rowHeight: number, extent: Extent): number {
  const first = row * rowHeight;
  if (first < top) return first;
  return Math.max(top, first + rowHeight - extent.view);
}

/** The bar stands for more than it is; the wheel then has to be read by ourselves. */
export function isScaled({ content }: Extent): boolean {
  return content > tallest;
}

function topAt(bar: number, extent: Extent): number {
  const room = barHeight(extent.content) - extent.view;
  return room <= 0 ? 0 : (bar / room) * (extent.content - extent.view);
}

function barAt(top: number, extent: Extent): number {
  const room = extent.content - extent.view;
  return room <= 0 ? 0 : (top / room) * (barHeight(extent.content) - extent.view);
}

function within(top: number, { content, view }: Extent): number {
  return Math.min(Math.max(top, 0), Math.max(content - view, 0));
}
