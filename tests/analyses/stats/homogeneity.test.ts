import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contingency, homogeneity } from "../../../src/analyses/stats/homogeneity";
import { trend } from "../../../src/analyses/stats/trend";
import { isShared, sharedJson } from "../../reference/shared-data";

test("no group, one group, nobody and everybody: nothing to tell apart", () => {
  for (const groups of [
    [],
    [{ x: 1, n: 5 }],
    [
      { x: 1, n: 5 },
      { x: 0, n: 0 },
    ],
    [
      { x: 0, n: 5 },
      { x: 0, n: 9 },
    ],
    [
      { x: 5, n: 5 },
      { x: 9, n: 9 },
    ],
  ]) {
    expect(homogeneity(groups)).toBeNull();
    expect(trend(groups)).toBeNull();
  }
  expect(contingency([])).toBeNull();
});

test("what is no count is refused", () => {
  expect(() => homogeneity([{ x: 3, n: 2 }])).toThrow("no count: -1");
  expect(() => contingency([[1, Number.NaN]])).toThrow("no count: NaN");
  expect(() => contingency([[1, 2], [3]])).toThrow("rows of different lengths");
  expect(() => trend([{ x: 3, n: 2 }])).toThrow("count outside 0..2: 3");
  expect(() => trend([{ x: 1, n: 2 }], [1, 2])).toThrow("scores of 2, not 1 groups");
  expect(() => trend([{ x: 1, n: 2 }], [Infinity])).toThrow("no score: Infinity");
});

test("equal shares have no distance, opposite ones the greatest", () => {
  const same = [
    { x: 2, n: 10 },
    { x: 20, n: 100 },
  ];
  expect(homogeneity(same)).toMatchObject({ chiSquare: 0, df: 1, p: 1, cramerV: 0 });
  expect(trend(same)).toMatchObject({ p: 1, slope: 0 });
  const opposite = homogeneity([
    { x: 10, n: 10 },
    { x: 0, n: 20 },
  ])!;
  expect(opposite.cramerV).toBeCloseTo(1, 14);
  expect(opposite.smallestExpected).toBeCloseTo(10 / 3, 14);
});

test("groups all of one score have no trend", () => {
  const groups = [
    { x: 2, n: 10 },
    { x: 5, n: 10 },
  ];
  expect(trend(groups, [3, 3])).toBeNull();
  expect(trend([...groups, { x: 0, n: 0 }], [3, 3, 9])).toBeNull();
});

const file = "spec/reference/01_proportions_tests.json";

describe.skipIf(!isShared(file))("reference 01, from R", () => {
  const truth = sharedOr<Reference>(file);

  test("Fleiss' smokers: trend and homogeneity", () => {
    const { x, n, chi2, p, chi2_homogeneity, p_homogeneity } = truth.trend_fleiss_smokers;
    const groups = counted(x, n);
    near(trend(groups)!.chiSquare, chi2);
    near(trend(groups)!.p, p);
    expect(trend(groups)!.z).toBeLessThan(0);
    near(homogeneity(groups)!.chiSquare, chi2_homogeneity);
    near(homogeneity(groups)!.p, p_homogeneity);
  });

  test("Agresti's alcohol with uneven scores", () => {
    const { x, n, scores, chi2, p, pearson_chi2 } = truth.trend_agresti_alcohol;
    const result = trend(counted(x, n), scores)!;
    near(result.chiSquare, chi2);
    near(result.p, p);
    expect(result.slope).toBeGreaterThan(0);
    near(homogeneity(counted(x, n))!.chiSquare, pearson_chi2);
  });

  test("two groups and three segments", () => {
    const two = homogeneity(counted([56, 48], [70, 80]))!;
    near(two.chiSquare, truth.two_by_two_56_70_vs_48_80.chi2);
    near(two.p, truth.two_by_two_56_70_vs_48_80.p);
    const { churned, n, chi2_trend, p_trend, chi2_homog } = truth.quartile_example;
    near(trend(counted(churned, n))!.chiSquare, chi2_trend);
    near(trend(counted(churned, n))!.p, p_trend);
    near(homogeneity(counted(churned, n))!.chiSquare, chi2_homog);
  });
});

const telco = "spec/reference/05_public_datasets.json";

describe.skipIf(!isShared(telco))("reference 05, Telco, from scipy", () => {
  test("p of 1e-258 as it is, not 0", () => {
    const { telco: truth } = sharedJson<{
      telco: {
        by: Record<string, Record<string, { churned: number; n: number }>>;
        chi2: Record<string, { chi2: number; p: number; df: number }>;
      };
    }>(telco);
    for (const column of ["Contract", "InternetService", "gender", "TechSupport"]) {
      const groups = Object.values(truth.by[column]!).map(({ churned, n }) => ({ x: churned, n }));
      const result = homogeneity(groups)!;
      near(result.chiSquare, truth.chi2[column]!.chi2);
      expect(result.df).toBe(truth.chi2[column]!.df);
      // A p far out holds the rounding of a chi-square of 1,185 some hundred times.
      expect(Math.abs(result.p / truth.chi2[column]!.p - 1)).toBeLessThan(1e-9);
    }
  });
});

const pas = "spec/reference/10_pas_synthetic.json";

describe.skipIf(!isShared(pas))("reference 10, from R", () => {
  test("levers: chi-square, p and φ of two groups", () => {
    const { survivorship_table: rows } = sharedJson<{
      survivorship_table: Record<
        "n_with" | "retention_with" | "retention_without" | "chi2" | "p" | "phi",
        number
      >[];
    }>(pas);
    for (const { n_with, retention_with, retention_without, chi2, p, phi } of rows) {
      const groups = [
        { x: Math.round(n_with * retention_with), n: n_with },
        { x: Math.round((1200 - n_with) * retention_without), n: 1200 - n_with },
      ];
      const result = homogeneity(groups)!;
      near(result.chiSquare, chi2);
      near(result.p, p);
      near(result.cramerV, Math.abs(phi));
    }
  });
});

const group = fc
  .integer({ min: 0, max: 60 })
  .chain((n) => fc.record({ x: fc.integer({ min: 0, max: n }), n: fc.constant(n) }));
const groups = fc.array(group, { minLength: 2, maxLength: 7 });

describe("any groups", () => {
  test("the order does not matter to homogeneity and turns the sign of a trend", () => {
    fc.assert(
      fc.property(groups, (some) => {
        const back = [...some].reverse();
        const [one, other] = [homogeneity(some), homogeneity(back)];
        expect(other === null).toBe(one === null);
        if (one && other) expect(other.chiSquare).toBeCloseTo(one.chiSquare, 9);
        const [up, down] = [trend(some), trend(back)];
        if (up && down) expect(down.z).toBeCloseTo(-up.z, 9);
      }),
    );
  });

  test("a trend never exceeds homogeneity, does not mind the scores' scale, and equals it for two groups", () => {
    fc.assert(
      fc.property(groups, (some) => {
        const [whole, line] = [homogeneity(some), trend(some)];
        if (!whole || !line) return;
        expect(line.chiSquare).toBeLessThanOrEqual(whole.chiSquare * (1 + 1e-9) + 1e-12);
        const scaled = trend(
          some,
          some.map((_, i) => 50 - 7 * i),
        )!;
        expect(scaled.z).toBeCloseTo(-line.z, 9);
        if (whole.df === 1) expect(line.chiSquare).toBeCloseTo(whole.chiSquare, 8);
      }),
    );
  });

  test("twice the customers double both, V stays", () => {
    fc.assert(
      fc.property(groups, (some) => {
        const twice = some.map(({ x, n }) => ({ x: 2 * x, n: 2 * n }));
        const [one, two] = [homogeneity(some), homogeneity(twice)];
        if (!one || !two) return;
        expect(two.chiSquare).toBeCloseTo(2 * one.chiSquare, 8);
        expect(two.cramerV).toBeCloseTo(one.cramerV, 10);
        expect(one.cramerV).toBeLessThanOrEqual(1);
      }),
    );
  });
});

interface Reference {
  trend_fleiss_smokers: { x: number[]; n: number[] } & Record<
    "chi2" | "p" | "chi2_homogeneity" | "p_homogeneity",
    number
  >;
  trend_agresti_alcohol: { x: number[]; n: number[]; scores: number[] } & Record<
    "chi2" | "p" | "pearson_chi2",
    number
  >;
  two_by_two_56_70_vs_48_80: Record<"chi2" | "p", number>;
  quartile_example: { churned: number[]; n: number[] } & Record<
    "chi2_trend" | "p_trend" | "chi2_homog",
    number
  >;
}

/** Nothing is read where the file is absent: the tests on it are skipped. */
function sharedOr<T>(path: string): T {
  return isShared(path) ? sharedJson<T>(path) : ({} as T);
}

function counted(x: readonly number[], n: readonly number[]) {
  return x.map((count, i) => ({ x: count, n: n[i]! }));
}

/** The files hold 13 to 15 digits. */
function near(value: number, expected: number) {
  expect(Math.abs(value / expected - 1)).toBeLessThan(1e-10);
}
