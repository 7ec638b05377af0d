import fc from "fast-check";
import { expect, test } from "vitest";
import { nextMark } from "../../../../src/cells/view/figure/next-mark";

/** Three rows of a matrix: four, three and two cells. */
const cells = [4, 3, 2].flatMap((length, row) =>
  Array.from({ length }, (_, i) => ({ x: 30 * i, y: 20 * row })),
);

test("arrows of a matrix: along the row and on to the next, up and down in the column", () => {
  expect(nextMark("ArrowRight", cells, 0)).toBe(1);
  expect(nextMark("ArrowRight", cells, 3)).toBe(4);
  expect(nextMark("ArrowLeft", cells, 4)).toBe(3);
  expect(nextMark("ArrowDown", cells, 1)).toBe(5);
  expect(nextMark("ArrowUp", cells, 8)).toBe(5);
  // Below the last column there is nothing but what lies aside.
  expect(nextMark("ArrowDown", cells, 3)).toBe(6);
  expect(nextMark("ArrowUp", cells, 2)).toBe(2);
  expect(nextMark("End", cells, 2)).toBe(8);
  expect(nextMark("Home", cells, 2)).toBe(0);
  expect(nextMark("a", cells, 2)).toBeNull();
});

test("wherever the marks lie, also one on the other, each is reached and no key leads out of them", () => {
  const place = fc.record({ x: fc.integer({ min: 0, max: 3 }), y: fc.integer({ min: 0, max: 3 }) });
  fc.assert(
    fc.property(fc.array(place, { minLength: 1, maxLength: 12 }), (places) => {
      const met = new Set([0]);
      let at = 0;
      for (let i = 0; i < places.length; i++) met.add((at = nextMark("ArrowRight", places, at)!));
      expect(met.size).toBe(places.length);
      places.forEach((_, from) => {
        for (const [key, way] of [
          ["ArrowDown", 1],
          ["ArrowUp", -1],
        ] as const) {
          const next = nextMark(key, places, from)!;
          if (next !== from) expect((places[next]!.y - places[from]!.y) * way).toBeGreaterThan(0);
          else expect(places.some(({ y }) => (y - places[from]!.y) * way > 0)).toBe(false);
        }
      });
    }),
  );
});
