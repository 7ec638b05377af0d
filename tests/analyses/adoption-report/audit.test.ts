import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { languageOf, readParams } from "../../../src/analyses";
import { adoptionReport } from "../../../src/analyses/adoption-report";
import { auditOf } from "../../../src/analyses/adoption-report/audit";
import { reportParams } from "../../../src/analyses/adoption-report/params";
import type { Pattern } from "../../../src/analyses/adoption-report/read-counts";
import { weightsFrom, weightsText } from "../../../src/analyses/adoption-score/weights-text";
import { newcombe } from "../../../src/analyses/stats/newcombe";
import { scoreAsGoal, scoreOfLog } from "../../charts/fixtures/adoption-report";
import { dataSet } from "../table-from";
import { expectVerdictFromTables } from "../verdict-numbers";

const asked = { bands: [20, 40, 60, 80], margin: 0.05, validFrom: null };

/** x of n stay at a score on a date. */
function at(day: string, score: number, x: number, n: number): Pattern[] {
  const one = { day, isShown: false, isAudit: true, isSeen: true, on: [], score };
  return [
    { ...one, stays: true, customers: x },
    { ...one, stays: false, customers: n - x },
  ].filter(({ customers }) => customers > 0);
}

const [first, second, third] = ["2026-01-01", "2026-04-01", "2026-07-01"] as const;

describe("do equal scores still mean the same?", () => {
  test("of one score it is the difference of two shares, by Newcombe's tenth method", () => {
    const { dates } = auditOf([...at(first, 50, 80, 100), ...at(second, 50, 60, 100)], asked);
    const found = newcombe({ x: 60, n: 100 }, { x: 80, n: 100 })!;
    expect(dates[1]!.equal!.difference).toBeCloseTo(-0.2, 12);
    expect(dates[1]!.equal!.interval[0]).toBeCloseTo(found.interval[0], 12);
    expect(dates[1]!.equal!.interval[1]).toBeCloseTo(found.interval[1], 12);
    expect(dates[1]!.equal!.verdict).toBe("lower");
  });

  test("a mean that rises by other customers alone is no change: the mix is the same on both sides", () => {
    const { dates, verdict } = auditOf(
      [
        ...at(first, 0, 1200, 2000),
        ...at(first, 100, 900, 1000),
        ...at(second, 0, 600, 1000),
        ...at(second, 100, 1800, 2000),
      ],
      asked,
    );
    expect(dates[1]!.stayed.rate!).toBeGreaterThan(dates[0]!.stayed.rate! + 0.05);
    expect(dates[1]!.equal!.difference).toBeCloseTo(0, 12);
    expect(verdict).toBe("same");
  });

  test("more at high scores and yet no more staying: fewer stay at equal scores", () => {
    const { verdict } = auditOf(
      [
        ...at(first, 0, 1200, 2000),
        ...at(first, 100, 900, 1000),
        ...at(second, 0, 560, 1000),
        ...at(second, 100, 1540, 2000),
      ],
      asked,
    );
    expect(verdict).toBe("lower");
  });

  test("few customers: nobody can tell", () => {
    expect(auditOf([...at(first, 50, 8, 10), ...at(second, 50, 7, 10)], asked).verdict).toBe("cannot tell");
  });

  test("one date is held against nothing; scores that only one side has are counted and left out", () => {
    expect(auditOf(at(first, 50, 8, 10), asked)).toMatchObject({ verdict: null });
    const { dates } = auditOf(
      [...at(first, 50, 80, 100), ...at(second, 50, 80, 100), ...at(second, 70, 9, 10)],
      asked,
    );
    expect(dates[1]!.equal!.leftOut).toBe(10);
    const apart = auditOf([...at(first, 50, 80, 100), ...at(second, 70, 80, 100)], asked);
    expect(apart.dates[1]!.equal).toBeNull();
  });

  test("dates up to the day since which the score is used are what later ones are held against", () => {
    const rows = [...at(first, 50, 80, 100), ...at(second, 50, 70, 100), ...at(third, 50, 75, 100)];
    const { dates } = auditOf(rows, { ...asked, validFrom: second });
    expect(dates.map(({ isReference }) => isReference)).toEqual([true, true, false]);
    expect(dates[2]!.equal!.difference).toBeCloseTo(0, 12);
  });

  test("the odds of ten points, from two scores: a ratio of two odds", () => {
    const { dates } = auditOf([...at(first, 20, 60, 100), ...at(first, 40, 75, 100)], asked);
    expect(dates[0]!.slope!.value).toBeCloseTo(Math.sqrt(75 / 25 / (60 / 40)), 9);
  });
});

test("what a report says of a fall, of the same and of a score past its day", () => {
  const data = dataSet("log", [], { customer: "c", time: "t" });
  const said = (given: Readonly<Record<string, unknown>>, result: typeof scoreAsGoal) => {
    const request = { data, params: readParams(reportParams, given).values };
    const rows = { total: 1, used: 1, excluded: [], duplicates: 0, customers: 1, withoutTime: 0 };
    expectVerdictFromTables(adoptionReport, request, { ...result, rows });
    return adoptionReport.report({ ...result, rows }, request, languageOf("en"));
  };
  const goal = said({ mode: "contracts", contracts: "x" }, scoreAsGoal);
  expect(goal.verdict).toMatchObject({ level: "likely" });
  expect(goal.verdict.sentence).toMatch(/At equal scores fewer stay than before/);
  expect(goal.caveats[0]).toMatchObject({ id: "goodhart", level: "flips" });
  const same = said({}, scoreOfLog);
  expect(same.verdict).toMatchObject({ level: "certain" });
  expect(same.verdict.sentence).toMatch(/At equal scores as many stay as before/);
  const expired = said(
    { validFrom: "2026-01-01" },
    { ...scoreOfLog, validUntil: "2026-06-30", isExpired: true },
  );
  expect(expired.verdict.next).toMatch(/Find the weights anew/);
  for (const { verdict, caveats, method } of [goal, same, expired])
    expect([verdict.sentence, ...caveats.map(({ text }) => text), ...method.notes].join(" ")).not.toMatch(
      /because of the score|leads to|causes|drives|thanks to/i,
    );
});

describe("weights as they are written", () => {
  test.each([
    ["", 3, [100 / 3, 100 / 3, 100 / 3]],
    ["50; 30; 20", 3, [50, 30, 20]],
    ["43,4; 31,6; 25", 3, [43.4, 31.6, 25]],
    ["1 1", 2, [50, 50]],
    ["1; 0", 2, [100, 0]],
    ["1; 2", 3, null],
    ["0; 0", 2, null],
    ["-1; 2", 2, null],
    ["a; b", 2, null],
    ["1e400; 1", 2, null],
  ] as const)("%s of %i", (text, levers, expected) => {
    const found = weightsFrom(text, levers);
    if (expected === null) expect(found).toBeNull();
    else expected.forEach((one, i) => expect(found![i]).toBeCloseTo(one, 10));
  });

  test("what one report hands on another reads", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 8 }), (parts) => {
        const sum = parts.reduce((all, one) => all + one, 0);
        const weights = parts.map((one) => (100 * one) / sum);
        // Four decimals are written.
        weightsFrom(weightsText(weights), parts.length)!.forEach((one, i) =>
          expect(Math.abs(one - weights[i]!)).toBeLessThan(1e-3),
        );
      }),
    );
  });
});
