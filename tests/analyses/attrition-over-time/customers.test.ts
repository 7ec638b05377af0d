import { describe, expect, test } from "vitest";
import { languageOf } from "../../../src/analyses";
import { attritionOverTime } from "../../../src/analyses/attrition-over-time";
import { run } from "../ask";
import { expectEachCounted } from "../customers-behind";
import { openedDatabase } from "../opened-database";
import { dataSet, tableFrom } from "../table-from";
import { toyEvents } from "../toy-events";

const database = openedDatabase();

describe("the customers behind the numbers of each period", () => {
  test.each([
    [1, "week"],
    [2, "month"],
  ])("at least %d times a %s: as many as each number says", async (k, grain) => {
    const data = await toyEvents(database(), ["create"]);
    const ran = await run(database(), attritionOverTime, data, { grain, k, asOf: "2026-02-06" });
    const report = attritionOverTime.report(ran.result, ran.request, languageOf("en"));
    const keys = await expectEachCounted(database(), attritionOverTime, ran, report);
    expect(keys.length).toBeGreaterThan(2);
    const shown = report.figures[0]!.who!({ ...ran.result.periods[1], lost: 1 });
    expect(shown?.key).toBe(`${ran.result.periods[1]!.opens} lost`);
  });

  test("of contracts, with the last periods only", async () => {
    const types = { account: "varchar", opens: "date", closes: "date" };
    const csv = `account,opens,closes
      a,2024-01-01,2024-02-10
      b,2023-05-01,2024-02-20
      c,2024-02-03,
      d,2023-01-01,2023-06-01
      d,2024-02-15,2024-04-01`;
    const columns = await tableFrom(database(), "held", csv, types);
    const data = dataSet("held", columns, { customer: "account", start: "opens", end: "closes" });
    const given = { mode: "contracts", grain: "month", periods: 4, asOf: "2024-05-01" };
    const ran = await run(database(), attritionOverTime, data, given);
    const report = attritionOverTime.report(ran.result, ran.request, languageOf("ru"));
    expect(await expectEachCounted(database(), attritionOverTime, ran, report)).toContain("2024-02-01 lost");
  });

  test("a key that no report gave out is nobody's", async () => {
    const ran = await run(database(), attritionOverTime, await toyEvents(database(), ["create"]));
    for (const who of ["", "lost", "1999-01-01 lost", `${ran.result.periods[0]!.opens} gone`, "x lost 1"])
      expect(attritionOverTime.customers!(ran.request, ran.result, who)).toBeNull();
  });
});
