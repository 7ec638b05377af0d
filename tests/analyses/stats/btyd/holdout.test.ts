import { expect, test } from "vitest";
import { holdoutByFrequency, tracking } from "../../../../src/analyses/stats/btyd/holdout";

test("nobody held out, nothing told", () => {
  expect(holdoutByFrequency([], () => 1)).toEqual({ rows: [], actual: 0, expected: 0 });
  expect(tracking([], [], 1, (t) => t)).toEqual([]);
});

test("means by frequency, the busiest together, classes without customers left out", () => {
  const rows = [
    { x: 0, tx: 0, T: 9, n: 4, later: 2 },
    { x: 2, tx: 5, T: 9, n: 2, later: 3 },
    { x: 3, tx: 6, T: 9, n: 1, later: 5 },
    { x: 8, tx: 9, T: 9, n: 1, later: 7 },
  ];
  expect(holdoutByFrequency(rows, ({ x }) => x / 2, 3)).toEqual({
    rows: [
      { x: 0, customers: 4, actual: 0.5, expected: 0 },
      { x: 2, customers: 2, actual: 1.5, expected: 1 },
      { x: 3, customers: 2, actual: 6, expected: 2.75 },
    ],
    actual: 17,
    expected: 7.5,
  });
});

test("a tracking curve counts each customer from the own first purchase", () => {
  const starts = [
    { at: 0, n: 10 },
    { at: 1.5, n: 4 },
  ];
  const points = tracking(starts, [3, 0, 5], 1, (t) => t / 2);
  expect(points).toEqual([
    { t: 1, actual: 3, expected: 5, actualHere: 3, expectedHere: 5 },
    { t: 2, actual: 3, expected: 11, actualHere: 0, expectedHere: 6 },
    { t: 3, actual: 8, expected: 18, actualHere: 5, expectedHere: 7 },
  ]);
});
