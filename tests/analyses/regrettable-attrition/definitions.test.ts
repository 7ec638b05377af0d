import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { languageOf, readParams, runAnalysis, type DataSet } from "../../../src/analyses";
import { isOutcomeName } from "../../../src/analyses/guess-outcome";
import { regrettableAttrition } from "../../../src/analyses/regrettable-attrition";
import { boundsOf } from "../../../src/analyses/regrettable-attrition/compute";
import { numberIn } from "../../../src/analyses/regrettable-attrition/fit-rule";
import { regrettableParams } from "../../../src/analyses/regrettable-attrition/params";
import { shareOf } from "../../../src/analyses/share";
import { openedDatabase } from "../opened-database";
import { dataSet, tableFrom } from "../table-from";
import { expectCustomersBehind } from "../who-counts";
import { april, roles } from "./april";

const database = openedDatabase();
const types = { a: "varchar", s: "date", e: "date", size: "varchar", hours: "double", why: "varchar" };

async function told(rows: string, given: object = {}, more: { people?: DataSet; roles?: object } = {}) {
  const columns = await tableFrom(database(), "c", `a,s,e,size,hours,why\n${rows}`, types);
  const { values, refused } = readParams(regrettableParams, { ...april, ...given });
  expect(refused).toEqual([]);
  const request = {
    data: dataSet("c", columns, { ...roles, ...more.roles }),
    params: values,
    ...(more.people && { beside: { people: more.people } }),
  };
  const { result } = await runAnalysis(regrettableAttrition, request, (question) =>
    database().query(question, { isOwn: true }),
  );
  return { request, result, report: regrettableAttrition.report(result, request, languageOf("en")) };
}

const base = [
  "a,2024-01-01,2024-04-10,big,1,",
  "b,2024-01-01,,big,2,",
  "c,2024-01-01,,big,,",
  "d,2024-01-01,2024-04-11,small,4,",
  "e,2024-01-01,,small,8,",
  "f,2024-01-01,2024-04-12,,16,",
  "g,2024-01-01,,,32,",
].join("\n");

test("lost by fit, unfit and unknown, with the bounds that the unknown leave", async () => {
  const { result, request, report } = await told(base, { effort: "hours", fixedOn: "2024-01-01" });
  expect(result.fit).toMatchObject({ x: 1, n: 3 });
  expect(result.unfit).toMatchObject({ x: 1, n: 2 });
  expect(result.unknown).toMatchObject({ x: 1, n: 2 });
  expect([result.best, result.worst]).toMatchObject([
    { x: 1, n: 4 },
    { x: 2, n: 4 },
  ]);
  expect(result.effort).toEqual({ fit: 3, unfit: 12, unknown: 48 });
  expect(report.verdict.sentence).toContain("Of all 3 lost, 1 fit, 1 does not, 1 is unknown.");
  expect(report.verdict.sentence).toContain("lies between 25% and 50%");
  expect(await expectCustomersBehind(database(), regrettableAttrition, request, result)).toHaveLength(8);
});

test("the bounds hold for every way in which the unknown could be", () => {
  fc.assert(
    fc.property(fc.nat(20), fc.nat(20), fc.nat(8), fc.nat(8), (lost, stayed, unknownLost, unknownStayed) => {
      const { best, worst } = boundsOf(
        shareOf(lost, lost + stayed),
        shareOf(unknownLost, unknownLost + unknownStayed),
      );
      for (let fitLost = 0; fitLost <= unknownLost; fitLost++)
        for (let fitStayed = 0; fitStayed <= unknownStayed; fitStayed++) {
          const n = lost + stayed + fitLost + fitStayed;
          if (n === 0) continue;
          const rate = (lost + fitLost) / n;
          if (best.rate !== null) expect(rate).toBeGreaterThanOrEqual(best.rate - 1e-12);
          if (worst.rate !== null) expect(rate).toBeLessThanOrEqual(worst.rate + 1e-12);
        }
    }),
    { numRuns: 200 },
  );
});

describe("the rule", () => {
  test.each([
    ["is", "10;20", 2],
    ["is-not", "10", 3],
    ["at-least", "20", 2],
    ["at-most", "19,5", 2],
  ])("%s %s fits %i", async (operator, value, n) => {
    const rows = ["10", "20", "100", "9"].map((size, i) => `x${String(i)},2024-01-01,,${size},,`).join("\n");
    const { result } = await told(rows, { operator, value });
    expect(result.fit.n).toBe(n);
    expect(result.unfit.n).toBe(4 - n);
  });

  test("that compares numbers takes what is no number as unknown", async () => {
    const { result, report } = await told("a,2024-01-01,,12,,\nb,2024-01-01,,many,,", {
      operator: "at-least",
      value: "10",
    });
    expect(result).toMatchObject({ unreadable: 1, fit: { n: 1 }, unknown: { n: 1 } });
    expect(report.caveats.map(({ id }) => id)).toContain("unreadable");
  });

  test("takes what was known before the period, not what was learnt in it", async () => {
    const people = dataSet(
      "people",
      await tableFrom(
        database(),
        "people",
        "who,at,segment\na,2024-03-31,big\na,2024-04-02,small\nb,2024-04-01,big\nc,2024-01-01,small\nc,2024-02-01,big",
        { who: "varchar", at: "date", segment: "varchar" },
      ),
      { customer: "who", time: "at" },
    );
    const { result, report } = await told(
      base,
      { people: "people", column: null, peopleColumn: "segment", peopleValue: "big" },
      { people },
    );
    // a and c were big before 1 April; of b it is only known since that day.
    expect(result.fit).toMatchObject({ x: 1, n: 2 });
    expect(result).toMatchObject({ later: 1, unknown: { n: 5 } });
    expect(report.caveats.map(({ id }) => id)).toEqual(expect.arrayContaining(["later", "unknown"]));
  });

  test("of a table without dates is static, and one value that contradicts another is unknown", async () => {
    const people = dataSet(
      "people",
      await tableFrom(database(), "people", "who,segment\na,big\nb,big\nb,small\nc,big\nc,big", {
        who: "varchar",
        segment: "varchar",
      }),
      { customer: "who" },
    );
    const { result, report } = await told(
      base,
      { people: "people", column: null, peopleColumn: "segment", peopleValue: "big" },
      { people },
    );
    expect(result).toMatchObject({ contradicting: 1, isDated: false, fit: { n: 2 } });
    expect(report.caveats.map(({ id }) => id)).toEqual(expect.arrayContaining(["static", "contradicting"]));
  });

  test("that knows the outcome is refused: by its role, and by its name", async () => {
    for (const given of [
      { column: "e", value: "2024-01-01" },
      { column: "why", value: "price" },
    ]) {
      const { result, report } = await told(base, given, { roles: { reason: "why" } });
      expect(result.refused).toBe("outcome");
      expect(report.verdict.level).toBe("refused");
      expect(report.figures).toEqual([]);
    }
    for (const name of [
      "churned",
      "is_churned",
      "Churn",
      "cancel_date",
      "canceledAt",
      "lost",
      "renewed",
      "ушёл",

      "left_on",
    ])
      expect([name, isOutcomeName(name)]).toEqual([name, true]);
    for (const name of [
      "segment",
      "size",
      "left_hand_drive_fleet",
      "employees",
      "plan",
      "отрасль",
      "industry",
    ])
      expect([name, isOutcomeName(name)]).toEqual([name, false]);
  });

  test("without a value, or with one that is no number, is refused", async () => {
    expect((await told(base, { value: " ; " })).result.refused).toBe("no-value");
    expect((await told(base, { operator: "at-least", value: "big" })).result.refused).toBe("not-number");
    expect(["1 000", "1,5", "-2", "+3.25", "", "1e3", "0x10", "1.2.3"].map(numberIn)).toEqual([
      1000,
      1.5,
      -2,
      3.25,
      null,
      null,
      null,
      null,
    ]);
  });

  test("fixed when the outcome was known leaves a doubt that can turn the decision", async () => {
    const ids = async (fixedOn: string) => (await told(base, { fixedOn })).report.caveats;
    expect((await ids("2024-06-01"))[0]).toMatchObject({ id: "fixed-after", level: "flips" });
    expect((await ids("2024-04-15")).map(({ id }) => id)).toContain("fixed-during");
    expect((await ids("auto")).map(({ id }) => id)).toContain("undated");
    expect((await ids("2024-03-31")).map(({ id }) => id)).not.toContain("undated");
  });

  test("that parts the lost from the others without an error looks like an outcome", async () => {
    const rows = Array.from({ length: 12 }, (_, i) =>
      i < 6 ? `k${String(i)},2024-01-01,,big,,` : `g${String(i)},2024-01-01,2024-04-05,small,,`,
    );
    const { report } = await told(rows.join("\n"), { fixedOn: "2024-01-01" });
    expect(report.caveats[0]).toMatchObject({ id: "separates", level: "flips" });
    expect(report.verdict.level).toBe("likely");
  });
});

test("counted by activity as well as by contracts", async () => {
  const columns = await tableFrom(
    database(),
    "log",
    "u,t,kind\na,2024-03-05,big\na,2024-04-05,big\nb,2024-03-09,big\nc,2024-03-01,small\nd,2024-05-31,big",
    { u: "varchar", t: "date", kind: "varchar" },
  );
  const { values } = readParams(regrettableParams, { ...april, mode: "activity", column: "kind" });
  const request = { data: dataSet("log", columns, { customer: "u", time: "t" }), params: values };
  const { result } = await runAnalysis(regrettableAttrition, request, (question) =>
    database().query(question, { isOwn: true }),
  );
  expect(result).toMatchObject({ fit: { x: 1, n: 2 }, unfit: { x: 1, n: 1 } });
  await expectCustomersBehind(database(), regrettableAttrition, request, result);
});

describe("bad input", () => {
  test("no rows, one customer, nobody known to fit", async () => {
    expect((await told("")).report.verdict.level).toBe("cannot-tell");
    expect((await told("a,2024-01-01,,big,,")).report.verdict.level).toBe("likely");
    const none = await told(base, { value: "huge" });
    expect(none.report.verdict).toMatchObject({ level: "cannot-tell" });
    expect(none.report.verdict.sentence).toContain("no customer is known to have fitted");
    expect(JSON.stringify(none.report)).not.toMatch(/NaN|Infinity|undefined/);
  });

  test("a period that is not over is not told", async () => {
    const { report } = await told(base, { asOf: "2024-04-20" });
    expect(report.verdict.level).toBe("cannot-tell");
    expect(report.tables[0]!.unfinished).toEqual([0, 1, 2, 3]);
  });
});

test("the order of rows plays no part, doubled customers double, newcomers leave it alone", async () => {
  const { result } = await told(base);
  expect((await told(base.split("\n").reverse().join("\n"))).result).toEqual(result);
  const doubled = (await told(`${base}\n${base.replaceAll(/^/gm, "x")}`)).result;
  expect([doubled.fit.x, doubled.fit.n, doubled.fit.rate]).toEqual([
    result.fit.x * 2,
    result.fit.n * 2,
    result.fit.rate,
  ]);
  expect((await told(`${base}\nnew,2024-04-05,,big,,`)).result.fit).toEqual(result.fit);
});
