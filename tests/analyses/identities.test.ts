import { expect, test } from "vitest";
import { AnalysisError } from "../../src/analyses";
import { assertMovement, assertShares } from "../../src/analyses/identities";
import { isSmallSample, shareOf } from "../../src/analyses/share";

const movement = { atStart: 10, lost: 2, remaining: 8, new: 7, returned: 0, atEnd: 15 };

test("what adds up passes", () => {
  assertMovement(movement, "here");
  assertMovement({ atStart: 0, lost: 0, remaining: 0, new: 0, returned: 0, atEnd: 0 }, "here");
  for (const [x, n] of [
    [0, 7],
    [1, 3],
    [2, 3],
    [7, 7],
    [0, 0],
  ] as const)
    assertShares(shareOf(x, n), shareOf(n - x, n), "here");
});

test.each([
  [{ lost: 3 }, "identity broken in June: start = lost + remaining"],
  [{ atEnd: 14 }, "identity broken in June: end = remaining + new + returned"],
  [{ new: 6 }, "identity broken in June: end = remaining + new + returned"],
])("%j is named", (wrong, message) => {
  expect(() => assertMovement({ ...movement, ...wrong }, "June")).toThrow(message);
  expect(() => assertMovement({ ...movement, ...wrong }, "June")).toThrow(AnalysisError);
});

test("shares that do not make one, lie outside 0..1 or come without a base are named", () => {
  const share = (rate: number | null, n = 10) => ({ x: 1, n, rate, interval: null });
  expect(() => assertShares(share(0.2), share(0.7), "x")).toThrow("attrition + retention = 1");
  expect(() => assertShares(share(-0.5), share(1.5), "x")).toThrow("0 <= attrition <= 1");
  expect(() => assertShares(share(null), share(null), "x")).toThrow("no rate only without a base");
});

test("a share of nobody has no rate and no interval", () => {
  expect(shareOf(0, 0)).toEqual({ x: 0, n: 0, rate: null, interval: null });
});

test("a small sample: fewer than 30, or fewer than five on one side", () => {
  const small = (x: number, n: number) => isSmallSample({ x, n });
  expect([small(10, 29), small(4, 100), small(96, 100), small(0, 1000)]).toEqual([true, true, true, true]);
  expect([small(5, 30), small(25, 30), small(50, 100), small(0, 0)]).toEqual([false, false, false, false]);
});
