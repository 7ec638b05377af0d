import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { detectable, neededPerArm, powerOf } from "../../../src/analyses/stats/power";
import { isShared, sharedJson } from "../../reference/shared-data";

test("what is no design has no answer", () => {
  expect(neededPerArm(0.3, 0.3)).toBeNull();
  expect(neededPerArm(-0.1, 0.3)).toBeNull();
  expect(neededPerArm(0.1, Number.NaN)).toBeNull();
  expect(neededPerArm(0.1, 0.2, { power: 1 })).toBeNull();
  expect(neededPerArm(0.1, 0.2, { alpha: 0 })).toBeNull();
  expect(neededPerArm(0.1, 0.2, { designEffect: 0.5 })).toBeNull();
  expect(powerOf(0.1, 0.2, 0)).toBeNull();
  expect(detectable(0.5, 3)).toBeNull();
  expect(powerOf(0, 1, 100)).toBe(1);
});

test("R's example: .50 against .75 with power .9 takes 76.7 in each arm", () => {
  expect(neededPerArm(0.5, 0.75, { power: 0.9 })).toBeCloseTo(76.7, 1);
});

const file = "spec/reference/01_proportions_tests.json";
describe.skipIf(!isShared(file))("reference 01, from R's power.prop.test", () => {
  test("three designs", () => {
    const { power_prop } = sharedJson<{
      power_prop: { p1?: number; p2?: number; power?: number; n_per_group?: number }[];
    }>(file);
    const asked = power_prop.filter((row) => row.n_per_group !== undefined);
    expect(asked).toHaveLength(3);
    for (const { p1, p2, power, n_per_group } of asked) {
      // R looks for the root to a quarter of its digits, 1e-4; ours is the root.
      expect(neededPerArm(p1!, p2!, { power: power! })! / n_per_group!).toBeCloseTo(1, 5);
    }
  });
});

test("need, power and detectable difference undo each other, either way, with unequal arms and accounts", () => {
  const share = fc.double({ min: 0.02, max: 0.98, noNaN: true });
  const design = fc.record({
    alpha: fc.double({ min: 0.001, max: 0.2, noNaN: true }),
    power: fc.double({ min: 0.6, max: 0.99, noNaN: true }),
    ratio: fc.double({ min: 0.2, max: 5, noNaN: true }),
    designEffect: fc.double({ min: 1, max: 10, noNaN: true }),
  });
  fc.assert(
    fc.property(share, share, design, (p1, p2, design) => {
      fc.pre(Math.abs(p1 - p2) > 0.01);
      const n = neededPerArm(p1, p2, design)!;
      expect(powerOf(p1, p2, n, design)).toBeCloseTo(design.power, 10);
      // By bisection to 1e-14 of a share; the need is steep where the shares are near.
      expect(detectable(p1, n * (1 + 1e-12), { ...design, below: p2 < p1 })).toBeCloseTo(p2, 9);
      expect(neededPerArm(p1, p2, { ...design, designEffect: 2 * design.designEffect })! / n).toBeCloseTo(
        2,
        12,
      );
      // Seen from the other arm it is the same experiment.
      const other = neededPerArm(p2, p1, { ...design, ratio: 1 / design.ratio })!;
      expect(other / (n * design.ratio)).toBeCloseTo(1, 10);
    }),
    { numRuns: 60 },
  );
});
