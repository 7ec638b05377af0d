import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { languageOf, readParams, runAnalysis } from "../../src/analyses";
import { attritionCalculator } from "../../src/analyses/attrition-calculator";
import { calculate } from "../../src/analyses/attrition-calculator/compute";
import { isShared, sharedJson } from "../reference/shared-data";
import { openedDatabase } from "./opened-database";
import { dataSet } from "./table-from";

const database = openedDatabase();
const totals = (start: number, end: number, fresh: number, returned = 0) =>
  calculate({ start, end, new: fresh, returned });

async function told(given: Readonly<Record<string, unknown>>, locale = "en") {
  const request = { data: dataSet("", [], {}), params: readParams(attritionCalculator.params, given).values };
  const nobodyToAsk = () => Promise.reject(new Error("asked a database"));
  const { result } = await runAnalysis(attritionCalculator, request, nobodyToAsk);
  return { request, result, report: attritionCalculator.report(result, request, languageOf(locale)) };
}

test("the article's example stands there when nothing is set: from 10,000 to 15,000, 20 % lost", async () => {
  const { result, report } = await told({});
  expect(result.attrition).toMatchObject({ x: 2000, n: 10_000, rate: 0.2 });
  expect(result.attrition!.interval![0]).toBeCloseTo(0.192276002470968, 12);
  expect(result.attrition!.interval![1]).toBeCloseTo(0.207954396551438, 12);
  expect(report.verdict).toMatchObject({
    level: "certain",
    sentence:
      "Of 10,000 customers at the start, 2,000 left: attrition 20% (19.2% to 20.8%). That is one in five. The 7,000 new customers are not part of this number.",
  });
  expect(report.caveats.map(({ text }) => text).join(" ")).toContain("−50%");
});

test("the same in Russian", async () => {
  const { report } = await told({}, "ru");
  expect(report.verdict.sentence.replace(/[\u00a0\u202f]/g, " ")).toBe(
    "Из 10 000 клиентов на начало ушли 2 000: отток 20 % (от 19,2 до 20,8 %). Это каждый пятый. В расчёт не входят: 7 000 новых.",
  );
});

describe("figures that contradict each other are refused by name", () => {
  test("growth without newcomers would be −50 %", async () => {
    const { report } = await told({ new: 0 });
    expect(report.verdict.level).toBe("refused");
    expect(report.verdict.sentence).toContain("(10,000 − 15,000) / 10,000 = −50%");
    expect(report.verdict.number).toBeUndefined();
    expect(report.figures).toEqual([]);
  });

  test.each([
    [totals(100, 50, 60), { figure: "new", why: "more than end" }],
    [totals(100, 50, 30, 30), { figure: "returned", why: "more than end" }],
    [totals(100, 200, 50), { figure: "new", why: "remaining more than start" }],
    [totals(100, 150, 0), { figure: "new", why: "growth without newcomers" }],
    [totals(100, 100, 0), null],
    [totals(100, 0, 0), null],
  ])("case %#", (result, refused) => {
    expect(result.refused).toEqual(refused);
  });

  test("nobody at the start: no base", async () => {
    const { result, report } = await told({ start: 0, end: 10, new: 10 });
    expect(result.attrition?.rate).toBeNull();
    expect(report.verdict.level).toBe("cannot-tell");
  });
});

test("whatever the figures: refused, or between nothing and all", () => {
  const count = fc.nat(1000);
  fc.assert(
    fc.property(count, count, count, count, (start, end, fresh, returned) => {
      const { refused, attrition, retention } = totals(start, end, fresh, returned);
      if (refused) return attrition === null;
      if (attrition!.rate === null) return start === 0;
      return attrition!.rate >= 0 && attrition!.rate <= 1 && attrition!.x + retention!.x === start;
    }),
  );
});

test("the SQL gives the numbers of the table", async () => {
  const { request, result, report } = await told({ returned: 500 });
  const [found] = (await database().query(attritionCalculator.asSql(request, result))).rows();
  for (const [column, value] of Object.entries(found!))
    expect({ [column]: report.tables[0]!.rows[0]![column]!.value }).toEqual({ [column]: value });
});

const file = "spec/reference/07_seed_and_definitions.json";

describe.skipIf(!isShared(file))("reference 07", () => {
  const reference = isShared(file) ? sharedJson<Record<string, Record<string, number>>>(file) : undefined;

  test("the article's figures", () => {
    const { start, end_total, remaining_of_start, attrition, retention, wrong_total_based, ...others } =
      reference!.seed002_attrition!;
    const result = totals(start!, end_total!, others.new!);
    expect(result).toMatchObject({
      remaining: remaining_of_start,
      attrition: { rate: attrition },
      retention: { rate: retention },
      naive: wrong_total_based,
    });
  });

  test("July and August: the formula stands still where everybody over start moves", () => {
    const months = totals(10_000, 15_000, 7_000).example;
    [reference!.noble_july!, reference!.noble_august!].forEach((month, i) => {
      expect(months[i]).toMatchObject({
        start: month.start,
        lostOld: month.lost_old,
        new: month.new,
        lostNew: month.lost_new,
        end: month.end,
      });
      // The reference gives six digits.
      expect(months[i]!.anyOverStart).toBeCloseTo(month.any_churn_over_start!, 6);
      expect(months[i]!.attrition.rate).toBeCloseTo(month.seed_formula!, 6);
    });
  });

  test("the vendors' month: who came and left, and who left and came back, do not count as lost", () => {
    const month = reference!.four_vendors!;
    const stayed = month.joined! - month.joined_and_left!;
    expect(totals(month.start!, month.end_total!, stayed).attrition?.rate).toBe(month.seed_formula);
  });
});
