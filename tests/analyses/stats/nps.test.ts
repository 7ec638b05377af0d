import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nps } from "../../../src/analyses/stats/nps";
import { isShared, sharedJson } from "../../reference/shared-data";

test("no answers, no score; a count that is none is refused", () => {
  expect(nps(0, 0, 0)).toBeNull();
  expect(() => nps(-1, 2, 3)).toThrow("no count: -1");
  expect(() => nps(1, Number.NaN, 3)).toThrow("no count: NaN");
});

test("50 promoters, 30 passives, 20 detractors: 30, from 14.7 to 45.3", () => {
  const score = nps(50, 30, 20)!;
  expect(score.nps).toBeCloseTo(30, 12);
  expect(score.wald![0]).toBeCloseTo(14.7, 1);
  expect(score.wald![1]).toBeCloseTo(45.3, 1);
});

test("answers all alike are no certainty, and no interval passes 100", () => {
  const all = nps(8, 0, 0)!;
  expect(all.wald).toBeNull();
  expect(all.interval[1]).toBe(100);
  expect(all.interval[0]).toBeLessThan(60);
  const passive = nps(0, 10, 0)!;
  expect(passive.wald).toBeNull();
  expect(passive.interval[0]).toBeLessThan(-20);
  expect(passive.interval[1]).toBeCloseTo(-passive.interval[0], 9);
  expect(nps(7, 2, 1)!.wald![1]).toBeGreaterThan(100);
  expect(nps(7, 2, 1)!.interval[1]).toBeLessThan(100);
});

const file = "spec/reference/01_proportions_tests.json";
describe.skipIf(!isShared(file))("reference 01, from R", () => {
  test("score, error and Wald interval", () => {
    const { nps: all } = sharedJson<{
      nps: {
        promoters: number;
        passives: number;
        detractors: number;
        nps: number;
        se: number;
        ci: number[];
      }[];
    }>(file);
    for (const one of all) {
      const mine = nps(one.promoters, one.passives, one.detractors)!;
      expect(mine.nps).toBeCloseTo(one.nps, 10);
      expect(mine.standardError).toBeCloseTo(one.se, 10);
      // z is written there with six decimals.
      if (one.se > 0) mine.wald!.forEach((limit, i) => expect(limit).toBeCloseTo(one.ci[i]!, 6));
    }
  });
});

test("at a limit the score test is just undecided, with the share of detractors found by search", () => {
  const count = fc.integer({ min: 0, max: 60 });
  fc.assert(
    fc.property(count, count, count, (b, m, c) => {
      fc.pre(b + m + c > 3 && b + c > 0);
      const n = b + m + c;
      const { interval, nps: centre } = nps(b, m, c)!;
      expect(interval[0]).toBeLessThanOrEqual(centre);
      expect(interval[1]).toBeGreaterThanOrEqual(centre);
      expect(nps(c, m, b)!.interval[0]).toBeCloseTo(-interval[1], 9);
      for (const limit of interval.map((v) => v / 100)) {
        if (Math.abs(limit) > 0.999) continue;
        const likelihood = (q: number) =>
          (b && b * Math.log(q + limit)) + (c && c * Math.log(q)) + (m && m * Math.log(1 - 2 * q - limit));
        let [low, high] = [Math.max(0, -limit), (1 - limit) / 2];
        for (let step = 0; step < 200; step++) {
          const [left, right] = [low + (high - low) / 3, high - (high - low) / 3];
          if (likelihood(left) < likelihood(right)) low = left;
          else high = right;
        }
        const variance = (low + high + limit * (1 - limit)) / n;
        // The search for a flat top knows q to about 1e-8.
        expect(Math.abs(((b - c) / n - limit) / Math.sqrt(variance))).toBeCloseTo(1.959963984540054, 4);
      }
    }),
    { numRuns: 60 },
  );
});
