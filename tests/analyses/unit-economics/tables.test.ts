import { describe, expect, test } from "vitest";
import { languageOf, type DataSet, type ReportValue, type Who } from "../../../src/analyses";
import { unitEconomics } from "../../../src/analyses/unit-economics";
import { run } from "../ask";
import { openedDatabase } from "../opened-database";
import { dataSet, tableFrom } from "../table-from";

const database = openedDatabase();
const english = languageOf("en");

async function contracts(csv: string): Promise<DataSet> {
  const columns = await tableFrom(database(), "contracts", `account,channel,start,end\n${csv}`, {
    account: "varchar",
    channel: "varchar",
    start: "date",
    end: "date",
  });
  return dataSet("contracts", columns, { customer: "account", start: "start", end: "end" });
}

async function spend(csv: string): Promise<DataSet> {
  const columns = await tableFrom(database(), "spend", `month,channel,spend,currency\n${csv}`, {
    month: "date",
    channel: "varchar",
    spend: "double",
    currency: "varchar",
  });
  return dataSet("spend", columns, { time: "month", amount: "spend", currency: "currency" });
}

const given = { mode: "contracts", asOf: "2025-07-10", margin: 10, discount: 0, horizon: 12 };

describe("survival in whole months", () => {
  test("a month that is not over counts for nobody; who leaves on the day it ends is gone at the next opening", async () => {
    const { result } = await run(
      database(),
      unitEconomics,
      await contracts(`
        a,x,2025-01-01,2025-02-01
        b,x,2025-01-01,2025-02-15
        c,x,2025-01-01,
        d,x,2025-07-01,2025-07-05
        e,x,2025-07-01,
        f,x,2025-08-01,`),
      given,
    );
    // a pays once, b twice; d left in a month that is not over. c is seen at seven openings, the last on 1 July.
    expect(result).toMatchObject({ customers: 5, gone: 2, asOf: "2025-07-10" });
    const third = 1 / 3;
    expect(result.curve.map(({ survival }) => survival)).toEqual(
      [1, 2 * third, third, third, third, third, third].map((one) => expect.closeTo(one, 12) as number),
    );
    expect(result.ltv!.value).toBeCloseTo(10 * (1 + 2 / 3 + 5 / 3), 10);
    expect(result.monthlyLoss).toBeCloseTo(2 / (1 + 2 + 6), 12);
  });

  test("by activity: gone after the gap, known only until it begins", async () => {
    const csv = `customer,date\na,2025-01-01\na,2025-01-20\nb,2025-01-01\nb,2025-06-20\nc,2025-07-01\nz,2025-01-01\nz,2025-07-09`;
    const columns = await tableFrom(database(), "log", csv, { customer: "varchar", date: "date" });
    const { result } = await run(
      database(),
      unitEconomics,
      dataSet("log", columns, { customer: "customer", time: "date" }),
      {
        ...given,
        mode: "activity",
        gap: 30,
      },
    );
    // Known until 10 June: b and z are still there then, c came later.
    expect(result).toMatchObject({ customers: 4, gone: 1 });
    expect(result.curve.map(({ survival }) => survival)).toEqual([
      1,
      ...Array.from({ length: 5 }, () => expect.closeTo(2 / 3, 12) as number),
    ]);
  });

  test("the query gives the numbers of the table", async () => {
    const csv = Array.from({ length: 120 }, (_, i) => {
      const from = new Date(Date.UTC(2024, i % 9, 1 + (i % 27)));
      const to = new Date(from.getTime() + (20 + ((i * 37) % 400)) * 86_400_000);
      return `k${i},${i % 3 ? "ads" : "word"},${from.toISOString().slice(0, 10)},${to < new Date("2025-07-10") ? to.toISOString().slice(0, 10) : ""}`;
    }).join("\n");
    const { result, request } = await run(database(), unitEconomics, await contracts(csv), {
      ...given,
      discount: 0.02,
      horizon: 24,
    });
    expect(result.curve.length).toBeGreaterThan(12);
    for (const known of [result, null]) {
      const rows = (await database().query(unitEconomics.asSql(request, known))).rows() as {
        month: number;
        survival: number;
        value: number;
        low: number | null;
        high: number | null;
      }[];
      expect(rows).toHaveLength(result.curve.length);
      rows.forEach((row, i) => {
        const { month, survival, value, interval } = result.curve[i]!;
        expect(row.month).toBe(month);
        expect(row.survival).toBeCloseTo(survival, 11);
        expect(row.value).toBeCloseTo(value, 9);
        if (!interval) expect(row.low).toBeNull();
        else expect([row.low, row.high]).toEqual(interval.map((bound) => expect.closeTo(bound, 9) as number));
      });
    }
  });
});

describe("the cost to win a customer", () => {
  const rows = Array.from({ length: 24 }, (_, i) => {
    const month = new Date(Date.UTC(2023, 6 + i, 1)).toISOString().slice(0, 10);
    return { month, ads: i < 12 ? 100 : 160, count: 2 };
  });
  const accounts = rows
    .flatMap(({ month, count }, i) => [
      ...Array.from({ length: count }, (_, k) => `ads${i}-${k},ads,${month},`),
      `word${i},word of mouth,${month},`,
    ])
    .join("\n");
  const paid = rows.map(({ month, ads }) => `${month},ads,${ads},EUR\n${month},events,30,EUR`).join("\n");
  const byChannel = { ...given, spend: "spend", spendChannel: "channel", channel: "channel" };

  test("by channel and month, year on year, and what no customer came from", async () => {
    const { result, request } = await run(database(), unitEconomics, await contracts(accounts), byChannel, {
      spend: await spend(paid),
    });
    expect(result.spent).toMatchObject({
      from: "2024-07-01",
      to: "2025-06-01",
      months: 12,
      spend: 12 * 190,
      customers: 36,
    });
    expect(result.cac).toBeCloseTo((12 * 190) / 36, 10);
    expect(result.currency).toBe("EUR");
    const ads = result.yearly.find(({ channel }) => channel === "ads")!;
    expect(ads).toMatchObject({ before: { cac: 50 }, after: { cac: 80 } });
    expect(ads.change).toBeCloseTo(0.6, 12);
    expect(result.yearly.find(({ channel }) => channel === "events")).toMatchObject({
      after: { customers: 0, cac: null },
      change: null,
    });
    const report = unitEconomics.report(result, request, english);
    expect(report.caveats.map(({ id }) => id)).not.toContain("blended");
    const numbers = report.tables.flatMap(({ rows: all }) =>
      all.flatMap((row) =>
        Object.values(row).filter((cell): cell is ReportValue & { who: Who } => cell.who !== undefined),
      ),
    );
    // Newcomers of 24 months by two channels, and the months of the curve: who was followed up to each.
    const newcomers = numbers.filter(({ who }) => who.key.startsWith("new "));
    expect(newcomers.length).toBe(48);
    const followed = numbers.filter(({ who }) => !who.key.startsWith("new "));
    expect(followed.length).toBeGreaterThanOrEqual(result.curve.length);
    for (const { who, value } of [
      newcomers[0]!,
      newcomers[1]!,
      newcomers[47]!,
      followed[0]!,
      followed.at(-1)!,
    ]) {
      const list = await database().query(unitEconomics.customers!(request, result, who.key)!);
      expect([who.key, list.rowCount]).toEqual([who.key, value]);
    }
    for (const [who, count] of [
      [null, result.customers],
      ["customers", result.customers],
      ["gone", result.gone],
    ] as const)
      expect((await database().query(unitEconomics.customers!(request, result, who)!)).rowCount).toBe(count);
    for (const key of [
      "",
      "followed 0",
      "gone 01",
      "new",
      "new 2024-07-01",
      "new 2024-07-01 radio",
      "' or true",
    ])
      expect(unitEconomics.customers!(request, result, key), key).toBeNull();
  });

  test("without channels it is blended, and says so", async () => {
    const { result, request } = await run(
      database(),
      unitEconomics,
      await contracts(accounts),
      { ...given, spend: "spend" },
      { spend: await spend(paid) },
    );
    expect(result.months).toHaveLength(24);
    expect(unitEconomics.report(result, request, english).caveats.map(({ id }) => id)).toContain("blended");
  });

  test("several currencies, a month of less than nothing, no month in common: no cost, and why", async () => {
    for (const [csv, why] of [
      ["2025-05-01,ads,100,EUR\n2025-05-01,ads,100,USD", "currencies"],
      ["2025-05-01,ads,100,EUR\n2025-06-01,ads,100,USD", "currencies"],
      ["2025-05-01,ads,-100,EUR", "negative"],
      ["2025-07-01,ads,100,EUR", "no common month"],
      ["", "no common month"],
    ] as const) {
      const { result, request } = await run(
        database(),
        unitEconomics,
        await contracts(accounts),
        { ...given, spend: "spend" },
        { spend: await spend(csv) },
      );
      expect(result).toMatchObject({ refused: why, cac: null, profit: null, scenarios: [] });
      const report = unitEconomics.report(result, request, english);
      expect(report.verdict.level).toBe("cannot-tell");
      expect(JSON.stringify(report)).not.toMatch(/NaN|undefined|Infinity/);
    }
  });
});

describe("bad input", () => {
  test.each([
    ["no rows", "", 0],
    ["one customer", "a,x,2025-01-01,", 1],
    ["all dates equal", "a,x,2025-07-09,\nb,x,2025-07-09,", 2],
    ["everybody left at once", "a,x,2025-01-01,2025-01-05\nb,x,2025-01-01,2025-01-09", 2],
    ["future dates only", "a,x,2031-01-01,", 0],
    ["overlapping contracts of one customer", "a,x,2025-01-01,2025-03-01\na,x,2025-02-01,2025-05-01", 1],
  ])("%s: nothing broken", async (_, csv, customers) => {
    const { result, request } = await run(database(), unitEconomics, await contracts(csv), given);
    expect(result.customers).toBe(customers);
    for (const locale of ["en", "ru"] as const) {
      const report = unitEconomics.report(result, request, languageOf(locale));
      expect(JSON.stringify(report)).not.toMatch(/NaN|undefined|Infinity/);
      if (customers === 0) expect(report.verdict.level).toBe("cannot-tell");
      else expect(report.caveats.map(({ id }) => id)).toContain("few");
    }
  });

  test("overlapping contracts are one stay", async () => {
    const { result } = await run(
      database(),
      unitEconomics,
      await contracts("a,x,2025-01-01,2025-03-01\na,x,2025-02-01,2025-05-01"),
      given,
    );
    expect(result.ltv!.value).toBe(40);
  });

  test("roles that are missing are named, here and in the table of spend", async () => {
    const data = await contracts("a,x,2025-01-01,");
    await expect(
      run(database(), unitEconomics, { ...data, roles: { customer: "account" } }, given),
    ).rejects.toThrow("no column for the role: start");
    const table = await spend("2025-05-01,ads,100,EUR");
    await expect(
      run(
        database(),
        unitEconomics,
        data,
        { ...given, spend: "spend" },
        { spend: { ...table, roles: { time: "month" } } },
      ),
    ).rejects.toThrow("spend.amount");
  });
});
