import fc from "fast-check";
import { expect, test } from "vitest";
import { digamma } from "../../../src/analyses/stats/digamma";
import { lnBeta, lnGamma, lnRising } from "../../../src/analyses/stats/gamma";
import reference from "../../reference/special.json";

test("what has no logarithm of a gamma function is refused", () => {
  for (const x of [0, -1, Number.NaN, Infinity])
    expect(() => lnGamma(x)).toThrow("gamma of no positive number");
  expect(() => lnBeta(1, 0)).toThrow("gamma of no positive number: 0");
  expect(() => digamma(0)).toThrow("digamma of no positive number: 0");
});

test("ln Γ agrees with 60-digit arithmetic to 1e-14 of its size, beside its zeros too", () => {
  for (const [x, value] of reference.ln_gamma)
    expect(Math.abs(lnGamma(x!) - value!), `${x}`).toBeLessThanOrEqual(1e-14 * Math.abs(value!));
  expect([lnGamma(1), lnGamma(2)].map(Math.abs)).toEqual([0, 0]);
});

test("digamma, ln B and the rising factorial agree to 1e-14 of max(1, size)", () => {
  const near = (mine: number, theirs: number, at: string) =>
    expect(Math.abs(mine - theirs), at).toBeLessThanOrEqual(1e-14 * Math.max(1, Math.abs(theirs)));
  for (const [x, value] of reference.digamma) near(digamma(x!), value!, `ψ ${x}`);
  for (const [a, b, value] of reference.ln_beta) near(lnBeta(a!, b!), value!, `B ${a} ${b}`);
  for (const [a, n, value] of reference.ln_rising) near(lnRising(a!, n!), value!, `(${a})_${n}`);
  expect(lnRising(3, 0)).toBe(0);
});

test("recurrence, symmetry, and ψ as the slope of ln Γ", () => {
  const positive = fc.double({ min: 1e-3, max: 1e4, noNaN: true });
  fc.assert(
    fc.property(positive, positive, (a, b) => {
      const size = Math.max(1, Math.abs(lnGamma(a)));
      expect(Math.abs(lnGamma(a + 1) - lnGamma(a) - Math.log(a)) / size).toBeLessThan(1e-14);
      expect(lnBeta(a, b)).toBe(lnBeta(b, a));
      // B(a + 1, b) = B(a, b)·a/(a + b); the rounding is that of the larger ln B.
      const ratio = lnBeta(a + 1, b) - lnBeta(a, b) - Math.log(a / (a + b));
      expect(Math.abs(ratio)).toBeLessThan(1e-13 * Math.max(1, Math.abs(lnBeta(a, b))));
      // A central difference: its own error is a third of ψ″h² and a rounding over h.
      const h = 1e-4 * a;
      const slope = (lnGamma(a + h) - lnGamma(a - h)) / (2 * h);
      expect(Math.abs(slope - digamma(a))).toBeLessThan(1e-6 * Math.max(1, Math.abs(digamma(a))));
    }),
    { numRuns: 200 },
  );
});
