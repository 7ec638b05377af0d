import fc from "fast-check";
import { expect, test } from "vitest";
import { funnelLimits } from "../../../src/analyses/stats/funnel-limits";

test("no base has no limits; nobody or everybody leaves nothing to chance", () => {
  expect(funnelLimits(0.2, 0)).toBeNull();
  expect(funnelLimits(0, 9)).toEqual({ warning: [0, 0], alarm: [0, 0] });
  expect(funnelLimits(1, 9)).toEqual({ warning: [1, 1], alarm: [1, 1] });
  expect(() => funnelLimits(1.2, 9)).toThrow("share outside 0..1: 1.2");
  expect(() => funnelLimits(0.2, 1.5)).toThrow("no count: 1.5");
});

test("ten customers at one half, by hand", () => {
  // P(R ≤ 1) = 11/1024, P(R ≤ 2) = 56/1024: 2.5 % falls within 2, 45/1024 its own.
  const low = (2 - (56 / 1024 - 0.025) / (45 / 1024)) / 10;
  // P(R = 0) = 1/1024 < 0.1 %: within 1, whose own is 10/1024.
  const lowest = (1 - (11 / 1024 - 0.001) / (10 / 1024)) / 10;
  expect(funnelLimits(0.5, 10)).toEqual({
    warning: [expect.closeTo(low, 13), expect.closeTo(1 - low, 13)],
    alarm: [expect.closeTo(lowest, 13), expect.closeTo(1 - lowest, 13)],
  });
});

test("few customers at a small share: the lower limit is 0, where the normal one is cut there", () => {
  const limits = funnelLimits(0.05, 8)!;
  expect(limits.alarm[0]).toBe(0);
  expect(limits.warning[0]).toBe(0);
  expect(limits.alarm[1]).toBeGreaterThan(funnelLimits(0.05, 8, "normal")!.alarm[1]);
});

test("normal limits are 1.96 and 3.09 deviations", () => {
  const { warning, alarm } = funnelLimits(0.2, 400, "normal")!;
  expect(warning[1]).toBeCloseTo(0.2 + 1.959963984540054 * 0.02, 13);
  expect(alarm[0]).toBeCloseTo(0.2 - 3.090232306167813 * 0.02, 13);
});

test("quantiles equal the binomial sums, whatever share and base", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.001, max: 0.999, noNaN: true }),
      fc.integer({ min: 1, max: 300 }),
      (target, n) => {
        const { warning, alarm } = funnelLimits(target, n)!;
        expect(warning[0]).toBeCloseTo(bySum(target, n, 0.025), 9);
        expect(warning[1]).toBeCloseTo(1 - bySum(1 - target, n, 0.025), 9);
        expect(alarm[0]).toBeCloseTo(bySum(target, n, 0.001), 9);
        expect(alarm[1]).toBeCloseTo(1 - bySum(1 - target, n, 0.001), 9);
        for (const limit of [warning, alarm]) {
          expect(limit[0]).toBeLessThanOrEqual(limit[1]);
          expect(limit[0]).toBeGreaterThanOrEqual(0);
          expect(limit[1]).toBeLessThanOrEqual(1);
        }
        expect(alarm[0]).toBeLessThanOrEqual(warning[0]);
        expect(alarm[1]).toBeGreaterThanOrEqual(warning[1]);
      },
    ),
  );
});

test("many customers bring exact limits to the normal ones, and ten million are no matter", () => {
  const [exact, normal] = [funnelLimits(0.3, 1e7)!, funnelLimits(0.3, 1e7, "normal")!];
  // The distance is of the order 1/n.
  exact.alarm.forEach((limit, side) => expect(Math.abs(limit - normal.alarm[side]!)).toBeLessThan(5e-7));
});

/** By plain logarithms: exact enough to 1e-9 for a few hundred. */
function bySum(target: number, n: number, p: number): number {
  let log = n * Math.log1p(-target);
  let cumulated = Math.exp(log);
  let r = 0;
  while (cumulated < p) {
    log += Math.log((n - r) / (r + 1)) + Math.log(target / (1 - target));
    cumulated += Math.exp(log);
    r++;
  }
  return Math.max(0, Math.min(1, (r - (cumulated - p) / Math.exp(log)) / n));
}
