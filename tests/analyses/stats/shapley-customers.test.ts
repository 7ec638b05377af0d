import { describe, expect, test } from "vitest";
import { random } from "../../../src/analyses/stats/random";
import { patternResamples } from "../../../src/analyses/stats/resample-patterns";
import { customerShares } from "../../../src/analyses/stats/shapley-customers";
import { intervalsOf } from "../../../src/analyses/stats/shapley-interval";
import { logisticShares } from "../../../src/analyses/stats/shapley-logistic";

/** Customers with measures that go together, one of them without effect, and a control in the first column. */
function measured(customers: number, seed: string) {
  const { uniform } = random(seed);
  const patterns = Array.from({ length: customers }, () => {
    const common = uniform();
    const values = [Number(uniform() < 0.4), ...[0, 1, 2].map(() => Math.round((uniform() + common) * 500))];
    const logit = 0.4 * values[0]! + 0.004 * (values[1]! - 500) + 0.002 * (values[2]! - 500);
    return { values, x: Number(uniform() < 1 / (1 + Math.exp(-logit))), n: 1 };
  });
  return { patterns: patternResamples(patterns).patterns, levers: [[1], [2], [3]] };
}

const kinds = ["first", "shapley", "last"] as const;

describe("what customers add to shares", () => {
  test("adds up to the shares where each customer counts once", () => {
    const input = measured(400, "once");
    const { shares, of } = customerShares(input)!;
    const found = of(input.patterns)!;
    const plain = logisticShares(input);
    if (!plain.ok) throw new Error(plain.why);
    plain.levers.forEach((lever, i) => {
      for (const kind of kinds) {
        expect(shares.levers[i]![kind]).toBe(lever[kind]);
        // R² of each model is to 1e-10.
        expect(Math.abs(found[i]![kind] - lever[kind])).toBeLessThan(1e-9);
      }
    });
  });

  test("weighed anew is what models fitted anew tell, but for the gain of fitting", () => {
    const input = measured(1500, "anew");
    const { shares, of } = customerShares(input)!;
    const resamples = patternResamples(input.patterns);
    const source = random("resamples");
    const drawn = Array.from({ length: 100 }, () => resamples.draw(source));
    const refitted = drawn.map((patterns) => {
      const told = logisticShares({ ...input, patterns });
      return told.ok ? told.levers : null;
    });
    const weighed = drawn.map(of);
    const ends = [weighed, refitted].map((one) => intervalsOf(shares.levers, one));
    for (const [i] of input.levers.entries())
      for (const kind of kinds) {
        const [low, high] = ends[0]![i]![kind].percentile!;
        const [lowFitted, highFitted] = ends[1]![i]![kind].percentile!;
        // To the first order: half a parameter of about 1,000 of −ln L₀, and a tenth of the interval for the second.
        const apart = 2e-3 + 0.1 * (highFitted - lowFitted);
        expect(Math.abs(low - lowFitted)).toBeLessThan(apart);
        expect(Math.abs(high - highFitted)).toBeLessThan(apart);
        // The gain of a fit lifts shares of refitted models, never those that are weighed.
        expect(low).toBeLessThan(lowFitted + 1e-3);
      }
  });

  test("of customers all with the outcome is nothing", () => {
    const input = measured(60, "all");
    const { of } = customerShares(input)!;
    expect(of(input.patterns.map(({ values, n }) => ({ values, x: n, n })))).toBeNull();
    expect(of(input.patterns.map(({ values }) => ({ values, x: 0, n: 0 })))).toBeNull();
  });

  test("is not told of more levers than all of whose subsets are counted, nor without an outcome", () => {
    const patterns = [0, 1].map((x) => ({ values: Array.from({ length: 13 }, () => x), x, n: 1 }));
    expect(customerShares({ patterns, levers: patterns[0]!.values.map((_, i) => [i]) })).toBeNull();
    expect(customerShares({ patterns: [{ values: [1], x: 0, n: 5 }], levers: [[0]] })).toBeNull();
  });

  test("is the same of two levers that repeat each other", () => {
    const { patterns } = measured(300, "twins");
    const twins = patterns.map(({ values, ...rest }) => ({
      values: [values[1]!, 2 * values[1]!, values[2]!],
      ...rest,
    }));
    const { of } = customerShares({ patterns: twins, levers: [[0], [1], [2]] })!;
    const [one, other] = of(twins)!;
    for (const kind of kinds) expect(Math.abs(one![kind] - other![kind])).toBeLessThan(1e-9);
    expect(Math.abs(one!.last)).toBeLessThan(1e-9);
  });
});
