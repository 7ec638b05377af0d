import { describe, expect, test } from "vitest";
import { at, blockOf, chosenBlock, moved, type Selection } from "../../../../src/cells/view/grid/selection";
import { nextOrder } from "../../../../src/cells/view/grid/order";

const size = { rows: 100, columns: 5, page: 10 };

function press(selection: Selection, ...keys: string[]): Selection {
  return keys.reduce((now, pressed) => {
    const parts = pressed.split("+");
    const keys = {
      key: parts.at(-1)!,
      shiftKey: parts.includes("Shift"),
      ctrlKey: parts.includes("Ctrl"),
      metaKey: false,
    };
    return moved(now, keys, size) ?? now;
  }, selection);
}

describe("moving in the grid", () => {
  const start = at({ row: 5, column: 2 });

  test("arrows go one cell and stop at the edges, the header included", () => {
    expect(press(start, "ArrowDown", "ArrowRight").focus).toEqual({ row: 6, column: 3 });
    expect(press(at({ row: 0, column: 0 }), "ArrowLeft", "ArrowUp", "ArrowUp").focus).toEqual({
      row: -1,
      column: 0,
    });
    expect(press(at({ row: 99, column: 4 }), "ArrowDown", "ArrowRight").focus).toEqual({
      row: 99,
      column: 4,
    });
  });

  test("pages and ends", () => {
    expect(press(start, "PageDown").focus.row).toBe(15);
    expect(press(start, "PageUp").focus.row).toBe(0);
    expect(press(start, "End").focus).toEqual({ row: 5, column: 4 });
    expect(press(start, "Home").focus).toEqual({ row: 5, column: 0 });
    expect(press(start, "Ctrl+End").focus).toEqual({ row: 99, column: 4 });
    expect(press(start, "Ctrl+Home").focus).toEqual({ row: 0, column: 0 });
    expect(press(start, "Ctrl+ArrowDown").focus).toEqual({ row: 99, column: 2 });
  });

  test("Shift extends from where it began and never into the header", () => {
    const wide = press(start, "Shift+ArrowDown", "Shift+ArrowLeft");
    expect(blockOf(wide)).toEqual({ top: 5, bottom: 6, left: 1, right: 2 });
    expect(press(at({ row: 0, column: 0 }), "Shift+ArrowUp").focus.row).toBe(0);
    expect(press(wide, "ArrowUp").anchor).toEqual({ row: 5, column: 1 });
  });

  test("a row, a column, everything", () => {
    expect(blockOf(press(start, "Shift+ "))).toEqual({ top: 5, bottom: 5, left: 0, right: 4 });
    expect(blockOf(press(start, "Ctrl+ "))).toEqual({ top: 0, bottom: 99, left: 2, right: 2 });
    expect(blockOf(press(start, "Ctrl+a"))).toEqual({ top: 0, bottom: 99, left: 0, right: 4 });
  });

  test("other keys are not the grid's", () => {
    expect(moved(start, { key: "a", shiftKey: false, ctrlKey: false, metaKey: false }, size)).toBe(null);
    expect(moved(start, { key: "Tab", shiftKey: false, ctrlKey: false, metaKey: false }, size)).toBe(null);
  });

  test("a table without rows has only its header", () => {
    const empty = { rows: 0, columns: 2, page: 1 };
    const keys = { key: "ArrowDown", shiftKey: false, ctrlKey: false, metaKey: false };
    expect(moved(at({ row: -1, column: 0 }), keys, empty)?.focus).toEqual({ row: -1, column: 0 });
  });

  test("one cell is focused, not chosen; the header is never chosen", () => {
    expect(chosenBlock(start)).toBe(null);
    expect(blockOf(at({ row: -1, column: 1 }))).toBe(null);
  });
});

test("a header sorts up, down and not at all", () => {
  const up = nextOrder(null, "n");
  const down = nextOrder(up, "n");
  expect(up).toEqual({ column: "n", direction: "ascending" });
  expect(down).toEqual({ column: "n", direction: "descending" });
  expect(nextOrder(down, "n")).toBe(null);
  expect(nextOrder(down, "m")).toEqual({ column: "m", direction: "ascending" });
});
