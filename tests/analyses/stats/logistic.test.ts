import { describe, expect, test } from "vitest";
import { logistic, type LogisticFit } from "../../../src/analyses/stats/logistic";
import { sandwich } from "../../../src/analyses/stats/sandwich";
import reference from "../../reference/stats.json";
import { isShared, sharedJson } from "../../reference/shared-data";
import { bacteria } from "./bacteria";

test("no base, nobody and everybody have no estimate", () => {
  expect(logistic([])).toEqual({ ok: false, why: "no-base" });
  expect(logistic([{ values: [1], x: 0, n: 0 }])).toEqual({ ok: false, why: "no-base" });
  expect(logistic([{ values: [1], x: 0, n: 9 }])).toEqual({ ok: false, why: "separated" });
  expect(logistic([{ values: [1], x: 9, n: 9 }])).toEqual({ ok: false, why: "separated" });
});

test("a column that repeats another is named a rank", () => {
  const patterns = [1, 2, 3].map((t) => ({ values: [1, t, 2 * t], x: t, n: 10 }));
  expect(logistic(patterns)).toEqual({ ok: false, why: "rank" });
  expect(logistic([{ values: [1, 5], x: 3, n: 10 }])).toEqual({ ok: false, why: "rank" });
});

test("an outcome the period fixes has no finite estimate", () => {
  const patterns = [1, 2, 3, 4].map((t) => ({ values: [1, t], x: t > 2 ? 10 : 0, n: 10 }));
  expect(logistic(patterns)).toEqual({ ok: false, why: "separated" });
});

test("an intercept alone is the log odds of the share", () => {
  const fit = found(logistic([{ values: [1], x: 20, n: 100 }]));
  expect(fit.coefficients[0]).toBeCloseTo(Math.log(0.2 / 0.8), 12);
  expect(fit.covariance[0]![0]).toBeCloseTo(1 / (100 * 0.2 * 0.8), 10);
});

test("a slope between two groups is the log odds ratio, whatever the scale of the values", () => {
  for (const scale of [1e-6, 1, 1e6]) {
    const fit = found(
      logistic([
        { values: [1, 0], x: 20, n: 100 },
        { values: [1, scale], x: 30, n: 80 },
      ]),
    );
    expect(fit.coefficients[1]! * scale).toBeCloseTo(Math.log(30 / 50 / (20 / 80)), 10);
    expect(fit.gradient).toBeLessThanOrEqual(1e-10);
  }
});

test("counts of ten million converge as well", () => {
  const patterns = [0, 1, 2, 3].map((t) => ({ values: [1, t], x: 1_000_000 + 50_000 * t, n: 10_000_000 }));
  const fit = found(logistic(patterns));
  expect(fit.gradient).toBeLessThanOrEqual(1e-10);
  expect(fit.coefficients[1]).toBeGreaterThan(0);
});

test("a trend with customers as clusters equals numpy", () => {
  const { rows, coefficients, se_model, se_clustered, clusters, meat } = reference.trend;
  const patterns = rows.map(([, period, lost]) => ({ values: [1, period!], x: lost!, n: 1 }));
  const fit = found(logistic(patterns));
  fit.coefficients.forEach((b, i) => expect(b).toBeCloseTo(coefficients[i]!, 9));
  fit.covariance.forEach((row, i) => expect(Math.sqrt(row[i]!)).toBeCloseTo(se_model[i]!, 9));
  const clustered = sandwich(fit.covariance, meat, clusters)!;
  clustered.forEach((row, i) => expect(Math.sqrt(row[i]!)).toBeCloseTo(se_clustered[i]!, 9));
  expect(sandwich(fit.covariance, meat, 1)).toBeNull();
});

const file = "spec/reference/13_extra.json";

describe.skipIf(!isShared(file))("reference 13, from R", () => {
  test("coefficients and clustered standard errors of MASS::bacteria", () => {
    const { cluster_bacteria: expected } = sharedJson<{
      cluster_bacteria: Record<"coef" | "se_model" | "se_cr0" | "se_cr1_G", number[]> & { clusters: number };
    }>(file);
    expect(bacteria).toHaveLength(220);
    const fit = found(
      logistic(bacteria.map(({ values, present }) => ({ values, x: present ? 1 : 0, n: 1 }))),
    );
    // R's glm stops at a change of deviance of 1e-8: 1e-6 relative.
    near(fit.coefficients, expected.coef);
    near(
      fit.covariance.map((row, i) => Math.sqrt(row[i]!)),
      expected.se_model,
    );
    const robust = sandwich(fit.covariance, meatOf(fit), expected.clusters)!;
    near(
      robust.map((row, i) => Math.sqrt(row[i]!)),
      expected.se_cr1_G,
    );
    const plain = Math.sqrt((expected.clusters - 1) / expected.clusters);
    near(
      robust.map((row, i) => Math.sqrt(row[i]!) * plain),
      expected.se_cr0,
    );
  });
});

function meatOf({ fitted }: { fitted: readonly number[] }): number[][] {
  const scores = new Map<number, number[]>();
  bacteria.forEach(({ child, values, present }, i) => {
    const residual = (present ? 1 : 0) - fitted[i]!;
    const sum = scores.get(child) ?? values.map(() => 0);
    scores.set(
      child,
      sum.map((u, j) => u + residual * values[j]!),
    );
  });
  const size = bacteria[0]!.values.length;
  return Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (_, j) => [...scores.values()].reduce((sum, u) => sum + u[i]! * u[j]!, 0)),
  );
}

function near(values: readonly number[], expected: readonly number[]) {
  values.forEach((value, i) => expect(Math.abs(value / expected[i]! - 1)).toBeLessThan(1e-6));
}

function found(fit: LogisticFit): Extract<LogisticFit, { ok: true }> {
  if (!fit.ok) throw new Error(`no fit: ${fit.why}`);
  return fit;
}
