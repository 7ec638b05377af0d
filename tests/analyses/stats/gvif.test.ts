import { describe, expect, test } from "vitest";
import { gvif, linearCovariance, pairwisePhi } from "../../../src/analyses/stats/gvif";
import type { Pattern } from "../../../src/analyses/stats/logistic";
import { logisticRegression } from "../../../src/analyses/stats/logistic-regression";
import { admissions, birthsWithFlag, furtherReference, hasClassics, near, reference } from "./logit-classics";
import { hasAccounts, pasControls, pasLevers, pasPatterns, pasReference } from "./pas-levers";

const each = (from: number, count: number) => Array.from({ length: count }, (_, i) => [from + i]);
const rows = (table: readonly (readonly number[])[]): Pattern[] =>
  table.map((values) => ({ values: [1, ...values], x: 0, n: 1 }));

test("nothing given, a dropped term, a term alone", () => {
  expect(gvif(linearCovariance([]), [[1]])).toEqual([null]);
  const columns = [0, 1, 2, 3].map((t) => ({ values: [1, t, 2 * t], x: 0, n: 1 }));
  expect(gvif(linearCovariance(columns), [[1], [2]])).toEqual([{ gvif: 1, df: 1, scaled: 1 }, null]);
});

test("two columns: 1/(1 − r²) for both, rows counted by n", () => {
  // r = 0.6: 8 + 8 customers alike, 2 + 2 not.
  const patterns = [
    { values: [1, 0, 0], x: 0, n: 8 },
    { values: [1, 1, 1], x: 0, n: 8 },
    { values: [1, 0, 1], x: 0, n: 2 },
    { values: [1, 1, 0], x: 0, n: 2 },
  ];
  for (const one of gvif(linearCovariance(patterns), [[1], [2]])) {
    expect(one!.gvif).toBeCloseTo(1 / (1 - 0.36), 12);
    expect(one!.scaled).toBeCloseTo(1.25, 12);
  }
  const phi = pairwisePhi(patterns, [1, 2, 0]);
  expect(phi[0]![1]).toBeCloseTo(0.6, 12);
  expect(phi[1]![0]).toBeCloseTo(0.6, 12);
  expect(phi[0]![0]).toBe(1);
  expect(phi[2]).toEqual([null, null, null]);
  expect(pairwisePhi([], [1])).toEqual([[null]]);
});

/** Income, education, professional, white collar of 45 occupations: Duncan (1961), carData. */
const duncan = [
  [62, 86, 1, 0],
  [72, 76, 1, 0],
  [75, 92, 1, 0],
  [55, 90, 1, 0],
  [64, 86, 1, 0],
  [21, 84, 1, 0],
  [64, 93, 1, 0],
  [80, 100, 1, 0],
  [67, 87, 0, 1],
  [72, 86, 1, 0],
  [42, 74, 1, 0],
  [76, 98, 1, 0],
  [76, 97, 1, 0],
  [41, 84, 1, 0],
  [48, 91, 1, 0],
  [76, 34, 0, 1],
  [53, 45, 1, 0],
  [60, 56, 1, 0],
  [42, 44, 1, 0],
  [78, 82, 1, 0],
  [29, 72, 0, 1],
  [48, 55, 0, 1],
  [55, 71, 0, 1],
  [29, 50, 0, 1],
  [21, 23, 0, 0],
  [47, 39, 0, 0],
  [81, 28, 0, 0],
  [36, 32, 0, 0],
  [22, 22, 0, 0],
  [44, 25, 0, 0],
  [15, 29, 0, 0],
  [7, 7, 0, 0],
  [42, 26, 0, 0],
  [9, 19, 0, 0],
  [21, 15, 0, 0],
  [21, 20, 0, 0],
  [16, 26, 0, 0],
  [16, 28, 0, 0],
  [9, 17, 0, 0],
  [14, 22, 0, 0],
  [12, 30, 0, 0],
  [17, 25, 0, 0],
  [7, 20, 0, 0],
  [34, 47, 0, 0],
  [8, 32, 0, 0],
];

/** GNP deflator, GNP, unemployed, armed forces, population, year: Longley (1967). */
const longley = [
  [83, 234.289, 235.6, 159, 107.608, 1947],
  [88.5, 259.426, 232.5, 145.6, 108.632, 1948],
  [88.2, 258.054, 368.2, 161.6, 109.773, 1949],
  [89.5, 284.599, 335.1, 165, 110.929, 1950],
  [96.2, 328.975, 209.9, 309.9, 112.075, 1951],
  [98.1, 346.999, 193.2, 359.4, 113.27, 1952],
  [99, 365.385, 187, 354.7, 115.094, 1953],
  [100, 363.112, 357.8, 335, 116.219, 1954],
  [101.2, 397.469, 290.4, 304.8, 117.388, 1955],
  [104.6, 419.18, 282.2, 285.7, 118.734, 1956],
  [108.4, 442.769, 293.6, 279.8, 120.445, 1957],
  [110.8, 444.546, 468.1, 263.7, 121.95, 1958],
  [112.6, 482.704, 381.3, 255.2, 123.366, 1959],
  [114.2, 502.601, 393.1, 251.4, 125.368, 1960],
  [115.7, 518.173, 480.6, 257.2, 127.852, 1961],
  [116.9, 554.894, 400.7, 282.7, 130.081, 1962],
];

test("Fox and Monette's published factors", () => {
  // Three digits are printed.
  const [income, education, type] = gvif(linearCovariance(rows(duncan)), [[1], [2], [3, 4]]);
  expect(income!.gvif).toBeCloseTo(2.209, 3);
  expect(education!.gvif).toBeCloseTo(5.298, 3);
  expect([type!.gvif, type!.scaled]).toEqual([expect.closeTo(5.099, 3), expect.closeTo(1.503, 3)]);
});

describe.skipIf(!hasClassics)("reference 03, from R's car", () => {
  test("Duncan's occupations", () => {
    const expected = reference<{ GVIF: number[]; Df: number[]; GVIF_scaled: number[] }>("vif_duncan");
    const found = gvif(linearCovariance(rows(duncan)), [[1], [2], [3, 4]]);
    near(
      found.map((one) => one!.gvif),
      expected.GVIF,
      1e-10,
    );
    near(
      found.map((one) => one!.scaled),
      expected.GVIF_scaled,
      1e-10,
    );
    expect(found.map((one) => one!.df)).toEqual(expected.Df);
    const two = gvif(linearCovariance(rows(duncan.map((row) => row.slice(0, 2)))), [[1], [2]]);
    near(
      two.map((one) => one!.gvif),
      reference<number[]>("vif_duncan2"),
      1e-10,
    );
  });

  test("Longley's nearly dependent columns", () => {
    const found = gvif(linearCovariance(rows(longley)), each(1, 6));
    // Columns that repeat each other but for 1/1789 lose four digits of fourteen.
    near(
      found.map((one) => one!.gvif),
      Object.values(reference<Record<string, number>>("vif_longley")),
      1e-9,
    );
  });

  test.each([
    ["ucla_admit", admissions],
    ["birthwt", birthsWithFlag],
  ] as const)("%s: of the fitted logistic model, as car of a glm", (key, patterns) => {
    const { values } = furtherReference<{ vif_glm: { values: Record<string, number> } }>(key).vif_glm;
    const given = patterns();
    const fit = logisticRegression(given, { profiles: false });
    if (!fit.ok) throw new Error(fit.why);
    const found = gvif(fit, each(1, given[0]!.values.length - 1));
    // R's glm stops at a change of deviance of 1e-8, and its covariance is a step behind.
    near(
      found.map((one) => one!.gvif),
      Object.values(values),
      2e-5,
    );
  });
});

describe.skipIf(!hasAccounts)("reference 10", () => {
  test("levers and attributes of a made base", () => {
    const expected = pasReference<{ gvif: number[]; df: number[]; scaled: number[] }>("vif_adj");
    const fit = logisticRegression(pasPatterns([...pasLevers, ...pasControls]), { profiles: false });
    if (!fit.ok) throw new Error(fit.why);
    const found = gvif(fit, [...each(1, 8), [9, 10], [11, 12, 13]]);
    // As above.
    near(
      found.map((one) => one!.gvif),
      expected.gvif,
      2e-5,
    );
    near(
      found.map((one) => one!.scaled),
      expected.scaled,
      2e-5,
    );
    expect(found.map((one) => one!.df)).toEqual(expected.df);
  });
});
