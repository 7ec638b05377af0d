import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { kaplanMeier, survivalAt } from "../../../src/analyses/stats/kaplan-meier";
import { restrictedMean } from "../../../src/analyses/stats/restricted-mean";
import type { SurvivalRow } from "../../../src/analyses/stats/risk-table";
import { medianOf, quantileOf } from "../../../src/analyses/stats/survival-quantile";
import { survivalRows } from "./survival-tables";

test("nobody has a curve that says nothing", () => {
  for (const rows of [[], [{ time: 3, events: 0, censored: 0 }]]) {
    const curve = kaplanMeier(rows);
    expect(curve).toMatchObject({ steps: [], customers: 0, events: 0, lastTime: 0, emptied: null });
    expect(survivalAt(curve, 0)).toBeNull();
    expect(medianOf(curve)).toEqual({ time: null, interval: [null, null] });
    expect(restrictedMean(curve, 5)).toBeNull();
  }
});

test("one customer who left: the curve falls to 0 and claims no interval", () => {
  const curve = kaplanMeier(survivalRows("5"));
  expect(curve.steps).toEqual([
    { time: 5, atRisk: 1, events: 1, censored: 0, survival: 0, standardError: null, interval: null },
  ]);
  expect(survivalAt(curve, 4)).toEqual({ survival: 1, standardError: 0, interval: null, atRisk: 1 });
  expect(survivalAt(curve, 5)).toMatchObject({ survival: 0, interval: null, atRisk: 1 });
  expect(survivalAt(curve, 50)).toMatchObject({ survival: 0, atRisk: 0 });
  expect(medianOf(curve)).toEqual({ time: 5, interval: [null, null] });
  expect(restrictedMean(curve, 20)).toEqual({ mean: 5, standardError: 0, interval: null });
});

test("nobody left: S stays 1 as far as the data reach", () => {
  const curve = kaplanMeier(survivalRows("5+ 7+ 9+"));
  expect(survivalAt(curve, 9)).toEqual({ survival: 1, standardError: 0, interval: null, atRisk: 1 });
  expect(survivalAt(curve, 9.5)).toBeNull();
  expect(medianOf(curve).time).toBeNull();
  expect(restrictedMean(curve, 9)).toEqual({ mean: 9, standardError: 0, interval: null });
  expect(restrictedMean(curve, 10)).toBeNull();
});

test("everybody left at one time", () => {
  const curve = kaplanMeier([{ time: 30, events: 50, censored: 0 }]);
  expect(survivalAt(curve, 30)).toMatchObject({ survival: 0, standardError: null, interval: null });
  expect(quantileOf(curve, 0.9)).toEqual({ time: 30, interval: [null, null] });
});

test("who is censored at the time of an event was at risk for it", () => {
  const curve = kaplanMeier(survivalRows("3 3+ 4"));
  expect(curve.steps.map(({ atRisk, survival }) => [atRisk, survival])).toEqual([
    [3, expect.closeTo(2 / 3, 15)],
    [1, 0],
  ]);
});

test("without censoring S is the share that is left, its variance the binomial's", () => {
  const curve = kaplanMeier([1, 2, 3, 4].map((time) => ({ time, events: 25, censored: 0 })));
  expect(curve.steps.map(({ survival }) => survival)).toEqual([0.75, 0.5, expect.closeTo(0.25, 14), 0]);
  expect(survivalAt(curve, 1)!.standardError).toBeCloseTo(Math.sqrt((0.75 * 0.25) / 100), 14);
  // S is exactly ½ from 2 to 3: the first of those times.
  expect(medianOf(curve).time).toBe(2);
  expect(restrictedMean(curve, 4)!.mean).toBeCloseTo(2.5, 14);
  expect(restrictedMean(curve, 4)!.standardError).toBeCloseTo(Math.sqrt(1.25 / 100), 14);
});

test("delayed entry: at risk is who entered before and has not left", () => {
  const rows = [
    { entry: 0, time: 5, events: 1, censored: 0 },
    { entry: 2, time: 6, events: 1, censored: 0 },
    { entry: 5, time: 9, events: 0, censored: 1 },
  ];
  const curve = kaplanMeier(rows);
  expect(curve.steps.map(({ time, atRisk }) => [time, atRisk])).toEqual([
    [5, 2],
    [6, 2],
    [9, 1],
  ]);
  expect([1, 2, 3, 5, 5.5, 6, 9, 10].map((t) => survivalAt(curve, t)?.atRisk)).toEqual([
    1,
    1,
    2,
    2,
    2,
    2,
    1,
    undefined,
  ]);
  const apart = kaplanMeier([
    { time: 5, events: 1, censored: 0, entered: 1 },
    { time: 2, events: 0, censored: 0, entered: 1 },
    { time: 9, events: 0, censored: 1 },
    { time: 6, events: 1, censored: 0 },
  ]);
  expect(apart.steps).toEqual(curve.steps);
});

test("a curve that all left before others came says so", () => {
  const curve = kaplanMeier(survivalRows("1 3-8 3-9+"));
  expect(curve.emptied).toBe(1);
  expect(curve.steps.map(({ survival }) => survival)).toEqual([0, 0, 0]);
  expect(kaplanMeier(survivalRows("1 3")).emptied).toBeNull();
});

test("what is no count and no time is refused", () => {
  const row = { time: 3, events: 1, censored: 0 };
  expect(() => kaplanMeier([{ ...row, time: -1 }])).toThrow("no time: -1");
  expect(() => kaplanMeier([{ ...row, time: Number.NaN }])).toThrow("no time: NaN");
  expect(() => kaplanMeier([{ ...row, events: 0.5 }])).toThrow("no count: 0.5");
  expect(() => kaplanMeier([{ ...row, censored: -1 }])).toThrow("no count: -1");
  expect(() => kaplanMeier([{ ...row, entry: 3 }])).toThrow("entry not before the end: 3, 3");
  expect(() => kaplanMeier([{ ...row, entered: 2 }])).toThrow("more enter than leave: 2 and 1");
  expect(() => kaplanMeier([{ ...row, entered: 1 }])).toThrow("more leave by 3 than have entered");
  expect(() => survivalAt(kaplanMeier([row]), -1)).toThrow("time below 0: -1");
  expect(() => quantileOf(kaplanMeier([row]), 1)).toThrow("share outside 0..1: 1");
  expect(() => restrictedMean(kaplanMeier([row]), 0)).toThrow("no horizon: 0");
});

const row = fc.record({
  time: fc.integer({ min: 1, max: 40 }),
  events: fc.integer({ min: 0, max: 5 }),
  censored: fc.integer({ min: 0, max: 5 }),
});
const late = row.chain((one) =>
  fc.record({ ...fixed(one), entry: fc.integer({ min: 0, max: one.time - 1 }) }),
);
const rows: fc.Arbitrary<SurvivalRow[]> = fc.array(fc.oneof(row, late), { minLength: 1, maxLength: 30 });

describe("any customers", () => {
  test("S lies in 0..1, never rises, and its interval holds it", () => {
    fc.assert(
      fc.property(
        rows,
        fc.constantFrom("log-log" as const, "log" as const, "plain" as const),
        (some, scale) => {
          let before = 1;
          for (const { survival, interval, atRisk, events, censored } of kaplanMeier(some, { scale }).steps) {
            expect(survival).toBeGreaterThanOrEqual(0);
            expect(survival).toBeLessThanOrEqual(before);
            expect(atRisk).toBeGreaterThanOrEqual(events + censored);
            before = survival;
            if (interval === null) expect([0, 1]).toContain(survival);
            else {
              expect(interval[0]).toBeGreaterThanOrEqual(0);
              expect(interval[0]).toBeLessThanOrEqual(survival);
              expect(interval[1]).toBeGreaterThanOrEqual(survival);
              expect(interval[1]).toBeLessThanOrEqual(1);
            }
          }
        },
      ),
    );
  });

  test("the order of rows does not matter; twice the customers, the same S and a smaller error", () => {
    fc.assert(
      fc.property(rows, (some) => {
        const curve = kaplanMeier(some);
        expect(kaplanMeier([...some].reverse())).toEqual(curve);
        const twice = kaplanMeier([...some, ...some]);
        curve.steps.forEach((step, i) => {
          expect(twice.steps[i]!.survival).toBeCloseTo(step.survival, 13);
          if (step.standardError === null) return;
          expect(twice.steps[i]!.standardError).toBeCloseTo(step.standardError / Math.SQRT2, 12);
        });
      }),
    );
  });

  test("time in other units moves only times", () => {
    fc.assert(
      fc.property(rows, (some) => {
        const hours = some.map((one) => ({
          ...one,
          time: one.time * 24,
          ...(one.entry === undefined ? {} : { entry: one.entry * 24 }),
        }));
        const [days, finer] = [kaplanMeier(some), kaplanMeier(hours)];
        expect(finer.steps.map(({ survival }) => survival)).toEqual(
          days.steps.map(({ survival }) => survival),
        );
        const median = medianOf(days).time;
        expect(medianOf(finer).time).toBe(median === null ? null : median * 24);
        const [mean, meanHours] = [restrictedMean(days, 7), restrictedMean(finer, 7 * 24)];
        if (mean) expect(meanHours!.mean).toBeCloseTo(mean.mean * 24, 9);
        else expect(meanHours).toBeNull();
      }),
    );
  });

  test("a median lies in its interval, and S is at most half from it on", () => {
    fc.assert(
      fc.property(rows, (some) => {
        const curve = kaplanMeier(some);
        const { time, interval } = medianOf(curve);
        if (time === null) {
          for (const { survival } of curve.steps) expect(survival).toBeGreaterThan(0.5);
          return;
        }
        expect(interval[0] ?? 0).toBeLessThanOrEqual(time);
        expect(interval[1] ?? Infinity).toBeGreaterThanOrEqual(time);
        expect(survivalAt(curve, time)!.survival).toBeLessThanOrEqual(0.5 + 1e-11);
      }),
    );
  });

  test("a restricted mean lies within its horizon and grows with it", () => {
    fc.assert(
      fc.property(rows, (some) => {
        const curve = kaplanMeier(some);
        const [near, far] = [restrictedMean(curve, 4), restrictedMean(curve, 9)];
        if (near) expect(near.mean).toBeLessThanOrEqual(4);
        if (near && far) expect(far.mean).toBeGreaterThanOrEqual(near.mean);
        if (far?.interval) expect(far.interval[0]).toBeLessThanOrEqual(far.mean);
      }),
    );
  });
});

function fixed(one: { time: number; events: number; censored: number }) {
  return {
    time: fc.constant(one.time),
    events: fc.constant(one.events),
    censored: fc.constant(one.censored),
  };
}
