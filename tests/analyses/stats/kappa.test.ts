import fc from "fast-check";
import { expect, test } from "vitest";
import { kappa } from "../../../src/analyses/stats/kappa";

test("nothing coded, and one code for all, say nothing about agreement", () => {
  expect(kappa([])).toBeNull();
  expect(
    kappa([
      [0, 0],
      [0, 0],
    ]),
  ).toBeNull();
  expect(
    kappa([
      [9, 0],
      [0, 0],
    ]),
  ).toBeNull();
  expect(() => kappa([[1, 2]])).toThrow("table not square");
  expect(() => kappa([[NaN]])).toThrow("no count: NaN");
});

test("always agreed is 1 without an interval, never agreed is −1", () => {
  expect(
    kappa([
      [5, 0],
      [0, 7],
    ]),
  ).toEqual({ kappa: 1, agreement: 1, standardError: 0, interval: null });
  expect(
    kappa([
      [0, 5],
      [5, 0],
    ])!.kappa,
  ).toBeCloseTo(-1, 14);
});

test("couples' sexual fun: 0.129, error 0.0686", () => {
  // Hout, Duncan & Sobel (1987), Sociol. Methodol. 17, 145–184; the error as R's vcd prints it for SexualFun.
  const result = kappa([
    [7, 7, 2, 3],
    [2, 8, 3, 7],
    [1, 5, 4, 9],
    [2, 8, 9, 14],
  ])!;
  // Printed with four digits.
  expect(result.kappa).toBeCloseTo(0.1293, 4);
  expect(result.standardError).toBeCloseTo(0.0686, 4);
});

test("the error is the delta method's: derivatives of kappa by the cells", () => {
  const table = [
    [40, 7, 3],
    [9, 31, 6],
    [2, 8, 24],
  ];
  const n = 130;
  const slopes = table.map((row, i) =>
    row.map((_, j) => {
      const moved = (step: number) =>
        kappa(table.map((r, a) => r.map((x, b) => x + (a === i && b === j ? step : 0))))!.kappa;
      return (n * (moved(1e-4) - moved(-1e-4))) / 2e-4;
    }),
  );
  // Cells of a multinomial; the slopes of a function of shares sum with them to 0.
  const variance =
    table.reduce(
      (sum, row, i) => sum + row.reduce((part, x, j) => part + (x / n) * slopes[i]![j]! ** 2, 0),
      0,
    ) / n;
  // Differences over a step of 1e-4 keep eight digits.
  expect(kappa(table)!.standardError).toBeCloseTo(Math.sqrt(variance), 7);
});

test("exchanged coders and renamed codes agree as much; twice the items, the same kappa", () => {
  const square = fc.integer({ min: 2, max: 4 }).chain((k) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: k, maxLength: k }), {
      minLength: k,
      maxLength: k,
    }),
  );
  fc.assert(
    fc.property(square, (table) => {
      const result = kappa(table);
      const exchanged = kappa(table.map((row, i) => row.map((_, j) => table[j]![i]!)));
      const renamed = kappa([...table].reverse().map((row) => [...row].reverse()));
      const twice = kappa(table.map((row) => row.map((x) => 2 * x)));
      if (!result) return;
      for (const other of [exchanged!, renamed!, twice!]) expect(other.kappa).toBeCloseTo(result.kappa, 12);
      expect(exchanged!.standardError).toBeCloseTo(result.standardError, 7);
      expect(result.kappa).toBeLessThanOrEqual(1);
      if (result.interval) expect(result.interval[0]).toBeLessThanOrEqual(result.kappa);
    }),
  );
});
