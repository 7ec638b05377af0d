import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { logistic, type Pattern } from "../../../src/analyses/stats/logistic";
import { separation } from "../../../src/analyses/stats/separation";
import { endometrial, hasClassics } from "./logit-classics";

const one = (values: number[], x: number, n = 1): Pattern => ({ values: [1, ...values], x, n });

test("nobody and overlapping outcomes are not apart", () => {
  expect(separation([])).toBeNull();
  expect(separation([one([0], 3, 10), one([1], 4, 10)])).toBeNull();
  expect(separation([one([1], 1), one([2], 0), one([3], 1), one([4], 0)])).toBeNull();
});

test("one outcome only: the intercept alone goes to infinity, or with the others in any way", () => {
  expect(separation([one([], 5, 5)])).toEqual({
    kind: "complete",
    columns: [{ column: 0, direction: "up" }],
    customers: 5,
  });
  expect(separation([one([0], 0, 5), one([1], 0, 5)])).toEqual({
    kind: "complete",
    columns: [
      { column: 0, direction: "down" },
      { column: 1, direction: "either" },
    ],
    customers: 10,
  });
});

test("a threshold parts all customers: complete; one tie across it: quasi-complete", () => {
  const complete = [1, 2, 3, 4, 5, 6].map((t) => one([t], t > 3 ? 1 : 0));
  expect(separation(complete)).toEqual({
    kind: "complete",
    columns: [
      { column: 0, direction: "down" },
      { column: 1, direction: "up" },
    ],
    customers: 6,
  });
  expect(separation([...complete, one([3], 1)])).toEqual({
    kind: "quasi",
    columns: [
      { column: 0, direction: "down" },
      { column: 1, direction: "up" },
    ],
    customers: 5,
  });
  expect(separation([...complete, one([3], 1), one([4], 0)])).toBeNull();
});

test("rare levers that all who have them stay or leave by, each its way, beside ordinary columns", () => {
  const rows = [0, 1, 2, 3].flatMap((t) => [
    one([0, 0, t], 2 + t, 9),
    one([1, 0, t], t, t),
    one([0, 1, t], 0, 1),
  ]);
  expect(separation(rows)).toEqual({
    kind: "quasi",
    columns: [
      { column: 1, direction: "up" },
      { column: 2, direction: "down" },
    ],
    customers: 6 + 4,
  });
});

test("an attribute without a mixed base level: the intercept and its columns go together", () => {
  // Base level: all stay; the other two mixed.
  const rows = [one([0, 0], 5, 5), one([1, 0], 3, 6), one([0, 1], 2, 6)];
  expect(separation(rows)!.columns).toEqual([
    { column: 0, direction: "up" },
    { column: 1, direction: "down" },
    { column: 2, direction: "down" },
  ]);
});

test("two columns that part only together, at a slant", () => {
  const rows = [
    [0, 1, 0],
    [1, 2, 0],
    [2, 3, 0],
    [1, 0, 1],
    [2, 1, 1],
    [3, 2, 1],
  ].map(([a, b, x]) => one([a!, b!], x!));
  const found = separation(rows)!;
  expect(found.kind).toBe("complete");
  expect(found.columns.filter(({ column }) => column > 0)).toEqual([
    { column: 1, direction: "up" },
    { column: 2, direction: "down" },
  ]);
});

test("a column that repeats another is not listed; few among very many are seen", () => {
  const rows = [one([0, 0], 40_000_000, 100_000_000), one([1, 2], 3, 3)];
  expect(separation(rows)!.columns).toEqual([{ column: 1, direction: "up" }]);
  expect(logistic(rows.map(({ values: [i, a], x, n }) => ({ values: [i!, a!], x, n })))).toEqual({
    ok: false,
    why: "separated",
  });
});

describe.skipIf(!hasClassics)("the endometrial cancer study", () => {
  test("NV goes up, the others have estimates", () => {
    expect(separation(endometrial())).toEqual({
      kind: "quasi",
      columns: [{ column: 1, direction: "up" }],
      customers: 13,
    });
  });
});

const row = fc.record({
  a: fc.integer({ min: 0, max: 2 }),
  b: fc.integer({ min: 0, max: 2 }),
  x: fc.integer({ min: 0, max: 1 }),
});

test("a direction is found exactly where a search over all slopes finds one", () => {
  // Small whole values: each edge of the cone is a direction through two of few points, and has small whole numbers.
  const steps = Array.from({ length: 17 }, (_, i) => i - 8);
  const directions = steps.flatMap((i) => steps.flatMap((j) => steps.map((k) => [i, j, k] as const)));
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 9 }), (rows) => {
      const patterns = rows.map(({ a, b, x }) => one([a, b], x));
      const found = separation(patterns);
      const sides = rows.map(({ a, b, x }) => [x ? 1 : -1, x ? a : -a, x ? b : -b] as const);
      const along = directions.filter((d) => {
        let parts = false;
        for (const s of sides) {
          const product = s[0] * d[0] + s[1] * d[1] + s[2] * d[2];
          if (product < 0) return false;
          parts ||= product > 0;
        }
        return parts;
      });
      expect(found === null).toBe(along.length === 0);
      const independent = new Set(rows.map(({ a, b }) => `${a} ${b}`)).size;
      if (!found || independent < 3 || isFlat(rows)) return;
      for (const column of [0, 1, 2]) {
        const [up, down] = [along.some((d) => d[column]! > 0), along.some((d) => d[column]! < 0)];
        const direction = up && down ? "either" : up ? "up" : down ? "down" : undefined;
        expect(found.columns.find((c) => c.column === column)?.direction).toBe(direction);
      }
    }),
    { numRuns: 150 },
  );
});

/** On one line: a column repeats others. */
function isFlat(rows: readonly { a: number; b: number }[]): boolean {
  const [first, ...rest] = rows;
  return rest.every((p) =>
    rest.every((q) => (p.a - first!.a) * (q.b - first!.b) === (p.b - first!.b) * (q.a - first!.a)),
  );
}
