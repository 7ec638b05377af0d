import fc from "fast-check";
import { expect, test } from "vitest";
import { normalCdf } from "../../../src/analyses/stats/normal-cdf";
import { normalQuantile } from "../../../src/analyses/stats/normal-quantile";
import reference from "../../reference/stats.json";

test("the quantile for 95 % is the one everybody uses", () => {
  expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 14);
});

test("quantiles agree with 40-digit arithmetic to 1e-14", () => {
  for (const [p, x] of reference.normal.quantile) {
    expect(Math.abs(normalQuantile(p!) - x!)).toBeLessThanOrEqual(1e-14 * Math.max(1, Math.abs(x!)));
  }
});

test("probabilities agree with 40-digit arithmetic to 1e-14 of their size, also far out", () => {
  for (const [x, p] of reference.normal.cdf) {
    expect(Math.abs(normalCdf(x!) / p! - 1)).toBeLessThan(1e-14);
  }
});

test("the ends", () => {
  expect(normalQuantile(0)).toBe(-Infinity);
  expect(normalQuantile(1)).toBe(Infinity);
  expect(normalCdf(-Infinity)).toBe(0);
  expect(normalCdf(Infinity)).toBe(1);
  expect(() => normalQuantile(1.1)).toThrow("probability outside 0..1: 1.1");
});

test("quantile and probability undo each other, and are symmetric", () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true }), (p) => {
      expect(normalCdf(normalQuantile(p))).toBeCloseTo(p, 13);
      // 1 − p loses digits of a small p.
      if (p > 1e-3 && p < 0.999) expect(normalQuantile(1 - p)).toBeCloseTo(-normalQuantile(p), 12);
    }),
  );
});
