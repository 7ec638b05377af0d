import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Pattern } from "../../../src/analyses/stats/logistic";
import type { EstimateOptions } from "../../../src/analyses/stats/logistic-estimate";
import { logisticRegression } from "../../../src/analyses/stats/logistic-regression";
import {
  admissions,
  births,
  birthsWithFlag,
  grouped,
  hasClassics,
  near,
  reference,
  statsmodels,
  type Reference,
} from "./logit-classics";
import { hasAccounts, pasControls, pasLevers, pasPatterns, pasReference } from "./pas-levers";

const noProfiles = { profiles: false };

test("no customers, one outcome only, no intercept and no numbers are said to be so", () => {
  expect(logisticRegression([])).toEqual({ ok: false, why: "no-base" });
  expect(logisticRegression([{ values: [1], x: 0, n: 0 }])).toEqual({ ok: false, why: "no-base" });
  expect(logisticRegression([{ values: [1, 2], x: 9, n: 9 }])).toEqual({ ok: false, why: "one-class" });
  expect(logisticRegression([{ values: [2, 1], x: 1, n: 9 }])).toEqual({ ok: false, why: "no-intercept" });
  for (const bad of [
    { values: [1, NaN], x: 1, n: 2 },
    { values: [1], x: 1, n: 2 },
    { values: [1, 1], x: 3, n: 2 },
    { values: [1, 1], x: NaN, n: 2 },
  ]) {
    expect(logisticRegression([{ values: [1, 0], x: 1, n: 2 }, bad])).toEqual({
      ok: false,
      why: "bad-pattern",
    });
  }
});

test("one pattern has an intercept and nothing to test", () => {
  const fit = found([{ values: [1, 5], x: 20, n: 100 }]);
  expect(fit.coefficients[0]).toBeCloseTo(Math.log(0.25), 12);
  expect(fit.coefficients[1]).toBeNull();
  expect(fit.aliased).toEqual([{ column: 1, repeats: [0] }]);
  expect(fit.whole).toBeNull();
  expect(fit.terms).toEqual([null]);
  expect(fit.mcFadden).toBeCloseTo(0, 12);
});

test("columns that repeat others are dropped and named, and the others stand as without them", () => {
  const rows = [0, 1, 2, 3, 4, 5].map((t) => ({ t, u: t % 2, x: 3 + t, n: 20 - 2 * (t % 3) }));
  const plain = found(rows.map(({ t, u, x, n }) => ({ values: [1, t, u], x, n })));
  // A constant, a double, nothing at all, and 3 + 2t − u.
  const fit = found(
    rows.map(({ t, u, x, n }) => ({ values: [1, 7, t, t, u, 0, 3 + 2 * t - u], x, n })),
    { terms: [[2], [4], [2, 3], [2, 3, 6], [4, 6]] },
  );
  expect(fit.aliased).toEqual([
    { column: 1, repeats: [0] },
    { column: 3, repeats: [2] },
    { column: 5, repeats: [] },
    { column: 6, repeats: [0, 2, 4] },
  ]);
  expect(fit.kept).toEqual([0, 2, 4]);
  near(
    [0, 2, 4].map((j) => fit.coefficients[j]!),
    plain.coefficients as number[],
    1e-9,
  );
  expect([1, 3, 5, 6].map((j) => fit.coefficients[j])).toEqual([null, null, null, null]);
  // Without t there are still its double and the sum; without all three it is plain's test of t.
  expect(fit.terms.map((one) => one?.df ?? null)).toEqual([null, null, null, 1, 1]);
  expect(fit.terms[3]!.chiSquare).toBeCloseTo(plain.terms[0]!.chiSquare, 8);
  expect(fit.terms[4]!.chiSquare).toBeCloseTo(plain.terms[1]!.chiSquare, 8);
});

test("an outcome that the values fix has no estimate, and the column is named", () => {
  const patterns = [
    { values: [1, 0, 1], x: 8, n: 20 },
    { values: [1, 0, 2], x: 11, n: 20 },
    { values: [1, 1, 1], x: 6, n: 6 },
  ];
  expect(logisticRegression(patterns)).toEqual({
    ok: false,
    why: "separated",
    separation: { kind: "quasi", columns: [{ column: 1, direction: "up" }], customers: 6 },
  });
});

describe.skipIf(!hasClassics)("reference 03, from R's glm and MASS", () => {
  test.each([
    ["ucla_binary", admissions],
    ["birthwt_full", births],
  ] as const)("%s", (key, patterns) => {
    const expected = reference<Reference>(key);
    const fit = found(patterns());
    // R's glm stops at a change of deviance of 1e-8: 1e-6 relative.
    near(fit.coefficients, expected.coef, 1e-6);
    // Its covariance is that of the step before the last, a thousandth of an error away: 2e-5 of the errors.
    near(fit.standardErrors, expected.se, 2e-5);
    fit.covariance.forEach((row, i) =>
      row.forEach((value, j) =>
        expect(Math.abs(value - expected.vcov[i]![j]!)).toBeLessThan(
          4e-5 * expected.se[i]! * expected.se[j]!,
        ),
      ),
    );
    near(
      [fit.logLikelihood, fit.deviance, fit.nullDeviance, fit.aic, fit.bic],
      [expected.loglik, expected.deviance, expected.null_deviance, expected.aic, expected.bic],
      1e-12,
    );
    near(
      [fit.whole!.chiSquare, fit.whole!.df, fit.whole!.p, fit.mcFadden, fit.coxSnell],
      [expected.lrt, expected.lrt_df, expected.lrt_p, expected.mcfadden, expected.cox_snell],
      1e-9,
    );
    // MASS puts a spline through the profile at some points; the ends here are its roots. 2e-3 of a standard error.
    fit.intervals.forEach((ends, j) =>
      ends!.forEach((end, side) =>
        expect(Math.abs(end! - expected.profile_ci[j]![side]!)).toBeLessThan(2e-3 * expected.se[j]!),
      ),
    );
  });

  test("statsmodels agrees in every digit it gives", () => {
    const expected = statsmodels("birthwt");
    const fit = found(birthsWithFlag(), noProfiles);
    const terms = Object.values(expected.coefficients);
    const twelveDigits = 1e-9;
    near(
      fit.coefficients,
      terms.map(({ coef }) => coef),
      twelveDigits,
    );
    near(
      fit.standardErrors,
      terms.map(({ se }) => se),
      twelveDigits,
    );
    near(
      [fit.logLikelihood, fit.whole!.p, fit.mcFadden],
      [expected.ll, expected.lr_p, expected.mcfadden_r2],
      twelveDigits,
    );
    near(fit.fitted.slice(0, 5), expected.pred_first5, twelveDigits);
  });

  test("each term is tested against the model without it", () => {
    const patterns = admissions();
    const fit = found(patterns, { terms: [[1], [2], [3, 4, 5]], profiles: false });
    [[1], [2], [3, 4, 5]].forEach((term, k) => {
      const without = found(
        patterns.map((one) => ({ ...one, values: one.values.filter((_, j) => !term.includes(j)) })),
        noProfiles,
      );
      expect(fit.terms[k]!.chiSquare).toBeCloseTo(2 * (fit.logLikelihood - without.logLikelihood), 9);
      expect(fit.terms[k]!.df).toBe(term.length);
    });
  });
});

describe.skipIf(!hasAccounts)("reference 10, a made base, from R", () => {
  test.each([
    ["logit_levers", pasLevers],
    ["logit_levers_adj", [...pasLevers, ...pasControls]],
  ] as const)("%s", (key, columns) => {
    const expected = pasReference<{ coef: number[]; se: number[]; loglik: number; aic: number }>(key);
    const patterns = pasPatterns(columns);
    for (const given of [patterns, grouped(patterns)]) {
      const fit = found(given, noProfiles);
      near(fit.coefficients, expected.coef, 1e-6);
      // As above; the step before the last is √(1e-8 · deviance) = 0.0035 of an error away here.
      near(fit.standardErrors, expected.se, 1e-4);
      near([fit.logLikelihood, fit.aic], [expected.loglik, expected.aic], 1e-12);
    }
  });
});

test("at the ends of a profile interval the likelihood is just χ²/2 lower", () => {
  // Two groups: with the slope fixed at b only the intercept is left, found here by bisection.
  const [a, c, n] = [7, 15, 30];
  const fit = found([
    { values: [1, 0], x: a, n },
    { values: [1, 1], x: c, n },
  ]);
  const at = (level: number, slope: number) =>
    [level, level + slope].reduce((sum, eta, i) => sum + [a, c][i]! * eta - n * Math.log1p(Math.exp(eta)), 0);
  const profile = (slope: number) => {
    let [low, high] = [-20, 20];
    for (let step = 0; step < 200; step++) {
      const middle = (low + high) / 2;
      const p = [middle, middle + slope].map((eta) => 1 / (1 + Math.exp(-eta)));
      if (a + c - n * (p[0]! + p[1]!) > 0) low = middle;
      else high = middle;
    }
    return at(low, slope);
  };
  for (const end of fit.intervals[1]!) {
    expect(2 * (fit.logLikelihood - profile(end!))).toBeCloseTo(3.841458820694124, 8);
  }
});

const row = fc.record({
  values: fc.tuple(fc.constant(1), fc.integer({ min: 0, max: 1 }), fc.integer({ min: -3, max: 3 })),
  x: fc.integer({ min: 1, max: 5 }),
  y: fc.integer({ min: 1, max: 5 }),
});

test("grouping, order and unit do not matter; coding turned over turns the sign", () => {
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 1, maxLength: 12 }),
      fc.constantFrom(1e-4, 3, 1e5),
      (rows, unit) => {
        const patterns = rows.map(({ values, x, y }) => ({ values, x, n: x + y }));
        const fit = found(patterns);
        const other = found(
          grouped([...patterns].reverse()).map(({ values: [one, a, b], x, n }) => ({
            values: [one!, a!, b! * unit],
            x: n - x,
            n,
          })),
        );
        // Both stop within 1e-10 of a standard error.
        fit.coefficients.forEach((b, j) => {
          if (b === null) expect(other.coefficients[j]).toBeNull();
          else expect(Math.abs(other.coefficients[j]! * (j === 2 ? unit : 1) + b)).toBeLessThan(1e-8);
        });
        expect(other.logLikelihood).toBeCloseTo(fit.logLikelihood, 8);
        fit.intervals.forEach((ends, j) => {
          if (!ends) return;
          const scale = j === 2 ? unit : 1;
          // The root is looked for until the fall is right to 1e-9.
          expect(Math.abs(other.intervals[j]![0]! * scale + ends[1]!)).toBeLessThan(1e-6);
          expect(ends[0]!).toBeLessThan(fit.coefficients[j]!);
          expect(ends[1]!).toBeGreaterThan(fit.coefficients[j]!);
        });
      },
    ),
    { numRuns: 40 },
  );
});

function found(patterns: readonly Pattern[], options?: EstimateOptions) {
  const fit = logisticRegression(patterns, options);
  if (!fit.ok) throw new Error(`no fit: ${fit.why}`);
  return fit;
}
