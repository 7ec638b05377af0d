import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { benjaminiHochberg } from "../../../src/analyses/stats/benjamini-hochberg";
import { isShared, sharedJson } from "../../reference/shared-data";

test("nothing, one test, ties, and what is no probability", () => {
  expect(benjaminiHochberg([])).toEqual([]);
  expect(benjaminiHochberg([0.03])).toEqual([0.03]);
  expect(benjaminiHochberg([0.02, 0.02])).toEqual([0.02, 0.02]);
  expect(benjaminiHochberg([1, 0, 1])).toEqual([1, 0, 1]);
  expect(() => benjaminiHochberg([0.1, Number.NaN])).toThrow("probability outside 0..1: NaN");
  expect(() => benjaminiHochberg([1.1])).toThrow("probability outside 0..1: 1.1");
});

test("four of the fifteen in Benjamini & Hochberg 1995 stay below 5 %", () => {
  const p = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
    0.759, 1,
  ];
  expect(benjaminiHochberg(p).filter((q) => q <= 0.05)).toHaveLength(4);
});

const file = "spec/reference/01_proportions_tests.json";

describe.skipIf(!isShared(file))("reference 01, from R", () => {
  test("adjusted probabilities", () => {
    const { bh1995 } = sharedJson<{ bh1995: { p: number[]; bh: number[] } }>(file);
    benjaminiHochberg(bh1995.p).forEach((q, i) => expect(q).toBeCloseTo(bh1995.bh[i]!, 13));
  });
});

test("q is never below p, keeps its order, and does not mind the order given", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1 }), (p) => {
      const q = benjaminiHochberg(p);
      const reversed = benjaminiHochberg([...p].reverse()).reverse();
      p.forEach((one, i) => {
        expect(q[i]).toBe(reversed[i]);
        expect(q[i]!).toBeGreaterThanOrEqual(one * (1 - 1e-15));
        expect(q[i]!).toBeLessThanOrEqual(1);
        p.forEach((other, j) => {
          if (one <= other) expect(q[i]!).toBeLessThanOrEqual(q[j]!);
        });
      });
    }),
  );
});
