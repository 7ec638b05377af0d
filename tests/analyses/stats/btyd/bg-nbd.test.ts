import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  bgAlive,
  bgConditional,
  bgExpected,
  bgNbd,
  type BgParameters,
} from "../../../../src/analyses/stats/btyd/bg-nbd";
import { expectedUntilDropout } from "../../../../src/analyses/stats/btyd/dropout";
import { holdoutByFrequency } from "../../../../src/analyses/stats/btyd/holdout";
import type { Purchases } from "../../../../src/analyses/stats/btyd/purchases";
import { lnHypergeometric2F1 } from "../../../../src/analyses/stats/hypergeometric-2f1";
import { isShared, sharedJson } from "../../../reference/shared-data";
import { cdnow, cdnowFile } from "./cdnow";

const few: Purchases[] = [
  { x: 0, tx: 0, T: 30, n: 40 },
  { x: 1, tx: 2, T: 30, n: 14 },
  { x: 1, tx: 26, T: 28, n: 6 },
  { x: 2, tx: 4, T: 30, n: 8 },
  { x: 2, tx: 25, T: 28, n: 5 },
  { x: 4, tx: 5, T: 29, n: 6 },
  { x: 5, tx: 27, T: 29, n: 4 },
  { x: 9, tx: 8, T: 30, n: 2 },
  { x: 12, tx: 29.5, T: 30, n: 5 },
  { x: 0, tx: 0, T: 12, n: 10 },
];

test("what no rate can be told from is said", () => {
  const row = { x: 1, tx: 2, T: 5, n: 1 };
  expect(bgNbd([])).toEqual({ ok: false, why: "no-base" });
  expect(bgNbd([{ ...row, n: 0 }])).toEqual({ ok: false, why: "no-base" });
  expect(bgNbd([{ x: 0, tx: 0, T: 5, n: 9 }])).toEqual({ ok: false, why: "nobody-repeats" });
  for (const bad of [
    { ...row, tx: 6 },
    { ...row, tx: 0 },
    { ...row, x: 0 },
    { ...row, x: 1.5 },
    { ...row, n: -1 },
    { ...row, T: Number.NaN },
    { ...row, T: Infinity },
  ])
    expect(bgNbd([row, bad]), JSON.stringify(bad)).toEqual({ ok: false, why: "bad-row" });
});

test("customers who all buy alike and never leave tell no spread: the parameters that run away are named", () => {
  const fit = bgNbd([{ x: 10, tx: 10, T: 10, n: 100 }]);
  expect(fit).toMatchObject({ ok: false, why: "boundary" });
  if (!fit.ok && fit.why === "boundary") expect(fit.at).toContain("r");
});

test("one with no repeat purchase is surely alive under BG/NBD, and less surely the longer ago under MBG/NBD", () => {
  const parameters = { r: 0.5, alpha: 6, a: 0.9, b: 1.6 };
  expect(bgAlive(parameters, { x: 0, tx: 0, T: 500 })).toBe(1);
  const after = [1, 10, 100].map((T) => bgAlive(parameters, { x: 0, tx: 0, T }, "mbg"));
  expect(after[0]!).toBeLessThan(1);
  expect(after).toEqual([...after].sort((a, b) => b - a));
});

const published = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };

test("increasing frequency paradox: of customers last seen together, the busier are the more surely gone", () => {
  const expected = [10, 15, 20, 25].map((x) => bgConditional(published, { x, tx: 20, T: 39 }, 52));
  // Printed for the unrounded parameters; these four have three digits.
  [0.347, 0.043, 0.004, 0.0004].forEach((value, i) => expect(expected[i]!).toBeCloseTo(value, 3));
});

test("the expectation is the papers' closed form, wherever that has digits, and steady across a = 1", () => {
  const parameter = fc.double({ min: 0.05, max: 20, noNaN: true });
  fc.assert(
    fc.property(
      parameter,
      parameter,
      parameter,
      parameter,
      fc.integer({ min: 0, max: 60 }),
      (r, alpha, a, b, x) => {
        fc.pre(Math.abs(a - 1) > 0.05 && a + b + x - 1 > 0.05);
        const [T, t] = [20, 39];
        const lnF = lnHypergeometric2F1(
          r + x,
          b + x,
          a + b + x - 1,
          t / (alpha + T + t),
          (alpha + T) / (alpha + T + t),
        );
        const bracket = -Math.expm1((r + x) * Math.log((alpha + T) / (alpha + T + t)) + lnF);
        const closed = ((a + b + x - 1) / (a - 1)) * bracket;
        const mine = expectedUntilDropout(r + x, alpha + T, a, b + x, t);
        // 1e-13 of the terms that the closed form subtracts, divided by |a − 1|.
        const lost = (1e-11 * (a + b + x)) / Math.abs(a - 1);
        expect(Math.abs(mine - closed)).toBeLessThan(
          1e-10 * closed + lost * Math.max(1, Math.abs(1 - bracket)),
        );
      },
    ),
    { numRuns: 150 },
  );
  const about = [1 - 1e-9, 1, 1 + 1e-9].map((a) => bgExpected({ ...published, a }, 52));
  expect(Math.abs(about[0]! + about[2]! - 2 * about[1]!)).toBeLessThan(1e-11);
  expect(bgExpected(published, 0)).toBe(0);
});

test("the slope vanishes at the top, and the fit does not hang on order, grouping or the unit of time", () => {
  for (const kind of ["bg", "mbg"] as const) {
    const fit = bgNbd(few, kind);
    if (!fit.ok) throw new Error(fit.why);
    expect(fit.gradient).toBeLessThan(1e-8);
    expect(fit.customers).toBe(100);
    const split = few.flatMap((row) => [
      { ...row, n: 1 },
      { ...row, n: row.n - 1 },
    ]);
    expect(bgNbd(split.reverse(), kind)).toEqual(fit);
    const week = 604_800_000;
    const inMs = bgNbd(
      few.map((row) => ({ ...row, tx: row.tx * week, T: row.T * week })),
      kind,
    );
    if (!inMs.ok) throw new Error(inMs.why);
    for (const name of ["r", "a", "b"] as const)
      expect(inMs.parameters[name] / fit.parameters[name]).toBeCloseTo(1, 8);
    expect(inMs.parameters.alpha / week / fit.parameters.alpha).toBeCloseTo(1, 8);
    // A density per millisecond for each of the purchases.
    const bought = few.reduce((sum, { x, n }) => sum + x * n, 0);
    expect(inMs.logLikelihood).toBeCloseTo(fit.logLikelihood - bought * Math.log(week), 8);
  }
});

interface Truth {
  params: BgParameters;
  se: BgParameters;
  log_likelihood: number;
  holdout: {
    actual: number;
    expected: number;
    by_x: { customers: number; actual_mean: number; expected_mean: number }[];
  };
  expected_E_X_52: number;
  mean_p_alive: number;
  examples: { x: number; tx: number; T: number; t: number; expected: number; p_alive: number }[];
}
const truthFile = "data/cdnow-sample/reference.json";

describe.skipIf(!isShared(cdnowFile) || !isShared(truthFile))("CDNOW, 2,357 customers", () => {
  test("BG/NBD against the reference: parameters, errors, forecasts, holdout", () => {
    const { bgnbd: truth } = sharedJson<{ bgnbd: Truth }>(truthFile);
    const rows = cdnow();
    const fit = bgNbd(rows);
    if (!fit.ok) throw new Error(fit.why);
    expect(fit).toMatchObject({ customers: 2357, starts: 3, agreeing: 3 });
    for (const name of ["r", "alpha", "a", "b"] as const) {
      // Its optimiser stops at 1e-7 of a parameter; its errors come of second differences of ln L.
      expect(fit.parameters[name] / truth.params[name]).toBeCloseTo(1, 6);
      expect(fit.standardErrors[name] / truth.se[name]).toBeCloseTo(1, 4);
    }
    expect(fit.logLikelihood).toBeCloseTo(truth.log_likelihood, 7);
    expect(bgExpected(fit.parameters, 52)).toBeCloseTo(truth.expected_E_X_52, 7);
    // From here the parameters are the reference's own: closed forms, no optimiser.
    for (const one of truth.examples) {
      expect(bgConditional(truth.params, one, one.t)).toBeCloseTo(one.expected, 8);
      expect(bgAlive(truth.params, one)).toBeCloseTo(one.p_alive, 9);
    }
    expect(rows.reduce((sum, row) => sum + bgAlive(truth.params, row), 0) / 2357).toBeCloseTo(
      truth.mean_p_alive,
      9,
    );
    const held = holdoutByFrequency(rows, (history) => bgConditional(truth.params, history, 39));
    expect(held.actual).toBe(truth.holdout.actual);
    expect(held.expected).toBeCloseTo(truth.holdout.expected, 5);
    held.rows.forEach((row, i) => {
      expect(row.customers).toBe(truth.holdout.by_x[i]!.customers);
      expect(row.actual).toBeCloseTo(truth.holdout.by_x[i]!.actual_mean, 10);
      expect(row.expected).toBeCloseTo(truth.holdout.by_x[i]!.expected_mean, 8);
    });
  });

  test("MBG/NBD against the reference, and customer 1516", () => {
    const truth = sharedJson<{
      cdnow_mbgnbd: { params: BgParameters; loglik: number };
      cdnow_bgnbd: {
        params: BgParameters;
        cust1516: { x: number; tx: number; T: number; ce52: number; p_alive: number };
      };
    }>("spec/reference/04_btyd.json");
    const fit = bgNbd(cdnow(), "mbg");
    if (!fit.ok) throw new Error(fit.why);
    // That optimiser stopped at 1e-6 of a parameter.
    for (const name of ["r", "alpha", "a", "b"] as const)
      expect(fit.parameters[name] / truth.cdnow_mbgnbd.params[name]).toBeCloseTo(1, 5);
    expect(fit.logLikelihood).toBeCloseTo(truth.cdnow_mbgnbd.loglik, 7);
    const { params, cust1516 } = truth.cdnow_bgnbd;
    // t_x has nine decimals there.
    expect(bgConditional(params, cust1516, 52)).toBeCloseTo(cust1516.ce52, 6);
    expect(bgAlive(params, cust1516)).toBeCloseTo(cust1516.p_alive, 8);
  });
});
