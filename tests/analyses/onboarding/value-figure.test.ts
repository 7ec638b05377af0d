import { expect, test } from "vitest";
import { languageOf } from "../../../src/analyses";
import { labelled, pointsOf, reachOf } from "../../../src/analyses/onboarding/value-curve";
import { valueFigure } from "../../../src/analyses/onboarding/value-figure";
import { onboardingFound, valueOfFew } from "../../charts/fixtures/onboarding";

const found = onboardingFound.value!;
const days = [1, 7, 30];

test("drawn until nobody comes any more, and at least to the longest day asked for, as far as anybody is followed", () => {
  expect(reachOf(found.curve, days)).toBe(30);
  expect(reachOf(found.curve, [1])).toBe(3);
  expect(reachOf(found.curve, [1, 400])).toBe(90);
  expect(reachOf(valueOfFew.curve, [1])).toBe(24);
});

test("the share never falls, its band holds it, and the last corner carries it on", () => {
  for (const { curve } of [found, valueOfFew]) {
    const points = pointsOf(curve, 30);
    points.forEach(({ share, low, high }, i) => {
      expect(share).toBeGreaterThanOrEqual(points[i - 1]?.share ?? 0);
      expect(low).toBeLessThanOrEqual(share);
      expect(high).toBeGreaterThanOrEqual(share);
    });
    expect(points.at(-1)).toMatchObject({ time: 30, share: points.at(-2)!.share });
  }
  // 210 and 190 of 1,100 until day 1, with 4 who were followed for no longer than day 0.
  const byOne = 1 - (1 - 210 / 1100) * (1 - 190 / 886);
  expect(pointsOf(found.curve, 30)[2]!.share).toBeCloseTo(byOne, 12);
});

test("days are named where there is room", () => {
  const points = pointsOf(found.curve, 30);
  const named = (room: number) => labelled(points, days, 30, room).map(({ time }) => time);
  expect(named(600)).toEqual([1, 7, 30]);
  expect(named(200)).toEqual([1, 30]);
  expect(labelled(points, [31], 30, 600)).toEqual([]);
});

test("a mark stands for those who came until then", () => {
  for (const locale of ["en", "ru"]) {
    const { who } = valueFigure(found, days, languageOf(locale));
    const points = pointsOf(found.curve, 30);
    expect(points.map((point) => who!(point)?.key ?? null)).toEqual([
      null,
      "value by 0",
      "value by 1",
      "value by 3",
      "value by 3",
    ]);
    expect(who!(points[2])!.label).toContain("report_shared");
    for (const other of [null, undefined, 3, {}, { time: "3", share: 1 }]) expect(who!(other)).toBeNull();
  }
});
