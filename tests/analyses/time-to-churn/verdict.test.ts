import fc from "fast-check";
import { expect, test } from "vitest";
import { readParams } from "../../../src/analyses";
import { timeToChurn } from "../../../src/analyses/time-to-churn";
import { churnResultOf } from "../../charts/fixtures/time-to-churn";
import { dataSet } from "../table-from";
import { expectVerdictFromTables } from "../verdict-numbers";

const row = fc.record({
  time: fc.oneof(fc.nat(400), fc.double({ min: 0.1, max: 400, noNaN: true })),
  events: fc.nat(30),
  censored: fc.nat(30),
  entered: fc.constant(0),
});
const rows = fc
  .uniqueArray(row, { selector: ({ time }) => time, maxLength: 12 })
  .map((list) => list.filter(({ events, censored }) => events + censored > 0));
const counted = fc.array(rows, { minLength: 1, maxLength: 9 }).map((groups) =>
  groups
    .filter((list) => list.length > 0)
    .map((list, i) => ({
      place: i === 8 ? 0 : i + 1,
      level: i === 8 ? null : `level ${"abcdefgh"[i]}`,
      rows: list,
    })),
);

test("every number of the verdict stands in a table, whatever was counted", () => {
  fc.assert(
    fc.property(
      counted,
      fc.boolean(),
      fc.constantFrom("day", "week", "month" as const),
      (groups, isGrouped, unit) => {
        const given = isGrouped ? groups : groups.slice(0, 1).map((group) => ({ ...group, level: null }));
        const params = readParams(timeToChurn.params, {
          mode: "inactivity",
          unit,
          group: isGrouped ? "plan" : null,
        }).values;
        const result = churnResultOf(given, params);
        const request = { data: dataSet("log", [], { customer: "c", time: "t" }), params };
        // "From < 0.1" and "> 99.9" are words for a bound.
        expectVerdictFromTables(timeToChurn, request, result, [0.1, 99.9]);
        const report = JSON.stringify(result);
        expect(report).not.toMatch(/NaN|Infinity/);
        for (const { steps } of [result.overall, ...result.groups]) {
          const shares = steps.map(({ survival }) => survival);
          expect(shares).toEqual([...shares].sort((a, b) => b - a));
          expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
        }
      },
    ),
    { numRuns: 60 },
  );
});

test("events, time and customers of the intervals sum up to those of the curve", () => {
  fc.assert(
    fc.property(counted, (groups) => {
      const { intervals, overall } = churnResultOf(groups);
      const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
      expect(sum(intervals.map(({ events }) => events))).toBe(overall.events);
      expect(sum(intervals.map(({ censored }) => censored))).toBe(overall.customers - overall.events);
      expect(sum(intervals.map(({ personTime }) => personTime))).toBeCloseTo(
        sum(overall.steps.map(({ time, events, censored }) => time * (events + censored))),
        6,
      );
    }),
  );
});
