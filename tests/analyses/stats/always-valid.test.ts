import fc from "fast-check";
import { expect, test } from "vitest";
import { alwaysValid } from "../../../src/analyses/stats/always-valid";
import { normalQuantile } from "../../../src/analyses/stats/normal-quantile";
import { random } from "../../../src/analyses/stats/random";

test("without an error there is nothing to hold", () => {
  expect(alwaysValid(0.1, 0, { plannedError: 0.1 })).toBeNull();
  expect(alwaysValid(0.1, Number.NaN, { plannedError: 0.1 })).toBeNull();
  expect(alwaysValid(0.1, 0.1, { plannedError: 0 })).toBeNull();
  expect(alwaysValid(Number.NaN, 0.1, { plannedError: 1 })).toBeNull();
});

test("looked at after each of 300 outcomes it errs seldom, where an interval for one look errs often", () => {
  const source = random("peeking");
  const runs = 300;
  let [sequential, naive] = [0, 0];
  for (let run = 0; run < runs; run++) {
    let [sum, isAlarm, isNaive] = [0, false, false];
    for (let n = 1; n <= 300; n++) {
      sum += normalQuantile(source.uniform() || 0.5);
      const error = 1 / Math.sqrt(n);
      const { interval } = alwaysValid(sum / n, error, { plannedError: 1 / Math.sqrt(200) })!;
      isAlarm ||= interval[0] > 0 || interval[1] < 0;
      isNaive ||= n >= 10 && Math.abs(sum / n) > 1.96 * error;
    }
    if (isAlarm) sequential++;
    if (isNaive) naive++;
  }
  // At most 5 % are promised; 300 runs know it to 1.3 points.
  expect(sequential / runs).toBeLessThan(0.05 + 3 * 0.0126);
  expect(naive / runs).toBeGreaterThan(0.25);
});

test("p and interval say the same, and the interval is tightest beside others at its planned end", () => {
  const number = fc.double({ min: -1, max: 1, noNaN: true });
  const error = fc.double({ min: 0.01, max: 1, noNaN: true });
  fc.assert(
    fc.property(number, error, error, (difference, now, planned) => {
      const { interval, p } = alwaysValid(difference, now, { plannedError: planned })!;
      fc.pre(Math.abs(p - 0.05) > 1e-9);
      expect(p < 0.05).toBe(interval[0] > 0 || interval[1] < 0);
      const width = (plannedError: number) => {
        const [low, high] = alwaysValid(0, planned, { plannedError })!.interval;
        return high - low;
      };
      expect(width(planned)).toBeLessThan(width(planned * 1.3));
      expect(width(planned)).toBeLessThan(width(planned / 1.3));
      // Wider than the interval for one look: that is its price.
      expect(interval[1] - interval[0]).toBeGreaterThan(2 * 1.96 * now);
    }),
  );
});
