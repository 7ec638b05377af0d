import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { srm } from "../../../src/analyses/stats/srm";
import { isShared, sharedJson } from "../../reference/shared-data";

test("what cannot be compared with a plan is said", () => {
  expect(srm([10])).toEqual({ ok: false, why: "one-arm" });
  expect(srm([0, 0])).toEqual({ ok: false, why: "no-base" });
  expect(srm([10, 1.5])).toEqual({ ok: false, why: "bad-count" });
  expect(srm([10, -1])).toEqual({ ok: false, why: "bad-count" });
  expect(srm([10, 12], [1])).toEqual({ ok: false, why: "bad-plan" });
  expect(srm([10, 12], [1, 0])).toEqual({ ok: false, why: "bad-plan" });
});

test("Kohavi's example: 821,588 against 815,482, and an arm that got nobody", () => {
  expect(srm([821588, 815482])).toMatchObject({ ok: true, df: 1, expected: [818535, 818535] });
  const alarm = srm([821588, 815482]);
  // Printed as 1.8e-6.
  if (alarm.ok) expect(alarm.p).toBeCloseTo(1.8e-6, 7);
  const empty = srm([100, 0]);
  expect(empty.ok && empty.p).toBeLessThan(1e-20);
});

const file = "spec/reference/01_proportions_tests.json";
describe.skipIf(!isShared(file))("reference 01, from R", () => {
  test("three splits planned in halves, Cookie Cats among them", () => {
    const { srm: all } = sharedJson<{ srm: { a: number; b: number; chi2: number; p: number }[] }>(file);
    for (const { a, b, chi2, p } of all) {
      const mine = srm([a, b]);
      if (!mine.ok) throw new Error(mine.why);
      expect(mine.chiSquare / chi2).toBeCloseTo(1, 10);
      expect(mine.p / p).toBeCloseTo(1, 10);
    }
  });
});

test("a split exactly as planned is no surprise; neither order nor the scale of the plan matters", () => {
  const count = fc.integer({ min: 1, max: 10_000 });
  fc.assert(
    fc.property(fc.array(fc.tuple(count, count), { minLength: 2, maxLength: 6 }), (arms) => {
      const counts = arms.map(([n]) => n);
      const plan = arms.map(([, w]) => w);
      const [exact, there, back] = [
        srm(plan, plan),
        srm(counts, plan),
        srm(
          [...counts].reverse(),
          [...plan].reverse().map((w) => w * 3),
        ),
      ];
      if (!exact.ok || !there.ok || !back.ok) throw new Error("refused");
      expect(exact.p).toBeCloseTo(1, 10);
      expect(there.df).toBe(arms.length - 1);
      expect(Math.abs(there.chiSquare - back.chiSquare)).toBeLessThan(1e-10 * (1 + there.chiSquare));
    }),
    { numRuns: 50 },
  );
});
