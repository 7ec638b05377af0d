import { describe, expect, test } from "vitest";
import { chiSquareUpper } from "../../../src/analyses/stats/chi-square";
import { millerSiegmund } from "../../../src/analyses/stats/miller-siegmund";
import { random } from "../../../src/analyses/stats/random";
import { chanceBeyond } from "../../../src/analyses/stats/repeated-normal";
import { searchedP, searchedWidth, widened } from "../../../src/analyses/stats/searched-cut";

const usual = 1.959963984540054;
const looks = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

describe("the largest of deviates that look at growing parts", () => {
  // Armitage, McPherson & Rowe (1969): a test at 5 % repeated so many times, as printed there and in every textbook since.
  test.each([
    [1, 0.05],
    [2, 0.083],
    [3, 0.107],
    [4, 0.126],
    [5, 0.142],
    [10, 0.193],
    [20, 0.248],
    [50, 0.32],
  ])("%i looks at 5 %", (n, chance) => {
    expect(Number(chanceBeyond(usual, looks(n)).toFixed(3))).toBe(chance);
  });

  test("two deviates: the same as by their joint density, added up on a grid", () => {
    const [correlation, bound] = [Math.sqrt(1 / 9), 2.2];
    const step = 0.004;
    let within = 0;
    for (let x = -bound + step / 2; x < bound; x += step)
      for (let y = -bound + step / 2; y < bound; y += step)
        within += Math.exp(-(x * x - 2 * correlation * x * y + y * y) / (2 * (1 - correlation ** 2)));
    within *= step ** 2 / (2 * Math.PI * Math.sqrt(1 - correlation ** 2));
    // The grid's own error: the square of its step.
    expect(chanceBeyond(bound, [1, 9])).toBeCloseTo(1 - within, 5);
  });

  test("times that do not rise are refused", () => {
    expect(() => chanceBeyond(2, [1, 1])).toThrow(RangeError);
    expect(chanceBeyond(0, [1, 2])).toBe(1);
    expect(chanceBeyond(50, [1, 2])).toBe(0);
  });
});

describe("p of the best of many thresholds", () => {
  test("one threshold costs nothing, more cost more, and never more than the formula for lines without number", () => {
    for (const p of [0.04, 0.01, 0.001, 1e-5, 1e-11]) {
      expect(searchedP(p, 1)).toBe(p);
      const costs = [2, 5, 9, 14, 40].map((lines) => searchedP(p, lines));
      for (const [i, cost] of costs.entries()) expect(cost).toBeGreaterThan(costs[i - 1] ?? p);
      // The formula is that of small p; beyond 1e-11 the sum over lines stands in for the chance.
      expect(costs.at(-1)!).toBeLessThan(millerSiegmund(p));
    }
    expect(searchedP(0, 9)).toBe(0);
    expect(searchedP(1, 9)).toBe(1);
    expect(() => searchedP(Number.NaN, 9)).toThrow(RangeError);
  });

  test("lines without number come to Miller and Siegmund's formula", () => {
    // What is looked at now and then misses some of what is never interrupted: as the root of the distance of two looks.
    const shares = [10, 40, 120].map((lines) => searchedP(0.001, lines) / millerSiegmund(0.001));
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)!).toBeGreaterThan(2 / 3);
    expect(shares.at(-1)!).toBeLessThan(1);
  });

  test("an interval leaves out nought just where p is below 5 %", () => {
    for (const lines of [2, 9, 14])
      for (const z of [0.1, 1.97, 2.5, 2.7, 2.8, 3, 4, 6.9, 7.1, 30]) {
        const p = 2 * normalTail(z);
        const [low] = widened([z - usual, z + usual], z, searchedWidth(p, lines));
        expect(low > 0, `${lines} ${z}`).toBe(searchedP(p, lines) < 0.05);
        expect(searchedWidth(p, lines)).toBeGreaterThanOrEqual(1);
      }
    expect(searchedWidth(1e-9, 1)).toBe(1);
    expect(searchedWidth(1e-200, 14)).toBeLessThan(1.01);
    expect(widened([null, 3], 1, 2)).toEqual([null, 5]);
  });
});

/** P(Z > z), by Laplace's continued fraction, or below 1 by its series. */
function normalTail(z: number): number {
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  if (z < 1.5) {
    let [term, sum] = [z, z];
    for (let k = 1; k < 60; k++) sum += term *= (z * z) / (2 * k + 1);
    return 0.5 - density * sum;
  }
  let fraction = z;
  for (let k = 200; k > 0; k--) fraction = z + k / fraction;
  return density / fraction;
}

test("a threshold searched in noise is told in about 5 of 100 samples, without the correction in over 15", () => {
  const draw = random("a search in noise");
  const [samples, customers] = [300, 400];
  let [told, plain] = [0, 0];
  for (let sample = 0; sample < samples; sample++) {
    const rows = Array.from({ length: customers }, () => ({
      tenth: Math.floor(10 * draw.uniform()),
      stayed: draw.uniform() < 0.6 ? 1 : 0,
    }));
    const p = bestOf(rows);
    if (p < 0.05) plain++;
    if (p < 0.05 && searchedP(p, 9) < 0.05) told++;
  }
  expect(plain / samples).toBeGreaterThan(0.15);
  // Three standard errors about 5 %.
  expect(Math.abs(told / samples - 0.05)).toBeLessThan(3 * Math.sqrt((0.05 * 0.95) / samples));
});

function bestOf(rows: readonly { readonly tenth: number; readonly stayed: number }[]): number {
  const counts = Array.from({ length: 10 }, (_, tenth) => {
    const those = rows.filter((row) => row.tenth === tenth);
    return { n: those.length, x: those.reduce((sum, { stayed }) => sum + stayed, 0) };
  });
  const side = (from: number, to: number) =>
    counts.slice(from, to).reduce((sum, { x, n }) => ({ x: sum.x + x, n: sum.n + n }), { x: 0, n: 0 });
  return Math.min(
    ...counts.slice(1).map((_, cut) => {
      const [below, above] = [side(0, cut + 1), side(cut + 1, 10)];
      const { x, n } = { x: below.x + above.x, n: below.n + above.n };
      const chi = (n * (above.x * n - above.n * x) ** 2) / (above.n * below.n * x * (n - x));
      return chiSquareUpper(chi, 1);
    }),
  );
}
