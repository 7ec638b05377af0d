import fc from "fast-check";
import { expect, test } from "vitest";
import { normalCdf } from "../../../src/analyses/stats/normal-cdf";
import { studentReach, studentUpper } from "../../../src/analyses/stats/student-t";
import reference from "../../reference/special.json";

test("the ends, and what is no question", () => {
  expect(studentUpper(0, 3)).toBe(0.5);
  expect(studentUpper(Infinity, 3)).toBe(0);
  expect(studentUpper(-Infinity, 3)).toBe(1);
  expect(() => studentUpper(1, 0)).toThrow("degrees of freedom 0");
  expect(() => studentUpper(Number.NaN, 4)).toThrow("t NaN");
  expect(() => studentReach(1, 4)).toThrow("confidence outside 0..1: 1");
});

test("the tail agrees with 60-digit arithmetic to 1e-11 of its size", () => {
  for (const [t, df, upper] of reference.student) {
    // 40 with 100,000 degrees lies below the smallest number there is.
    if (upper === 0) expect(studentUpper(t!, df!)).toBe(0);
    else expect(Math.abs(studentUpper(t!, df!) / upper! - 1), `${t} ${df}`).toBeLessThan(1e-11);
  }
});

test("closed cases: one degree is Cauchy's, two an algebraic; the printed table", () => {
  for (const t of [0.01, 0.7, 2.4, 2.6, 30]) {
    expect(studentUpper(t, 1) / (Math.atan(1 / t) / Math.PI)).toBeCloseTo(1, 11);
    const two = 1 / (2 + t * t + t * Math.sqrt(2 + t * t));
    expect(studentUpper(t, 2) / two).toBeCloseTo(1, 11);
  }
  expect(studentReach(0.95, 1)).toBeCloseTo(1 / Math.tan(Math.PI / 40), 11);
  expect(studentReach(0.95, 12)).toBeCloseTo(2.1788128296634177, 11);
  expect(studentReach(0.99, 30)).toBeCloseTo(2.7499956535668305, 11);
});

test("the two tails make one, the tail falls, is fatter than the normal, and the reach undoes it", () => {
  const shift = fc.double({ min: 0.01, max: 30, noNaN: true });
  const degrees = fc.double({ min: 0.5, max: 500, noNaN: true });
  fc.assert(
    fc.property(shift, degrees, (t, df) => {
      const p = studentUpper(t, df);
      expect(p + studentUpper(-t, df)).toBeCloseTo(1, 14);
      expect(p).toBeGreaterThan(normalCdf(-t) * (1 - 1e-11));
      expect(studentUpper(t * 1.01, df)).toBeLessThan(p);
      // 1 − 2p keeps few digits of a small p.
      if (p > 1e-5 && p < 0.45) expect(studentReach(1 - 2 * p, df) / t).toBeCloseTo(1, 8);
    }),
    { numRuns: 60 },
  );
});
