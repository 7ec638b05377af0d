import { expect, test } from "vitest";
import { analyses, readParams, roleProblems, runAnalysis } from "../../src/analyses";
import type { Sql } from "../../src/engine";
import { everyAnalysis, requestsOf } from "./every-analysis";
import { everyRoleTable } from "./every-role";
import { openedDatabase } from "./opened-database";

const database = openedDatabase();

test.each(everyAnalysis)(
  "$id: every question binds and is named as it ran, and the result is plain JSON",
  async (analysis) => {
    const asked: string[] = [];
    const ask = (question: Sql) => {
      asked.push(question.text);
      return database().query(question, { isOwn: true });
    };
    for (const request of requestsOf(analysis, await everyRoleTable(database(), "log"))) {
      asked.length = 0;
      const { result, ran } = await runAnalysis(analysis, request, ask);
      expect(ran.map(({ sql }) => sql.text)).toEqual(asked);
      expect(new Set(ran.map(({ name }) => name)).size).toBe(ran.length);
      expect(JSON.parse(JSON.stringify(result))).toEqual(result);
      for (const { sql } of ran) expect(sql.text).toBe(sql.text.trim());
      expect(analysis.asSql(request, null).text).toMatch(/^(with|select) /);
    }
  },
);

test.each(everyAnalysis)(
  "$id: a failing question fails the analysis, with its own error",
  async (analysis) => {
    const request = requestsOf(analysis, await everyRoleTable(database(), "log"))[0]!;
    if (Object.keys(analysis.queries(request)).length === 0) return;
    await expect(
      runAnalysis(analysis, request, () => Promise.reject(new Error("gone away"))),
    ).rejects.toThrow("gone away");
  },
);

test("role problems tell an open role from a lost column and from a type that does not fit", async () => {
  const data = await everyRoleTable(database(), "log");
  const [attrition] = analyses;
  const params = readParams(attrition!.params, {}).values;
  const problems = (roles: object) => roleProblems(attrition!, { params, data: { ...data, roles } });
  expect(problems({ customer: "c", time: "t" })).toEqual([]);
  expect(problems({ time: "e" })).toEqual([
    { role: "customer", column: null, type: null },
    { role: "time", column: "e", type: "VARCHAR" },
  ]);
  expect(problems({ customer: "gone", time: "t" })).toEqual([
    { role: "customer", column: "gone", type: null },
  ]);
});
