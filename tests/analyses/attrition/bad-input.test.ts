import { describe, expect, test } from "vitest";
import { anyActivity, languageOf } from "../../../src/analyses";
import { attrition } from "../../../src/analyses/attrition";
import { run } from "../ask";
import { openedDatabase } from "../opened-database";
import { dataSet, tableFrom } from "../table-from";

const database = openedDatabase();

const logTypes = { customer: "varchar", date: "date" };
const log = { customer: "customer", time: "date" };

async function logOf(csv: string, table = "log") {
  return dataSet(table, await tableFrom(database(), table, csv, logTypes), log);
}

describe("bad input", () => {
  const english = languageOf("en");

  test("no rows at all: nothing to tell, nothing broken", async () => {
    const { result, request } = await run(database(), attrition, await logOf("customer,date", "empty"));
    expect(result).toMatchObject({ period: null, attrition: { rate: null, interval: null } });
    const report = attrition.report(result, request, english);
    expect(report.verdict.level).toBe("cannot-tell");
    expect(report.figures).toEqual([]);
    expect(JSON.stringify(report)).not.toMatch(/NaN|undefined|Infinity/);
  });

  test("one customer", async () => {
    const { result, request } = await run(database(), attrition, await logOf("customer,date\nc1,2024-01-05"));
    expect(result.counts).toMatchObject({ atStart: 0, atEnd: 0 });
    expect(attrition.report(result, request, english).verdict.level).toBe("cannot-tell");
  });

  test("ids that are null, blank or padded; dates that are null or infinite", async () => {
    const csv = `customer,date
      ,2024-02-01
      "  ",2024-02-01
      a,2024-02-01
      " a ",2024-03-01
      b,
      b,infinity
      c,2024-02-02
      c,2024-02-02
      z,2024-04-01`;
    const { result, request } = await run(database(), attrition, await logOf(csv));
    expect(result.rows).toEqual({
      total: 9,
      used: 5,
      excluded: [
        { why: "no-customer", rows: 2 },
        { why: "no-time", rows: 1 },
        { why: "infinite-time", rows: 1 },
      ],
      duplicates: 1,
      customers: 4,
      withoutTime: 1,
    });
    expect(result.counts).toMatchObject({ atStart: 2, remaining: 1, lost: 1 });
    const { caveats } = attrition.report(result, request, english);
    expect(caveats.map(({ id }) => id)).toEqual(
      expect.arrayContaining(["no-time", "no-customer", "duplicates"]),
    );
  });

  test("all ids null", async () => {
    const { result, request } = await run(
      database(),
      attrition,
      await logOf("customer,date\n,2024-02-01\n,2024-03-01"),
    );
    expect(result.rows.used).toBe(0);
    expect(attrition.report(result, request, english).verdict.sentence).toMatch(/no row of the table/);
  });

  test("a role that is open, a column that is gone, text as time: named before anything is asked", async () => {
    const data = await logOf("customer,date\na,2024-02-01");
    await expect(run(database(), attrition, { ...data, roles: { customer: "customer" } })).rejects.toThrow(
      "no column for the role: time",
    );
    await expect(run(database(), attrition, { ...data, roles: { ...log, time: "when" } })).rejects.toThrow(
      "column that cannot be time: when",
    );
    await expect(
      run(database(), attrition, { ...data, roles: { ...log, time: "customer" } }),
    ).rejects.toThrow("column that cannot be time: customer (VARCHAR)");
    await expect(run(database(), attrition, data, { mode: "contracts" })).rejects.toThrow(
      "no column for the role: start",
    );
  });

  test("names and values that SQL could stumble over", async () => {
    const table = `it's "odd"; drop`;
    const columns = await tableFrom(
      database(),
      table,
      `"cust ""id""",select,what
       o'brien,2024-02-01,pay
       o'brien,2024-03-01,it's
       o'brien,2024-04-01,pay`,
      { 'cust "id"': "varchar", select: "date", what: "varchar" },
    );
    const data = dataSet(
      table,
      columns,
      { customer: 'cust "id"', time: "select", event: "what" },
      {
        rule: { ...anyActivity, form: "except", events: ["it's"] },
      },
    );
    const { result } = await run(database(), attrition, data);
    expect(result.counts).toMatchObject({ atStart: 1, lost: 1 });
  });
});
