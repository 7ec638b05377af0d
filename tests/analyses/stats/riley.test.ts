import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { largestCoxSnell, riley, rileyParameters } from "../../../src/analyses/stats/riley";
import { isShared, sharedJson } from "../../reference/shared-data";

test("what cannot be planned for is named", () => {
  const plan = { parameters: 6, prevalence: 0.3, coxSnell: 0.1 };
  expect(riley({ ...plan, parameters: 0 })).toEqual({ ok: false, why: "parameters" });
  expect(riley({ ...plan, parameters: 2.5 })).toEqual({ ok: false, why: "parameters" });
  for (const prevalence of [0, 1, NaN]) {
    expect(riley({ ...plan, prevalence })).toEqual({ ok: false, why: "prevalence" });
  }
  for (const coxSnell of [0, -0.1, 0.71, NaN]) {
    expect(riley({ ...plan, coxSnell })).toEqual({ ok: false, why: "cox-snell" });
  }
  expect(rileyParameters(NaN, plan)).toBe(0);
  expect(rileyParameters(1000, { ...plan, prevalence: 0 })).toBe(0);
});

test("the published example of the BMJ: 24 parameters, prevalence 0.174, R² 0.288", () => {
  expect(riley({ parameters: 24, prevalence: 0.174, coxSnell: 0.288 })).toMatchObject({
    shrinkage: 623,
    optimism: 662,
    risk: 221,
    customers: 662,
  });
});

const truth = "spec/reference/11_misc.json";

describe.skipIf(!isShared(truth))("reference 11, as R's pmsampsize", () => {
  test("criteria, events per parameter and the largest R²", () => {
    const { pmsampsize } = sharedJson<{
      pmsampsize: {
        R2: number;
        P: number;
        prev: number;
        criteria: number[];
        n: number;
        epp: number;
        max_r2cs: number;
      }[];
    }>(truth);
    expect(pmsampsize).toHaveLength(6);
    for (const { R2, P, prev, criteria, n, epp, max_r2cs } of pmsampsize) {
      const plan = riley({ parameters: P, prevalence: prev, coxSnell: R2 });
      if (!plan.ok) throw new Error(plan.why);
      expect([plan.shrinkage, plan.optimism, plan.risk]).toEqual(criteria);
      expect(plan.customers).toBe(n);
      expect(plan.eventsPerParameter).toBeCloseTo(epp, 12);
      expect(plan.largestCoxSnell).toBeCloseTo(max_r2cs, 12);
    }
  });
});

test("a base of the size asked for bears that many parameters; one smaller does not, or does by another criterion", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 }),
      fc.double({ min: 0.02, max: 0.98, noNaN: true }),
      fc.double({ min: 0.02, max: 0.9, noNaN: true }),
      (parameters, prevalence, part) => {
        const coxSnell = part * largestCoxSnell(prevalence);
        const plan = riley({ parameters, prevalence, coxSnell });
        if (!plan.ok) throw new Error(plan.why);
        expect(rileyParameters(plan.customers, { prevalence, coxSnell })).toBeGreaterThanOrEqual(parameters);
        expect(rileyParameters(plan.customers - 1, { prevalence, coxSnell })).toBeLessThan(
          plan.customers === plan.risk ? 1 : parameters,
        );
      },
    ),
    { numRuns: 200 },
  );
});
