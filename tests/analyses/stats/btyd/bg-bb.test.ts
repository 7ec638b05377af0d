import fc from "fast-check";
import { csvParse } from "d3";
import { describe, expect, test } from "vitest";
import {
  bbAlive,
  bbConditional,
  bbExpected,
  bgBb,
  type BbParameters,
} from "../../../../src/analyses/stats/btyd/bg-bb";
import { isShared, sharedJson, sharedText } from "../../../reference/shared-data";

test("what no chance can be told from is said", () => {
  const row = { x: 1, tx: 2, periods: 5, n: 1 };
  expect(bgBb([])).toEqual({ ok: false, why: "no-base" });
  expect(bgBb([{ x: 0, tx: 0, periods: 5, n: 9 }])).toEqual({ ok: false, why: "nobody-repeats" });
  expect(bgBb([{ x: 1, tx: 1, periods: 1, n: 9 }])).toEqual({ ok: false, why: "one-occasion" });
  for (const bad of [
    { ...row, x: 3 },
    { ...row, tx: 6 },
    { ...row, tx: 0, x: 1 },
    { ...row, n: 0.5 },
  ])
    expect(bgBb([row, bad])).toEqual({ ok: false, why: "bad-row" });
});

const parameter = fc.double({ min: 0.2, max: 6, noNaN: true });
const parameters = fc.record({ alpha: parameter, beta: parameter, gamma: parameter, delta: parameter });

test("expectations agree with each other: what is expected of all is the mean of what is expected of each record", () => {
  fc.assert(
    fc.property(parameters, (at) => {
      // A year of one occasion: bought with chance P = α/(α + β)·δ/(γ + δ).
      const buys = (at.alpha / (at.alpha + at.beta)) * (at.delta / (at.gamma + at.delta));
      expect(bbExpected(at, 1)).toBeCloseTo(buys, 12);
      const later =
        buys * bbConditional(at, { x: 1, tx: 1, periods: 1 }, 3) +
        (1 - buys) * bbConditional(at, { x: 0, tx: 0, periods: 1 }, 3);
      expect(bbExpected(at, 1) + later).toBeCloseTo(bbExpected(at, 4), 11);
      const alive = bbAlive(at, { x: 1, tx: 1, periods: 4 });
      expect(alive).toBeGreaterThan(0);
      expect(alive).toBeLessThan(bbAlive(at, { x: 1, tx: 3, periods: 4 }));
    }),
    { numRuns: 60 },
  );
});

const file = "spec/reference/data/donations.csv";

describe.skipIf(!isShared(file))("11,104 donors", () => {
  test("parameters, likelihood, the paper's table of what is expected in five years", () => {
    const { donations_bgbb: truth } = sharedJson<{
      donations_bgbb: { params: BbParameters; loglik: number };
    }>("spec/reference/04_btyd.json");
    const rows = csvParse(sharedText(file)).map((row) => ({
      x: Number(row["frequency"]),
      tx: Number(row["recency"]),
      periods: Number(row["periods"]),
      n: Number(row["weights"]),
    }));
    const fit = bgBb(rows);
    if (!fit.ok) throw new Error(fit.why);
    expect(fit).toMatchObject({ customers: 11104, agreeing: 3 });
    // That optimiser stopped at 3e-7 of a parameter.
    for (const name of ["alpha", "beta", "gamma", "delta"] as const)
      expect(fit.parameters[name] / truth.params[name]).toBeCloseTo(1, 6);
    expect(fit.logLikelihood).toBeCloseTo(truth.loglik, 7);
    // Table 5 of the paper: 3.75 for who gave each year, 0.07 for who never did.
    expect(bbConditional(fit.parameters, { x: 6, tx: 6, periods: 6 }, 5)).toBeCloseTo(3.75, 2);
    expect(bbConditional(fit.parameters, { x: 0, tx: 0, periods: 6 }, 5)).toBeCloseTo(0.07, 2);
  });
});
