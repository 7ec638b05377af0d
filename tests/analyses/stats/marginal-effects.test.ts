import fc from "fast-check";
import { expect, test } from "vitest";
import { flic } from "../../../src/analyses/stats/flic";
import { probability, type Pattern } from "../../../src/analyses/stats/logistic";
import { logisticRegression } from "../../../src/analyses/stats/logistic-regression";
import { marginalEffect, type Effect } from "../../../src/analyses/stats/marginal-effects";

const noProfiles = { profiles: false };

test("nobody, the intercept and a dropped column have no effect to tell", () => {
  const patterns = [0, 1].map((t) => ({ values: [1, t, 3], x: 2 + t, n: 10 }));
  const fit = found(patterns);
  expect(marginalEffect([], fit, { kind: "switch", column: 1 })).toBeNull();
  expect(marginalEffect(patterns, fit, { kind: "slope", column: 0 })).toBeNull();
  expect(marginalEffect(patterns, fit, { kind: "switch", column: 2 })).toBeNull();
});

test("one switch alone: the difference of two shares and its ordinary error", () => {
  const patterns = [
    { values: [1, 0], x: 20, n: 80 },
    { values: [1, 1], x: 45, n: 100 },
  ];
  const effect = marginalEffect(patterns, found(patterns), { kind: "switch", column: 1 })!;
  expect(effect.points).toBeCloseTo(20, 9);
  const error = 100 * Math.sqrt((0.25 * 0.75) / 80 + (0.45 * 0.55) / 100);
  expect(effect.standardError).toBeCloseTo(error, 9);
  expect(effect.interval[1] - effect.points).toBeCloseTo(1.959963984540054 * error, 8);
});

test("a level of an attribute is held against the base level, not against the other levels", () => {
  const patterns = [
    { values: [1, 0, 0], x: 10, n: 100 },
    { values: [1, 1, 0], x: 30, n: 100 },
    { values: [1, 0, 1], x: 70, n: 100 },
  ];
  const fit = found(patterns);
  expect(marginalEffect(patterns, fit, { kind: "switch", column: 2, others: [1] })!.points).toBeCloseTo(
    60,
    8,
  );
});

test("a fit by Firth of a rare column speaks through FLIC", () => {
  const patterns = [
    { values: [1, 0], x: 60, n: 100 },
    { values: [1, 1], x: 6, n: 6 },
  ];
  const shown = flic(patterns);
  if (!shown.ok) throw new Error(shown.why);
  const effect = marginalEffect(patterns, shown, { kind: "switch", column: 1 })!;
  expect(effect.points).toBeCloseTo(100 * (shown.fitted[1]! - shown.fitted[0]!), 9);
  expect(effect.points).toBeLessThan(40);
  expect(effect.interval[1]).toBeLessThanOrEqual(100);
});

const row = fc.record({
  values: fc.tuple(fc.constant(1), fc.integer({ min: 0, max: 1 }), fc.integer({ min: -2, max: 2 })),
  x: fc.integer({ min: 1, max: 6 }),
  y: fc.integer({ min: 1, max: 6 }),
});

test("as by small changes of the columns and the coefficients", () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 4, maxLength: 10 }), (rows) => {
      const patterns = rows.map(({ values, x, y }) => ({ values, x, n: x + y }));
      const fit = found(patterns);
      const effects: Effect[] = [
        { kind: "switch", column: 1 },
        { kind: "slope", column: 2 },
      ];
      for (const effect of effects) {
        const told = marginalEffect(patterns, fit, effect);
        if (!told) continue;
        const b = fit.coefficients.map((one) => one ?? 0);
        expect(told.points).toBeCloseTo(plain(patterns, b, effect), 4);
        const step = 1e-5;
        const gradient = fit.kept.map((column) => {
          const [up, down] = [step, -step].map((by) =>
            plain(
              patterns,
              b.map((one, j) => one + (j === column ? by : 0)),
              effect,
            ),
          );
          return (up! - down!) / (2 * step);
        });
        const variance = fit.covariance.reduce(
          (sum, line, i) => sum + line.reduce((inner, v, j) => inner + gradient[i]! * v * gradient[j]!, 0),
          0,
        );
        // A numerical derivative of a numerical derivative: 1e-4 relative.
        expect(Math.abs(told.standardError / Math.sqrt(variance) - 1)).toBeLessThan(1e-4);
      }
    }),
    { numRuns: 30 },
  );
});

function plain(patterns: readonly Pattern[], b: readonly number[], { kind, column }: Effect): number {
  const step = 1e-4;
  const at = (values: readonly number[], value: number) =>
    probability(
      b,
      values.map((v, j) => (j === column ? value : v)),
    );
  const customers = patterns.reduce((sum, { n }) => sum + n, 0);
  const sum = patterns.reduce((total, { values, n }) => {
    const own = values[column]!;
    const change =
      kind === "switch"
        ? at(values, 1) - at(values, 0)
        : (at(values, own + step) - at(values, own - step)) / (2 * step);
    return total + n * change;
  }, 0);
  return (100 * sum) / customers;
}

function found(patterns: readonly Pattern[]) {
  const fit = logisticRegression(patterns, noProfiles);
  if (!fit.ok) throw new Error(`no fit: ${fit.why}`);
  return fit;
}
