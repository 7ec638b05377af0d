import fc from "fast-check";
import { expect, test } from "vitest";
import { minimise } from "../../../src/analyses/stats/minimise";
import { curvatureOf, slopeOf } from "../../../src/analyses/stats/minimise-derivative";
import { nelderMead } from "../../../src/analyses/stats/minimise-nelder-mead";

const rosenbrock = ([x, y]: readonly number[]) => 100 * (y! - x! * x!) ** 2 + (1 - x!) ** 2;

test("no start with a value has no lowest point", () => {
  expect(minimise(() => Number.NaN, [[1]])).toBeNull();
  expect(minimise((x) => x[0]!, [])).toBeNull();
});

test("a function without a bottom is not said to have one", () => {
  expect(minimise(([x]) => -x!, [[0]])!.isConverged).toBe(false);
});

test("Rosenbrock's valley, with and without its slope", () => {
  const slope = ([x, y]: readonly number[]) => [
    -400 * x! * (y! - x! * x!) - 2 * (1 - x!),
    200 * (y! - x! * x!),
  ];
  for (const options of [{}, { slope }]) {
    const found = minimise(rosenbrock, [[-1.2, 1]], options)!;
    expect(found.isConverged).toBe(true);
    // A slope of 1e-9 over the valley's smallest curvature, 0.4.
    expect(found.x.map((v) => Math.abs(v - 1) < 1e-7)).toEqual([true, true]);
  }
});

test("of several bottoms the lowest is found, and how many starts came there is told", () => {
  const found = minimise(([x]) => (x! * x! - 1) ** 2 + 0.3 * x!, [[2], [-2], [-0.5]])!;
  expect(found.x[0]).toBeLessThan(-1);
  expect(found).toMatchObject({ starts: 3, agreeing: 2, isConverged: true });
});

test("where the slope misleads, the simplex finds the way; outside the domain nothing is asked", () => {
  const kinked = ([x, y]: readonly number[]) => (x! < -3 ? NaN : Math.abs(x! - 1) + Math.abs(y! + x!));
  const found = minimise(kinked, [[-2.5, 3]])!;
  expect(found.value).toBeLessThan(1e-4);
  expect(nelderMead(rosenbrock, [-1.2, 1]).value).toBeLessThan(1e-8);
});

test("a bowl of any shape: its bottom, its slope and its curvature", () => {
  const number = fc.double({ min: -3, max: 3, noNaN: true });
  const factors = fc.array(number, { minLength: 9, maxLength: 9 });
  fc.assert(
    fc.property(factors, fc.tuple(number, number, number), (g, bottom) => {
      // GᵀG + I is positive definite.
      const shape = [0, 1, 2].map((i) =>
        [0, 1, 2].map(
          (j) => (i === j ? 1 : 0) + [0, 1, 2].reduce((s, k) => s + g[3 * k + i]! * g[3 * k + j]!, 0),
        ),
      );
      const bowl = (x: readonly number[]) =>
        shape.reduce(
          (sum, row, i) =>
            sum + row.reduce((s, v, j) => s + 0.5 * v * (x[i]! - bottom[i]!) * (x[j]! - bottom[j]!), 0),
          0,
        );
      const found = minimise(bowl, [[0, 0, 0]])!;
      expect(found.isConverged).toBe(true);
      // The slope is below 1e-9, the smallest curvature is 1.
      found.x.forEach((v, i) => expect(Math.abs(v - bottom[i]!)).toBeLessThan(1e-7));
      const curvature = curvatureOf(slopeOf(bowl), [0.5, -1, 2]);
      // Differences of differences of numbers to 1,000.
      curvature.flat().forEach((v, i) => expect(Math.abs(v - shape.flat()[i]!)).toBeLessThan(1e-5));
    }),
    { numRuns: 40 },
  );
});
