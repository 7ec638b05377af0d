import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isotonic } from "../../../src/analyses/stats/isotonic";
import { quantile } from "../../../src/analyses/stats/quantile";
import { spearman } from "../../../src/analyses/stats/spearman";
import { splineBasis, splineKnots } from "../../../src/analyses/stats/spline";
import { isShared, sharedJson } from "../../reference/shared-data";

describe("restricted cubic spline", () => {
  test("knots need three different quantiles", () => {
    expect(splineKnots([])).toEqual({ ok: false, why: "few-values" });
    expect(splineKnots([4])).toEqual({ ok: false, why: "few-values" });
    expect(splineKnots([0, 0, 0, 0, 0, 0, 7, 8, 9])).toEqual({ ok: false, why: "few-values" });
    expect(splineKnots(Array.from({ length: 11 }, (_, i) => i))).toEqual({ ok: true, knots: [1, 5, 9] });
    expect(() => splineBasis(1, [1, 1, 2])).toThrow("no knots");
    expect(() => splineBasis(1, [1, 2])).toThrow("no knots");
  });

  test("by hand, knots 1 5 9: (x−1)³ − 2(x−5)³ + (x−9)³ over 64", () => {
    expect(splineBasis(0, [1, 5, 9])).toEqual([0, 0]);
    expect(splineBasis(3, [1, 5, 9])).toEqual([3, 8 / 64]);
    expect(splineBasis(7, [1, 5, 9])).toEqual([7, (216 - 16) / 64]);
    expect(splineBasis(11, [1, 5, 9])[1]).toBeCloseTo((1000 - 2 * 216 + 8) / 64, 12);
  });

  test("beyond the outer knots each column is a line, and within it bends without a break", () => {
    const knots = fc.uniqueArray(fc.integer({ min: -50, max: 50 }), { minLength: 3, maxLength: 5 });
    fc.assert(
      fc.property(knots, fc.double({ min: 0.1, max: 40, noNaN: true }), (list, h) => {
        const sorted = [...list].sort((a, b) => a - b);
        for (const end of [sorted[0]! - 2 * h, sorted.at(-1)!]) {
          const [a, b, c] = [0, h, 2 * h].map((by) => splineBasis(end + by, sorted));
          // Cubes of numbers up to 200 are added and taken away: 1e-16 of 1e7 over the scale.
          a!.forEach((value, j) =>
            expect(Math.abs(c![j]! - 2 * b![j]! + value)).toBeLessThan(1e-7 * (1 + Math.abs(c![j]!))),
          );
        }
        for (const knot of sorted) {
          const [low, high] = [splineBasis(knot - 1e-6, sorted), splineBasis(knot + 1e-6, sorted)];
          // A slope of at most 3·100²/1 over two millionths.
          low.forEach((value, j) => expect(Math.abs(high[j]! - value)).toBeLessThan(0.1));
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe("isotonic regression", () => {
  test("nothing, one value, rising and falling ones", () => {
    expect(isotonic([])).toEqual({ fit: [], pools: [] });
    expect(isotonic([4]).fit).toEqual([4]);
    expect(isotonic([1, 2, 2, 5]).fit).toEqual([1, 2, 2, 5]);
    expect(isotonic([3, 2, 1], [1, 1, 4]).fit).toEqual([1.5, 1.5, 1.5]);
    expect(isotonic([3, 1], [0, 0]).fit).toEqual([2, 2]);
    expect(() => isotonic([1], [-1])).toThrow("no weight");
    expect(() => isotonic([NaN])).toThrow("no number");
    expect(() => isotonic([1, 2], [1])).toThrow("lengths");
  });

  test("rises, keeps the weighted sum, is nearer than any other rising line, and is its own fit", () => {
    const points = fc.array(fc.tuple(fc.integer({ min: -20, max: 20 }), fc.integer({ min: 1, max: 9 })), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(
        points,
        fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 12, maxLength: 12 }),
        (list, other) => {
          const values = list.map(([value]) => value);
          const weights = list.map(([, weight]) => weight);
          const { fit } = isotonic(values, weights);
          fit.forEach((value, i) => expect(i === 0 || value >= fit[i - 1]!).toBe(true));
          const total = (line: readonly number[]) =>
            line.reduce((sum, value, i) => sum + value * weights[i]!, 0);
          expect(total(fit)).toBeCloseTo(total(values), 9);
          const distance = (line: readonly number[]) =>
            values.reduce((sum, value, i) => sum + weights[i]! * (value - line[i]!) ** 2, 0);
          const rising = other.slice(0, values.length).sort((a, b) => a - b);
          expect(distance(fit)).toBeLessThanOrEqual(distance(rising) + 1e-9);
          expect(isotonic(fit, weights).fit).toEqual(fit);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("Spearman", () => {
  test("nobody and no variation have none; order alone counts; counts are customers", () => {
    expect(spearman([])).toBeNull();
    expect(spearman([{ x: 1, y: 2, n: 5 }])).toBeNull();
    expect(spearman([1, 2, 3].map((x) => ({ x, y: 7, n: 1 })))).toBeNull();
    expect(spearman([1, 2, 3, 4].map((x) => ({ x, y: Math.exp(x), n: 1 })))).toBeCloseTo(1, 14);
    expect(spearman([1, 2, 3, 4].map((x) => ({ x, y: -(x ** 3), n: 3 })))).toBeCloseTo(-1, 14);
    expect(() => spearman([{ x: NaN, y: 1, n: 1 }])).toThrow("no number");
  });

  test("without ties 1 − 6Σd²/(n³ − n); rows may be counted or written out", () => {
    const y = [3, 1, 4, 2, 5, 7, 6];
    const squares = y.reduce((sum, value, i) => sum + (value - i - 1) ** 2, 0);
    const pairs = y.map((value, x) => ({ x, y: value, n: 1 }));
    expect(spearman(pairs)).toBeCloseTo(1 - (6 * squares) / (7 ** 3 - 7), 14);
    expect(spearman([...pairs, ...pairs])).toBeCloseTo(spearman(pairs.map((one) => ({ ...one, n: 2 })))!, 14);
  });
});

const file = "spec/reference/13_extra.json";

describe.skipIf(!isShared(file))("reference 13, from R", () => {
  test("isotonic regression and quantiles of ties", () => {
    const { pava, quantile7 } = sharedJson<{
      pava: { x: number[]; fit: number[] };
      quantile7: { v: number[]; q: number[] };
    }>(file);
    isotonic(pava.x).fit.forEach((value, i) => expect(value).toBeCloseTo(pava.fit[i]!, 12));
    [0.25, 0.5, 0.75, 0.8].forEach((p, i) =>
      expect(quantile(quantile7.v, p)).toBeCloseTo(quantile7.q[i]!, 12),
    );
  });
});

const pipeline = "spec/reference/10_pas_synthetic.json";

describe.skipIf(!isShared(pipeline))("reference 10, from R", () => {
  test("Spearman's correlation of a score and who stayed", () => {
    const { pas_by_score, pas_versions } = sharedJson<{
      pas_by_score: { score: number; n: number; retained: number }[];
      pas_versions: { coef: { spearman: number } };
    }>(pipeline);
    const pairs = pas_by_score.flatMap(({ score, n, retained }) => [
      { x: score, y: 1, n: retained },
      { x: score, y: 0, n: n - retained },
    ]);
    expect(spearman(pairs)).toBeCloseTo(pas_versions.coef.spearman, 10);
  });
});
