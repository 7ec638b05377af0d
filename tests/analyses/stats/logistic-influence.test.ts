import { describe, expect, test } from "vitest";
import { influence } from "../../../src/analyses/stats/logistic-influence";
import { logisticRegression } from "../../../src/analyses/stats/logistic-regression";
import type { Pattern } from "../../../src/analyses/stats/logistic";

/** Finney (1947): volume and rate of air, and whether the vessels of the skin contracted. The data of Pregibon (1981). */
const vaso =
  `3.70 0.825 1 3.50 1.09 1 1.25 2.50 1 0.75 1.50 1 0.80 3.20 1 0.70 3.50 1 0.60 0.75 0 1.10 1.70 0 0.90 0.75 0 0.90
0.45 0 0.80 0.57 0 0.55 2.75 0 0.60 3.00 0 1.40 2.33 1 0.75 3.75 1 2.30 1.64 1 3.20 1.60 1 0.85 1.415 1 1.70 1.06 0 1.80 1.80 1
0.40 2.00 0 0.95 1.36 0 1.35 1.35 0 1.50 1.36 0 1.60 1.78 1 0.60 1.50 0 1.80 1.50 1 0.95 1.90 0 1.90 0.95 1 1.60 0.40 0 2.70
0.75 1 2.35 0.03 0 1.10 1.83 0 1.10 2.20 1 1.20 2.00 1 0.80 3.33 1 0.95 1.90 0 0.75 1.90 0 1.30 1.625 1`
    .split(/\s+/)
    .map(Number);

const tests = Array.from({ length: vaso.length / 3 }, (_, i): Pattern => ({
  values: [1, Math.log(vaso[3 * i]!), Math.log(vaso[3 * i + 1]!)],
  x: vaso[3 * i + 2]!,
  n: 1,
}));

function fitted(patterns: readonly Pattern[]) {
  const fit = logisticRegression(patterns, { profiles: false });
  if (!fit.ok) throw new Error(fit.why);
  return fit;
}

describe("Pregibon's example", () => {
  const fit = fitted(tests);

  // Digits: the same reckoned with 60 digits.
  test.each([
    [4, 0.08674462527406579, 0.42908534809547, [1.417685381231262, -1.898329710523187, -1.709699101210084]],
    [18, 0.09538564466068458, 0.3281519008776667, [1.267311753591172, -1.58076916599826, -1.521681169326838]],
    [
      1,
      0.09267577556858251,
      0.00182519329343207,
      [-0.02173285448741842, 0.1036901973895037, 0.03544414238891253],
    ],
    [
      24,
      0.07172096098634394,
      0.05194967083613326,
      [-0.1692034487474793, -0.1872500570979646, 0.07542864875014077],
    ],
  ])("test %i: leverage, Cook's distance, changes", (number, leverage, cook, changes) => {
    const { values, x } = tests[number - 1]!;
    const found = influence(values, x === 1, fit)!;
    expect(found.leverage).toBeCloseTo(leverage, 10);
    expect(found.cook).toBeCloseTo(cook, 9);
    found.changes.forEach((change, i) => expect(change).toBeCloseTo(changes[i]!, 8));
  });

  test("tests 4 and 18 weigh most, and without them the coefficients are −24.58, 39.55 and 31.94", () => {
    const cook = tests.map(({ values, x }) => influence(values, x === 1, fit)!.cook);
    const order = cook.map((_, i) => i).sort((a, b) => cook[b]! - cook[a]!);
    expect(order.slice(0, 2)).toEqual([3, 17]);
    const without = fitted(tests.filter((_, i) => i !== 3 && i !== 17));
    [-24.58, 39.55, 31.94].forEach((known, i) => expect(without.coefficients[i]).toBeCloseTo(known, 2));
  });

  test("leverages add up to the number of coefficients", () => {
    const sum = tests.reduce((all, { values, x }) => all + influence(values, x === 1, fit)!.leverage, 0);
    expect(sum).toBeCloseTo(3, 9);
  });
});

test("of many alike one changes what leaving one out changes", () => {
  const patterns: Pattern[] = [
    { values: [1, 0, 0], x: 300, n: 500 },
    { values: [1, 1, 0], x: 240, n: 300 },
    { values: [1, 0, 1], x: 180, n: 240 },
    { values: [1, 1, 1], x: 120, n: 160 },
  ];
  const fit = fitted(patterns);
  const without = fitted(patterns.map((one, i) => (i === 1 ? { ...one, x: one.x - 1, n: one.n - 1 } : one)));
  const { changes } = influence([1, 1, 0], true, fit)!;
  changes.forEach((change, i) => {
    const known = fit.coefficients[i]! - without.coefficients[i]!;
    // A step towards it and not the whole way: to a hundredth of it, one customer being one of 1,200.
    expect(Math.abs(change! - known)).toBeLessThan(0.01 * Math.abs(known) + 1e-6);
  });
});

test("a column that was dropped has no change", () => {
  const fit = fitted(tests.map((one) => ({ ...one, values: [...one.values, one.values[1]!] })));
  const { values, x } = tests[3]!;
  const found = influence([...values, values[1]!], x === 1, fit)!;
  expect(found.changes[3]).toBeNull();
  expect(found.cook).toBeCloseTo(0.42908534809547, 9);
});
