import { expect, test } from "vitest";
import { pChart } from "../../../src/analyses/stats/p-chart";
import reference from "../../reference/stats.json";

test("fewer than two points with a base make no chart", () => {
  expect(pChart([])).toBeNull();
  expect(pChart([{ x: 1, n: 10 }])).toBeNull();
  expect(
    pChart([
      { x: 1, n: 10 },
      { x: 0, n: 0 },
    ]),
  ).toBeNull();
});

test("limits equal Laney's formulas computed in Python", () => {
  const { x, n, centre, inflation, limits } = reference.laney;
  const chart = pChart(x.map((count, i) => ({ x: count, n: n[i]! })))!;
  expect(chart.centre).toBeCloseTo(centre, 14);
  expect(chart.inflation).toBeCloseTo(inflation, 12);
  expect(chart.overdispersed).toBe(true);
  n.forEach((base, i) => {
    expect(chart.limits(base)![0]).toBeCloseTo(limits[i]![0]!, 12);
    expect(chart.limits(base)![1]).toBeCloseTo(limits[i]![1]!, 12);
  });
});

test("points that vary no more than a binomial keep the plain limits", () => {
  const chart = pChart([10, 10, 10, 10].map((x) => ({ x, n: 100 })))!;
  expect(chart).toMatchObject({ centre: 0.1, inflation: 1, overdispersed: false });
  expect(chart.limits(100)![1]).toBeCloseTo(0.1 + 3 * Math.sqrt(0.09 / 100), 12);
  expect(chart.limits(100)![0]).toBeCloseTo(0.01, 12);
});

test("nobody lost or everybody lost gives limits without width, none for an empty base", () => {
  const none = pChart([
    { x: 0, n: 10 },
    { x: 0, n: 20 },
  ])!;
  expect(none.limits(10)).toEqual([0, 0]);
  const all = pChart([
    { x: 10, n: 10 },
    { x: 20, n: 20 },
  ])!;
  expect(all.limits(5)).toEqual([1, 1]);
  expect(all.limits(0)).toBeNull();
});
