import fc from "fast-check";
import { expect, test } from "vitest";
import { lnHypergeometric2F1 } from "../../../src/analyses/stats/hypergeometric-2f1";
import reference from "../../reference/special.json";

test("nothing at 0, and what is no question", () => {
  expect(lnHypergeometric2F1(1, 2, 3, 0)).toBe(0);
  expect(() => lnHypergeometric2F1(0, 2, 3, 0.5)).toThrow("parameter not above 0: 0");
  expect(() => lnHypergeometric2F1(1, 2, 3, 1)).toThrow("z outside 0..1: 1");
  expect(() => lnHypergeometric2F1(1, 2, 3, -0.1)).toThrow("z outside 0..1: -0.1");
  expect(() => lnHypergeometric2F1(1, Number.NaN, 3, 0.1)).toThrow("parameter not above 0: NaN");
});

test("agrees with 80-digit arithmetic to 1e-12 of max(1, size), up to 1e-15 from 1", () => {
  for (const [a, b, c, z, value] of reference.gauss) {
    const mine = lnHypergeometric2F1(a!, b!, c!, z!);
    const size = Math.max(1, Math.abs(value!));
    expect(Math.abs(mine - value!), `${a} ${b} ${c} ${z}`).toBeLessThan(1e-12 * size);
  }
});

test("elementary cases: a power, a logarithm, and nearer to 1 than 1 − z can be written", () => {
  for (const z of [0.1, 0.5, 0.95, 0.999999]) {
    expect(lnHypergeometric2F1(2.5, 7, 7, z)).toBeCloseTo(-2.5 * Math.log1p(-z), 12);
    expect(lnHypergeometric2F1(1, 1, 2, z)).toBeCloseTo(Math.log(-Math.log1p(-z) / z), 12);
  }
  // 660 halvings, each with its rounding.
  expect(lnHypergeometric2F1(1, 1, 2, 1, 1e-200)).toBeCloseTo(Math.log(-Math.log(1e-200)), 10);
});

test("symmetric in a and b, rising in z, and joined by a contiguous relation", () => {
  const parameter = fc.double({ min: 0.05, max: 60, noNaN: true });
  const inside = fc.double({ min: 1e-6, max: 1 - 1e-9, noNaN: true });
  fc.assert(
    fc.property(parameter, parameter, parameter, inside, (a, b, c, z) => {
      const f = lnHypergeometric2F1(a, b, c, z);
      const scale = Math.max(1, f);
      expect(Math.abs(f - lnHypergeometric2F1(b, a, c, z)) / scale).toBeLessThan(1e-12);
      expect(f).toBeGreaterThanOrEqual(lnHypergeometric2F1(a, b, c, z * 0.9));
      // F(a, b; c) = F(a + 1, b; c) − (b/c)·z·F(a + 1, b + 1; c + 1): A&S 15.2.14 and 15.2.1; divided by the largest.
      const up = lnHypergeometric2F1(a + 1, b, c, z);
      const both = lnHypergeometric2F1(a + 1, b + 1, c + 1, z);
      const rest = Math.exp(f - up) - 1 + (b / c) * z * Math.exp(both - up);
      // The logarithm's error times the number of digits before the point.
      expect(Math.abs(rest)).toBeLessThan(1e-11 * Math.max(1, up, (b / c) * Math.exp(both - up)));
    }),
    { numRuns: 100 },
  );
});
