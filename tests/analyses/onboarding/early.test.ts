import fc from "fast-check";
import { expect, test } from "vitest";
import { readParams } from "../../../src/analyses";
import { onboarding } from "../../../src/analyses/onboarding";
import { earlyShare } from "../../../src/analyses/onboarding/early";
import { onboardingResultOf } from "../../charts/fixtures/onboarding";
import { curveOf } from "../../../src/analyses/time-to-churn/curve";
import { dataSet } from "../table-from";
import { expectVerdictFromTables } from "../verdict-numbers";

const given = { horizons: [30, 365], scale: "log-log" as const };
const curve = (rows: readonly { time: number; events: number; censored: number }[]) =>
  curveOf({ place: null, level: null, rows: rows.map((row) => ({ ...row, entered: 0 })) }, given, null);

test("without censoring it is a plain share, with the delta interval of a share on the logit scale", () => {
  // 60 of 100 lost by day 30 and 20 more by day 365: 60 of 80, so p = ¾ and se(logit) = 1 / √(80 · ¾ · ¼).
  const found = earlyShare(
    curve([
      { time: 10, events: 60, censored: 0 },
      { time: 200, events: 20, censored: 0 },
      { time: 400, events: 0, censored: 20 },
    ]),
    30,
    365,
  )!;
  expect(found).toMatchObject({ lostEarly: 60, lost: 80, even: 30 / 365 });
  expect(found.share).toBeCloseTo(0.75, 14);
  const reach = 1.959963984540054 / Math.sqrt(80 * 0.75 * 0.25);
  const back = (logit: number) => 1 / (1 + Math.exp(-logit));
  expect(found.interval![0]).toBeCloseTo(back(Math.log(3) - reach), 12);
  expect(found.interval![1]).toBeCloseTo(back(Math.log(3) + reach), 12);
  expect(found.expected).toBeCloseTo((1 - 0.2 ** (30 / 365)) / 0.8, 14);
});

test("an even pace is found to be even; where hardly anybody leaves it is 30 of 365 days, 8%", () => {
  const steady = Array.from({ length: 365 }, (_, i) => ({ time: i + 1, events: 1, censored: 0 }));
  const found = earlyShare(curve([...steady, { time: 400, events: 0, censored: 1_000_000 }]), 30, 365)!;
  // 1 − S is a small difference from 1.
  expect(found.share).toBeCloseTo(30 / 365, 11);
  // A constant number a day out of a million is a constant hazard but for its fourth digit.
  expect(found.expected).toBeCloseTo(30 / 365, 4);
  expect(found.differenceInterval[0]).toBeLessThan(0);
  expect(found.differenceInterval[1]).toBeGreaterThan(0);
});

test("nobody lost, everybody lost, or not seen for long enough: not told", () => {
  expect(earlyShare(curve([{ time: 400, events: 0, censored: 9 }]), 30, 365)).toBeNull();
  expect(earlyShare(curve([{ time: 10, events: 9, censored: 0 }]), 30, 365)).toBeNull();
  expect(earlyShare(curve([{ time: 100, events: 5, censored: 9 }]), 30, 365)).toBeNull();
  expect(earlyShare(curve([{ time: 20, events: 5, censored: 9 }]), 30, 20)).toBeNull();
});

const share = fc.nat(5000).chain((n) => fc.record({ n: fc.constant(n), x: fc.nat(n) }));
const row = fc.record({ time: fc.integer({ min: 1, max: 500 }), events: fc.nat(40), censored: fc.nat(40) });

test("every number of the verdict stands in a table, whatever was counted", () => {
  fc.assert(
    fc.property(
      fc.array(share, { minLength: 1, maxLength: 3 }),
      fc.uniqueArray(row, { selector: ({ time }) => time, maxLength: 12 }),
      fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
      (shares, rows, benchmark) => {
        const days = shares.map((_, i) => [1, 7, 30][i]!);
        const params = readParams(onboarding.params, { days, benchmark }).values;
        const result = onboardingResultOf(
          shares.map(({ x, n }, i) => ({ day: days[i]!, x, n })),
          rows.filter(({ events, censored }) => events + censored > 0),
          params,
        );
        const request = { data: dataSet("log", [], { customer: "c", time: "t" }), params };
        // The days and the horizon are what the person asked for; "from < 0.1" and "> 99.9" are words for a bound.
        expectVerdictFromTables(onboarding, request, result, [
          ...days,
          30,
          result.early?.horizon ?? 0,
          0.1,
          99.9,
        ]);
        if (result.early) {
          expect(result.early.share).toBeGreaterThanOrEqual(0);
          expect(result.early.share).toBeLessThanOrEqual(1);
          expect(result.early.expected).toBeLessThanOrEqual(1);
        }
      },
    ),
    { numRuns: 60 },
  );
});
