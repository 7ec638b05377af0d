import fc from "fast-check";
import { expect, test } from "vitest";
import { chiSquareLower, chiSquareUpper } from "../../../src/analyses/stats/chi-square";
import { hazard } from "../../../src/analyses/stats/person-time";

test("no time has no hazard; no event has an upper limit", () => {
  expect(hazard(0, 0)).toBeNull();
  expect(hazard(3, 0)).toBeNull();
  // −ln 0.025: the rate that lets nothing happen once in forty.
  expect(hazard(0, 10)).toEqual({ rate: 0, interval: [0, expect.closeTo(-Math.log(0.025) / 10, 13)] });
});

test("ten events: the limits printed in every table of the Poisson distribution", () => {
  const { rate, interval } = hazard(10, 1)!;
  expect(rate).toBe(10);
  expect(interval[0]).toBeCloseTo(4.795389, 6);
  expect(interval[1]).toBeCloseTo(18.390356, 6);
});

test("what is no count and no time is refused", () => {
  expect(() => hazard(1.5, 1)).toThrow("no count: 1.5");
  expect(() => hazard(-1, 1)).toThrow("no count: -1");
  expect(() => hazard(1, -1)).toThrow("no time: -1");
  expect(() => hazard(1, NaN)).toThrow("no time: NaN");
});

test("at each limit the events seen are as rare as the tail, and the unit of time only scales", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5000 }),
      fc.double({ min: 0.1, max: 1e6, noNaN: true }),
      (x, time) => {
        const { rate, interval } = hazard(x, time)!;
        expect(interval[0]).toBeLessThan(rate);
        expect(interval[1]).toBeGreaterThan(rate);
        // P(X ≥ x) at the lower and P(X ≤ x) at the upper limit, by the Poisson–chi-square identity.
        expect(chiSquareLower(2 * interval[0] * time, 2 * x)).toBeCloseTo(0.025, 11);
        expect(chiSquareUpper(2 * interval[1] * time, 2 * x + 2)).toBeCloseTo(0.025, 11);
      },
    ),
  );
});
