import { describe, expect, test } from "vitest";
import {
  chainedImputation,
  type Complete,
  type Incomplete,
} from "../../../src/analyses/stats/chained-imputation";
import { chiSquareDraw, normalDraw } from "../../../src/analyses/stats/gamma-draw";
import { logisticRegression } from "../../../src/analyses/stats/logistic-regression";
import { random } from "../../../src/analyses/stats/random";
import { pool } from "../../../src/analyses/stats/rubin";

const expit = (value: number) => 1 / (1 + Math.exp(-value));

interface Made {
  readonly switch: number;
  readonly measure: number;
  readonly stayed: number;
}

/** Stayed hangs on a switch (log odds 0.8) and a measure (0.7); what is left out hangs on the outcome and the switch. */
function made(customers: number, seed: string): { whole: Made[]; gappy: Incomplete[] } {
  const source = random(seed);
  const whole = Array.from({ length: customers }, (): Made => {
    const on = source.uniform() < 0.4 ? 1 : 0;
    const measure = normalDraw(source) + 0.5 * on;
    return { switch: on, measure, stayed: source.uniform() < expit(0.2 + 0.8 * on + 0.7 * measure) ? 1 : 0 };
  });
  const gappy = whole.map(({ switch: on, measure, stayed }): Incomplete => {
    const isGone = source.uniform() < 0.15 + 0.35 * stayed * on;
    const isOther = source.uniform() < (stayed ? 0.05 : 0.2);
    return { values: [isOther ? null : on, isGone ? null : measure], beside: [stayed], n: 1 };
  });
  return { whole, gappy };
}

function estimate(rows: readonly { values: readonly number[]; beside: readonly number[]; n: number }[]) {
  const fit = logisticRegression(
    rows.map(({ values, beside, n }) => ({ values: [1, ...values], x: beside[0]! * n, n })),
    { profiles: false, terms: [] },
  );
  if (!fit.ok) throw new Error(fit.why);
  return fit;
}

describe("proper draws", () => {
  const truth = [0.8, 0.7];

  // One incomplete value needs no rounds, so that many bases can be made; both at once: the next test.
  test.each([0, 1])("intervals hold the truth where value %i is missing", (incomplete) => {
    const bases = 40;
    const covered = [0, 0];
    for (let base = 0; base < bases; base++) {
      const { whole, gappy } = made(200, `base ${base}`);
      const gaps = gappy.map((row, i): Incomplete => {
        const known = [whole[i]!.switch, whole[i]!.measure];
        return { ...row, values: row.values.map((value, j) => (j === incomplete ? value : known[j]!)) };
      });
      const found = pooledOf(gaps, `draws ${base}`, 8);
      truth.forEach((known, i) => {
        const [low, high] = found[i]!.interval;
        if (low <= known && known <= high) covered[i]!++;
      });
    }
    // 95 % of 40 is 38; fewer than 34 come three times in a thousand such tests.
    for (const count of covered) expect(count).toBeGreaterThanOrEqual(34);
  });

  test("gone by outcome and switch: complete cases mislead, the pooled estimate does not", () => {
    const { gappy } = made(3000, "misled");
    const complete = estimate(gappy.filter(({ values }) => !values.includes(null)) as unknown as Complete[]);
    const found = pooledOf(gappy, "misled draws", 4);
    truth.forEach((known, i) => {
      // Of 3,000 an error is about a tenth.
      expect(Math.abs(found[i]!.value - known) / found[i]!.standardError).toBeLessThan(3);
    });
    expect((truth[0]! - complete.coefficients[1]!) / complete.standardErrors[1]!).toBeGreaterThan(3);
  });

  function pooledOf(gappy: readonly Incomplete[], seed: string, times: number) {
    const draw = chainedImputation(gappy, { switches: [true, false], source: random(seed) });
    const fits = Array.from({ length: times }, () => estimate(draw()));
    return truth.map((_, i) =>
      pool(
        fits.map(({ coefficients, covariance }) => ({
          value: coefficients[i + 1]!,
          variance: covariance[i + 1]![i + 1]!,
        })),
        { completeDf: gappy.length - 3 },
      ),
    );
  }
});

describe("what must hold", () => {
  const { gappy, whole } = made(120, "what must hold");
  const options = (seed: string) => ({ switches: [true, false], source: random(seed) });

  test("what is known stays, and what is drawn is a value that somebody has", () => {
    const drawn = chainedImputation(gappy, options("a"))();
    expect(drawn.reduce((sum, { n }) => sum + n, 0)).toBe(120);
    const measures = new Set(whole.map(({ measure }) => measure));
    for (const { values } of drawn) {
      expect([0, 1]).toContain(values[0]);
      expect(measures.has(values[1]!)).toBe(true);
    }
    const key = ({ values, beside }: { values: readonly unknown[]; beside: readonly number[] }) =>
      JSON.stringify([values, beside]);
    const found = drawn.map(key);
    for (const row of gappy) if (!row.values.includes(null)) expect(found).toContain(key(row));
  });

  test("the same seed draws the same whatever the order of rows, and anew at each call", () => {
    const draw = chainedImputation(gappy, options("a"));
    const [first, second] = [draw(), draw()];
    const turned = chainedImputation(gappy.toReversed(), options("a"));
    expect(turned()).toEqual(first);
    expect(second).not.toEqual(first);
  });

  test("customers alike stand together or one by one", () => {
    const alike: Incomplete[] = [
      { values: [1, 5], beside: [1], n: 30 },
      { values: [0, 2], beside: [0], n: 20 },
      { values: [null, 5], beside: [1], n: 3 },
    ];
    const drawn = chainedImputation(alike, options("b"))();
    expect(drawn.map(({ n }) => n).sort((a, b) => a - b)).toEqual([1, 1, 1, 20, 30]);
  });

  test("nobody has a value: those without it are left out; one value for all: that value", () => {
    const rows: Incomplete[] = [
      { values: [1, null], beside: [1], n: 2 },
      { values: [null, null], beside: [0], n: 1 },
    ];
    expect(chainedImputation(rows, options("c"))()).toEqual([]);
    const one = chainedImputation(
      rows.map(({ beside, n, values }) => ({ values: [values[0]!], beside, n })),
      { switches: [true], source: random("d") },
    )();
    expect(one.every(({ values }) => values[0] === 1)).toBe(true);
  });
});

test("χ²: mean and variance", () => {
  const source = random("chi-square");
  const draws = Array.from({ length: 4000 }, () => chiSquareDraw(7, source));
  const mean = draws.reduce((sum, one) => sum + one, 0) / draws.length;
  const variance = draws.reduce((sum, one) => sum + (one - mean) ** 2, 0) / draws.length;
  // Mean 7, variance 14: errors of 4,000 draws are 0.06 and 0.5; four of them.
  expect(Math.abs(mean - 7)).toBeLessThan(0.24);
  expect(Math.abs(variance - 14)).toBeLessThan(2);
});
