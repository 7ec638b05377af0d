import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { convertRate, daysIn, meanLifetime, medianLifetime } from "../../../src/analyses/stats/convert-rate";
import { isShared, sharedJson } from "../../reference/shared-data";

test("nobody leaves, everybody leaves, nothing in between to convert", () => {
  expect(convertRate(0, 7, 30)).toBeCloseTo(0, 15);
  expect(convertRate(1, 7, 30)).toBe(1);
  expect(convertRate(0.2, 30, 30)).toBeCloseTo(0.2, 15);
  expect(meanLifetime(0)).toBeNull();
  expect(medianLifetime(0)).toBeNull();
  expect(meanLifetime(1)).toBe(1);
  expect(medianLifetime(1)).toBe(0);
  expect(() => convertRate(1.2, 7, 30)).toThrow("rate outside 0..1: 1.2");
});

test("five per cent a week is 20 % a month, not 21.7", () => {
  expect(convertRate(0.05, daysIn.week, daysIn.month)).toBeCloseTo(0.1999125425023085, 12);
});

test("a customer's mean and median life at 20 % are 5 and 3.1 periods", () => {
  expect(meanLifetime(0.2)).toBe(5);
  expect(medianLifetime(0.2)).toBeCloseTo(3.1062837195053903, 12);
});

const file = "spec/reference/07_seed_and_definitions.json";

describe.skipIf(!isShared(file))("reference 07", () => {
  test("conversion and lifetimes", () => {
    const { conversion, heterogeneity } = sharedJson<{
      conversion: Record<string, number>;
      heterogeneity: Record<string, number>;
    }>(file);
    const { week, month, year } = daysIn;
    expect(convertRate(0.2, month, week)).toBeCloseTo(conversion.monthly_20pct_to_weekly!, 12);
    expect(convertRate(0.2, month, year)).toBeCloseTo(conversion.monthly_20pct_to_annual!, 12);
    expect(convertRate(0.05, week, month)).toBeCloseTo(conversion.weekly_5pct_to_monthly!, 12);
    expect(convertRate(0.05, month, year)).toBeCloseTo(conversion.monthly_5_to_annual!, 12);
    expect((0.05 * month) / week).toBeCloseTo(conversion.naive_weekly_times_4_345!, 12);
    expect(meanLifetime(0.2)).toBe(conversion.expected_lifetime_months_at_20);
    expect(medianLifetime(0.2)).toBeCloseTo(conversion.median_lifetime_months_at_20!, 12);
    const mixed = (convertRate(0.01, week, month) + convertRate(0.15, week, month)) / 2;
    expect(mixed).toBeCloseTo(heterogeneity.true_monthly!, 12);
    expect(convertRate(0.08, week, month)).toBeCloseTo(heterogeneity.compounded_from_weekly!, 12);
  });
});

test("there and back again, always within 0..1 and more over a longer time", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 0.9, noNaN: true }),
      fc.double({ min: 0.5, max: 20, noNaN: true }),
      (rate, times) => {
        const there = convertRate(rate, 1, times);
        // Far out almost everybody has left, and 1 − rate keeps few digits.
        if (there < 0.999999) expect(convertRate(there, times, 1)).toBeCloseTo(rate, 9);
        return there >= 0 && there <= 1 && (times < 1 || there >= rate - 1e-12);
      },
    ),
  );
});
