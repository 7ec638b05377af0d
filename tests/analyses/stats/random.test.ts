import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { binomialDraw } from "../../../src/analyses/stats/binomial-draw";
import { chiSquareUpper } from "../../../src/analyses/stats/chi-square";
import { random, randomFrom } from "../../../src/analyses/stats/random";

test("xoshiro128** from 1, 2, 3, 4 as its authors' program gives it", () => {
  const source = randomFrom([1, 2, 3, 4]);
  expect([1, 2, 3, 4].map(() => source.next())).toEqual([11520, 0, 5927040, 70819200]);
});

test("a number fills the state by splitmix64, as its authors' program gives it", () => {
  const [first, second] = [6457827717110365317n, 3203168211198807973n];
  const words = [first, first >> 32n, second, second >> 32n].map((bits) => Number(BigInt.asIntN(32, bits)));
  const [a, b, c, d] = words as [number, number, number, number];
  const [mine, theirs] = [random(1234567), randomFrom([a, b, c, d])];
  for (let i = 0; i < 5; i++) expect(mine.next()).toBe(theirs.next());
});

test("the same seed gives the same stream, another seed another; many at once are the same as one by one", () => {
  for (const seed of ["", "Q1", "квартал", 0, -7, 2 ** 53 - 1]) {
    const [a, b, c] = [random(seed), random(seed), random(`${seed} `)];
    const words = new Uint32Array(50);
    b.fill(words);
    expect(Array.from(words, () => a.next())).toEqual([...words]);
    expect(Array.from(words, () => c.next())).not.toEqual([...words]);
  }
  expect(() => random(0.5)).toThrow("seed not whole: 0.5");
});

test("a choice below n is each as likely, also where n does not divide 2³²", () => {
  const source = random("below");
  for (const n of [1, 2, 3, 6, 10, 257]) {
    const counts = new Array<number>(n).fill(0);
    for (let i = 0; i < 200 * n; i++) counts[source.below(n)]!++;
    expect(
      fits(
        counts,
        counts.map(() => 200),
      ),
    ).toBeGreaterThan(1e-3);
  }
  // A modulo without rejection would give the lower half of 3·2³⁰ twice as often.
  const n = 3 * 2 ** 30;
  let lower = 0;
  for (let i = 0; i < 9000; i++) if (source.below(n) < 2 ** 30) lower++;
  expect(fits([lower, 9000 - lower], [3000, 6000])).toBeGreaterThan(1e-3);
  for (const bad of [0, -1, 1.5, 2 ** 33, Number.NaN]) {
    expect(() => source.below(bad)).toThrow(`no number of choices: ${bad}`);
  }
});

test("a uniform number lies in [0, 1) and falls evenly", () => {
  const source = random("uniform");
  const counts = new Array<number>(20).fill(0);
  for (let i = 0; i < 20_000; i++) counts[Math.floor(20 * source.uniform())]!++;
  expect(
    fits(
      counts,
      counts.map(() => 1000),
    ),
  ).toBeGreaterThan(1e-3);
});

describe("binomial draws", () => {
  test("have their exact probabilities: by inversion, by rejection, at p above one half", () => {
    const source = random("binomial");
    for (const [n, p] of [
      [20, 0.3],
      [30, 0.4],
      [50, 0.9],
      [1000, 0.5],
      [700, 256 / 700],
      [100_000, 256 / 100_000],
      [100_000, 5e-5],
    ] as const) {
      const draws = 40_000;
      const counts = new Map<number, number>();
      for (let i = 0; i < draws; i++) {
        const k = binomialDraw(n, p, source);
        counts.set(k, (counts.get(k) ?? 0) + 1);
      }
      const [observed, expected] = binned(counts, n, p, draws);
      expect(observed.length).toBeGreaterThan(5);
      expect(fits(observed, expected), `${n} ${p}`).toBeGreaterThan(1e-3);
    }
  });

  test("lie within 0..n, at the ends surely", () => {
    const source = random("ends");
    expect(binomialDraw(0, 0.4, source)).toBe(0);
    expect(binomialDraw(9, 0, source)).toBe(0);
    expect(binomialDraw(9, 1, source)).toBe(9);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5000 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, p) => {
        const k = binomialDraw(n, p, source);
        return Number.isInteger(k) && k >= 0 && k <= n;
      }),
    );
  });
});

/** Counts and expectations, neighbours taken together until ten are expected. */
function binned(
  counts: ReadonlyMap<number, number>,
  n: number,
  p: number,
  draws: number,
): [number[], number[]] {
  const [observed, expected] = [[0], [0]];
  let log = n * Math.log1p(-p);
  for (let k = 0; k <= n; k++) {
    if (expected.at(-1)! >= 10) {
      observed.push(0);
      expected.push(0);
    }
    observed[observed.length - 1]! += counts.get(k) ?? 0;
    expected[expected.length - 1]! += draws * Math.exp(log);
    log += Math.log((n - k) / (k + 1)) + Math.log(p / (1 - p));
  }
  if (expected.at(-1)! < 10) {
    observed.splice(-2, 2, observed.at(-2)! + observed.at(-1)!);
    expected.splice(-2, 2, expected.at(-2)! + expected.at(-1)!);
  }
  return [observed, expected];
}

/** Probability of a chi-square at least this large; the streams are seeded, so a test passes always or never. */
function fits(observed: readonly number[], expected: readonly number[]): number {
  if (observed.length < 2) return 1;
  const chiSquare = observed.reduce((sum, count, i) => sum + (count - expected[i]!) ** 2 / expected[i]!, 0);
  return chiSquareUpper(chiSquare, observed.length - 1);
}
