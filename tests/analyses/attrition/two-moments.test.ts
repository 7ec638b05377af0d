import { describe, expect, test } from "vitest";
import { languageOf } from "../../../src/analyses";
import { attrition } from "../../../src/analyses/attrition";
import { run } from "../ask";
import { openedDatabase } from "../opened-database";
import { dataSet, tableFrom } from "../table-from";
import { toyEvents } from "../toy-events";

const database = openedDatabase();

const logTypes = { customer: "varchar", date: "date" };
const log = { customer: "customer", time: "date" };

async function logOf(csv: string, table = "log") {
  return dataSet(table, await tableFrom(database(), table, csv, logTypes), log);
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
    const { result } = await run(database(), attrition, await logOf(csv));
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
    const snapshot = await run(database(), attrition, data, { mode: "snapshot" });
    const interval = await run(database(), attrition, data, { mode: "interval" });
    expect(interval.result.counts).toEqual(snapshot.result.counts);
    expect(interval.result.period).toEqual(snapshot.result.period);
  });

  test("a lookback of some days finds fewer who are there, and who came and left", async () => {
    const { result } = await run(database(), attrition, await logOf(csv), {
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
    const { result } = await run(database(), attrition, await logOf(twice), { k: 2 });
    expect(result.counts).toMatchObject({ atStart: 1, remaining: 1, returned: 1, new: 0, atEnd: 2 });
  });

  test("weeks begin on Monday, or on Sunday when so set", async () => {
    const data = await logOf(csv);
    const monday = await run(database(), attrition, data, { period: "week" });
    const sunday = await run(database(), attrition, { ...data, weekStart: "sunday" }, { period: "week" });
    expect(monday.result.period).toMatchObject({ start: "2024-03-25", end: "2024-04-01" });
    expect(sunday.result.period).toMatchObject({ start: "2024-03-24", end: "2024-03-31" });
  });

  test("a quarter has three months", async () => {
    const { result } = await run(database(), attrition, await logOf(csv), { period: "quarter" });
    expect(result.period).toMatchObject({ startFrom: "2023-10-01", start: "2024-01-01", end: "2024-04-01" });
  });

  test("rows from the day on that is not known are left out and counted", async () => {
    const { result } = await run(database(), attrition, await logOf(csv), { asOf: "2024-03-15" });
    expect(result.rows).toMatchObject({ total: 8, used: 6, excluded: [{ why: "after-as-of", rows: 2 }] });
    expect(result.period).toMatchObject({ start: "2024-02-01", end: "2024-03-01", state: "complete" });
  });

  test("a period that is not over is in progress, one that has not begun is not observed", async () => {
    const data = await logOf(csv);
    const running = await run(database(), attrition, data, { start: "2024-03-01", end: "2024-05-01" });
    expect(running.result.period?.state).toBe("in progress");
    const later = await run(database(), attrition, data, { start: "2024-05-01", end: "2024-06-01" });
    expect(later.result.period?.state).toBe("not observed");
    for (const { result, request } of [running, later]) {
      const { verdict } = attrition.report(result, request, languageOf("en"));
      expect(verdict.level).toBe("cannot-tell");
      expect(verdict.number).toBeUndefined();
    }
  });

  test("an end before the start is refused", async () => {
    const { result, request } = await run(database(), attrition, await logOf(csv), {
      start: "2024-03-01",
      end: "2024-02-01",
    });
    expect(attrition.report(result, request, languageOf("en")).verdict.level).toBe("refused");
  });

  test("the customers behind the numbers are named", async () => {
    const { result, request } = await run(database(), attrition, await logOf(csv));
    const named = await database().query(attrition.customers!(request, result, null)!);
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
      database(),
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
      database(),
      attrition,
      dataSet("moments", columns, { customer: "customer", time: "ts" }),
    );
    expect(result.period).toMatchObject({ asOf: "2024-04-01", start: "2024-03-01", state: "complete" });
    expect(result.rows.excluded).toEqual([{ why: "after-as-of", rows: 1 }]);
    expect(result.counts).toMatchObject({ atStart: 2, lost: 1 });
  });
});

describe("the usual gap", () => {
  test("a lookback of the usual gap is what four in five stay within, rounded up", async () => {
    const data = await toyEvents(database(), ["create"]);
    const { result } = await run(database(), attrition, data, {
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
    const { result, request } = await run(database(), attrition, data, { lookback: "gap" });
    expect(result.gap).toEqual({ customers: 0, p50: null, p80: null });
    expect(result.period?.lookbackDays).toBe(31);
    const { caveats } = attrition.report(result, request, languageOf("en"));
    expect(caveats.map(({ id }) => id)).toContain("gap-unknown");
  });

  test("bills of every month are seen in every month, also in one of 30 days; nobody lost is said so", async () => {
    const months = ["03", "04", "05", "06", "07", "08", "09", "10", "11"];
    const bills = months.flatMap((month) => [`a,2024-${month}-01`, `b,2024-${month}-01`]);
    const { result, request } = await run(
      database(),
      attrition,
      await logOf(["customer,date", ...bills].join("\n")),
      { start: "2024-09-01", end: "2024-10-01" },
    );
    expect(result.gap?.p80).toBe(31);
    expect(result.period?.lookbackDays).toBe(30);
    const { caveats, verdict } = attrition.report(result, request, languageOf("en"));
    expect(caveats.map(({ id }) => id)).not.toContain("gap-longer");
    expect(verdict.sentence).toContain("nobody was gone by");
    expect(verdict.sentence).not.toContain("none of them");
  });

  test("a lookback shorter than the usual gap could turn the decision", async () => {
    const data = await toyEvents(database(), ["create"]);
    const { result, request } = await run(database(), attrition, data, {
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
