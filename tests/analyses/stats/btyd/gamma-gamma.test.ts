import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  expectedSpend,
  gammaGamma,
  spendingCorrelation,
  type GammaName,
} from "../../../../src/analyses/stats/btyd/gamma-gamma";
import { isShared, sharedJson } from "../../../reference/shared-data";
import { cdnow, cdnowFile } from "./cdnow";

test("what no worth can be told from is said", () => {
  expect(gammaGamma([])).toEqual({ ok: false, why: "no-base" });
  for (const bad of [
    { x: 0, mean: 5, n: 1 },
    { x: 1, mean: 0, n: 1 },
    { x: 1, mean: Number.NaN, n: 1 },
    { x: 1.5, mean: 3, n: 1 },
    { x: 1, mean: 3, n: -2 },
  ])
    expect(gammaGamma([{ x: 1, mean: 4, n: 2 }, bad])).toEqual({ ok: false, why: "bad-row" });
  expect(gammaGamma([{ x: 1, mean: 4, n: 2 }])).toEqual({ ok: false, why: "all-equal" });
  expect(spendingCorrelation([{ x: 1, mean: 4, n: 2 }])).toBeNull();
  expect(expectedSpend({ p: 2, q: 0.5, gamma: 3 }, { x: 0, mean: 0 })).toBeNull();
});

const rows = [
  { x: 1, mean: 20, n: 4 },
  { x: 2, mean: 35, n: 3 },
  { x: 1, mean: 7, n: 2 },
  { x: 5, mean: 28, n: 2 },
  { x: 3, mean: 90, n: 1 },
  { x: 1, mean: 46, n: 2 },
  { x: 4, mean: 12, n: 1 },
];

test("a customer's expectation lies between the own mean and all customers', and other money changes γ alone", () => {
  const fit = gammaGamma(rows);
  if (!fit.ok) throw new Error(fit.why);
  const all = expectedSpend(fit.parameters, { x: 0, mean: 0 })!;
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 50 }), fc.double({ min: 1, max: 300, noNaN: true }), (x, mean) => {
      const drawn = expectedSpend(fit.parameters, { x, mean })!;
      expect(drawn).toBeGreaterThanOrEqual(Math.min(mean, all) * (1 - 1e-12));
      expect(drawn).toBeLessThanOrEqual(Math.max(mean, all) * (1 + 1e-12));
    }),
  );
  const small = gammaGamma(rows.map((row) => ({ ...row, mean: row.mean * 1e9 })));
  if (!small.ok) throw new Error(small.why);
  expect(small.parameters.p / fit.parameters.p).toBeCloseTo(1, 8);
  expect(small.parameters.gamma / fit.parameters.gamma / 1e9).toBeCloseTo(1, 8);
  expect(small.logLikelihood).toBeCloseTo(fit.logLikelihood - 15 * Math.log(1e9), 9);
});

describe.skipIf(!isShared(cdnowFile))("CDNOW, 946 repeat customers", () => {
  test("parameters, likelihood, examples", () => {
    const { cdnow_gammagamma: truth } = sharedJson<{
      cdnow_gammagamma: {
        params: Readonly<Record<GammaName, number>>;
        loglik: number;
        population_mean: number;
        E_M_examples: { x: number; mbar: number; E: number }[];
      };
    }>("spec/reference/04_btyd.json");
    const spent = cdnow()
      .filter(({ x, meanSpend }) => x > 0 && meanSpend > 0)
      .map(({ x, meanSpend }) => ({ x, mean: meanSpend, n: 1 }));
    expect(spent).toHaveLength(946);
    const fit = gammaGamma(spent);
    if (!fit.ok) throw new Error(fit.why);
    // The reference took the published summary, whose means are rounded to cents.
    for (const name of ["p", "q", "gamma"] as const)
      expect(Math.abs(fit.parameters[name] / truth.params[name] - 1)).toBeLessThan(1e-3);
    expect(Math.abs(fit.logLikelihood - truth.loglik)).toBeLessThan(1e-2);
    for (const { x, mbar, E } of truth.E_M_examples)
      expect(expectedSpend(truth.params, { x, mean: mbar })! / E).toBeCloseTo(1, 10);
    expect(expectedSpend(fit.parameters, { x: 0, mean: 0 })! / truth.population_mean).toBeCloseTo(1, 3);
  });
});
