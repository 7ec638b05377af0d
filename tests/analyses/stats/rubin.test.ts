import { expect, test } from "vitest";
import { pool } from "../../../src/analyses/stats/rubin";
import { studentReach } from "../../../src/analyses/stats/student-t";

/**
 * SAS/STAT 9.22 User's Guide, The MIANALYZE Procedure, Example 57.1, Output 57.1.1: means and standard errors of five completed
 * data sets of 31 runners, as printed. What is pooled was worked out of these from Rubin's formulas with 40 digits.
 */
const oxygen = {
  values: [47.012, 47.2407, 47.4995, 47.1485, 47.0042],
  errors: [0.95984, 0.9354, 1.00766, 0.95439, 0.96528],
};

test("five completed data sets, with 30 degrees of freedom if nothing were missing", () => {
  const found = pool(
    oxygen.values.map((value, i) => ({ value, variance: oxygen.errors[i]! ** 2 })),
    { completeDf: 30 },
  );
  expect(found.value).toBeCloseTo(47.18098, 10);
  expect(found.between).toBeCloseTo(0.041470457, 10);
  expect(found.within).toBeCloseTo(0.93085408234, 10);
  expect(found.standardError ** 2).toBeCloseTo(0.98061863074, 10);
  expect(found.df).toBeCloseTo(26.298679374916, 9);
  expect(found.increase).toBeCloseTo(0.053461170063197, 10);
  expect(found.missing).toBeCloseTo(0.051968097990195, 10);
  expect(found.interval[1] - found.value).toBeCloseTo(studentReach(0.95, found.df) * found.standardError, 12);
});

test("nothing missing: the estimate itself, with the degrees of freedom of Barnard and Rubin", () => {
  const found = pool(Array(20).fill({ value: 2, variance: 0.25 }), { completeDf: 40 });
  expect(found).toMatchObject({ value: 2, standardError: 0.5, between: 0, increase: 0, missing: 0 });
  expect(found.df).toBeCloseTo((41 / 43) * 40, 10);
});

test("a large sample: Rubin's degrees of freedom, (m − 1)(1 + 1/r)²", () => {
  const found = pool(
    [1, 2, 3].map((value) => ({ value, variance: 1 })),
    { completeDf: Infinity },
  );
  // W 1, B 1: r = 4/3.
  expect(found.increase).toBeCloseTo(4 / 3, 12);
  expect(found.df).toBeCloseTo(2 * (1 + 3 / 4) ** 2, 10);
  expect(found.missing).toBeCloseTo((4 / 3 + 2 / (found.df + 3)) / (7 / 3), 10);
});

test("one data set cannot be pooled", () => {
  expect(() => pool([{ value: 1, variance: 1 }], { completeDf: 10 })).toThrow(RangeError);
});
