import fc from "fast-check";
import { expect, test } from "vitest";
import { quantile } from "../../../src/analyses/stats/quantile";

test("nothing has no quantile, one value is every quantile", () => {
  expect(quantile([], 0.5)).toBeNull();
  expect([0, 0.3, 1].map((p) => quantile([7], p))).toEqual([7, 7, 7]);
  expect(quantile([4, 4, 4, 4], 0.8)).toBe(4);
});

test("quantiles with ties equal R's type 7", () => {
  const values = [0, 0, 0, 0, 1, 2, 2, 3, 5, 9];
  expect([0.25, 0.5, 0.75, 0.8].map((p) => quantile(values, p))).toEqual([
    0,
    1.5,
    2.75,
    expect.closeTo(3.4, 12),
  ]);
});

test("a quantile lies within the data, grows with p, and does not mind the order", () => {
  const values = fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 1 });
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(values, share, share, (data, p, q) => {
      const low = quantile(data, Math.min(p, q))!;
      const high = quantile(data, Math.max(p, q))!;
      expect(quantile([...data].reverse(), p)).toBe(quantile(data, p));
      const slack = 1e-9 * Math.max(1, Math.abs(low), Math.abs(high));
      return low <= high + slack && low >= Math.min(...data) - slack && high <= Math.max(...data) + slack;
    }),
  );
});
