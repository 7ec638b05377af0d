import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { firth } from "../../../src/analyses/stats/firth";
import type { EstimateOptions } from "../../../src/analyses/stats/logistic-estimate";
import { penalisedCurvature } from "../../../src/analyses/stats/firth-curvature";
import { flac, flic } from "../../../src/analyses/stats/flic";
import type { Pattern } from "../../../src/analyses/stats/logistic";
import { logisticRegression } from "../../../src/analyses/stats/logistic-regression";
import { pointAt } from "../../../src/analyses/stats/logistic-newton";
import { pack } from "../../../src/analyses/stats/logistic-packed";
import { separation } from "../../../src/analyses/stats/separation";
import { isShared, sharedJson } from "../../reference/shared-data";
import {
  admissions,
  birthsWithFlag,
  endometrial,
  furtherReference,
  grouped,
  hasClassics,
  near,
  reference,
  type FirthReference,
} from "./logit-classics";
import { hasAccounts, pasPatterns, pasReference } from "./pas-levers";

test("what no model is fitted on is said to be so", () => {
  expect(firth([])).toEqual({ ok: false, why: "no-base" });
  expect(flic([{ values: [1, 0], x: 0, n: 5 }])).toEqual({ ok: false, why: "one-class" });
  expect(flac([{ values: [0], x: 1, n: 5 }])).toEqual({ ok: false, why: "no-intercept" });
  const two = [0, 1].map((t) => ({ values: [1, t], x: 2, n: 5 }));
  expect(() => firth(two, { terms: [[0, 1]] })).toThrow("the intercept is no term");
  expect(firth([{ values: [1, Infinity], x: 1, n: 5 }])).toEqual({ ok: false, why: "bad-pattern" });
});

test("an intercept alone is the log odds after a half is added to both outcomes", () => {
  const fit = found([{ values: [1], x: 2, n: 20 }]);
  expect(fit.coefficients[0]).toBeCloseTo(Math.log(2.5 / 18.5), 10);
});

test("two groups, one without the outcome: log odds ratio after a half in each cell", () => {
  const fit = found([
    { values: [1, 0], x: 5, n: 15 },
    { values: [1, 1], x: 0, n: 9 },
  ]);
  // Steps converge at a steady pace and stop within 1e-10 of a standard error, here 1.6.
  expect(fit.coefficients[1]).toBeCloseTo(Math.log(0.5 / 9.5 / (5.5 / 10.5)), 9);
  const [low, high] = fit.intervals[1]!;
  expect(low!).toBeLessThan(fit.coefficients[1]!);
  expect(high!).toBeGreaterThan(fit.coefficients[1]!);
});

test("columns that repeat others are dropped, and the test of a term knows", () => {
  const rows = [0, 1, 2, 3].map((t) => ({ t, x: t > 1 ? 4 : 0, n: 4 }));
  const plain = found(rows.map(({ t, x, n }) => ({ values: [1, t], x, n })));
  const fit = found(
    rows.map(({ t, x, n }) => ({ values: [1, t, 5 - 3 * t, 9], x, n })),
    { terms: [[1], [2], [1, 2], [3]] },
  );
  expect(fit.aliased.map(({ column }) => column)).toEqual([2, 3]);
  near(fit.coefficients.slice(0, 2), plain.coefficients as number[], 1e-9);
  expect(fit.terms.map((one) => one?.df ?? null)).toEqual([null, null, 1, null]);
  expect(fit.terms[2]!.chiSquare).toBeCloseTo(plain.terms[0]!.chiSquare, 8);
});

describe.skipIf(!hasClassics)("reference 03, from R", () => {
  const zeroCell = [
    ...Array.from({ length: 15 }, (_, i) => ({ values: [1, 0], x: Number(i < 5), n: 1 })),
    ...Array.from({ length: 8 }, () => ({ values: [1, 1], x: 0, n: 1 })),
  ];
  const toy = [1, 2, 3, 4, 5, 6].map((t) => ({ values: [1, t], x: Number(t > 3), n: 1 }));
  test.each([
    ["firth_endometrial", endometrial],
    ["firth_toy_complete", () => toy],
    ["firth_zero_cell", () => zeroCell],
  ] as const)("%s", (key, patterns) => {
    const expected = reference<FirthReference>(key);
    for (const given of [patterns(), grouped(patterns())]) {
      const fit = found(given, { terms: expected.coef.slice(1).map((_, j) => [j + 1]) });
      // The coefficients of R stop at a step of 1e-10.
      near(fit.coefficients, expected.coef, 1e-8);
      near(fit.standardErrors, expected.se, 1e-8);
      near([fit.penalisedLogLikelihood], [expected.penalised_loglik], 1e-11);
      // Ends by root finding with R's uniroot, to about 1e-6.
      fit.intervals.forEach((ends, j) => near(ends!, expected.profile_ci[j]!, 1e-5));
      near(
        fit.terms.map((one) => one!.p),
        expected.plr_p.slice(1),
        1e-7,
      );
      near(
        fit.terms.map((one) => one!.chiSquare),
        expected.plr_chisq.slice(1),
        1e-7,
      );
    }
  });

  test.each([
    ["ucla_admit", admissions],
    ["birthwt", birthsWithFlag],
  ] as const)("%s by brglm2", (key, patterns) => {
    const { firth: expected } = furtherReference<{
      firth: { coefficients: Record<string, { coef: number; se: number }> };
    }>(key);
    const fit = found(patterns(), { profiles: false });
    const terms = Object.values(expected.coefficients);
    // brglm2 stops at an adjusted score of 1e-6.
    near(
      fit.coefficients,
      terms.map(({ coef }) => coef),
      1e-5,
    );
    near(
      fit.standardErrors,
      terms.map(({ se }) => se),
      1e-5,
    );
  });
});

describe.skipIf(!hasAccounts)("reference 10, from R", () => {
  test("a lever all of whose users stayed", () => {
    const expected = pasReference<{ firth: number[]; firth_se: number[] }>("firth");
    const patterns = pasPatterns([
      "reach_pct",
      "nps_surveys",
      "integrations",
      "support_calls",
      "MID",
      "ENT",
      "sso",
    ]);
    const fit = found(grouped(patterns));
    // brglm2 stops at an adjusted score of 1e-6.
    near(fit.coefficients, expected.firth, 1e-5);
    near(fit.standardErrors, expected.firth_se, 1e-5);
    expect(separation(patterns)).toEqual({
      kind: "quasi",
      columns: [{ column: 7, direction: "up" }],
      customers: 26,
    });
  });
});

const further = "spec/reference/13_extra.json";

describe.skipIf(!hasClassics || !isShared(further))("reference 13, from R", () => {
  test("FLIC and FLAC of the endometrial study", () => {
    const { flic_endometrial: expected } = sharedJson<{
      flic_endometrial: { flic_intercept: number; flac: number[]; firth: number[]; observed: number };
    }>(further);
    const patterns = grouped(endometrial());
    const shifted = flic(patterns);
    const augmented = flac(patterns);
    if (!shifted.ok || !augmented.ok) throw new Error("no fit");
    near(shifted.coefficients, [expected.flic_intercept, ...expected.firth.slice(1)], 1e-8);
    // R's glm stops at a change of deviance of 1e-8: 1e-6 relative.
    near(augmented.coefficients, expected.flac, 1e-6);
    for (const { fitted } of [shifted, augmented]) {
      const mean = fitted.reduce((sum, p, i) => sum + p * patterns[i]!.n, 0) / 79;
      expect(mean).toBeCloseTo(expected.observed, 10);
    }
  });
});

const row = fc.record({
  values: fc.tuple(fc.constant(1), fc.integer({ min: 0, max: 1 }), fc.integer({ min: -2, max: 2 })),
  x: fc.integer({ min: 0, max: 3 }),
  y: fc.integer({ min: 0, max: 3 }),
});

test("always finite, an unsteady base included; probabilities sum to the outcome; grouping and unit do not matter", () => {
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 1, maxLength: 8 }),
      fc.constantFrom(1e-3, 7, 1e4),
      (rows, unit) => {
        const patterns = rows.map(({ values, x, y }) => ({ values, x, n: x + y }));
        const fit = firth(patterns, { profiles: false });
        if (!fit.ok) {
          expect(["no-base", "one-class"]).toContain(fit.why);
          return;
        }
        const other = found(
          grouped(patterns).map((one) => ({
            ...one,
            values: [1, one.values[1]!, 40 + one.values[2]! * unit],
          })),
          { profiles: false },
        );
        fit.coefficients.slice(1).forEach((b, j) => {
          if (b === null) return;
          expect(Number.isFinite(b)).toBe(true);
          // Steps converge at a steady pace, not by squares, on few customers: within 1e-7 of each other.
          expect(Math.abs(other.coefficients[j + 1]! * (j === 1 ? unit : 1) - b)).toBeLessThan(1e-7);
        });
        for (const shown of [flic(patterns), flac(patterns)]) {
          if (!shown.ok) throw new Error(shown.why);
          const sum = shown.fitted.reduce((total, p, i) => total + p * patterns[i]!.n, 0);
          expect(sum).toBeCloseTo(fit.events, 8);
        }
      },
    ),
    { numRuns: 40 },
  );
});

test("a column far from 0, as a year is, has the interval it has near 0; the intercept's goes with it", () => {
  // One of 27 customers has the column, and stayed.
  const at = (from: number) =>
    Array.from({ length: 27 }, (_, i) => ({
      values: [1, from + Number(i === 3)],
      x: Number(i % 3 === 0),
      n: 1,
    }));
  const [near0, far] = [found(at(0)), found(at(1000))];
  expect(far.coefficients[1]).toBeCloseTo(near0.coefficients[1]!, 8);
  // Ends are roots to 1e-9 of the fall.
  far.intervals[1]!.forEach((end, side) => expect(end).toBeCloseTo(near0.intervals[1]![side]!, 6));
  const [low, high] = far.intervals[0]!;
  // A thousand slopes below the others' log odds, which are known to one or two.
  expect(Math.abs(low! + 1000 * far.intervals[1]![1]!)).toBeLessThan(3);
  expect(Math.abs(high! + 1000 * far.intervals[1]![0]!)).toBeLessThan(3);
});

test("the curvature of the penalised likelihood is the slope of its score", () => {
  const patterns = [
    { values: [1, 0, 2], x: 1, n: 3 },
    { values: [1, 1, -1], x: 2, n: 2 },
    { values: [1, 1, 0], x: 1, n: 4 },
    { values: [1, 0, 1], x: 0, n: 1 },
  ];
  const data = pack(patterns, [0, 1, 2], { centred: true });
  const here = Float64Array.of(0.3, -0.8, 0.5);
  const at = (coefficients: Float64Array) => pointAt({ data, isPenalised: true }, coefficients);
  const curvature = penalisedCurvature(data, here, at(here).information)!;
  for (const k of [0, 1, 2]) {
    const [up, down] = [1e-5, -1e-5].map((by) => at(here.map((b, j) => (j === k ? b + by : b))));
    for (const j of [0, 1, 2]) {
      // Differences over 2e-5 are right to about 1e-9.
      expect(-(up!.score[j]! - down!.score[j]!) / 2e-5).toBeCloseTo(curvature[j * 3 + k]!, 7);
    }
    expect((up!.logLikelihood - down!.logLikelihood) / 2e-5).toBeCloseTo(at(here).score[k]!, 7);
  }
});

test("with many customers it comes to maximum likelihood", () => {
  const patterns = [0, 1, 2].map((t) => ({ values: [1, t], x: 3_000_000 + t * 500_000, n: 10_000_000 }));
  const plain = logisticRegression(patterns);
  if (!plain.ok) throw new Error(plain.why);
  const fit = found(patterns);
  fit.coefficients.forEach((b, j) => expect(b).toBeCloseTo(plain.coefficients[j]!, 6));
  fit.intervals.forEach((ends, j) => near(ends!, plain.intervals[j]! as [number, number], 1e-5));
});

function found(patterns: readonly Pattern[], options?: EstimateOptions) {
  const fit = firth(patterns, options);
  if (!fit.ok) throw new Error(`no fit: ${fit.why}`);
  return fit;
}
