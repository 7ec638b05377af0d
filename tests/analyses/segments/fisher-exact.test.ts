import fc from "fast-check";
import { expect, test } from "vitest";
import { fisherExact } from "../../../src/analyses/segments/fisher-exact";
import { sameShare } from "../../../src/analyses/segments/same-share";
import { homogeneity } from "../../../src/analyses/stats/homogeneity";

const of = (x: number, n: number) => ({ x, n });

test("Fisher's lady tasting tea, and what cannot be asked", () => {
  // R ?fisher.test, TeaTasting with alternative "two.sided": 34 of 70 ways.
  expect(fisherExact(of(3, 4), of(1, 4))).toBeCloseTo(34 / 70, 12);
  expect(fisherExact(of(0, 0), of(1, 4))).toBeNull();
  expect(fisherExact(of(0, 3), of(0, 4))).toBeNull();
  expect(fisherExact(of(3, 3), of(4, 4))).toBeNull();
});

test("it equals counting all tables with whole numbers", () => {
  const choose = (n: number, k: number): bigint => {
    let ways = 1n;
    for (let i = 0; i < k; i++) ways = (ways * BigInt(n - i)) / BigInt(i + 1);
    return k < 0 || k > n ? 0n : ways;
  };
  const counted = fc
    .integer({ min: 1, max: 40 })
    .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
  fc.assert(
    fc.property(counted, counted, ([x, n], [y, m]) => {
      const total = x + y;
      const found = fisherExact(of(x, n), of(y, m));
      if (total === 0 || total === n + m) {
        expect(found).toBeNull();
        return;
      }
      const ways = (k: number) => choose(n, k) * choose(m, total - k);
      const unlikely = Array.from({ length: total + 1 }, (_, k) => ways(k)).filter((one) => one <= ways(x));
      const share =
        Number((unlikely.reduce((sum, one) => sum + one, 0n) * 10n ** 15n) / choose(n + m, total)) / 1e15;
      expect(found).toBeCloseTo(share, 11);
    }),
    { seed: 31 },
  );
});

test("one of 6,000 who left is no finding because the segment is small; large counts go by chi-square", () => {
  // The one who left is in a segment of 40 by chance once in 150 times; chi-square would say once in ten to the 34.
  expect(sameShare(of(1, 40), of(0, 5960))).toBeCloseTo(40 / 6000, 10);
  const [a, b] = [of(120, 400), of(300, 1600)];
  expect(sameShare(a, b)).toBe(homogeneity([a, b])!.p);
  expect(fisherExact(of(2000, 2000), of(0, 500_000))).toBeGreaterThanOrEqual(0);
});
