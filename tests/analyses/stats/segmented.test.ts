import fc from "fast-check";
import { expect, test } from "vitest";
import { segmented, type SegmentedPoint } from "../../../src/analyses/stats/segmented";

const wavy = (t: number) => 40 + t + (t < 9 ? 0 : 25) + ((t * 7) % 5) * 3;
const points: SegmentedPoint[] = Array.from({ length: 18 }, (_, t) => ({
  t,
  x: wavy(t),
  n: 200 + ((t * 37) % 50),
}));

function fitted(rows: readonly SegmentedPoint[], from: number) {
  const found = segmented(rows, from);
  if (!found.ok) throw new Error(found.why);
  return found;
}

test("what makes no two lines is said", () => {
  expect(segmented([], 3)).toEqual({ ok: false, why: "too-few-points", before: 0, after: 0 });
  expect(segmented(points, 7)).toEqual({ ok: false, why: "too-few-points", before: 7, after: 11 });
  const holes = points.map((point) => (point.t === 3 ? { ...point, x: 0, n: 0 } : point));
  expect(segmented(holes, 8)).toEqual({ ok: false, why: "too-few-points", before: 7, after: 10 });
  expect(segmented([...points, points[3]!], 9)).toEqual({ ok: false, why: "same-time" });
  expect(segmented([...points, { t: 30, x: 5, n: 4 }], 9)).toEqual({ ok: false, why: "bad-point" });
  expect(segmented([...points, { t: Number.NaN, x: 1, n: 4 }], 9)).toEqual({ ok: false, why: "bad-point" });
  expect(
    segmented(
      points.map((point) => ({ ...point, x: 0 })),
      9,
    ),
  ).toEqual({ ok: false, why: "no-spread" });
});

test("shares that lie on two lines give the jump and the turn back, and chance still has an error", () => {
  const exact = Array.from({ length: 20 }, (_, t) => ({
    t,
    n: 1000,
    x: t < 10 ? 200 + 5 * t : 300 + 15 * (t - 10),
  }));
  const found = fitted(exact, 10);
  expect(found.level.estimate).toBeCloseTo(0.05, 12);
  expect(found.slope.estimate).toBeCloseTo(0.01, 12);
  expect(found.atEnd.estimate).toBeCloseTo(0.05 + 0.01 * 9, 12);
  expect(found.level.errors.weighted).toBeLessThan(1e-12);
  expect(found.level.standardError).toBe(found.level.errors.binomial);
  expect(found.dispersion).toBeLessThan(1e-12);
});

/** Weighted line by the schoolbook's formula. */
function line(rows: readonly SegmentedPoint[]) {
  const weight = rows.reduce((sum, { n }) => sum + n, 0);
  const t = rows.reduce((sum, one) => sum + one.n * one.t, 0) / weight;
  const y = rows.reduce((sum, one) => sum + one.x, 0) / weight;
  const tt = rows.reduce((sum, one) => sum + one.n * (one.t - t) ** 2, 0);
  const slope = rows.reduce((sum, one) => sum + one.n * (one.t - t) * (one.x / one.n - y), 0) / tt;
  const at = (time: number) => y + slope * (time - t);
  const rest = rows.reduce((sum, one) => sum + one.n * (one.x / one.n - at(one.t)) ** 2, 0);
  return { at, slope, rest, spreadAt: (time: number) => 1 / weight + (time - t) ** 2 / tt };
}

test("it is two weighted lines, and its plain error theirs", () => {
  const [first, second] = [line(points.slice(0, 9)), line(points.slice(9))];
  const found = fitted(points, 9);
  expect(found.level.estimate).toBeCloseTo(second.at(9) - first.at(9), 12);
  expect(found.slope.estimate).toBeCloseTo(second.slope - first.slope, 12);
  const scatter = (first.rest + second.rest) / 14;
  const spread = first.spreadAt(9) + second.spreadAt(9);
  expect(found.level.errors.weighted).toBeCloseTo(Math.sqrt(scatter * spread), 12);
  expect(found.df).toBe(14);
  expect(found.points[12]!.without).toBeCloseTo(first.at(12), 12);
  expect(found.points[12]!.fitted).toBeCloseTo(second.at(12), 12);
});

test("Newey and West's error is the double sum over neighbours", () => {
  const found = fitted(points, 9);
  // The level is a weighted sum of the shares; its weights are the answers to shares that are 1 in one period only.
  const influence = points.map((_, i) => {
    const one = points.map((point, j) => ({ ...point, x: i === j ? point.n : 0 }));
    const [first, second] = [line(one.slice(0, 9)), line(one.slice(9))];
    return second.at(9) - first.at(9);
  });
  const residual = found.points.map(({ share, fitted }) => share - fitted);
  const lag = Math.floor(4 * 0.18 ** (2 / 9));
  let sum = 0;
  influence.forEach((u, i) =>
    influence.forEach((v, j) => {
      sum += Math.max(0, 1 - Math.abs(i - j) / (lag + 1)) * u * residual[i]! * v * residual[j]!;
    }),
  );
  expect(found.level.errors.neweyWest).toBeCloseTo(Math.sqrt((sum * 18) / 14), 12);
});

test("neither order, nor the origin or unit of time, changes the jump; a series that repeats itself is warned of", () => {
  const shift = fc.integer({ min: -5000, max: 5000 });
  const scale = fc.integer({ min: 1, max: 400 });
  const found = fitted(points, 9);
  fc.assert(
    fc.property(shift, scale, (by, times) => {
      const moved = points.map((point) => ({ ...point, t: by + times * point.t })).reverse();
      const other = fitted(moved, by + times * 9);
      expect(other.level.estimate).toBeCloseTo(found.level.estimate, 10);
      expect(other.level.standardError).toBeCloseTo(found.level.standardError, 10);
      expect(other.slope.estimate * times).toBeCloseTo(found.slope.estimate, 10);
      expect(other.durbinWatson).toBeCloseTo(found.durbinWatson, 8);
    }),
    { numRuns: 40 },
  );
  const slow = Array.from({ length: 24 }, (_, t) => ({
    t,
    n: 500,
    x: 250 + Math.round(60 * Math.sin(t / 3)),
  }));
  expect(fitted(slow, 12).warnings).toContain("autocorrelated");
  const steep = Array.from({ length: 20 }, (_, t) => ({
    t,
    n: 100,
    x: t < 10 ? 50 : t < 13 ? 0 : 12 * (t - 12),
  }));
  expect(
    fitted(
      steep.map((point) => ({ ...point, x: Math.min(100, point.x) })),
      10,
    ).warnings,
  ).toContain("outside");
});
