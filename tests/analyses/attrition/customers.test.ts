import { describe, expect, test } from "vitest";
import { languageOf } from "../../../src/analyses";
import { attrition } from "../../../src/analyses/attrition";
import { run } from "../ask";
import { expectEachCounted } from "../customers-behind";
import { openedDatabase } from "../opened-database";
import { dataSet, tableFrom } from "../table-from";
import { toyEvents } from "../toy-events";

const database = openedDatabase();
const language = languageOf("en");

describe("the customers behind the numbers of a period", () => {
  test.each(["snapshot", "interval"])("by %s: as many as each number says", async (mode) => {
    const data = await toyEvents(database(), ["create"]);
    const given = { mode, start: "2026-01-12", end: "2026-01-19", asOf: "2026-02-06", period: "week" };
    const ran = await run(database(), attrition, data, given);
    const report = attrition.report(ran.result, ran.request, language);
    const keys = await expectEachCounted(database(), attrition, ran, report);
    expect(keys).toContain("lost");
    expect(report.verdict.number?.who?.key).toBe("lost");
    expect(report.figures[0]!.who!({ step: "start" })?.key).toBe("at_start");
    expect(report.figures[0]!.who!({ step: "elsewhere" })).toBeNull();
  });

  test("by contracts", async () => {
    const types = { account: "varchar", opens: "date", closes: "date" };
    const csv = `account,opens,closes
      a,2024-01-01,2024-02-10
      a,2024-02-10,2024-05-01
      b,2023-05-01,2024-02-20
      c,2024-02-03,
      d,2023-01-01,2023-06-01
      d,2024-02-15,2024-09-01`;
    const columns = await tableFrom(database(), "held", csv, types);
    const data = dataSet("held", columns, { customer: "account", start: "opens", end: "closes" });
    const given = { mode: "contracts", start: "2024-02-01", end: "2024-03-01", asOf: "2024-06-01" };
    const ran = await run(database(), attrition, data, given);
    const report = attrition.report(ran.result, ran.request, language);
    const keys = await expectEachCounted(database(), attrition, ran, report);
    expect(keys).toEqual(["at_start", "lost", "remaining", "new", "returned", "at_end"]);
  });

  test("a key that no report gave out is nobody's", async () => {
    const ran = await run(database(), attrition, await toyEvents(database(), ["create"]));
    for (const who of ["", "gone", "toString", "lost ", "lost' or true --"])
      expect(attrition.customers!(ran.request, ran.result, who)).toBeNull();
  });
});
