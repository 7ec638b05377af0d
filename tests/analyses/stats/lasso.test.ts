import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { validatedPath } from "../../../src/analyses/stats/lasso-folds";
import { penalisedPath, type PathOptions } from "../../../src/analyses/stats/lasso-path";
import { probability, type Pattern } from "../../../src/analyses/stats/logistic";
import { logisticRegression } from "../../../src/analyses/stats/logistic-regression";
import { random } from "../../../src/analyses/stats/random";
import { admissions, birthsWithFlag, furtherReference, grouped, hasClassics } from "./logit-classics";

test("what no model is fitted on is said to be so", () => {
  expect(penalisedPath([])).toEqual({ ok: false, why: "no-base" });
  expect(penalisedPath([{ values: [1, 2], x: 5, n: 5 }])).toEqual({ ok: false, why: "one-class" });
  const two = [0, 1].map((t) => ({ values: [1, t], x: 1 + t, n: 5 }));
  expect(() => penalisedPath(two, { alpha: 2 })).toThrow("alpha outside 0..1: 2");
  expect(() => penalisedPath(two, { lambdas: [0.1, 0.2] })).toThrow("penalties must fall");
  expect(validatedPath(two.map((one) => ({ ...one, fold: 3 })))).toEqual({ ok: false, why: "folds" });
  const apart = [
    { values: [1, 0], x: 2, n: 5, fold: 0 },
    { values: [1, 1], x: 5, n: 5, fold: 1 },
  ];
  expect(validatedPath(apart)).toEqual({ ok: false, why: "fold", fold: 0 });
});

test("an intercept alone, and a column that says nothing, have a path of one step", () => {
  const alone = found([{ values: [1], x: 2, n: 10 }]);
  expect(alone.path).toHaveLength(1);
  expect(alone.path[0]!.coefficients[0]).toBeCloseTo(Math.log(0.25), 8);
  const flat = found([0, 1].map((t) => ({ values: [1, t], x: 3, n: 9 })));
  expect(flat.path.at(-1)!.coefficients[1]).toBeCloseTo(0, 9);
});

describe.skipIf(!hasClassics)("glmnet", () => {
  test.each([
    ["ucla_admit", admissions],
    ["birthwt", birthsWithFlag],
  ] as const)("lasso of %s", (key, patterns) => {
    const { lasso } = furtherReference<{
      lasso: { lambda: number[]; coefficients: Record<string, Record<string, number>> };
    }>(key);
    for (const given of [patterns(), grouped(patterns())]) {
      const { path } = found(given, { lambdas: lasso.lambda });
      path.forEach(({ lambda, coefficients }) => {
        const expected = Object.values(lasso.coefficients[`lambda_${lambda}`]!);
        // Printed with eight decimals, and found by glmnet to 1e-7 of the deviance: about 1e-4 of an error of estimate.
        expected.forEach((b, j) => {
          if (b === 0) expect(coefficients[j]).toBe(0);
          else expect(Math.abs(coefficients[j]! - b)).toBeLessThan(3e-5 * Math.max(1, Math.abs(b)));
        });
      });
    }
  });
});

test("of one balanced switch the path is known: the log odds at shares drawn together", () => {
  // Means ½ ± d; column ±1 when standardised. The score of the slope at b is d − (expit(b) − ½) = λ.
  const n = 100;
  const patterns = [
    { values: [1, 0], x: 30, n },
    { values: [1, 1], x: 70, n },
  ];
  const { path } = found(patterns, { lambdas: [0.2, 0.15, 0.1, 0.05] });
  path.forEach(({ lambda, coefficients, chosen }) => {
    const share = 0.7 - lambda;
    expect(coefficients[1]).toBeCloseTo(2 * Math.log(share / (1 - share)), 8);
    expect(chosen).toBe(lambda < 0.2 ? 1 : 0);
  });
});

const row = fc.record({
  values: fc.tuple(
    fc.constant(1),
    fc.integer({ min: 0, max: 1 }),
    fc.integer({ min: -2, max: 2 }),
    fc.integer({ min: 0, max: 1 }),
  ),
  x: fc.integer({ min: 0, max: 4 }),
  y: fc.integer({ min: 0, max: 4 }),
});

test("at every step the conditions of a top hold: slopes equal the penalty, or are within it where the coefficient is 0", () => {
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 3, maxLength: 10 }),
      fc.constantFrom(0, 0.5, 1),
      fc.boolean(),
      (rows, alpha, isControlled) => {
        const patterns = rows.map(({ values, x, y }) => ({ values, x, n: x + y }));
        const result = penalisedPath(patterns, { alpha, steps: 6, free: isControlled ? [3] : [] });
        if (!result.ok) {
          expect(["no-base", "one-class"]).toContain(result.why);
          return;
        }
        // A control that is not penalised may be without a finite estimate.
        if (!isControlled) expect([1, 6]).toContain(result.path.length);
        const customers = patterns.reduce((sum, { n }) => sum + n, 0);
        for (const { lambda, coefficients } of result.path) {
          const b = coefficients.map((one) => one ?? 0);
          for (const j of [0, 1, 2, 3]) {
            if (coefficients[j] === null) continue;
            const mean = patterns.reduce((sum, { values, n }) => sum + n * values[j]!, 0) / customers;
            const square = patterns.reduce((sum, { values, n }) => sum + n * (values[j]! - mean) ** 2, 0);
            const size = j === 0 ? 1 : Math.sqrt(square / customers);
            const score = patterns.reduce(
              (sum, { values, x, n }) =>
                sum + (values[j]! * (x - n * probability(b, values))) / (customers * size),
              0,
            );
            const scaled = b[j]! * size;
            const isFree = j === 0 || (isControlled && j === 3);
            const slope = score - (isFree ? 0 : lambda * (1 - alpha) * scaled);
            const hold = isFree ? 0 : lambda * alpha;
            if (scaled === 0) expect(Math.abs(slope)).toBeLessThan(hold + 1e-7);
            // The intercept is told in the unit of the columns: 1e-10 a column there may be 1e-9 here.
            else expect(Math.abs(slope - Math.sign(scaled) * hold)).toBeLessThan(1e-7);
          }
        }
      },
    ),
    { numRuns: 60 },
  );
});

test("with nearly no penalty it is maximum likelihood; ridge and lasso begin at the share", () => {
  const patterns = [0, 1, 2, 3].flatMap((t) => [
    { values: [1, t, 0], x: 2 + t, n: 12 },
    { values: [1, t, 1], x: 5 + t, n: 14 },
  ]);
  const plain = logisticRegression(patterns, { profiles: false });
  if (!plain.ok) throw new Error(plain.why);
  const last = found(patterns, { lambdas: [0] }).path[0]!;
  last.coefficients.forEach((b, j) => expect(b).toBeCloseTo(plain.coefficients[j]!, 7));
  expect(last.explained).toBeCloseTo(plain.mcFadden, 10);
  for (const alpha of [0, 1]) {
    const { path } = found(patterns, { alpha });
    expect(path).toHaveLength(100);
    expect(Math.abs(path[0]!.coefficients[1]!)).toBeLessThan(1e-3);
    path
      .slice(1)
      .forEach(({ explained }, i) => expect(explained).toBeGreaterThanOrEqual(path[i]!.explained - 1e-12));
  }
});

test("folds choose a penalty that keeps the true columns; the order of patterns does not matter", () => {
  const source = random("folds");
  const patterns = Array.from({ length: 600 }, (_, i) => {
    const values = [1, ...Array.from({ length: 6 }, () => Number(source.uniform() < 0.5))];
    const p = probability([-1, 1.5, -1.2, 0, 0, 0, 0], values);
    return { values, x: Number(source.uniform() < p), n: 1, fold: i % 5 };
  });
  const result = validatedPath(patterns, { steps: 30 });
  const other = validatedPath([...patterns].reverse(), { steps: 30 });
  if (!result.ok || !other.ok) throw new Error("no path");
  expect([other.best, other.simplest]).toEqual([result.best, result.simplest]);
  expect(result.simplest).toBeLessThanOrEqual(result.best);
  const chosen = result.path[result.simplest]!.coefficients;
  expect(chosen[1]!).toBeGreaterThan(0.5);
  expect(chosen[2]!).toBeLessThan(-0.5);
  // The first step knows the share only: its deviance is that of the share of the other folds.
  expect(result.deviances[0]!.mean).toBeGreaterThan(result.deviances[result.best]!.mean);
});

function found(patterns: readonly Pattern[], options?: PathOptions) {
  const result = penalisedPath(patterns, options);
  if (!result.ok) throw new Error(`no path: ${result.why}`);
  return result;
}
