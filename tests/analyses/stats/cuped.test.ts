import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cuped, type Moments } from "../../../src/analyses/stats/cuped";
import { studentReach } from "../../../src/analyses/stats/student-t";
import { isShared, sharedJson } from "../../reference/shared-data";

function momentsOf(rows: readonly { readonly y: number; readonly x: number }[]): Moments {
  const n = rows.length;
  const mean = (of: (row: { y: number; x: number }) => number) => rows.reduce((s, row) => s + of(row), 0) / n;
  const [meanY, meanX] = [mean(({ y }) => y), mean(({ x }) => x)];
  const spread = (of: (row: { y: number; x: number }) => number) => (mean(of) * n) / (n - 1);
  return {
    n,
    meanY,
    meanX,
    varianceY: spread(({ y }) => (y - meanY) ** 2),
    varianceX: spread(({ x }) => (x - meanX) ** 2),
    covariance: spread(({ x, y }) => (x - meanX) * (y - meanY)),
  };
}

const arm: Moments = { n: 10, meanY: 5, meanX: 3, varianceY: 2, varianceX: 1, covariance: 0.5 };

test("what cannot be adjusted is said", () => {
  expect(cuped({ ...arm, n: 1 }, arm)).toEqual({ ok: false, why: "too-few" });
  expect(cuped({ ...arm, meanY: Number.NaN }, arm)).toEqual({ ok: false, why: "bad-moments" });
  expect(cuped({ ...arm, varianceX: -1 }, arm)).toEqual({ ok: false, why: "bad-moments" });
  const still = { ...arm, varianceX: 0, covariance: 0 };
  expect(cuped(still, still)).toEqual({ ok: false, why: "constant-covariate" });
  const flat = { ...arm, varianceY: 0, covariance: 0 };
  expect(cuped(flat, flat)).toEqual({ ok: false, why: "constant-outcome" });
});

test("Welch's interval without a covariate's help", () => {
  const apart = cuped({ ...arm, covariance: 0 }, { ...arm, meanY: 6, n: 20, covariance: 0 });
  if (!apart.ok) throw new Error(apart.why);
  expect(apart.theta).toBe(0);
  expect(apart.varianceRatio).toBe(1);
  expect(apart.raw).toEqual(apart.adjusted);
  const error = Math.sqrt(2 / 10 + 2 / 20);
  const df = error ** 4 / (0.2 ** 2 / 9 + 0.1 ** 2 / 19);
  expect(apart.raw.standardError).toBeCloseTo(error, 14);
  expect(apart.raw.interval[1]).toBeCloseTo(1 + studentReach(0.95, df) * error, 12);
});

const file = "spec/reference/13_extra.json";
describe.skipIf(!isShared(file))("reference 13, from R", () => {
  test("θ, difference before and after, share of variance left", () => {
    const { cuped: truth } = sharedJson<{
      cuped: Record<"x" | "y" | "t", number[]> &
        Record<"theta" | "diff_raw" | "diff_cuped" | "var_ratio", number>;
    }>(file);
    const rows = truth.y.map((y, i) => ({ y, x: truth.x[i]!, t: truth.t[i]! }));
    const mine = cuped(
      momentsOf(rows.filter(({ t }) => t === 0)),
      momentsOf(rows.filter(({ t }) => t === 1)),
    );
    if (!mine.ok) throw new Error(mine.why);
    // Written with twelve decimals.
    expect(mine.theta).toBeCloseTo(truth.theta, 11);
    expect(mine.raw.difference).toBeCloseTo(truth.diff_raw, 12);
    expect(mine.adjusted.difference).toBeCloseTo(truth.diff_cuped, 11);
    expect(mine.varianceRatio).toBeCloseTo(truth.var_ratio, 11);
  });
});

test("another unit or origin of the covariate changes nothing, and the adjustment equals that on the rows", () => {
  const row = fc.record({ y: fc.integer({ min: 0, max: 50 }), x: fc.integer({ min: 0, max: 50 }) });
  const rows = fc.array(row, { minLength: 4, maxLength: 12 });
  fc.assert(
    fc.property(rows, rows, (a, b) => {
      const plain = cuped(momentsOf(a), momentsOf(b));
      fc.pre(plain.ok && plain.varianceRatio > 1e-6);
      if (!plain.ok) return;
      const moved = (arm: typeof a) => arm.map(({ y, x }) => ({ y, x: 100 - 3 * x }));
      const other = cuped(momentsOf(moved(a)), momentsOf(moved(b)));
      if (!other.ok) throw new Error(other.why);
      expect(other.adjusted.difference).toBeCloseTo(plain.adjusted.difference, 9);
      expect(other.adjusted.standardError).toBeCloseTo(plain.adjusted.standardError, 9);
      const adjusted = (arm: typeof a) => arm.map(({ y, x }) => ({ y: y - plain.theta * x, x }));
      const byRows = cuped(momentsOf(adjusted(a)), momentsOf(adjusted(b)));
      if (!byRows.ok) throw new Error(byRows.why);
      expect(byRows.raw.difference).toBeCloseTo(plain.adjusted.difference, 9);
      expect(byRows.raw.standardError).toBeCloseTo(plain.adjusted.standardError, 9);
      expect(plain.varianceRatio).toBeLessThanOrEqual(1);
    }),
    { numRuns: 60 },
  );
});
