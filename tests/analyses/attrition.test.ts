import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anyActivity, languageOf } from "../../src/analyses";
import { attrition } from "../../src/analyses/attrition";
import type { Database } from "../../src/engine";
import { openTestDatabase } from "../engine/open-database";
import { isShared, sharedJson, sharedText } from "../reference/shared-data";
import { run } from "./ask";
import { dataSet, tableFrom } from "./table-from";
import { toyEvents } from "./toy-events";

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const logTypes = { customer: "varchar", date: "date" };
const log = { customer: "customer", time: "date" };

async function logOf(csv: string, table = "log") {
  return dataSet(table, await tableFrom(database, table, csv, logTypes), log);
}

describe("a small log by hand", () => {
  // a stays, b leaves, c is new, d comes back, e comes and goes within the period.
  const csv = `
    customer,date
    a,2024-01-05
    a,2024-02-05
    a,2024-03-05
    b,2024-02-10
    c,2024-03-31
    d,2024-01-20
    d,2024-03-01
    z,2024-04-01`;

  test("the last complete month is asked for when nothing is set", async () => {
    const { result } = await run(database, attrition, await logOf(csv));
    // The last day is 1 April, a whole day: April has begun, March is complete.
    expect(result.period).toEqual({
      asOf: "2024-04-02",
      startFrom: "2024-02-01",
      start: "2024-03-01",
      endFrom: "2024-03-01",
      end: "2024-04-01",
      lookbackDays: 31,
      state: "complete",
    });
    expect(result.counts).toMatchObject({ atStart: 2, lost: 1, remaining: 1, new: 1, returned: 1, atEnd: 3 });
    expect(result.attrition).toMatchObject({ x: 1, n: 2, rate: 0.5 });
  });

  test("activity in two periods is the same as two moments a period apart", async () => {
    const data = await logOf(csv);
    const snapshot = await run(database, attrition, data, { mode: "snapshot" });
    const interval = await run(database, attrition, data, { mode: "interval" });
    expect(interval.result.counts).toEqual(snapshot.result.counts);
    expect(interval.result.period).toEqual(snapshot.result.period);
  });

  test("a lookback of some days finds fewer who are there, and who came and left", async () => {
    const { result } = await run(database, attrition, await logOf(csv), {
      lookback: "days",
      lookbackDays: 5,
    });
    expect(result.period).toMatchObject({ startFrom: "2024-02-25", endFrom: "2024-03-27" });
    expect(result.counts).toMatchObject({ atStart: 0, atEnd: 1, new: 1 });
    expect(result.attrition.rate).toBeNull();
  });

  test("at least so many times counts rows, not days", async () => {
    const twice = `
      customer,date
      a,2024-02-05
      a,2024-02-05
      a,2024-03-01
      a,2024-03-02
      b,2024-02-01
      b,2024-03-03
      b,2024-03-04
      z,2024-04-01`;
    const { result } = await run(database, attrition, await logOf(twice), { k: 2 });
    expect(result.counts).toMatchObject({ atStart: 1, remaining: 1, returned: 1, new: 0, atEnd: 2 });
  });

  test("weeks begin on Monday, or on Sunday when so set", async () => {
    const data = await logOf(csv);
    const monday = await run(database, attrition, data, { period: "week" });
    const sunday = await run(database, attrition, { ...data, weekStart: "sunday" }, { period: "week" });
    expect(monday.result.period).toMatchObject({ start: "2024-03-25", end: "2024-04-01" });
    expect(sunday.result.period).toMatchObject({ start: "2024-03-24", end: "2024-03-31" });
  });

  test("a quarter has three months", async () => {
    const { result } = await run(database, attrition, await logOf(csv), { period: "quarter" });
    expect(result.period).toMatchObject({ startFrom: "2023-10-01", start: "2024-01-01", end: "2024-04-01" });
  });

  test("rows from the day on that is not known are left out and counted", async () => {
    const { result } = await run(database, attrition, await logOf(csv), { asOf: "2024-03-15" });
    expect(result.rows).toMatchObject({ total: 8, used: 6, excluded: [{ why: "after-as-of", rows: 2 }] });
    expect(result.period).toMatchObject({ start: "2024-02-01", end: "2024-03-01", state: "complete" });
  });

  test("a period that is not over is in progress, one that has not begun is not observed", async () => {
    const data = await logOf(csv);
    const running = await run(database, attrition, data, { start: "2024-03-01", end: "2024-05-01" });
    expect(running.result.period?.state).toBe("in progress");
    const later = await run(database, attrition, data, { start: "2024-05-01", end: "2024-06-01" });
    expect(later.result.period?.state).toBe("not observed");
    for (const { result, request } of [running, later]) {
      const { verdict } = attrition.report(result, request, languageOf("en"));
      expect(verdict.level).toBe("cannot-tell");
      expect(verdict.number).toBeUndefined();
    }
  });

  test("an end before the start is refused", async () => {
    const { result, request } = await run(database, attrition, await logOf(csv), {
      start: "2024-03-01",
      end: "2024-02-01",
    });
    expect(attrition.report(result, request, languageOf("en")).verdict.level).toBe("refused");
  });

  test("the customers behind the numbers are named", async () => {
    const { result, request } = await run(database, attrition, await logOf(csv));
    const named = await database.query(attrition.customers!(request, result)!);
    expect(named.rows().map(({ customer, what }) => `${customer} ${what}`)).toEqual([
      "b lost",
      "c new",
      "a remaining",
      "d returned",
    ]);
  });
});

describe("times with a time of day", () => {
  test("the last day may be half told and is left out; a zone is taken as it is", async () => {
    const columns = await tableFrom(
      database,
      "moments",
      `customer,ts
       a,2024-02-10T10:00:00+00
       a,2024-03-10T10:00:00+00
       b,2024-02-11T23:59:00+00
       a,2024-03-31T08:00:00+00
       a,2024-04-01T08:00:00+00`,
      { customer: "varchar", ts: "timestamptz" },
    );
    expect(columns[1]?.type).toBe("TIMESTAMP WITH TIME ZONE");
    const { result } = await run(
      database,
      attrition,
      dataSet("moments", columns, { customer: "customer", time: "ts" }),
    );
    expect(result.period).toMatchObject({ asOf: "2024-04-01", start: "2024-03-01", state: "complete" });
    expect(result.rows.excluded).toEqual([{ why: "after-as-of", rows: 1 }]);
    expect(result.counts).toMatchObject({ atStart: 2, lost: 1 });
  });
});

describe("bad input", () => {
  const english = languageOf("en");

  test("no rows at all: nothing to tell, nothing broken", async () => {
    const { result, request } = await run(database, attrition, await logOf("customer,date", "empty"));
    expect(result).toMatchObject({ period: null, attrition: { rate: null, interval: null } });
    const report = attrition.report(result, request, english);
    expect(report.verdict.level).toBe("cannot-tell");
    expect(report.figures).toEqual([]);
    expect(JSON.stringify(report)).not.toMatch(/NaN|undefined|Infinity/);
  });

  test("one customer", async () => {
    const { result, request } = await run(database, attrition, await logOf("customer,date\nc1,2024-01-05"));
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
    const { result, request } = await run(database, attrition, await logOf(csv));
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
      database,
      attrition,
      await logOf("customer,date\n,2024-02-01\n,2024-03-01"),
    );
    expect(result.rows.used).toBe(0);
    expect(attrition.report(result, request, english).verdict.sentence).toMatch(/no row of the table/);
  });

  test("a role that is open, a column that is gone, text as time: named before anything is asked", async () => {
    const data = await logOf("customer,date\na,2024-02-01");
    await expect(run(database, attrition, { ...data, roles: { customer: "customer" } })).rejects.toThrow(
      "no column for the role: time",
    );
    await expect(run(database, attrition, { ...data, roles: { ...log, time: "when" } })).rejects.toThrow(
      "column that cannot be time: when",
    );
    await expect(run(database, attrition, { ...data, roles: { ...log, time: "customer" } })).rejects.toThrow(
      "column that cannot be time: customer (VARCHAR)",
    );
    await expect(run(database, attrition, data, { mode: "contracts" })).rejects.toThrow(
      "no column for the role: start",
    );
  });

  test("names and values that SQL could stumble over", async () => {
    const table = `it's "odd"; drop`;
    const columns = await tableFrom(
      database,
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
    const { result } = await run(database, attrition, data);
    expect(result.counts).toMatchObject({ atStart: 1, lost: 1 });
  });
});

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
    const columns = await tableFrom(database, "watching", csv, types);
    const data = dataSet("watching", columns, roles, { rule: { ...anyActivity, ...rule } });
    return (await run(database, attrition, data)).result;
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
    const columns = await tableFrom(database, "watching", csv, types);
    const data = dataSet("watching", columns, roles, {
      rule: { ...anyActivity, form: "listed", events: ["login"] },
    });
    const { result, request } = await run(database, attrition, data);
    const { caveats, verdict } = attrition.report(result, request, languageOf("en"));
    expect(caveats[0]).toMatchObject({ id: "logins-only", level: "flips" });
    expect(verdict.level).not.toBe("certain");
  });
});

describe("ten customers under known definitions", () => {
  const file = "spec/reference/08_toy_event_log.json";
  interface Snapshot {
    start: string;
    end: string;
    lookback_days: number;
    relevant: string[];
    at_start: string;
    remaining: string;
    lost: string;
    new: string;
    resurrected: string;
    attrition: number;
    retention: number;
  }

  test.skipIf(!isShared(file)).each(["snapshot14", "snapshot7", "snapshot14_login"])("%s", async (name) => {
    const snapshot = sharedJson<Record<string, Snapshot>>(file)[name]!;
    const data = await toyEvents(database, snapshot.relevant);
    const { result, request } = await run(database, attrition, data, {
      start: snapshot.start,
      end: snapshot.end,
      asOf: "2026-02-06",
      ...(snapshot.lookback_days === 14 ? {} : { lookback: "days", lookbackDays: snapshot.lookback_days }),
    });
    const named = await database.query(attrition.customers!(request, result)!);
    const who = (...states: string[]) =>
      named
        .rows()
        .filter(({ what }) => states.includes(String(what)))
        .map(({ customer }) => customer)
        .sort()
        .join("");
    expect(who("lost", "remaining")).toBe(snapshot.at_start);
    expect(who("remaining")).toBe(snapshot.remaining);
    expect(who("lost")).toBe(snapshot.lost);
    expect(who("new")).toBe(snapshot.new);
    expect(who("returned")).toBe(snapshot.resurrected);
    expect(result.attrition.rate).toBeCloseTo(snapshot.attrition, 12);
    expect(result.retention.rate).toBeCloseTo(snapshot.retention, 12);
  });
});

describe("the usual gap", () => {
  test("a lookback of the usual gap is what four in five stay within, rounded up", async () => {
    const data = await toyEvents(database, ["create"]);
    const { result } = await run(database, attrition, data, {
      lookback: "gap",
      start: "2026-01-19",
      end: "2026-02-02",
      asOf: "2026-02-06",
    });
    expect(result.gap).toEqual({ customers: 7, p50: 8, p80: expect.closeTo(10.9, 10) });
    expect(result.period).toMatchObject({ lookbackDays: 11, startFrom: "2026-01-08" });
  });

  test("nobody with two active days: the period is used, and that is said", async () => {
    const data = await logOf("customer,date\na,2024-02-01\nb,2024-03-05\nc,2024-04-01");
    const { result, request } = await run(database, attrition, data, { lookback: "gap" });
    expect(result.gap).toEqual({ customers: 0, p50: null, p80: null });
    expect(result.period?.lookbackDays).toBe(31);
    const { caveats } = attrition.report(result, request, languageOf("en"));
    expect(caveats.map(({ id }) => id)).toContain("gap-unknown");
  });

  test("a lookback shorter than the usual gap could turn the decision", async () => {
    const data = await toyEvents(database, ["create"]);
    const { result, request } = await run(database, attrition, data, {
      lookback: "days",
      lookbackDays: 7,
      start: "2026-01-19",
      end: "2026-02-02",
      asOf: "2026-02-06",
    });
    const { caveats, verdict } = attrition.report(result, request, languageOf("ru"));
    expect(caveats[0]).toMatchObject({ id: "gap-longer", level: "flips" });
    expect(verdict.level).toBe("likely");
    expect(verdict.next).toContain("11");
  });
});

describe("contracts", () => {
  const file = "data/tiny-worked/subscriptions.csv";
  const types = { account: "varchar", contract: "varchar", start: "date", end: "date", mrr: "double" };
  const roles = { customer: "account", start: "start", end: "end" };

  test.skipIf(!isShared(file))("every month of tiny-worked, with the accounts lost and joined", async () => {
    interface Row {
      period: string;
      initial: number;
      remaining: number;
      lost: string[];
      joined: string[];
      attrition: number | null;
    }
    const columns = await tableFrom(database, "subscriptions", sharedText(file), types);
    const { rows } = sharedJson<{ logo_attrition: { rows: Row[] } }>(
      "data/tiny-worked/reference.json",
    ).logo_attrition;
    for (const row of rows) {
      const start = `${row.period}-01`;
      const { result, request } = await run(database, attrition, dataSet("subscriptions", columns, roles), {
        mode: "contracts",
        start,
        asOf: "2024-06-01",
      });
      expect(result.counts).toMatchObject({
        atStart: row.initial,
        remaining: row.remaining,
        lost: row.lost.length,
      });
      if (row.attrition === null) expect(result.attrition.rate).toBeNull();
      // The reference gives twelve digits.
      else expect(Math.abs(result.attrition.rate! - row.attrition)).toBeLessThan(1e-9);
      const named = (await database.query(attrition.customers!(request, result)!)).rows();
      const who = (...states: string[]) =>
        named
          .filter(({ what }) => states.includes(String(what)))
          .map(({ customer }) => customer)
          .sort();
      expect(who("lost")).toEqual(row.lost);
      expect(who("new", "returned")).toEqual(row.joined);
    }
  });

  const contracts = async (csv: string, more = {}, given = {}) => {
    const columns = await tableFrom(database, "contracts", csv, { ...types, paid: "date" });
    const data = dataSet("contracts", columns, { ...roles, ...more }, {});
    return run(database, attrition, data, {
      mode: "contracts",
      start: "2024-03-01",
      asOf: "2024-05-01",
      ...given,
    });
  };
  const header = "account,contract,start,end,mrr,paid\n";

  test("the last paid day, and the first day without a contract, are a day apart", async () => {
    const csv = `${header}a,m,2024-01-01,2024-03-31,1,`;
    const columns = await tableFrom(database, "contracts", csv, { ...types, paid: "date" });
    const given = { mode: "contracts", start: "2024-03-01", asOf: "2024-05-01" };
    const data = dataSet("contracts", columns, roles);
    expect((await run(database, attrition, data, given)).result.counts.lost).toBe(1);
    const inclusive = { ...data, endIsLastPaidDay: true };
    expect((await run(database, attrition, inclusive, given)).result.counts.lost).toBe(0);
  });

  test("days of grace keep a customer whose next contract is late", async () => {
    const csv = `${header}a,m,2024-01-01,2024-03-20,1,\na,m,2024-04-10,,1,`;
    expect((await contracts(csv)).result.counts.lost).toBe(1);
    expect((await contracts(csv, {}, { grace: 30 })).result.counts.lost).toBe(0);
  });

  test("a contract counts no longer than it is paid for", async () => {
    const csv = `${header}a,m,2024-01-01,,1,2024-03-10\nb,m,2024-01-01,2024-12-31,1,`;
    const { result } = await contracts(csv, { paidUntil: "paid" });
    expect(result.counts).toMatchObject({ atStart: 2, lost: 1 });
  });

  test("empty contracts, contracts turned round and those without a start are counted, not used", async () => {
    const csv = `${header}a,m,2024-01-01,2024-01-01,1,\nb,m,2024-02-01,2024-01-01,1,\nc,m,,2024-05-01,1,\nd,m,2024-01-01,infinity,1,`;
    const { result } = await contracts(csv);
    expect(result.rows).toMatchObject({
      total: 4,
      used: 1,
      excluded: [
        { why: "no-time", rows: 1 },
        { why: "empty-contract", rows: 1 },
        { why: "end-before-start", rows: 1 },
      ],
    });
    expect(result.counts).toMatchObject({ atStart: 1, remaining: 1 });
  });

  test("planned ends do not tell what the data are known until", async () => {
    const csv = `${header}a,m,2024-01-01,2030-12-31,1,\nb,m,2024-03-05,2030-01-31,1,`;
    const { result, request } = await contracts(csv, {}, { asOf: "auto", start: "auto" });
    expect(result.period).toMatchObject({ asOf: "2024-03-06", start: "2024-02-01", end: "2024-03-01" });
    const { caveats } = attrition.report(result, request, languageOf("en"));
    expect(caveats.map(({ id }) => id)).toContain("as-of-auto");
  });

  test("everybody left, nobody left", async () => {
    const gone = await contracts(`${header}a,m,2024-01-01,2024-03-10,1,\nb,m,2024-01-01,2024-03-11,1,`);
    expect(gone.result.attrition).toMatchObject({ x: 2, n: 2, rate: 1 });
    const stayed = await contracts(`${header}a,m,2024-01-01,,1,\nb,m,2024-01-01,,1,`);
    expect(stayed.result.attrition).toMatchObject({ x: 0, n: 2, rate: 0 });
    expect(stayed.result.attrition.interval![1]).toBeGreaterThan(0.5);
  });
});

describe("the SQL a person takes over gives the numbers of the table", () => {
  const modes = [
    { mode: "snapshot" },
    { mode: "interval" },
    { mode: "snapshot", lookback: "gap" },
    { mode: "snapshot", lookback: "days", lookbackDays: 10, k: 2 },
    { mode: "snapshot", start: "2026-01-19", end: "2026-02-02" },
    { mode: "interval", period: "week" },
  ];
  test.each(modes)("%j", async (given) => {
    const data = await toyEvents(database, ["create"]);
    const { result, request } = await run(database, attrition, data, {
      asOf: "2026-02-06",
      period: "week",
      ...given,
    });
    const [row] = attrition.report(result, request, languageOf("en")).tables[0]!.rows;
    for (const known of [result, null]) {
      const [found] = (await database.query(attrition.asSql(request, known))).rows();
      for (const [column, value] of Object.entries(found!))
        if (row![column]) expect({ [column]: value }).toEqual({ [column]: row![column].value });
    }
  });
});

describe("what must hold whatever the data are", () => {
  const day = (n: number) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10);
  const events = fc.array(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 90 })), {
    minLength: 1,
    maxLength: 60,
  });
  const text = (rows: readonly (readonly [number | string, number])[], shift = 0) =>
    ["customer,date", ...rows.map(([who, when]) => `c${who},${day(when + shift)}`)].join("\n");
  const given = (shift = 0) => ({ start: day(35 + shift), end: day(63 + shift), asOf: day(95 + shift) });
  const counts = async (csv: string, params: object) =>
    (await run(database, attrition, await logOf(csv, "random"), { ...params })).result.counts;

  test("the order of rows, whole weeks later, and everybody twice", async () => {
    await fc.assert(
      fc.asyncProperty(events, fc.integer({ min: 1, max: 60 }), async (rows, weeks) => {
        const plain = await counts(text(rows), given());
        expect(plain.atStart).toBe(plain.lost + plain.remaining);
        expect(await counts(text([...rows].reverse()), given())).toEqual(plain);
        expect(await counts(text(rows, 7 * weeks), given(7 * weeks))).toEqual(plain);
        const twice = [...rows, ...rows.map(([who, when]) => [`${who}x`, when] as const)];
        const doubled = await counts(text(twice), given());
        expect(doubled).toEqual(Object.fromEntries(Object.entries(plain).map(([key, n]) => [key, 2 * n])));
      }),
      { numRuns: 12, seed: 7 },
    );
  });
});
