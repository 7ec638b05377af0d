import fc from "fast-check";
import { expect, test } from "vitest";
import { kaplanMeier } from "../../../src/analyses/stats/kaplan-meier";
import { restrictedMean } from "../../../src/analyses/stats/restricted-mean";
import { wilson } from "../../../src/analyses/stats/wilson";
import { languageOf, type Locale } from "../../../src/analyses";
import { unitEconomics } from "../../../src/analyses/unit-economics";
import {
  paybackOf,
  valueOf,
  valueOfCurve,
  valueOfRate,
  withRetention,
} from "../../../src/analyses/unit-economics/value";
import { economicsOfInputs, economicsRequest } from "../../charts/fixtures/unit-economics";

test("a constant rate is a geometric series", () => {
  const [rate, discount, months, margin] = [0.05, 0.01, 36, 25];
  const q = (1 - rate) / (1 + discount);
  const steps = valueOfRate(rate, wilson(20, 400), { margin, discount, months });
  expect(steps.at(-1)!.value).toBeCloseTo((margin * (1 - q ** months)) / (1 - q), 10);
  const [low, high] = wilson(20, 400)!;
  const series = (lost: number) => {
    const ratio = (1 - lost) / (1 + discount);
    return (margin * (1 - ratio ** months)) / (1 - ratio);
  };
  expect(steps.at(-1)!.interval![0]).toBeCloseTo(series(high), 10);
  expect(steps.at(-1)!.interval![1]).toBeCloseTo(series(low), 10);
});

test("nobody leaves, no discount: margin times months; everybody leaves: one margin", () => {
  expect(valueOf([1, 1, 1, 1], { margin: 7, discount: 0 }).at(-1)).toBe(28);
  expect(valueOfRate(1, null, { margin: 7, discount: 0.1, months: 12 }).at(-1)!.value).toBe(7);
});

test("with margin 1 and no discount the value of whole months is the restricted mean, and so is its variance", () => {
  const rows = fc.array(
    fc.record({ time: fc.integer({ min: 0, max: 12 }), events: fc.nat(5), censored: fc.nat(5) }),
    {
      minLength: 1,
      maxLength: 12,
    },
  );
  fc.assert(
    fc.property(rows, (counted) => {
      const curve = kaplanMeier(counted.map((row) => (row.time === 0 ? { ...row, events: 0 } : row)));
      const steps = valueOfCurve(curve, { margin: 1, discount: 0, months: 10 });
      const last = steps.at(-1);
      if (!last) return;
      const mean = restrictedMean(curve, last.month + 1);
      // The area until the next opening is only known where the curve reaches it.
      if (!mean) return;
      expect(last.value).toBeCloseTo(mean.mean, 10);
      if (last.interval) {
        const reach = 1.959963984540054 * mean.standardError;
        expect(last.interval[1]).toBeCloseTo(last.value + reach, 10);
        expect(last.interval[0]).toBeCloseTo(Math.max(0, last.value - reach), 10);
      } else expect(mean.standardError).toBe(0);
    }),
    { numRuns: 200, seed: 3 },
  );
});

test("the curve is not drawn on beyond what was seen", () => {
  const curve = kaplanMeier([
    { time: 3, events: 1, censored: 0 },
    { time: 5, events: 0, censored: 4 },
  ]);
  expect(valueOfCurve(curve, { margin: 1, discount: 0, months: 36 }).map(({ month }) => month)).toEqual([
    0, 1, 2, 3, 4, 5,
  ]);
});

test("more retention: never above 1, and exactly the rate of a constant one", () => {
  const survival = Array.from({ length: 6 }, (_, month) => 0.9 ** month);
  expect(withRetention(survival, 0.05).at(-1)).toBeCloseTo(0.95 ** 5, 12);
  expect(withRetention(survival, 0.5)).toEqual([1, 1, 1, 1, 1, 1]);
  expect(withRetention([1, 0.5, 0, 0], 0.05)[2]).toBeCloseTo(0.55 * 0.05, 12);
});

test("payback counts months from 1", () => {
  expect(paybackOf([10, 20, 30], 10)).toBe(1);
  expect(paybackOf([10, 20, 30], 20.01)).toBe(3);
  expect(paybackOf([10, 20, 30], 31)).toBeNull();
});

test("the article's numbers follow from its own: 40 times in 15 months, 50,000 by 5", () => {
  expect(((40 ** (1 / 15) - 1) * 100).toFixed(1)).toBe("27.9");
  const given = { cac: 50_000, costRatio: 5, budget: 1_000_000, acquisitionShare: 0.8, basket: 1000 };
  const { budget, referral } = economicsOfInputs(given);
  expect(budget).toMatchObject({
    keepCost: 10_000,
    breakEven: 0.2,
    splits: [{ share: 0.8, won: 16, workedOn: expect.closeTo(20, 10) as number }],
  });
  expect(referral!.cost).toBeCloseTo(300, 10);
  for (const locale of ["en", "ru"] as Locale[]) {
    const { tables } = unitEconomics.report(economicsOfInputs(), economicsRequest(), languageOf(locale));
    expect(JSON.stringify(tables.find(({ id }) => id === "claims"))).toMatch(/27[.,]9/);
  }
});

test("each number of the verdict is the text of a cell, whatever is put in, in both languages", () => {
  const given = fc.record({
    attrition: fc.double({ min: 0, max: 1, noNaN: true }),
    measured: fc.option(fc.integer({ min: 1, max: 5000 })),
    margin: fc.double({ min: 0, max: 1e6, noNaN: true }),
    cac: fc.double({ min: 0, max: 1e7, noNaN: true }),
    discount: fc.double({ min: 0, max: 0.5, noNaN: true }),
    horizon: fc.integer({ min: 1, max: 120 }),
    costRatio: fc.option(fc.double({ min: 0.5, max: 50, noNaN: true })),
  });
  fc.assert(
    fc.property(given, (params) => {
      const result = economicsOfInputs(params);
      for (const locale of ["en", "ru"] as Locale[]) {
        const report = unitEconomics.report(result, economicsRequest(params), languageOf(locale));
        expect(JSON.stringify(report)).not.toMatch(/NaN|undefined|Infinity/);
        const cells = report.tables.flatMap(({ rows }) =>
          rows.flatMap((row) => Object.values(row).map(({ text }) => text)),
        );
        const shown = new Set(cells.flatMap(digitsOf));
        for (const number of digitsOf(report.verdict.sentence))
          expect([...shown], report.verdict.sentence).toContain(number);
      }
    }),
    { numRuns: 150, seed: 9 },
  );
});

function digitsOf(text: string): string[] {
  return text.replace(/(?<=\d)[\u00a0\u202f](?=\d{3})/g, "").match(/\d+(?:[.,]\d+)*/g) ?? [];
}
