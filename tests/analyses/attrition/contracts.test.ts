import { describe, expect, test } from "vitest";
import { languageOf } from "../../../src/analyses";
import { attrition } from "../../../src/analyses/attrition";
import { isShared, sharedJson, sharedText } from "../../reference/shared-data";
import { run } from "../ask";
import { openedDatabase } from "../opened-database";
import { dataSet, tableFrom } from "../table-from";

const database = openedDatabase();

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
    const columns = await tableFrom(database(), "subscriptions", sharedText(file), types);
    const { rows } = sharedJson<{ logo_attrition: { rows: Row[] } }>(
      "data/tiny-worked/reference.json",
    ).logo_attrition;
    for (const row of rows) {
      const start = `${row.period}-01`;
      const { result, request } = await run(database(), attrition, dataSet("subscriptions", columns, roles), {
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
      const named = (await database().query(attrition.customers!(request, result, null)!)).rows();
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
    const columns = await tableFrom(database(), "contracts", csv, { ...types, paid: "date" });
    const data = dataSet("contracts", columns, { ...roles, ...more }, {});
    return run(database(), attrition, data, {
      mode: "contracts",
      start: "2024-03-01",
      asOf: "2024-05-01",
      ...given,
    });
  };
  const header = "account,contract,start,end,mrr,paid\n";

  test("the last paid day, and the first day without a contract, are a day apart", async () => {
    const csv = `${header}a,m,2024-01-01,2024-03-31,1,`;
    const columns = await tableFrom(database(), "contracts", csv, { ...types, paid: "date" });
    const given = { mode: "contracts", start: "2024-03-01", asOf: "2024-05-01" };
    const data = dataSet("contracts", columns, roles);
    expect((await run(database(), attrition, data, given)).result.counts.lost).toBe(1);
    const inclusive = { ...data, endIsLastPaidDay: true };
    expect((await run(database(), attrition, inclusive, given)).result.counts.lost).toBe(0);
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
