import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { breslowDay } from "../../../src/analyses/stats/breslow-day";
import { kitagawa } from "../../../src/analyses/stats/kitagawa";
import { mantelHaenszel, type Stratum } from "../../../src/analyses/stats/mantel-haenszel";
import { newcombe } from "../../../src/analyses/stats/newcombe";
import { standardise } from "../../../src/analyses/stats/standardise";
import { wilson } from "../../../src/analyses/stats/wilson";
import { isShared, sharedJson } from "../../reference/shared-data";

const one = stratum(20, 100, 30, 90);

test("no stratum, or none with both groups, has nothing common", () => {
  for (const strata of [[], [stratum(0, 0, 3, 9)], [stratum(2, 9, 0, 0), stratum(0, 0, 3, 9)]]) {
    expect(mantelHaenszel(strata)).toBeNull();
    expect(breslowDay(strata)).toBeNull();
    expect(standardise(strata)).toBeNull();
  }
  expect(kitagawa([])).toBeNull();
  expect(kitagawa([stratum(0, 0, 3, 9)])).toBeNull();
  expect(() => mantelHaenszel([stratum(3, 2, 1, 2)])).toThrow("count outside 0..2: 3");
  expect(() => kitagawa([stratum(3, 2, 1, 2)])).toThrow("count outside 0..2: 3");
});

test("one stratum is the plain table", () => {
  const result = mantelHaenszel([one])!;
  expect(result.oddsRatio).toBeCloseTo((20 * 60) / (80 * 30), 14);
  expect(result.difference).toBeCloseTo(0.2 - 1 / 3, 14);
  // For one stratum Robins, Breslow & Greenland's variance is Woolf's.
  const woolf = Math.sqrt(1 / 20 + 1 / 80 + 1 / 30 + 1 / 60);
  expect(Math.log(result.oddsInterval![1] / result.oddsRatio!)).toBeCloseTo(1.959963984540054 * woolf, 12);
  expect(breslowDay([one])).toBeNull();
});

test("nobody left, or everybody in one group only", () => {
  const nobody = mantelHaenszel([stratum(0, 10, 0, 12)])!;
  expect(nobody).toMatchObject({
    oddsRatio: null,
    oddsInterval: null,
    difference: 0,
    differenceInterval: null,
    test: null,
    corrected: null,
  });
  expect(mantelHaenszel([stratum(5, 5, 0, 7)])).toMatchObject({ oddsRatio: null, difference: 1 });
  expect(mantelHaenszel([stratum(0, 5, 7, 7)])).toMatchObject({ oddsRatio: 0, oddsInterval: null });
  expect(breslowDay([stratum(0, 10, 0, 12), stratum(0, 3, 0, 2)])).toBeNull();
});

test("a small gap is not corrected below 0", () => {
  const { test: plain, corrected } = mantelHaenszel([stratum(10, 20, 10, 21)])!;
  expect(corrected).toEqual(plain);
});

const file = "spec/reference/01_proportions_tests.json";

interface Reference {
  simpson_berkeley: {
    departments: Record<"male_adm" | "male_n" | "female_adm" | "female_n", number>[];
    mh_ci: [number, number];
  } & Record<
    | "mh_or"
    | "mh_chi2_cc"
    | "mh_p_cc"
    | "mh_chi2"
    | "mh_p"
    | "breslow_day"
    | "breslow_day_df"
    | "breslow_day_p"
    | "tarone"
    | "standardised_rate_male"
    | "standardised_rate_female",
    number
  >;
}

describe.skipIf(!isShared(file))("Berkeley, reference 01, from R", () => {
  const berkeley = () => {
    const truth = sharedJson<Reference>(file).simpson_berkeley;
    return {
      truth,
      strata: truth.departments.map((d) => stratum(d.male_adm, d.male_n, d.female_adm, d.female_n)),
    };
  };

  test("common odds ratio, its interval and both tests", () => {
    const { truth, strata } = berkeley();
    const result = mantelHaenszel(strata)!;
    near(result.oddsRatio!, truth.mh_or);
    near(result.oddsInterval![0], truth.mh_ci[0]);
    near(result.oddsInterval![1], truth.mh_ci[1]);
    near(result.corrected!.chiSquare, truth.mh_chi2_cc);
    near(result.corrected!.p, truth.mh_p_cc);
    near(result.test!.chiSquare, truth.mh_chi2);
    near(result.test!.p, truth.mh_p);
  });

  test("Breslow–Day and Tarone", () => {
    const { truth, strata } = berkeley();
    const result = breslowDay(strata)!;
    near(result.chiSquare, truth.breslow_day);
    expect(result.df).toBe(truth.breslow_day_df);
    near(result.p, truth.breslow_day_p);
    near(result.tarone.chiSquare, truth.tarone);
  });

  test("shares with one mix", () => {
    const { truth, strata } = berkeley();
    const result = standardise(strata)!;
    near(result.a, truth.standardised_rate_male);
    near(result.b, truth.standardised_rate_female);
    expect(result.leftOut).toBe(0);
  });
});

const pas = "spec/reference/10_pas_synthetic.json";

describe.skipIf(!isShared(pas))("calls, reference 10, from R", () => {
  test("an odds ratio that turns within strata", () => {
    const { simpson_calls: truth } = sharedJson<{
      simpson_calls: {
        strata: { with_calls: [number, number]; without: [number, number] }[];
        mh_ci: [number, number];
      } & Record<"mh_or" | "mh_chi2" | "mh_p", number>;
    }>(pas);
    const result = mantelHaenszel(
      truth.strata.map(({ with_calls, without }) => stratum(...with_calls, ...without)),
    )!;
    near(result.oddsRatio!, truth.mh_or);
    near(result.oddsInterval![0], truth.mh_ci[0]);
    near(result.oddsInterval![1], truth.mh_ci[1]);
    near(result.test!.chiSquare, truth.mh_chi2);
    near(result.test!.p, truth.mh_p);
  });
});

test("kidney stones: the treatment better in each stratum is worse overall, by its mix", () => {
  // Charig et al. (1986), Brit. Med. J. 292, 879–882.
  const strata = [stratum(81, 87, 234, 270), stratum(192, 263, 55, 80)];
  const { a, b, differenceInterval } = standardise(strata)!;
  expect([a, b]).toEqual([
    expect.closeTo((357 * (81 / 87) + 343 * (192 / 263)) / 700, 14),
    expect.closeTo((357 * (234 / 270) + 343 * (55 / 80)) / 700, 14),
  ]);
  expect(differenceInterval[0]).toBeLessThan(a - b);
  const { difference, rateEffect, mixEffect } = kitagawa(strata)!;
  expect(difference).toBeCloseTo(289 / 350 - 273 / 350, 14);
  expect(rateEffect).toBeLessThan(0);
  expect(mixEffect).toBeGreaterThan(-rateEffect);
});

test("Sato's error: of one balanced stratum the binomial's own", () => {
  const { differenceError } = mantelHaenszel([stratum(12, 40, 22, 40)])!;
  expect(differenceError).toBeCloseTo(Math.sqrt((0.3 * 0.7 + 0.55 * 0.45) / 40), 14);
});

test("Sato's error is what the difference varies by", () => {
  // Exact: every outcome of two small strata with its probability.
  const sizes = [
    { a: 8, b: 12, pa: 0.5, pb: 0.3 },
    { a: 11, b: 9, pa: 0.6, pb: 0.4 },
  ];
  let [mean, square, claimed] = [0, 0, 0];
  for (const [strata, probability] of outcomes(sizes)) {
    const { difference, differenceError } = mantelHaenszel(strata)!;
    mean += probability * difference;
    square += probability * difference ** 2;
    claimed += probability * differenceError ** 2;
  }
  expect(mean).toBeCloseTo(0.2, 12);
  const ratio = claimed / (square - mean ** 2);
  // x/n·(1 − x/n) falls short of p(1 − p) by its nth part: so does the variance, and by no more.
  expect(ratio).toBeGreaterThan(1 - 1 / 8);
  expect(ratio).toBeLessThan(1);
});

const counted = fc
  .integer({ min: 0, max: 40 })
  .chain((n) => fc.record({ x: fc.integer({ min: 0, max: n }), n: fc.constant(n) }));
const strata = fc.array(fc.record({ a: counted, b: counted }), { minLength: 1, maxLength: 6 });

describe("any strata", () => {
  test("Kitagawa's parts sum to the difference, and the strata's to the parts", () => {
    fc.assert(
      fc.property(strata, (some) => {
        const result = kitagawa(some);
        if (!result) return;
        expect(result.rateEffect + result.mixEffect).toBeCloseTo(result.difference, 13);
        const back = kitagawa(some.map(({ a, b }) => ({ a: b, b: a })))!;
        expect(back.mixEffect).toBeCloseTo(-result.mixEffect, 13);
      }),
    );
  });

  test("exchanged groups turn the signs and the odds over; the order of strata does not matter", () => {
    fc.assert(
      fc.property(strata, (some) => {
        const result = mantelHaenszel(some);
        const other = mantelHaenszel(some.map(({ a, b }) => ({ a: b, b: a })).reverse());
        expect(other === null).toBe(result === null);
        if (!result || !other) return;
        expect(other.difference).toBeCloseTo(-result.difference, 12);
        expect(other.differenceError).toBeCloseTo(result.differenceError, 9);
        if (result.test) expect(other.test!.chiSquare).toBeCloseTo(result.test.chiSquare, 8);
        if (result.oddsRatio && other.oddsRatio)
          expect(other.oddsRatio * result.oddsRatio).toBeCloseTo(1, 10);
      }),
    );
  });

  test("intervals hold their estimates and stay in range", () => {
    fc.assert(
      fc.property(strata, (some) => {
        const result = mantelHaenszel(some);
        const standard = standardise(some);
        if (!result || !standard) return;
        if (result.differenceInterval) within(result.difference, result.differenceInterval, -1, 1);
        else expect(result.differenceError).toBe(0);
        if (result.oddsInterval) within(result.oddsRatio!, result.oddsInterval, 0, Infinity);
        within(standard.a, standard.aInterval, 0, 1);
        within(standard.b, standard.bInterval, 0, 1);
        within(standard.difference, standard.differenceInterval, -1, 1);
      }),
    );
  });

  test("one stratum: Wilson's interval and Newcombe's", () => {
    fc.assert(
      fc.property(counted, counted, (a, b) => {
        const result = standardise([{ a, b }]);
        if (!result) return;
        const [truth, difference] = [wilson(a.x, a.n)!, newcombe(a, b)!.interval];
        [0, 1].forEach((side) => {
          expect(result.aInterval[side]).toBeCloseTo(truth[side]!, 13);
          expect(result.differenceInterval[side]).toBeCloseTo(difference[side]!, 13);
        });
      }),
    );
  });
});

function stratum(ax: number, an: number, bx: number, bn: number): Stratum {
  return { a: { x: ax, n: an }, b: { x: bx, n: bn } };
}

function* outcomes(
  sizes: readonly { a: number; b: number; pa: number; pb: number }[],
): Generator<[Stratum[], number]> {
  const [size, ...rest] = sizes;
  if (!size) return yield [[], 1];
  for (const [others, probability] of outcomes(rest)) {
    for (let x = 0; x <= size.a; x++) {
      for (let y = 0; y <= size.b; y++) {
        const chance = binomial(x, size.a, size.pa) * binomial(y, size.b, size.pb);
        yield [[stratum(x, size.a, y, size.b), ...others], probability * chance];
      }
    }
  }
}

function binomial(x: number, n: number, p: number): number {
  let value = p ** x * (1 - p) ** (n - x);
  for (let i = 1; i <= x; i++) value *= (n - x + i) / i;
  return value;
}

function within(value: number, [low, high]: readonly [number, number], least: number, most: number) {
  expect(low).toBeLessThanOrEqual(value + 1e-12);
  expect(high).toBeGreaterThanOrEqual(value - 1e-12);
  expect(low).toBeGreaterThanOrEqual(least);
  expect(high).toBeLessThanOrEqual(most);
}

/** The files hold 13 to 15 digits. */
function near(value: number, expected: number) {
  expect(Math.abs(value / expected - 1)).toBeLessThan(1e-10);
}
