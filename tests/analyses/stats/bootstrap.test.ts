import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bootstrapRatios } from "../../../src/analyses/stats/bootstrap";
import { accelerationOf, bootstrapIntervals } from "../../../src/analyses/stats/bootstrap-interval";
import { bootstrapOf } from "../../../src/analyses/stats/bootstrap-of";
import { chiSquareUpper } from "../../../src/analyses/stats/chi-square";
import { random } from "../../../src/analyses/stats/random";
import reference from "../../reference/distributions.json";

const kept = { over: 1, under: 0 };

test("nobody, or a base of 0, has no ratio", () => {
  expect(bootstrapRatios({ columns: [], ratios: [] }, { seed: 1 })).toEqual([]);
  const none = [new Float64Array(0), new Float64Array(0)];
  expect(bootstrapRatios({ columns: none, ratios: [kept] }, { seed: 1 })).toEqual([null]);
  const nothing = [new Float64Array(5), Float64Array.of(1, 2, 3, 4, 5)];
  expect(bootstrapRatios({ columns: nothing, ratios: [kept] }, { seed: 1 })).toEqual([null]);
});

test("one customer, nobody lost, all alike: an estimate, and no interval without width", () => {
  const flat = { standardError: null, percentile: null, bca: null };
  for (const columns of [
    [Float64Array.of(100), Float64Array.of(70)],
    [Float64Array.of(100, 5, 3.3), Float64Array.of(70, 3.5, 2.31)],
    [
      Float64Array.from({ length: 700 }, (_, i) => i / 7),
      Float64Array.from({ length: 700 }, (_, i) => i / 10),
    ],
  ]) {
    const [result] = bootstrapRatios({ columns, ratios: [kept] }, { seed: 1 })!;
    expect(result).toMatchObject({ ...flat, estimate: expect.closeTo(0.7, 12) as number });
  }
});

test("a resample without a base is counted, and too many of them leave no interval", () => {
  const columns = [Float64Array.of(0, 0, 0, 8), Float64Array.of(0, 0, 0, 4)];
  const [result] = bootstrapRatios({ columns, ratios: [kept] }, { seed: 1 })!;
  // (3/4)⁴ of the resamples miss the one customer who pays.
  expect(result!.undefinedReplicates / 2000).toBeCloseTo(0.75 ** 4, 1);
  expect(result!.replicates).toHaveLength(2000 - result!.undefinedReplicates);
  expect(result).toMatchObject({ estimate: 0.5, percentile: null, bca: null });
});

test("one customer who is the whole base among others has no acceleration", () => {
  expect(accelerationOf(Float64Array.of(0.5, NaN))).toBeNull();
  expect(accelerationOf(Float64Array.of(0.5, 0.5))).toBeNull();
});

test("what is no number, no column and no base is refused", () => {
  const options = { seed: 1 };
  const column = Float64Array.of(1, 2);
  const refused = (columns: Float64Array[], ratios = [kept], more = {}) =>
    expect(() => bootstrapRatios({ columns, ratios }, { ...options, ...more }));
  refused([column, Float64Array.of(1)]).toThrow("columns of different lengths");
  refused([column, Float64Array.of(1, NaN)]).toThrow("no number: NaN");
  refused([Float64Array.of(1, -2), column]).toThrow("base below 0: -2");
  refused([column]).toThrow("no column: 1/0");
  refused([column, column], [kept], { replicates: 0 }).toThrow("no number of replicates: 0");
});

test("the same seed, the same numbers; another seed, others", () => {
  const input = accounts(600);
  const run = (seed: string) => bootstrapRatios(input, { seed })!;
  expect(run("a")).toEqual(run("a"));
  expect(run("a")[0]!.replicates).not.toEqual(run("b")[0]!.replicates);
});

test("progress rises to 1, and Stop ends it", () => {
  const input = accounts(5000);
  const shares: number[] = [];
  bootstrapRatios(input, { seed: 1, replicates: 20, onProgress: (share) => shares.push(share) });
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(shares.length).toBeGreaterThan(10);
  expect(shares.at(-1)).toBe(1);
  let asked = 0;
  const isStopped = () => ++asked > 3;
  expect(bootstrapRatios(input, { seed: 1, isStopped })).toBeNull();
  expect(asked).toBe(4);
  expect(bootstrapOf(() => 1, 10, { seed: 1, isStopped: () => true })).toBeNull();
});

describe("the draw through blocks is the draw with replacement", () => {
  const n = 600;
  const replicates = 20_000;
  // First and last customers of full blocks, and of the short one at the end.
  const watched = [0, 1, 255, 256, 511, 512, 599];
  const columns = watched.map((customer) =>
    Float64Array.from({ length: n }, (_, i) => (i === customer ? 1 : 0)),
  );
  columns.push(new Float64Array(n).fill(1));
  const results = bootstrapRatios(
    { columns, ratios: columns.map((_, over) => ({ over, under: null })) },
    { seed: "blocks", replicates },
  )!;
  const times = results.map((result) => Array.from(result!.replicates, (share) => Math.round(share * n)));

  test("every resample has exactly n draws", () => {
    expect(new Set(times.at(-1))).toEqual(new Set([n]));
  });

  test("how often a customer comes is binomial(n, 1/n)", () => {
    watched.forEach((_, k) => {
      const counts = [0, 0, 0, 0, 0, 0];
      for (const count of times[k]!) counts[Math.min(count, 5)]!++;
      const chances = [0, 1, 2, 3, 4].map((x) => binomial(x, n, 1 / n));
      chances.push(1 - chances.reduce((sum, p) => sum + p, 0));
      const chiSquare = counts.reduce(
        (sum, x, i) => sum + (x - replicates * chances[i]!) ** 2 / (replicates * chances[i]!),
        0,
      );
      expect(chiSquareUpper(chiSquare, 5)).toBeGreaterThan(1e-3);
    });
  });

  test("two customers come together as in a multinomial, in one block and in two", () => {
    for (const [a, b] of [
      [0, 1],
      [0, 2],
      [2, 3],
      [4, 5],
      [5, 6],
    ] as const) {
      const both = times[a]!.reduce((sum, x, i) => sum + x * times[b]![i]!, 0) / replicates;
      // Mean of the product is n(n−1)/n²; its standard deviation about 1.7, five errors of the mean 0.06.
      expect(Math.abs(both - (1 - 1 / n))).toBeLessThan((5 * 1.7) / Math.sqrt(replicates));
    }
  });
});

test("ratios spread as resampling one customer after another has them spread", () => {
  const n = 700;
  const input = accounts(n);
  const [before, after] = input.columns as [Float64Array, Float64Array];
  const fast = bootstrapRatios(input, { seed: "fast", replicates: 4000 })![0]!;
  const slow = bootstrapOf(
    (customers) => {
      let [a, b] = [0, 0];
      for (const customer of customers) {
        a += after[customer]!;
        b += before[customer]!;
      }
      return a / b;
    },
    n,
    { seed: "slow", replicates: 4000 },
  )!;
  expect(fast.estimate).toBeCloseTo(slow.estimate, 13);
  // Two runs of 4,000: each standard error is known to 1/√8000, their ratio to 1.6 %; five times that.
  expect(Math.abs(fast.standardError! / slow.standardError! - 1)).toBeLessThan(0.08);
  for (const key of ["percentile", "bca"] as const) {
    [0, 1].forEach((side) =>
      // A 2.5 % quantile of 4,000 is known to about 0.042 standard errors; five times √2 of that.
      expect(Math.abs(fast[key]![side]! - slow[key]![side]!) / slow.standardError!).toBeLessThan(0.3),
    );
  }
  // And as the linearised ratio has it, to the same Monte Carlo error and a term in 1/n.
  const base = before.reduce((sum, value) => sum + value, 0);
  const squares = before.reduce((sum, value, i) => sum + (after[i]! - fast.estimate * value) ** 2, 0);
  expect(Math.abs(fast.standardError! / (Math.sqrt(squares) / base) - 1)).toBeLessThan(0.08);
});

test("BCa limits equal the formulas in scipy; without bias and skewness they are the percentiles", () => {
  const replicates = Float64Array.from({ length: 999 }, (_, i) => (i + 1) / 1000);
  for (const [estimate, acceleration, low, high] of reference.bca) {
    const { bca } = bootstrapIntervals(estimate!, replicates, acceleration!, 0.95);
    expect(bca).toEqual([expect.closeTo(low!, 12), expect.closeTo(high!, 12)]);
  }
  const plain = bootstrapIntervals(0.5, replicates, 0, 0.95);
  expect(plain.bca).toEqual(plain.percentile!.map((limit) => expect.closeTo(limit, 12) as number));
  expect(bootstrapIntervals(7, replicates, 0, 0.95).bca).toBeNull();
});

test("replicates that are the estimate but for roundings count half to each side", () => {
  const replicates = Float64Array.from({ length: 999 }, (_, i) =>
    i < 300 ? 0.4 : i < 699 ? 0.5 + 1e-16 * (i % 3) : 0.6,
  );
  const { bca, percentile } = bootstrapIntervals(0.5, replicates, 0, 0.9);
  expect(bca).toEqual(percentile);
});

test("a mean's acceleration is a sixth of its skewness over √n", () => {
  const values = [1, 2, 2, 3, 9, 14];
  const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
  const leftOut = Float64Array.from(values, (v) => (mean * values.length - v) / (values.length - 1));
  const moment = (power: number) => values.reduce((sum, v) => sum + (v - mean) ** power, 0) / values.length;
  const skewness = moment(3) / moment(2) ** 1.5;
  expect(accelerationOf(leftOut)).toBeCloseTo(skewness / 6 / Math.sqrt(values.length), 13);
});

test("a statistic of nobody, or without a value, has no bootstrap", () => {
  expect(bootstrapOf(() => 1, 0, { seed: 1 })).toBeNull();
  expect(bootstrapOf(() => NaN, 5, { seed: 1 })).toBeNull();
  expect(bootstrapOf((customers) => customers.length, 1, { seed: 1 })).toMatchObject({
    estimate: 1,
    percentile: null,
  });
  expect(() => bootstrapOf(() => 1, 1.5, { seed: 1 })).toThrow("no number of customers: 1.5");
});

test("intervals hold the percentile order and lie within the ratios there are", () => {
  const money = fc.record({
    before: fc.integer({ min: 1, max: 1000 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  fc.assert(
    fc.property(fc.array(money, { minLength: 2, maxLength: 400 }), fc.string(), (some, seed) => {
      const columns = [
        Float64Array.from(some, ({ before }) => before),
        Float64Array.from(some, ({ before, share }) => before * share),
      ];
      const result = bootstrapRatios({ columns, ratios: [kept] }, { seed, replicates: 200 })![0]!;
      const shares = some.map(({ share }) => share);
      for (const interval of [result.percentile, result.bca]) {
        if (!interval) continue;
        expect(interval[0]).toBeLessThanOrEqual(interval[1]);
        expect(interval[0]).toBeGreaterThanOrEqual(Math.min(...shares) - 1e-12);
        expect(interval[1]).toBeLessThanOrEqual(Math.max(...shares) + 1e-12);
      }
    }),
    { numRuns: 40 },
  );
});

/** Skewed revenue before, and after with every ninth customer lost. */
function accounts(n: number) {
  const source = random("accounts");
  const before = Float64Array.from({ length: n }, () => Math.exp(6 + 2 * source.uniform()));
  const after = before.map((value) => (source.below(9) === 0 ? 0 : value * (0.8 + 0.4 * source.uniform())));
  return { columns: [before, after], ratios: [{ over: 1, under: 0 }] };
}

function binomial(x: number, n: number, p: number): number {
  let value = (1 - p) ** (n - x);
  for (let i = 1; i <= x; i++) value *= ((n - x + i) / i) * p;
  return value;
}
