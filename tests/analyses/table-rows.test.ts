import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { languageOf, type Analysis, type ParamSpecs } from "../../src/analyses";
import { exitThemes } from "../../src/analyses/exit-themes";
import { logoAttrition } from "../../src/analyses/logo-attrition";
import { rowCounts } from "../../src/analyses/row-counts";
import { segments } from "../../src/analyses/segments";
import { tableRowQuestions } from "../../src/analyses/table-rows";
import { usageQuartiles } from "../../src/analyses/usage-quartiles";
import { run } from "./ask";
import { openedDatabase } from "./opened-database";
import { dataSet, tableFrom } from "./table-from";

const database = openedDatabase();

/** `rows` and `logo` are columns of the person's own. */
const types = { who: "varchar", "2024-01": "double", "2024-02": "double", rows: "varchar", logo: "boolean" };

async function tableOf(lines: readonly string[]) {
  const csv = [Object.keys(types).join(","), ...lines].join("\n");
  const columns = await tableFrom(database(), "sheet", csv, types);
  return dataSet("sheet", columns, { customer: "who", reason: "rows", status: "logo" });
}

async function countsOf(lines: readonly string[]) {
  const { rows, quality } = tableRowQuestions(await tableOf(lines));
  return rowCounts({ rows: await database().query(rows!), quality: await database().query(quality!) });
}

/** a with three different amounts, b twice with the same ones, two rows of nobody that are equal too. */
const sheet = [
  "a,1,2,x,true",
  "a,1,3,x,true",
  "a,1,4,x,true",
  "b,5,,x,false",
  "b,5,,x,false",
  ",7,8,y,",
  ",7,8,y,",
];

describe("rows of a table without dates", () => {
  test("a customer who stands twice with different amounts is no exact duplicate, two equal rows are", async () => {
    expect(await countsOf(sheet)).toEqual({
      total: 7,
      used: 5,
      excluded: [{ why: "no-customer", rows: 2 }],
      duplicates: 2,
      customers: 2,
      withoutTime: 0,
    });
    expect((await countsOf(sheet.slice(0, 3))).duplicates).toBe(0);
  });

  test("of no rows there are none", async () => {
    expect(await countsOf([])).toMatchObject({ total: 0, used: 0, duplicates: 0, customers: 0 });
  });

  test("a space about an id, an empty cell and a zero make rows unequal, though the customer is one", async () => {
    expect(await countsOf(["a,1,0,x,true", '" a ",1,0,x,true', "a,1,,x,true", "a,,1,x,true"])).toMatchObject({
      duplicates: 0,
      customers: 1,
    });
  });

  test("as many are exact duplicates as rows are missing from a set of the rows", async () => {
    const cell = fc.constantFrom("", "1", "2");
    const line = fc.tuple(fc.constantFrom("a", "b", ""), cell, cell, fc.constantFrom("x", "y"));
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 12 }), async (drawn) => {
        const lines = drawn.map((cells) => `${cells.join(",")},true`);
        expect((await countsOf(lines)).duplicates).toBe(lines.length - new Set(lines).size);
      }),
      { numRuns: 25 },
    );
  });
});

describe("every analysis of such a table says the same of its rows:", () => {
  async function told<P extends ParamSpecs, R>(analysis: Analysis<P, R>, given: object) {
    const { result, request } = await run(database(), analysis, await tableOf(sheet), { ...given });
    const { tables } = analysis.report(result, request, languageOf("en"));
    return tables.find(({ id }) => id === "rows")!.rows.map((row) => row.rows!.value);
  }
  const numbers = [7, -2, 5, 2];

  test("logo attrition of months in columns", async () => {
    expect(await told(logoAttrition, { mode: "columns", asOf: "2024-03-01" })).toEqual(numbers);
  });

  test("exit themes of a table of those who left", async () => {
    expect(await told(exitThemes, { mode: "rows" })).toEqual(numbers);
  });

  test("segments by a status", async () => {
    expect(await told(segments, { mode: "status", left: "true", by: ["rows"] })).toEqual(numbers);
  });

  test("usage quartiles of columns", async () => {
    expect(await told(usageQuartiles, { mode: "columns", left: "true", usage: "2024-01" })).toEqual(numbers);
  });
});
