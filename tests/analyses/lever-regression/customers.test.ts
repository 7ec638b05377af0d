import { describe, expect, test } from "vitest";
import { languageOf, readParams, runAnalysis } from "../../../src/analyses";
import { leverRegression } from "../../../src/analyses/lever-regression";
import { expectEachCounted } from "../customers-behind";
import { openedDatabase } from "../opened-database";
import { regressionCases } from "./made";

const database = openedDatabase();

describe("the customers behind each number", () => {
  test.each([0, 2, 4, 5])("are as many as it says (case %i)", async (at) => {
    const one = (await regressionCases(database()))[at]!;
    const { values } = readParams(leverRegression.params, { ...one.given, resamples: 0 });
    const request = { data: one.data, params: values, beside: one.beside };
    const { result } = await runAnalysis(leverRegression, request, (question) =>
      database().query(question, { isOwn: true }),
    );
    const report = leverRegression.report(result, request, languageOf("en"));
    const keys = await expectEachCounted(database(), leverRegression, { request, result }, report);
    expect(keys).toContain("all");
    const shown = report.verdict.number?.who;
    if (shown) expect(keys).toContain(shown.key);
    for (const key of ["", "99 on", "01 on", "0 on left", "0 maybe", "' or true --", "all gone"])
      expect(leverRegression.customers!(request, result, key), key).toBeNull();
  });
});
