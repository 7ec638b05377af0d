import { describe, expect, test } from "vitest";
import { barHeight, reveal, scrolledTo, scrollTo } from "../../../../src/cells/view/grid/scroll-map";

const row = 28;
const few = { content: 1000 * row, view: 336 };
const many = { content: 10_000_000 * row, view: 336 };

describe("scrolling more rows than a browser can hold", () => {
  test("the scrolled element stays below what every browser takes", () => {
    expect(barHeight(few.content)).toBe(few.content);
    expect(barHeight(many.content)).toBeLessThan(17_000_000);
  });

  test("where all fits, bar and rows are the same", () => {
    expect(scrolledTo({ bar: 0, top: 0 }, 5000, few)).toEqual({ bar: 5000, top: 5000 });
    expect(scrollTo(5000, few).bar).toBeCloseTo(5000, 6);
  });

  test("a step moves by real rows, a jump by proportion", () => {
    const start = scrollTo(140_000_000, many);
    expect(scrolledTo(start, start.bar + 100, many).top).toBeCloseTo(140_000_100, 3);
    const half = (barHeight(many.content) - many.view) / 2;
    expect(scrolledTo({ bar: 0, top: 0 }, half, many).top).toBeCloseTo((many.content - many.view) / 2, 3);
  });

  test("both ends are reached exactly", () => {
    const end = scrollTo(Infinity, many);
    expect(end.top).toBe(many.content - many.view);
    expect(scrolledTo({ bar: end.bar - 100, top: 5 }, end.bar, many).top).toBeCloseTo(end.top, 3);
    expect(scrolledTo({ bar: 50, top: 900 }, 0, many)).toEqual({ bar: 0, top: 0 });
    expect(scrollTo(-5, many)).toEqual({ bar: 0, top: 0 });
  });

  test("nothing to scroll", () => {
    expect(scrollTo(100, { content: 28, view: 336 })).toEqual({ bar: 0, top: 0 });
  });

  test("a row is brought into view by the shortest way", () => {
    expect(reveal(280, 5, row, few)).toBe(140);
    expect(reveal(280, 12, row, few)).toBe(280);
    expect(reveal(0, 12, row, few)).toBe(28);
  });
});
