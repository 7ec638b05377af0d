import { describe, expect, test } from "vitest";
import { anyActivity, languageOf } from "../../../src/analyses";
import { attrition } from "../../../src/analyses/attrition";
import { run } from "../ask";
import { openedDatabase } from "../opened-database";
import { dataSet, tableFrom } from "../table-from";

const database = openedDatabase();

describe("the rule", () => {
  const csv = `customer,ts,event,seconds
    a,2024-02-01 10:00:00,login,0
    a,2024-02-01 10:10:00,watch,90
    a,2024-03-01 10:00:00,login,0
    b,2024-02-02 10:00:00,login,0
    b,2024-02-02 12:00:00,watch,30
    b,2024-03-05 10:00:00,watch,70
    c,2024-02-03 10:00:00,,0
    z,2024-04-01 00:00:00,login,0
    z,2024-04-02 00:00:00,login,0`;
  const roles = { customer: "customer", time: "ts", event: "event" };
  const types = { customer: "varchar", ts: "timestamp", event: "varchar", seconds: "bigint" };
  const counts = async (rule: object) => {
    const columns = await tableFrom(database(), "watching", csv, types);
    const data = dataSet("watching", columns, roles, { rule: { ...anyActivity, ...rule } });
    return (await run(database(), attrition, data)).result;
  };

  test("any, listed and except; a row without a name is none of the excluded", async () => {
    expect((await counts({})).counts.atStart).toBe(3);
    expect((await counts({ form: "listed", events: ["watch"] })).counts.atStart).toBe(2);
    expect((await counts({ form: "except", events: ["login"] })).counts.atStart).toBe(3);
    expect((await counts({ form: "except", events: ["login", "watch"] })).counts.atStart).toBe(1);
    expect((await counts({ form: "listed", events: [] })).counts.atStart).toBe(0);
  });

  test("conditions on other columns all hold", async () => {
    const { counts: found, rows } = await counts({
      conditions: [{ column: "seconds", operator: ">=", value: 60 }],
    });
    expect(found).toMatchObject({ atStart: 1, lost: 1, atEnd: 1 });
    expect(rows.excluded).toEqual([{ why: "not-relevant", rows: 7 }]);
    const text = await counts({ conditions: [{ column: "event", operator: "<>", value: "login" }] });
    expect(text.counts.atStart).toBe(3);
  });

  test("a row of which the condition cannot be told is left out, and counted among those", async () => {
    const { rows } = await counts({ form: "listed", events: ["watch"] });
    expect(rows.used).toBe(3);
    expect(rows.excluded).toEqual([{ why: "not-relevant", rows: 6 }]);
  });

  test("a day with too few rows is not an active one", async () => {
    const { counts: found, rows } = await counts({ minPerDay: 2 });
    expect(found).toMatchObject({ atStart: 2, lost: 2 });
    expect(rows).toMatchObject({
      used: 4,
      excluded: [{ why: "after-as-of" }, { why: "too-few-a-day", rows: 4 }],
    });
  });

  test("only what follows another event within some hours", async () => {
    const hour = await counts({
      form: "listed",
      events: ["watch"],
      after: { event: "login", withinHours: 1 },
    });
    expect(hour.counts).toMatchObject({ atStart: 1 });
    const three = await counts({
      form: "listed",
      events: ["watch"],
      after: { event: "login", withinHours: 3 },
    });
    expect(three.counts).toMatchObject({ atStart: 2, atEnd: 0 });
  });

  test("a rule of logins alone is doubted first", async () => {
    const columns = await tableFrom(database(), "watching", csv, types);
    const data = dataSet("watching", columns, roles, {
      rule: { ...anyActivity, form: "listed", events: ["login"] },
    });
    const { result, request } = await run(database(), attrition, data);
    const { caveats, verdict } = attrition.report(result, request, languageOf("en"));
    expect(caveats[0]).toMatchObject({ id: "logins-only", level: "flips" });
    expect(verdict.level).not.toBe("certain");
  });
});
