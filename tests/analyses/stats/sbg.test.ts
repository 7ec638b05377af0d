import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lnSbgSurvival, sbg, type Sbg } from "../../../src/analyses/stats/sbg";
import { sbgLifetime, sbgProjection } from "../../../src/analyses/stats/sbg-projection";
import { isShared, sharedJson } from "../../reference/shared-data";

// Fader & Hardie (2007), table 1, the first seven years, customers of 1,000.
const highEnd = [1000, 869, 743, 653, 593, 551, 517, 491];
const regular = [1000, 631, 468, 382, 326, 289, 262, 241];

function fitted(curves: readonly (readonly number[])[]): Extract<Sbg, { ok: true }> {
  const fit = sbg(curves);
  if (!fit.ok) throw new Error(fit.why);
  return fit;
}

test("what cannot be told from a curve is said", () => {
  expect(sbg([])).toEqual({ ok: false, why: "no-base" });
  expect(sbg([[0, 0, 0]])).toEqual({ ok: false, why: "no-base" });
  expect(sbg([[10, 8]])).toEqual({ ok: false, why: "one-renewal" });
  expect(sbg([[10, 8, 9]])).toEqual({ ok: false, why: "bad-curve" });
  expect(sbg([[10, Number.NaN, 9]])).toEqual({ ok: false, why: "bad-curve" });
  expect(sbg([[10, 10, 10]])).toEqual({ ok: false, why: "nobody-lost" });
  expect(sbg([[10, 0, 0]])).toEqual({ ok: false, why: "nobody-left" });
  expect(sbg([[10, 8, 8]])).toEqual({ ok: false, why: "all-at-once" });
});

test("customers who are all alike have a constant chance and no α and β", () => {
  expect(sbg([[1000, 500, 250, 125]])).toEqual({ ok: false, why: "alike", retention: 0.5 });
  // Retention that falls with age is no mixture of constant chances.
  expect(sbg([[1000, 950, 800, 500, 100]])).toMatchObject({ ok: false, why: "alike" });
});

test("the published fit: α, β, log-likelihood", () => {
  const high = fitted([highEnd]);
  expect(high.alpha).toBeCloseTo(0.668, 3);
  expect(high.beta).toBeCloseTo(3.806, 3);
  expect(high.logLikelihood).toBeCloseTo(-1611.16, 2);
  expect(high).toMatchObject({ customers: 1000, lost: 509, renewals: 7, warnings: [] });
  const plain = fitted([regular]);
  expect(plain.alpha).toBeCloseTo(0.704, 3);
  expect(plain.beta).toBeCloseTo(1.182, 3);
});

test("two renewals are warned of, and so are cohorts that were thrown together", () => {
  expect(fitted([[1000, 631, 468]]).warnings).toEqual(["few-renewals"]);
  const pooled = fitted([regular, regular.slice(0, 4)]);
  expect(pooled.warnings).toEqual(["pooled"]);
  expect(pooled.customers).toBe(2000);
});

interface Reference {
  alpha: number;
  beta: number;
  log_likelihood: number;
  survival_0_12: number[];
  retention_1_12: number[];
  derl: { m6: number; m7: number };
}
const file = "data/sbg-fader-hardie/reference.json";
const older = "spec/reference/04_btyd.json";

describe.skipIf(!isShared(file))("reference by scipy", () => {
  test.each([
    ["high_end", highEnd],
    ["regular", regular],
  ] as const)("%s: parameters, curve, implied retention, lifetimes", (name, curve) => {
    const truth = sharedJson<Record<string, Reference>>(file)[name]!;
    const fit = fitted([curve]);
    // Its optimiser stops about 1e-8 from the top of ln L; ours at a slope below 1e-6.
    expect(fit.alpha / truth.alpha).toBeCloseTo(1, 6);
    expect(fit.beta / truth.beta).toBeCloseTo(1, 6);
    expect(fit.logLikelihood).toBeCloseTo(truth.log_likelihood, 7);
    const points = sbgProjection(fit, 12);
    points.forEach(({ survival }, t) => expect(survival).toBeCloseTo(truth.survival_0_12[t]!, 7));
    points.slice(1).forEach(({ retention }, i) => expect(retention).toBeCloseTo(truth.retention_1_12[i]!, 7));
    expect(sbgLifetime(fit, { survived: 6, discount: 0.1 })!.periods).toBeCloseTo(truth.derl.m6, 6);
    expect(sbgLifetime(fit, { survived: 7, discount: 0.1 })!.periods).toBeCloseTo(truth.derl.m7, 6);
  });
});

describe.skipIf(!isShared(older))("reference 04", () => {
  test.each([
    ["high_end", 7],
    ["high_end", 4],
    ["regular", 7],
    ["regular", 4],
  ] as const)("%s, %i years", (name, years) => {
    const { sbg: all } = sharedJson<{
      sbg: { data: Record<string, number[]> } & Record<
        string,
        { alpha: number; beta: number; loglik: number }
      >;
    }>(older);
    const truth = all[`${name}_${years}yr`]!;
    const curve = all.data[name]!.slice(0, years + 1).map((share) => Math.round(share * 10));
    const fit = fitted([curve]);
    // That optimiser stopped where ln L no longer changed, 1e-6 from the parameters.
    expect(fit.alpha / truth.alpha).toBeCloseTo(1, 5);
    expect(fit.beta / truth.beta).toBeCloseTo(1, 5);
    expect(fit.logLikelihood).toBeCloseTo(truth.loglik, 6);
  });
});

test("the band holds the curve, is wider further out, and says where it extrapolates", () => {
  const points = sbgProjection(fitted([highEnd]), 12);
  expect(points[0]).toEqual({ t: 0, survival: 1, interval: null, retention: null, isExtrapolated: false });
  const widths = points.slice(1).map(({ interval, survival }) => {
    expect(interval![0]).toBeLessThan(survival);
    expect(interval![1]).toBeGreaterThan(survival);
    return interval![1] - interval![0];
  });
  expect(widths[11]!).toBeGreaterThan(widths[6]!);
  expect(points.map(({ isExtrapolated }) => isExtrapolated).indexOf(true)).toBe(8);
});

test("a lifetime is the sum it stands for, and none without discount", () => {
  const fit = fitted([regular]);
  let sum = 0;
  for (let t = 3; t < 3000; t++)
    sum +=
      Math.exp(lnSbgSurvival(fit.alpha, fit.beta, t) - lnSbgSurvival(fit.alpha, fit.beta, 2)) *
      1.05 ** (3 - t);
  const lifetime = sbgLifetime(fit, { survived: 2, discount: 0.05 })!;
  expect(lifetime.periods).toBeCloseTo(sum, 9);
  expect(lifetime.interval[0]).toBeLessThan(sum);
  expect(lifetime.interval[1]).toBeGreaterThan(sum);
  expect(sbgLifetime(fit, { survived: 2, discount: 0 })).toBeNull();
});

test("curves made from α and β give them back; ten times the customers, a tenth of the variance", () => {
  const parameter = fc.double({ min: 0.3, max: 5, noNaN: true });
  fc.assert(
    fc.property(parameter, parameter, (alpha, beta) => {
      const curve = Array.from({ length: 9 }, (_, t) => 1e6 * Math.exp(lnSbgSurvival(alpha, beta, t)));
      const fit = fitted([curve]);
      // The slope stops at 1e-9 of ln L; the curvature by logarithms is never so small beside it.
      expect(Math.abs(fit.alpha / alpha - 1)).toBeLessThan(1e-4);
      expect(Math.abs(fit.beta / beta - 1)).toBeLessThan(1e-4);
      const more = fitted([curve.map((n) => 10 * n)]);
      expect(more.standardErrors.alpha / fit.standardErrors.alpha).toBeCloseTo(Math.sqrt(0.1), 3);
    }),
    { numRuns: 30 },
  );
});
