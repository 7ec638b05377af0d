import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { logistic } from "../../../src/analyses/stats/logistic";
import { brierScore } from "../../../src/analyses/stats/logistic-brier";
import { calibration, type Told } from "../../../src/analyses/stats/logistic-calibration";
import { hosmerLemeshow } from "../../../src/analyses/stats/logistic-hosmer-lemeshow";
import { logisticRegression } from "../../../src/analyses/stats/logistic-regression";
import { admissions, births, hasClassics, near, reference, type Reference } from "./logit-classics";

test("nobody, one outcome, certainty and no probability are said to be so", () => {
  expect(calibration([])).toEqual({ ok: false, why: "no-base" });
  expect(calibration([{ p: 0.5, x: 0, n: 0 }])).toEqual({ ok: false, why: "no-base" });
  expect(calibration([{ p: 0.5, x: 4, n: 4 }])).toEqual({ ok: false, why: "one-class" });
  expect(calibration([{ p: 1, x: 3, n: 4 }])).toEqual({ ok: false, why: "certain" });
  expect(calibration([{ p: NaN, x: 3, n: 4 }])).toEqual({ ok: false, why: "bad-probability" });
  expect(calibration([{ p: 0.5, x: 5, n: 4 }])).toEqual({ ok: false, why: "bad-probability" });
  expect(brierScore([])).toBeNull();
  expect(() => brierScore([{ p: 2, x: 1, n: 1 }])).toThrow("no probability: 2");
  expect(hosmerLemeshow([])).toBeNull();
  expect(hosmerLemeshow([{ p: 0.5, x: 2, n: 4 }])).toBeNull();
});

test("one probability for all has no slope; an outcome in its order an infinite one; the level is told all the same", () => {
  const one = calibration([{ p: 0.2, x: 30, n: 100 }]);
  if (!one.ok) throw new Error(one.why);
  expect([one.slope, one.noSlope]).toEqual([null, "one-value"]);
  expect(one.inTheLarge.value).toBeCloseTo(Math.log(0.3 / 0.7) - Math.log(0.2 / 0.8), 10);
  expect(one.inTheLarge.standardError).toBeCloseTo(1 / Math.sqrt(100 * 0.3 * 0.7), 10);
  const apart = calibration([
    { p: 0.2, x: 0, n: 5 },
    { p: 0.7, x: 5, n: 5 },
  ]);
  expect(apart).toMatchObject({ ok: true, slope: null, noSlope: "separated", observed: 5, expected: 4.5 });
});

test("probabilities twice too far apart on the log odds have slope a half", () => {
  const rows = [-2, -1, 0, 1, 2].map((logit) => {
    const [p, told] = [logit / 2, logit].map((one) => 1 / (1 + Math.exp(-one)));
    return { p: told!, x: 1000 * p!, n: 1000 };
  });
  const result = calibration(rows);
  if (!result.ok) throw new Error(result.why);
  expect(result.slope!.value).toBeCloseTo(0.5, 9);
  expect(result.slope!.interval[1]).toBeLessThan(1);
  expect(result.inTheLarge.value).toBeCloseTo(0, 9);
});

describe.skipIf(!hasClassics)("reference 03, from R", () => {
  test.each([
    ["ucla_binary", admissions],
    ["birthwt_full", births],
  ] as const)("%s", (key, patterns) => {
    const expected = reference<Reference & { brier_null: number }>(key);
    const given = patterns();
    const fit = logisticRegression(given, { profiles: false });
    if (!fit.ok) throw new Error(fit.why);
    const rows = given.map(({ x, n }, i) => ({ p: fit.fitted[i]!, x, n }));
    const brier = brierScore(rows)!;
    near([brier.brier, brier.ofShare], [expected.brier, expected.brier_null], 1e-8);
    const own = calibration(rows);
    if (!own.ok) throw new Error(own.why);
    expect(own.slope!.value).toBeCloseTo(1, 9);
    expect(own.inTheLarge.value).toBeCloseTo(0, 9);
    const test = hosmerLemeshow(rows)!;
    const { chisq, df, p, n, obs, exp } = expected.hosmer_lemeshow;
    expect(test.groups.map((one) => [one.n, one.observed])).toEqual(n.map((size, k) => [size, obs[k]]));
    near(
      test.groups.map((one) => one.expected),
      exp,
      1e-7,
    );
    // R's glm stops at a change of deviance of 1e-8.
    near([test.chiSquare, test.df, test.p], [chisq, df, p], 1e-6);
  });
});

const row = fc.record({
  p: fc.double({ min: 0.01, max: 0.99, noNaN: true }),
  x: fc.integer({ min: 0, max: 5 }),
  y: fc.integer({ min: 0, max: 5 }),
});

test("slope and its error are those of a logistic regression; splitting rows changes nothing; the level mends the mean", () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 10 }), (given) => {
      const rows: Told[] = given.map(({ p, x, y }) => ({ p, x, n: x + y }));
      const result = calibration(rows);
      const split = calibration(
        given.flatMap(({ p, x, y }) => [
          { p, x, n: x },
          { p, x: 0, n: y },
        ]),
      );
      if (!result.ok) {
        expect(["no-base", "one-class"]).toContain(result.why);
        return;
      }
      if (!split.ok) throw new Error(split.why);
      expect(split.noSlope).toBe(result.noSlope);
      // Log odds that differ in their seventh digit only have no slope to be told.
      if (result.noSlope === "one-value") return;
      const fit = logistic(rows.map(({ p, x, n }) => ({ values: [1, Math.log(p / (1 - p))], x, n })));
      expect(fit.ok).toBe(result.slope !== null);
      if (fit.ok) {
        // Two roads to one top, each within 1e-10 of an error.
        expect(Math.abs(result.slope!.value - fit.coefficients[1]!)).toBeLessThan(
          1e-7 * (1 + result.slope!.standardError),
        );
        expect(split.slope!.value / result.slope!.value).toBeCloseTo(1, 6);
      }
      const shift = result.inTheLarge.value;
      const mended = rows.reduce((sum, { p, n }) => sum + n / (1 + ((1 - p) / p) * Math.exp(-shift)), 0);
      expect(mended).toBeCloseTo(result.observed, 7);
    }),
    { numRuns: 60 },
  );
});
