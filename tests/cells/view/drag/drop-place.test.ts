import fc from "fast-check";
import { expect, test } from "vitest";
import { dropPlace, scrollStep } from "../../../../src/cells/view/drag/drop-place";
import { play, ready, textCell } from "../../session/play";

const extents = (ids: string) => [...ids].map((id, i) => ({ id, top: i * 100, bottom: i * 100 + 80 }));

test("cells are let go between the two whose middles the pointer lies between", () => {
  const cells = extents("abcd");
  expect(dropPlace(cells, ["a"], 230)).toEqual({ before: "c", y: 190 });
  expect(dropPlace(cells, ["d"], -50)).toEqual({ before: "a", y: 0 });
  expect(dropPlace(cells, ["a", "b"], 900)).toEqual({ before: null, y: 380 });
});

test("where they would stay as they are, there is no place", () => {
  const cells = extents("abcd");
  for (const y of [60, 120, 230]) expect(dropPlace(cells, ["b", "c"], y)).toBe(null);
  expect(dropPlace(cells, ["a"], -10)).toBe(null);
  expect(dropPlace(cells, ["d"], 999)).toBe(null);
  expect(dropPlace([], [], 5)).toBe(null);
});

test("wherever they are let go, nothing is lost and it is one step; no place means no step", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 5 }),
      fc.integer({ min: 0, max: 5 }),
      fc.integer({ min: -50, max: 700 }),
      (a, b, y) => {
        const session = ready(...[..."abcdef"].map((id) => textCell(id, id)));
        const moved = [..."abcdef"].slice(Math.min(a, b), Math.max(a, b) + 1);
        const place = dropPlace(extents("abcdef"), moved, y);
        const cells = place ? { type: "cells-moved" as const, cells: moved, before: place.before } : null;
        const after = cells ? play(session, cells).session : session;
        const order = after.notebook.cells.map(({ id }) => id).join("");
        expect([...order].sort().join("")).toBe("abcdef");
        expect(order).toContain(moved.join(""));
        expect(after.done).toHaveLength(order === "abcdef" ? 0 : 1);
        expect(place === null).toBe(order === "abcdef");
      },
    ),
  );
});

test("the page goes on by itself only near its edges, faster the nearer", () => {
  expect(scrollStep(300, 50, 800)).toBe(0);
  expect(scrollStep(100, 50, 800)).toBeLessThan(0);
  expect(scrollStep(50, 50, 800)).toBe(-18);
  expect(scrollStep(790, 50, 800)).toBeGreaterThan(0);
  expect(scrollStep(2000, 50, 800)).toBe(18);
});
