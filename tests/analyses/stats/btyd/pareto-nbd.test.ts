import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lnLeftPareto, type ParetoParameters } from "../../../../src/analyses/stats/btyd/pareto-left";
import {
  paretoAlive,
  paretoConditional,
  paretoExpected,
  paretoNbd,
} from "../../../../src/analyses/stats/btyd/pareto-nbd";
import { lnHypergeometric2F1 } from "../../../../src/analyses/stats/hypergeometric-2f1";
import { isShared, sharedJson } from "../../../reference/shared-data";
import { cdnow, cdnowFile } from "./cdnow";

test("what no rate can be told from is said", () => {
  expect(paretoNbd([])).toEqual({ ok: false, why: "no-base" });
  expect(paretoNbd([{ x: 0, tx: 0, T: 4, n: 3 }])).toEqual({ ok: false, why: "nobody-repeats" });
  expect(paretoNbd([{ x: 1, tx: 5, T: 4, n: 3 }])).toEqual({ ok: false, why: "bad-row" });
});

test("customers who all go on buying to the last day never leave: the leaving rate runs off and is named", () => {
  const rows = [1, 2, 3, 5, 9].map((x) => ({ x, tx: 20, T: 20, n: 10 }));
  const fit = paretoNbd(rows);
  expect(fit).toMatchObject({ ok: false, why: "boundary" });
  if (!fit.ok && fit.why === "boundary")
    expect(fit.at.filter((name) => name === "s" || name === "beta").length).toBeGreaterThan(0);
});

/** The likelihood's second part as the papers have it, a difference of two ₂F₁, after Euler's transformation. */
function closed({ r, alpha, s, beta }: ParetoParameters, x: number, tx: number, T: number): number {
  const all = r + s + x;
  const power = (t: number) => -(r + x) * Math.log(alpha + t) - s * Math.log(beta + t);
  const gauss = (t: number) => {
    const [small, large] = [Math.min(alpha, beta) + t, Math.max(alpha, beta) + t];
    const second = alpha >= beta ? r + x : s + 1;
    const lnF = lnHypergeometric2F1(1, second, all + 1, (large - small) / large, small / large);
    return alpha >= beta ? lnF : Math.log(small / large) + lnF;
  };
  const first = power(tx) - power(T) + gauss(tx);
  return Math.log(s / all) + first + Math.log(-Math.expm1(gauss(T) - first));
}

const parameter = fc.double({ min: -4, max: 3, noNaN: true }).map(Math.exp);
const time = fc.double({ min: -5, max: 6, noNaN: true }).map(Math.exp);
const history = fc
  .tuple(fc.integer({ min: 0, max: 300 }), time, fc.double({ min: 0.01, max: 0.95, noNaN: true }))
  .map(([x, T, share]) => ({ x, T, tx: x > 0 ? share * T : 0 }));

test("the odds of having left are the difference of two Gauss functions, and their slope is their slope", () => {
  fc.assert(
    fc.property(parameter, time, parameter, time, history, (r, alpha, s, beta, { x, tx, T }) => {
      const at = { r, alpha, s, beta };
      const exact = closed(at, x, tx, T);
      // What the difference itself loses where the two nearly cancel, on top of 1e-11.
      const lost = 1e-13 * Math.max(1, Math.exp(Math.log(s / (r + s + x)) - exact));
      expect(Math.abs(lnLeftPareto(at, x, tx, T).ln - exact)).toBeLessThan(
        1e-11 * Math.max(1, Math.abs(exact)) + lost,
      );
      const slopes = [...lnLeftPareto(at, x, tx, T).slopes];
      (["r", "alpha", "s", "beta"] as const).forEach((name, i) => {
        const by = (factor: number) => lnLeftPareto({ ...at, [name]: at[name] * factor }, x, tx, T).ln;
        const difference = (by(1 + 1e-5) - by(1 - 1e-5)) / 2e-5;
        // A central difference over 1e-5: rounding 1e-11 of ln odds over it, and a third derivative.
        expect(Math.abs(slopes[i]! * at[name] - difference)).toBeLessThan(
          1e-5 * Math.max(1, Math.abs(exact), x),
        );
      });
    }),
    { numRuns: 60 },
  );
});

test("who bought at the last moment is there; the longer ago, the less; s = 1 is no special case", () => {
  const parameters = { r: 0.55, alpha: 10.6, s: 0.6, beta: 11.7 };
  expect(paretoAlive(parameters, { x: 3, tx: 20, T: 20 })).toBe(1);
  const since = [1, 5, 20, 100].map((gap) => paretoAlive(parameters, { x: 3, tx: 20, T: 20 + gap }));
  expect(since).toEqual([...since].sort((a, b) => b - a));
  const about = [1 - 1e-7, 1, 1 + 1e-7].map((s) => paretoExpected({ ...parameters, s }, 52));
  // Second difference of a smooth function over 1e-7.
  expect(Math.abs(about[0]! + about[2]! - 2 * about[1]!)).toBeLessThan(1e-8);
  expect(paretoExpected(parameters, 0)).toBe(0);
});

describe.skipIf(!isShared(cdnowFile))("CDNOW, 2,357 customers", () => {
  test("parameters, likelihood, forecasts", () => {
    const { cdnow_paretonbd: truth } = sharedJson<{
      cdnow_paretonbd: { params: ParetoParameters; loglik: number; E_52: number };
    }>("spec/reference/04_btyd.json");
    const fit = paretoNbd(cdnow());
    if (!fit.ok) throw new Error(fit.why);
    // That optimiser stopped at 1e-7 of a parameter.
    for (const name of ["r", "alpha", "s", "beta"] as const)
      expect(fit.parameters[name] / truth.params[name]).toBeCloseTo(1, 6);
    expect(fit.logLikelihood).toBeCloseTo(truth.loglik, 7);
    expect(fit.agreeing).toBe(3);
    expect(paretoExpected(fit.parameters, 52)).toBeCloseTo(truth.E_52, 7);
    // The BTYD walkthrough prints 25.456 and .9979.
    const customer = { x: 26, tx: 30.86, T: 31 };
    expect(paretoConditional(fit.parameters, customer, 52)).toBeCloseTo(25.456, 2);
    expect(paretoAlive(fit.parameters, customer)).toBeCloseTo(0.9979, 4);
  });
});
