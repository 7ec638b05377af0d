import { describe, expect, test } from "vitest";
import { anyActivity } from "../../../src/analyses";
import { quantile } from "../../../src/analyses/stats/quantile";
import { usageQuartiles } from "../../../src/analyses/usage-quartiles";
import type { UsageResult } from "../../../src/analyses/usage-quartiles/result";
import { name, sql } from "../../../src/engine";
import { run } from "../ask";
import { openedDatabase } from "../opened-database";
import { madeCustomers } from "../segments/made";
import { dataSet, tableFrom } from "../table-from";

const database = openedDatabase();
const dayLength = 86_400_000;

interface Event {
  readonly at: number;
  readonly event: string;
  readonly seconds: number;
}

async function eventsByCustomer(table: string): Promise<Map<string, Event[]>> {
  const rows = (
    await database().query(sql`select customer, "at", event, seconds from ${name(table)}`)
  ).rows();
  const found = new Map<string, Event[]>();
  for (const { customer, at, event, seconds } of rows)
    found.set(String(customer), [
      ...(found.get(String(customer)) ?? []),
      { at: (at as Date).getTime(), event: String(event), seconds: Number(seconds) },
    ]);
  return found;
}

/** The definition of the analysis written out once more, customer by customer. */
function byHand(
  customers: ReadonlyMap<string, readonly Event[]>,
  asOf: number,
  measure: (inside: readonly Event[]) => number,
  { observe, outcome }: { observe: number; outcome: number },
) {
  const used: { usage: number; isLost: boolean }[] = [];
  let [notObserved, notThere] = [0, 0];
  for (const all of customers.values()) {
    const events = all.filter(({ at }) => at < asOf);
    if (!events.length) continue;
    const first = Math.min(...events.map(({ at }) => at));
    const landmark = first + observe * dayLength;
    const end = landmark + outcome * dayLength;
    const within = (from: number, to: number) => all.filter(({ at }) => at >= from && at < to);
    if (end > asOf) notObserved++;
    else if (within(landmark - outcome * dayLength, landmark).length === 0) notThere++;
    else used.push({ usage: measure(within(first, landmark)), isLost: within(landmark, end).length === 0 });
  }
  return { used, notObserved, notThere };
}

function segmentsByHand(used: readonly { usage: number; isLost: boolean }[], zerosApart: boolean) {
  const users = used.filter(({ usage }) => !zerosApart || usage > 0).map(({ usage }) => usage);
  const [q1, q3] = [quantile(users, 0.25)!, quantile(users, 0.75)!];
  const quarterOf = (usage: number) =>
    zerosApart && usage <= 0 ? "none" : usage <= q1 ? "bottom" : usage > q3 ? "top" : "middle";
  return (["none", "bottom", "middle", "top"] as const).flatMap((quarter) => {
    const group = used.filter(({ usage }) => quarterOf(usage) === quarter);
    return group.length ? [{ quarter, x: group.filter(({ isLost }) => isLost).length, n: group.length }] : [];
  });
}

function counts({ segments }: UsageResult) {
  return segments.map(({ quarter, share: { x, n } }) => ({ quarter, x, n }));
}

const days = (events: readonly Event[]) => new Set(events.map(({ at }) => Math.floor(at / dayLength))).size;
const reports = (events: readonly Event[]) => events.filter(({ event }) => event === "report");

describe("each customer's first days, and the days after them", () => {
  test.each([
    ["all activity", {}, (inside: readonly Event[]) => inside.length],
    ["all activity by days", { metric: "days" }, days],
    [
      "days with a feature",
      { feature: "event", event: "report", metric: "days" },
      (inside: readonly Event[]) => days(reports(inside)),
    ],
    [
      "the feature's share",
      { feature: "event", event: "report", metric: "share" },
      (inside: readonly Event[]) => reports(inside).length / inside.length,
    ],
    [
      "the sum of a column",
      { feature: "column", usage: "seconds" },
      (inside: readonly Event[]) => inside.reduce((sum, { seconds }) => sum + seconds, 0),
    ],
  ])("%s", async (_, given, measure) => {
    const { events } = await madeCustomers(database());
    const customers = await eventsByCustomer(events.table);
    const latest = Math.max(...[...customers.values()].flat().map(({ at }) => at));
    const asOf = Math.floor(latest / dayLength) * dayLength;
    const windows = { observe: 21, outcome: 45 };
    const { used, notObserved, notThere } = byHand(customers, asOf, measure, windows);
    for (const zerosApart of [true, false]) {
      const asked = { ...given, zerosApart, observeDays: windows.observe, outcomeDays: windows.outcome };
      const { result } = await run(database(), usageQuartiles, events, asked);
      expect(counts(result)).toEqual(segmentsByHand(used, zerosApart));
      const excluded = Object.fromEntries(result.excluded.map(({ why, customers: n }) => [why, n]));
      expect({ "not-observed": 0, "not-there": 0, ...excluded }).toEqual({
        "not-observed": notObserved,
        "not-there": notThere,
      });
      expect(result.deciles.reduce((sum, { share }) => sum + share.n, 0)).toBe(
        counts(result).reduce((sum, { quarter, n }) => sum + (quarter === "none" ? 0 : n), 0),
      );
    }
  });
});

describe("a calendar month, and contracts", () => {
  const log = `
    customer,day
    old,2024-02-10
    old,2024-03-05
    old,2024-03-06
    old,2024-04-20
    idle,2024-02-25
    idle,2024-06-01
    gone,2024-01-01
    left,2024-02-01
    left,2024-03-31
    new,2024-03-02
    new,2024-03-09
    last,2024-07-01`;

  async function logData() {
    const columns = await tableFrom(database(), "months", log, { customer: "varchar", day: "date" });
    return dataSet("months", columns, { customer: "customer", time: "day" }, { rule: anyActivity });
  }

  test("who came within the month has no full one; who was silent as long as the outcome is already gone", async () => {
    const asked = { window: "month", month: "2024-03-20", outcomeDays: 30, metric: "days" };
    const { result, request } = await run(database(), usageQuartiles, await logData(), asked);
    expect(result.excluded).toEqual(
      [
        { why: "not-observed", customers: 0 },
        { why: "newcomer", customers: 2 },
        { why: "not-there", customers: 2 },
      ].filter(({ customers }) => customers > 0),
    );
    expect(result).toMatchObject({ customers: 6, from: "2024-03-01", until: "2024-05-01" });
    const rows = (await database().query(usageQuartiles.customers!(request, result, "all")!)).rows();
    expect(rows.map(({ customer, what, usage }) => `${customer} ${what} ${usage}`).sort()).toEqual([
      "left lost 1",
      "old remaining 2",
    ]);
  });

  test("left the whole choice, the month is the last with a full outcome", async () => {
    const { result } = await run(database(), usageQuartiles, await logData(), {
      window: "month",
      outcomeDays: 30,
    });
    // Known until 2 July: a month from 1 June on is the last whole one before 2 June.
    expect(result.from).toBe("2024-05-01");
  });

  test("a contract in force when the outcome begins, and none when it ends", async () => {
    const contracts = `
      account,begins,ends
      old,2024-01-01,2024-04-10
      old,2024-04-10,2024-12-01
      idle,2024-01-01,2024-04-30
      gone,2024-01-01,2024-03-15
      left,2024-01-01,2024-05-01
      left,2024-01-01,2024-05-02
      new,2024-01-01,`;
    const columns = await tableFrom(database(), "terms", contracts, {
      account: "varchar",
      begins: "date",
      ends: "date",
    });
    const beside = {
      contracts: dataSet("terms", columns, { customer: "account", start: "begins", end: "ends" }),
    };
    const asked = {
      mode: "contracts",
      contracts: "terms",
      window: "month",
      month: "2024-03-01",
      outcomeDays: 30,
    };
    const { result, request } = await run(database(), usageQuartiles, await logData(), asked, beside);
    const rows = (await database().query(usageQuartiles.customers!(request, result, "all")!)).rows();
    expect(rows.map(({ customer, what, usage }) => `${customer} ${what} ${usage}`).sort()).toEqual([
      // Until 1 May: the contract that ends on 30 April is over, the one that ends on 2 May is not.
      "idle lost 0",
      "left remaining 1",
      "new remaining 2",
      "old remaining 2",
    ]);
    expect(result.excluded).toEqual([{ why: "not-there", customers: 1 }]);
  });
});
