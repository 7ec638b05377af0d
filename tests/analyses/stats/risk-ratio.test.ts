import { expect, test } from "vitest";
import { riskRatio } from "../../../src/analyses/stats/risk-ratio";

test("heart attacks with and without aspirin: Agresti (2002), Categorical Data Analysis, 3.1", () => {
  const told = riskRatio({ x: 189, n: 11034 }, { x: 104, n: 11037 })!;
  // The book prints 1.82 and 1.43 to 2.31.
  expect(told.ratio).toBeCloseTo(1.8178, 4);
  expect(told.interval![0].toFixed(2)).toBe("1.43");
  expect(told.interval![1].toFixed(2)).toBe("2.31");
});

test("turned round, the ratio and its interval are one over the others", () => {
  const [a, b] = [
    { x: 12, n: 80 },
    { x: 30, n: 95 },
  ];
  const [one, other] = [riskRatio(a, b)!, riskRatio(b, a)!];
  expect(one.ratio).toBeCloseTo(1 / other.ratio, 14);
  expect(one.interval![0]).toBeCloseTo(1 / other.interval![1], 14);
});

test("nobody and everybody: no ratio to nought, no interval from it", () => {
  expect(riskRatio({ x: 3, n: 10 }, { x: 0, n: 10 })).toBeNull();
  expect(riskRatio({ x: 3, n: 10 }, { x: 0, n: 0 })).toBeNull();
  expect(riskRatio({ x: 0, n: 10 }, { x: 3, n: 10 })).toEqual({ ratio: 0, interval: null });
  expect(riskRatio({ x: 10, n: 10 }, { x: 4, n: 4 })).toEqual({ ratio: 1, interval: null });
  expect(() => riskRatio({ x: 11, n: 10 }, { x: 1, n: 4 })).toThrow(RangeError);
});
