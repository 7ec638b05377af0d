import fc from "fast-check";
import { expect, test } from "vitest";
import { chiSquareLower, chiSquareQuantile, chiSquareUpper } from "../../../src/analyses/stats/chi-square";
import { normalCdf } from "../../../src/analyses/stats/normal-cdf";
import reference from "../../reference/distributions.json";

test("the ends, and what is no question", () => {
  expect(chiSquareUpper(0, 3)).toBe(1);
  expect(chiSquareLower(0, 3)).toBe(0);
  expect(chiSquareUpper(Infinity, 3)).toBe(0);
  expect(chiSquareLower(Infinity, 3)).toBe(1);
  for (const df of [1, 2, 20, 50, 1001]) expect(chiSquareUpper(1e180, df)).toBe(0);
  for (const df of [1, 2, 20, 50, 1001]) expect(chiSquareLower(1e180, df)).toBe(1);
  expect(chiSquareQuantile(0, 2)).toBe(0);
  expect(chiSquareQuantile(1, 2)).toBe(Infinity);
  expect(() => chiSquareUpper(1, 0)).toThrow("degrees of freedom not whole: 0");
  expect(() => chiSquareUpper(1, 2.5)).toThrow("degrees of freedom not whole: 2.5");
  expect(() => chiSquareUpper(-1, 2)).toThrow("chi-square below 0: -1");
  expect(() => chiSquareUpper(Number.NaN, 2)).toThrow("chi-square below 0: NaN");
  expect(() => chiSquareQuantile(1.5, 2)).toThrow("probability outside 0..1: 1.5");
});

test("both tails agree with 60-digit arithmetic to 1e-12 of their size, df 1 to 10,000", () => {
  for (const [x, df, upper, lower] of reference.chi_square) {
    for (const [mine, theirs] of [
      [chiSquareUpper(x!, df!), upper!],
      [chiSquareLower(x!, df!), lower!],
    ] as const) {
      // Below 1e-290 the file holds 0.
      if (theirs === 0) expect(mine, `${x} ${df}`).toBeLessThan(1e-289);
      else expect(Math.abs(mine / theirs - 1), `${x} ${df}`).toBeLessThan(1e-12);
    }
  }
});

test("quantiles agree with 60-digit arithmetic to 1e-12 of their size", () => {
  for (const [p, df, x] of reference.chi_square_quantile) {
    expect(Math.abs(chiSquareQuantile(p!, df!) / x! - 1), `${p} ${df}`).toBeLessThan(1e-12);
  }
});

test("one degree is a squared normal value, two an exponential", () => {
  expect(chiSquareUpper(3.841458820694124, 1)).toBeCloseTo(0.05, 14);
  for (const x of [0.1, 1, 10, 100, 700]) {
    expect(chiSquareUpper(x, 1) / (2 * normalCdf(-Math.sqrt(x)))).toBe(1);
    expect(chiSquareUpper(x, 2) / Math.exp(-x / 2)).toBeCloseTo(1, 13);
  }
});

test("the tails make one, fall and rise with x, and the quantile undoes them", () => {
  const degrees = fc.integer({ min: 1, max: 3000 });
  const factor = fc.double({ min: 0.01, max: 4, noNaN: true });
  fc.assert(
    fc.property(degrees, factor, factor, (df, f, g) => {
      const [low, high] = [Math.min(f, g) * df, Math.max(f, g) * df];
      expect(chiSquareUpper(low, df) + chiSquareLower(low, df)).toBeCloseTo(1, 12);
      expect(chiSquareUpper(high, df)).toBeLessThanOrEqual(chiSquareUpper(low, df) * (1 + 1e-12));
      const p = chiSquareLower(low, df);
      // Near 1 a p keeps few digits of its x.
      if (p > 1e-200 && p < 0.999) expect(chiSquareQuantile(p, df) / low).toBeCloseTo(1, 10);
    }),
  );
});
