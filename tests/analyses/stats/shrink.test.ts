import fc from "fast-check";
import { expect, test } from "vitest";
import { binomialDraw } from "../../../src/analyses/stats/binomial-draw";
import { random } from "../../../src/analyses/stats/random";
import { shrink } from "../../../src/analyses/stats/shrink";

test("fewer than two groups with a base have no common distribution", () => {
  expect(shrink([])).toBeNull();
  expect(
    shrink([
      { x: 1, n: 5 },
      { x: 0, n: 0 },
    ]),
  ).toBeNull();
  expect(() => shrink([{ x: 3, n: 2 }])).toThrow("count outside 0..2: 3");
});

test("groups that differ no more than by chance all get the mean", () => {
  const result = shrink([
    { x: 5, n: 50 },
    { x: 10, n: 100 },
    { x: 0, n: 0 },
  ])!;
  expect(result).toMatchObject({ mean: 0.1, correlation: 0, priorSize: Infinity, shares: [0.1, 0.1, 0.1] });
  expect(
    shrink([
      { x: 0, n: 5 },
      { x: 0, n: 9 },
    ])!.shares,
  ).toEqual([0, 0]);
  expect(
    shrink([
      { x: 1, n: 1 },
      { x: 0, n: 1 },
    ]),
  ).toMatchObject({ correlation: 0, shares: [0.5, 0.5] });
});

test("groups that are all or nothing keep their shares", () => {
  const result = shrink([
    { x: 40, n: 40 },
    { x: 0, n: 40 },
  ])!;
  expect(result.correlation).toBe(1);
  expect(result.shares).toEqual([1, 0]);
});

test("of groups of one size the correlation is that of the analysis of variance", () => {
  const groups = [3, 9, 14, 5, 20].map((x) => ({ x, n: 30 }));
  const { correlation, priorSize, mean, shares } = shrink(groups)!;
  const between = groups.reduce((sum, { x }) => sum + 30 * (x / 30 - mean) ** 2, 0) / (mean * (1 - mean));
  expect(correlation).toBeCloseTo((between - 4) / (4 * 29), 13);
  expect(shares[0]).toBeCloseTo((3 + mean * priorSize) / (30 + priorSize), 13);
});

test("a correlation planted in many groups is found", () => {
  const source = random("shrink");
  // Uniform true shares: variance 1/12 of mean(1 − mean) = 1/4, correlation 1/3.
  const groups = Array.from({ length: 4000 }, () => {
    const n = 1 + source.below(40);
    return { x: binomialDraw(n, source.uniform(), source), n };
  });
  // 4,000 groups know it to about 0.006.
  expect(Math.abs(shrink(groups)!.correlation - 1 / 3)).toBeLessThan(0.025);
});

test("a share lies between its own and the mean, nearer to the mean the fewer customers it has", () => {
  const group = fc
    .integer({ min: 1, max: 50 })
    .chain((n) => fc.record({ x: fc.integer({ min: 0, max: n }), n: fc.constant(n) }));
  fc.assert(
    fc.property(fc.array(group, { minLength: 2, maxLength: 10 }), (groups) => {
      const { mean, shares, correlation } = shrink(groups)!;
      expect(correlation).toBeGreaterThanOrEqual(0);
      expect(correlation).toBeLessThanOrEqual(1);
      groups.forEach(({ x, n }, i) => {
        expect(shares[i]!).toBeGreaterThanOrEqual(Math.min(mean, x / n) - 1e-12);
        expect(shares[i]!).toBeLessThanOrEqual(Math.max(mean, x / n) + 1e-12);
      });
      const back = shrink([...groups].reverse())!;
      expect([...back.shares].reverse()).toEqual(shares.map((share) => expect.closeTo(share, 10) as number));
    }),
  );
});
