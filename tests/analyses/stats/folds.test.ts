import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sql } from "../../../src/engine";
import { auc } from "../../../src/analyses/stats/auc";
import { foldOf } from "../../../src/analyses/stats/folds";
import { md5 } from "../../../src/analyses/stats/folds-md5";
import {
  crossValidate,
  type FoldedPattern,
  type Predict,
} from "../../../src/analyses/stats/folds-validation";
import { logistic, probability, type Pattern } from "../../../src/analyses/stats/logistic";
import { optimism } from "../../../src/analyses/stats/optimism";
import { random } from "../../../src/analyses/stats/random";
import { openedDatabase } from "../opened-database";

const database = openedDatabase();

describe("folds", () => {
  test("MD5 as Node has it, of texts of every length around a block, in any script", () => {
    const texts = [
      "",
      "a",
      "счёт №7",
      "😀",
      ...[54, 55, 56, 57, 63, 64, 65, 119, 120, 128].map((i) => "x".repeat(i)),
    ];
    for (const text of texts) expect(md5(text)).toBe(createHash("md5").update(text).digest("hex"));
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        // Half of a pair of surrogates is no text in UTF-8: both write U+FFFD.
        expect(md5(text)).toBe(createHash("md5").update(text).digest("hex"));
      }),
      { numRuns: 20 },
    );
  });

  test("the same fold in DuckDB", async () => {
    const ids = ["A0001", "A0002", "", "счёт №7", "0", "12345678901234567890"];
    for (const [folds, seed] of [
      [10, "0"],
      [7, "spring"],
    ] as const) {
      const table = await database().query(
        sql`select ((('0x' || md5(${seed} || ':' || id)[1:8])::ubigint * ${folds}) >> 32)::integer as fold
            from (select unnest(['A0001', 'A0002', '', 'счёт №7', '0', '12345678901234567890']) as id)`,
      );
      expect(table.rows().map(({ fold }) => fold)).toEqual(ids.map((id) => foldOf(id, folds, seed)));
    }
  });

  test("by id and seed alone, about equal in size; none of a strange number", () => {
    const sizes = new Array<number>(10).fill(0);
    for (let i = 0; i < 5000; i++) sizes[foldOf(`customer ${i}`, 10)]!++;
    // 500 each, standard deviation 21; the hash is fixed.
    for (const size of sizes) expect(Math.abs(size - 500)).toBeLessThan(80);
    const moved = Array.from({ length: 100 }, (_, i) => foldOf(`${i}`, 10, 1) === foldOf(`${i}`, 10, 2));
    expect(moved.filter(Boolean).length).toBeLessThan(30);
    for (const bad of [0, 1, 2.5, NaN]) expect(() => foldOf("a", bad)).toThrow("no number of folds");
  });
});

describe("cross-validation", () => {
  test("bad input: no folds, no fit, one class", () => {
    const fixed = () => () => 0.5;
    expect(crossValidate([], fixed)).toEqual({ ok: false, why: "folds" });
    const one = [{ values: [1], x: 3, n: 9, fold: 2 }];
    expect(crossValidate(one, fixed)).toEqual({ ok: false, why: "folds" });
    const two = [...one, { values: [1], x: 3, n: 9, fold: 5 }];
    expect(crossValidate(two, () => null)).toEqual({ ok: false, why: "no-fit", fold: 2 });
    const apart = [
      { values: [1], x: 9, n: 9, fold: 0 },
      { values: [1], x: 0, n: 9, fold: 1 },
    ];
    expect(crossValidate(apart, fixed)).toEqual({ ok: false, why: "one-class" });
  });

  test("a fit never sees the fold it is held against", () => {
    const patterns = folded(drawn(1, 0.8), 5);
    const result = crossValidate(patterns, (train) => {
      const seen = new Set(train.map(({ fold }) => fold));
      expect(seen.size).toBe(4);
      return fitted(train);
    });
    if (!result.ok) throw new Error(result.why);
    expect(result.held).toHaveLength(patterns.length);
    for (const one of result.held) {
      const others = fitted(patterns.filter(({ fold }) => fold !== one.fold))!;
      expect(one.probability).toBe(others(one.values));
    }
  });

  test("a good model: an area near the apparent one, a slope of about 1, a smaller error than the base rate's", () => {
    const result = crossValidate(folded(drawn(2, 1.2), 5), fitted);
    if (!result.ok) throw new Error(result.why);
    expect(result.auc.interval![0]).toBeGreaterThan(0.6);
    expect(result.auc.auc).toBeGreaterThan(result.auc.interval![0]);
    expect(result.calibration!.interval[0]).toBeLessThan(1);
    expect(result.calibration!.interval[1]).toBeGreaterThan(1);
    expect(result.brier).toBeLessThan(result.brierOfBaseRate);
    expect(result.unratedFolds).toEqual([]);
  });

  test("a score that needs no fit: each fold's area, weighted by its pairs", () => {
    const patterns = folded(drawn(3, 1), 3);
    const result = crossValidate(patterns, () => (values) => 0.2 + 0.1 * values[1]!);
    if (!result.ok) throw new Error(result.why);
    let [above, pairs] = [0, 0];
    for (const fold of [0, 1, 2]) {
      const own = patterns.filter((one) => one.fold === fold);
      const area = auc(
        own.map(({ values, x, n }) => ({ score: values[1]!, positives: x, negatives: n - x })),
      )!;
      const events = own.reduce((sum, { x }) => sum + x, 0);
      const weight = events * (own.reduce((sum, { n }) => sum + n, 0) - events);
      above += area.auc * weight;
      pairs += weight;
    }
    expect(result.auc.auc).toBeCloseTo(above / pairs, 12);
  });

  test("a fold of one class is left out of the area and named", () => {
    const patterns = [...folded(drawn(4, 1), 3), { values: [1, 2], x: 4, n: 4, fold: 9 }];
    const result = crossValidate(patterns, fitted);
    if (!result.ok) throw new Error(result.why);
    expect(result.unratedFolds).toEqual([9]);
    expect(result.auc.auc).toBeGreaterThan(0.5);
  });
});

describe("optimism", () => {
  test("bad input: no fit, one class, resamples that fail", () => {
    const options = { seed: 1, replicates: 20 };
    expect(optimism([], () => null, options)).toEqual({ ok: false, why: "no-fit" });
    const one = [{ values: [1], x: 9, n: 9 }];
    expect(optimism(one, () => () => 0.5, options)).toEqual({ ok: false, why: "one-class" });
    let calls = 0;
    const rare = optimism(drawn(1, 1), () => (calls++ % 2 === 0 ? () => 0.5 : null), options);
    expect(rare).toEqual({ ok: false, why: "too-many-failed", failed: 10 });
    expect(optimism(drawn(1, 1), fitted, { ...options, isStopped: () => true })).toMatchObject({
      why: "stopped",
    });
  });

  test("a model without anything to learn has none; noise fitted in has; the order of rows does not matter", () => {
    const patterns = drawn(6, 0);
    const fixed = optimism(patterns, () => (values) => 0.3 + 0.05 * values[1]!, { seed: 1, replicates: 40 });
    if (!fixed.ok) throw new Error(fixed.why);
    // A resample of the same customers: a mean of differences whose mean is nothing, at four errors.
    expect(Math.abs(fixed.auc.optimism)).toBeLessThan(4 * fixed.auc.monteCarloError!);
    const noise = noisy(7);
    const result = optimism(noise, fitted, { seed: 1, replicates: 40 });
    if (!result.ok) throw new Error(result.why);
    expect(result.auc.optimism).toBeGreaterThan(0.03);
    expect(result.auc.corrected).toBeLessThan(0.6);
    expect(result.slope!.apparent).toBeCloseTo(1, 8);
    expect(result.slope!.corrected).toBeLessThan(0.8);
    expect(optimism([...noise].reverse(), fitted, { seed: 1, replicates: 40 })).toEqual(result);
  });
});

/** An intercept and a value 0..5 with a slope on the logit. */
function drawn(seed: number, slope: number): Pattern[] {
  const source = random(seed);
  return Array.from({ length: 6 }, (_, value) => {
    const share = 1 / (1 + Math.exp(0.4 - slope * (value - 2.5)));
    const n = 60;
    return {
      values: [1, value],
      x: Array.from({ length: n }).filter(() => source.uniform() < share).length,
      n,
    };
  });
}

/** Eighty customers, eight values that mean nothing. */
function noisy(seed: number): Pattern[] {
  const source = random(seed);
  return Array.from({ length: 80 }, () => ({
    values: [1, ...Array.from({ length: 8 }, () => source.uniform())],
    x: source.below(2),
    n: 1,
  }));
}

/** Spreads the customers of each pattern over folds as evenly as can be. */
function folded(patterns: readonly Pattern[], folds: number): FoldedPattern[] {
  return patterns.flatMap(({ values, x, n }) =>
    Array.from({ length: folds }, (_, fold) => {
      const part = (count: number) =>
        Math.floor((count * (fold + 1)) / folds) - Math.floor((count * fold) / folds);
      return { values, x: part(x), n: part(x) + part(n - x), fold };
    }),
  );
}

function fitted(train: readonly Pattern[]): Predict | null {
  const fit = logistic(train);
  return fit.ok ? (values) => probability(fit.coefficients, values) : null;
}
