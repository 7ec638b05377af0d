import { describe, expect, test } from "vitest";
import { anyActivity, languageOf } from "../../src/analyses";
import { relevantActivity } from "../../src/analyses/relevant-activity";
import { binned } from "../../src/analyses/relevant-activity/bins";
import { quantile } from "../../src/analyses/stats/quantile";
import { run } from "./ask";
import { openedDatabase } from "./opened-database";
import { dataSet, tableFrom } from "./table-from";

const database = openedDatabase();
const types = { customer: "varchar", ts: "timestamp", event: "varchar" };
const roles = { customer: "customer", time: "ts", event: "event" };

// In March a pays and logs in, b only logs in, c pays; d did something in February and only logs in now.
const csv = `
  customer,ts,event
  a,2024-02-05 10:00:00,pay
  a,2024-03-05 10:00:00,login
  a,2024-03-05 11:00:00,pay
  a,2024-03-07 11:00:00,pay
  b,2024-02-01 10:00:00,login
  b,2024-03-01 10:00:00,login
  b,2024-03-02 10:00:00,login
  c,2024-02-11 10:00:00,pay
  c,2024-03-11 10:00:00,pay
  d,2024-02-20 10:00:00,pay
  d,2024-03-20 10:00:00,login
  z,2024-04-01 10:00:00,login
  z,2024-04-02 10:00:00,login`;

async function activity(text = csv, rule = {}, given = {}) {
  const columns = await tableFrom(database(), "visits", text, types);
  return run(
    database(),
    relevantActivity,
    dataSet("visits", columns, roles, { rule: { ...anyActivity, ...rule } }),
    given,
  );
}

test("each event: who does it, and on how many of its days it is all they do", async () => {
  const { result } = await activity();
  expect(result.asOf).toBe("2024-04-02");
  const [pay, login] = [...result.events].sort((a, b) => b.event.localeCompare(a.event));
  expect(pay).toMatchObject({
    event: "pay",
    rows: 6,
    customers: 3,
    share: { x: 3, n: 5, rate: 0.6 },
    medianPerCustomer: 2,
    customerDays: 6,
    daysAlone: 5,
    isPassive: false,
  });
  expect(pay!.alone).toBeCloseTo(5 / 6, 12);
  expect(login).toMatchObject({
    event: "login",
    rows: 6,
    customers: 4,
    customerDays: 6,
    daysAlone: 5,
    isPassive: true,
  });
});

test("logins make two of four customers look active who did nothing else", async () => {
  const { result, request } = await activity(csv, { form: "except", events: ["login"] });
  expect(result.period).toEqual({ grain: "month", start: "2024-03-01", end: "2024-04-01" });
  expect(result.tried.map(({ rule, atEnd, lost, atStart }) => ({ rule, atEnd, lost, atStart }))).toEqual([
    { rule: "any", atEnd: 4, lost: 0, atStart: 4 },
    { rule: "without_passive", atEnd: 2, lost: 1, atStart: 3 },
    { rule: "chosen", atEnd: 2, lost: 1, atStart: 3 },
  ]);
  const { verdict } = relevantActivity.report(result, request, languageOf("en"));
  expect(verdict.sentence).toContain("100% more customers look active in March 2024 (4 instead of 2)");
  expect(verdict.sentence).toContain(
    "attrition in March 2024 is 33.3%; with every event counted it would be 0%",
  );
});

test("the usual gap is over customers, and the same as by hand", async () => {
  const { result } = await activity();
  // a: 29 and 2 days, b: 29 and 1, c: 29, d: 29; the second day of z is not yet whole, and nothing of it counts.
  const gaps = [15.5, 15, 29, 29];
  expect(result.gap).toMatchObject({ customers: 4, p50: quantile(gaps, 0.5), oneDay: 1, daysKnown: 61 });
  expect(result.gap.p80).toBeCloseTo(quantile(gaps, 0.8)!, 12);
  expect(result.gap.bins.reduce((sum, { customers }) => sum + customers, 0)).toBe(4);
});

test("a rule of logins alone is doubted first", async () => {
  const { result, request } = await activity(csv, { form: "listed", events: ["login"] });
  const { caveats } = relevantActivity.report(result, request, languageOf("ru"));
  expect(caveats[0]).toMatchObject({ id: "logins-only", level: "flips" });
});

test("without a column of events every row counts", async () => {
  const columns = await tableFrom(database(), "visits", csv, types);
  const data = dataSet("visits", columns, { customer: "customer", time: "ts" });
  const { result, request } = await run(database(), relevantActivity, data);
  expect(result.events).toHaveLength(1);
  expect(result.tried.map(({ rule }) => rule)).toEqual(["any", "chosen"]);
  const report = relevantActivity.report(result, request, languageOf("en"));
  expect(report.tables[0]!.rows[0]!.event!.text).toBe("(every row)");
  expect(report.figures.map(({ id }) => id)).toEqual(["gap"]);
});

test.each(["customer,ts,event", "customer,ts,event\n,2024-01-01 10:00:00,pay"])(
  "nothing to use: %j",
  async (text) => {
    const { result, request } = await activity(text);
    const report = relevantActivity.report(result, request, languageOf("en"));
    expect(report.verdict.level).toBe("cannot-tell");
    expect(report.figures).toEqual([]);
    expect(JSON.stringify(report)).not.toMatch(/NaN|undefined|Infinity/);
  },
);

test("the SQL gives the numbers of the table", async () => {
  const { result, request } = await activity();
  const { rows } = relevantActivity.report(result, request, languageOf("en")).tables[0]!;
  for (const known of [result, null]) {
    const found = (await database().query(relevantActivity.asSql(request, known))).rows();
    expect(found).toHaveLength(rows.length);
    found.forEach((row, i) => {
      for (const [column, value] of Object.entries(row))
        if (rows[i]![column]) expect({ [column]: rows[i]![column].value }).toEqual({ [column]: value });
    });
  }
});

describe("bins", () => {
  test("nothing, one gap, and a few that are very long", () => {
    expect(binned([])).toEqual([]);
    expect(binned([{ days: 3, customers: 2 }])).toEqual([
      { from: 0, to: 1, customers: 0 },
      { from: 1, to: 2, customers: 0 },
      { from: 2, to: 3, customers: 0 },
      { from: 3, to: 4, customers: 2 },
    ]);
    const bins = binned([
      { days: 5, customers: 995 },
      { days: 4000, customers: 5 },
    ]);
    expect(bins.length).toBeLessThan(31);
    expect(bins[bins.length - 1]).toMatchObject({ to: 4001, customers: 5 });
    expect(bins.reduce((sum, { customers }) => sum + customers, 0)).toBe(1000);
  });
});
