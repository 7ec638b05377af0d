import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { newcombe } from "../../../src/analyses/stats/newcombe";
import { wilson } from "../../../src/analyses/stats/wilson";
import { isShared, sharedJson } from "../../reference/shared-data";

test("no base has no interval", () => {
  expect(wilson(0, 0)).toBeNull();
  expect(newcombe({ x: 0, n: 0 }, { x: 1, n: 2 })).toBeNull();
  expect(newcombe({ x: 1, n: 2 }, { x: 0, n: 0 })).toBeNull();
});

test("a count outside the base is refused", () => {
  expect(() => wilson(3, 2)).toThrow("count outside 0..2: 3");
  expect(() => wilson(-1, 2)).toThrow();
  expect(() => wilson(Number.NaN, 2)).toThrow();
});

test("nobody and everybody keep their end, and are not certain", () => {
  expect(wilson(0, 20)).toEqual([0, expect.closeTo(0.161125158052819, 12)]);
  expect(wilson(20, 20)).toEqual([expect.closeTo(0.838874841947181, 12), 1]);
  expect(wilson(1, 1)![1]).toBe(1);
});

test("wilson equals the values of Newcombe 1998, table I, method 3", () => {
  const published: [number, number, number, number][] = [
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ];
  for (const [x, n, low, high] of published) {
    const interval = wilson(x, n)!;
    // Printed with four digits.
    expect(interval[0]).toBeCloseTo(low, 4);
    expect(interval[1]).toBeCloseTo(high, 4);
  }
});

interface Proportions {
  single_proportion: { x: number; n: number; wilson: [number, number] }[];
  difference_newcombe10: {
    x1: number;
    n1: number;
    x2: number;
    n2: number;
    diff: number;
    ci: [number, number];
  }[];
  quartile_example: { churned: number[]; n: number[]; wilson: [number, number][] };
}

const file = "spec/reference/01_proportions_tests.json";

describe.skipIf(!isShared(file))("reference 01, from R", () => {
  const reference = isShared(file) ? sharedJson<Proportions>(file) : undefined;

  test("wilson", () => {
    for (const { x, n, wilson: expected } of reference!.single_proportion) close(wilson(x, n)!, expected);
    const { churned, n, wilson: segments } = reference!.quartile_example;
    churned.forEach((x, i) => close(wilson(x, n[i]!)!, segments[i]!));
  });

  test("newcombe", () => {
    for (const { x1, n1, x2, n2, diff, ci } of reference!.difference_newcombe10) {
      const found = newcombe({ x: x1, n: n1 }, { x: x2, n: n2 })!;
      expect(found.difference).toBeCloseTo(diff, 12);
      close(found.interval, ci);
    }
  });
});

const counted = fc.nat(100_000).chain((n) => fc.record({ n: fc.constant(n + 1), x: fc.nat(n + 1) }));

test("0 <= low <= share <= high <= 1, whatever is counted", () => {
  fc.assert(
    fc.property(counted, ({ x, n }) => {
      const [low, high] = wilson(x, n)!;
      return low >= 0 && low <= x / n && x / n <= high && high <= 1;
    }),
  );
});

test("what is lost mirrors what remains", () => {
  fc.assert(
    fc.property(counted, ({ x, n }) => {
      const [low, high] = wilson(x, n)!;
      const mirrored = wilson(n - x, n)!;
      expect(mirrored[0]).toBeCloseTo(1 - high, 12);
      expect(mirrored[1]).toBeCloseTo(1 - low, 12);
    }),
  );
});

test("more customers with the same share make the interval narrower", () => {
  fc.assert(
    fc.property(counted, fc.integer({ min: 2, max: 50 }), ({ x, n }, times) => {
      const width = ([low, high]: readonly [number, number]) => high - low;
      return width(wilson(x * times, n * times)!) < width(wilson(x, n)!);
    }),
  );
});

test("a difference lies in its interval, within −1..1, and turns its sign with the order", () => {
  fc.assert(
    fc.property(counted, counted, (a, b) => {
      const one = newcombe(a, b)!;
      const other = newcombe(b, a)!;
      expect(other.interval[0]).toBeCloseTo(-one.interval[1], 12);
      // The roots may miss the ends by the last bits.
      const slack = 1e-12;
      return (
        one.interval[0] >= -1 - slack &&
        one.interval[0] <= one.difference + slack &&
        one.difference <= one.interval[1] + slack &&
        one.interval[1] <= 1 + slack
      );
    }),
  );
});

function close(found: readonly [number, number], expected: readonly [number, number]) {
  expect(Math.abs(found[0] - expected[0])).toBeLessThan(1e-10);
  expect(Math.abs(found[1] - expected[1])).toBeLessThan(1e-10);
}
