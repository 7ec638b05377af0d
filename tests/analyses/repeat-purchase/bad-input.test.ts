import { describe, expect, test } from "vitest";
import { languageOf, type Locale } from "../../../src/analyses";
import { repeatPurchase } from "../../../src/analyses/repeat-purchase";
import { run } from "../ask";
import { openedDatabase } from "../opened-database";
import { dataSet, tableFrom } from "../table-from";

const database = openedDatabase();
const types = { customer: "varchar", date: "date", amount: "double" };
const roles = { customer: "customer", time: "date", amount: "amount" };

async function log(csv: string) {
  return dataSet("log", await tableFrom(database(), "log", `customer,date,amount\n${csv}`, types), roles);
}

async function told(csv: string, given: object = {}) {
  const { result, request } = await run(database(), repeatPurchase, await log(csv), { ...given });
  for (const locale of ["en", "ru"] as Locale[])
    expect(JSON.stringify(repeatPurchase.report(result, request, languageOf(locale)))).not.toMatch(
      /NaN|undefined|Infinity/,
    );
  return { result, report: repeatPurchase.report(result, request, languageOf("en")) };
}

describe("bad input", () => {
  test("no rows; only refunds; no dates: nothing to tell", async () => {
    for (const csv of ["", "a,2024-01-01,-5\nb,2024-01-02,-1", "a,,5\n,2024-01-05,5"]) {
      const { result, report } = await told(csv);
      expect(result).toMatchObject({ asOf: null, judgement: null, days: [], leak: null, months: [] });
      expect(report.verdict).toMatchObject({
        level: "cannot-tell",
        sentence: expect.stringMatching(/no purchase/) as string,
      });
      expect(report.figures).toEqual([]);
    }
  });

  test("one customer, one purchase: nobody has been followed", async () => {
    const { result, report } = await told("a,2024-01-01,5");
    expect(result.readings).toMatchObject({
      cohort: { n: 0 },
      stock: { x: 0, n: 1 },
      returning: { x: 0, n: 1 },
    });
    expect(report.verdict.sentence).toMatch(/nobody's first purchase lies 90 days or more before/);
  });

  test("one customer who came back", async () => {
    const { result, report } = await told("a,2024-01-01,5\na,2024-02-01,5\na,2024-08-01,5");
    expect(result.readings.cohort).toMatchObject({ x: 1, n: 1 });
    expect(result.days).toEqual([
      { days: 31, atRisk: 1, boughtAgain: 1, notYet: 0, share: 1, interval: null },
    ]);
    expect(report.caveats.map(({ id }) => id)).toContain("small-sample");
    expect(report.verdict.level).toBe("cannot-tell");
    // Wilson's lower bound of 1 of 1 is 20.7 %; of one customer nothing follows all the same.
    expect(report.verdict.sentence).toContain("1 customer is too few to hold against the threshold of 20%");
  });

  test("all dates equal", async () => {
    const { result, report } = await told("a,2024-01-01,5\nb,2024-01-01,5\na,2024-01-01,7");
    expect(result.days).toEqual([
      { days: 0, atRisk: 2, boughtAgain: 0, notYet: 2, share: 0, interval: null },
    ]);
    expect(report.verdict.level).toBe("cannot-tell");
    expect(result.hazard).toEqual([]);
  });

  test("nobody came back, everybody came back", async () => {
    const rows = (again: boolean) =>
      Array.from({ length: 40 }, (_, i) => `k${i},2024-01-01,5${again ? `\nk${i},2024-01-20,5` : ""}`).join(
        "\n",
      );
    const none = await told(`${rows(false)}\nz,2024-06-01,5`);
    expect(none.result).toMatchObject({ judgement: "below", readings: { cohort: { x: 0, n: 40 } } });
    const all = await told(`${rows(true)}\nz,2024-06-01,5`);
    expect(all.result).toMatchObject({ judgement: "above", readings: { cohort: { x: 40, n: 40 } } });
    expect(all.result.median.days).toBe(19);
  });

  test("dates after what is known are left out and told", async () => {
    const csv = "a,2024-01-01,5\na,2024-02-01,5\nb,2024-01-05,5\nb,2031-01-01,5\nc,2030-05-01,5";
    const { result, report } = await told(csv, { asOf: "2024-06-01" });
    expect(result.readings.cohort).toMatchObject({ x: 1, n: 2 });
    expect(report.caveats.map(({ id }) => id)).toContain("after-as-of");
  });

  test("a year that was mistyped does not make a million months", async () => {
    const { result } = await told("a,0202-01-01,5\na,2024-02-01,5\nb,2024-01-05,5\nb,2024-05-01,5");
    expect(result.months.map(({ opens }) => opens)).toEqual(["0202-01-01", "2024-01-01"]);
  });

  test("no purchases within the recent days", async () => {
    const { result, report } = await told("a,2024-01-01,5\nb,2024-01-02,5\nb,2024-01-09,5", {
      asOf: "2024-12-01",
      recent: 30,
    });
    expect(result.readings.stock).toMatchObject({ n: 0, rate: null });
    expect(report.tables[0]!.rows[1]!.share!.text).toBe("no base");
  });

  test("roles that are open or do not fit, and a column that is gone, are named before anything is asked", async () => {
    const data = await log("a,2024-01-01,5");
    await expect(
      run(database(), repeatPurchase, { ...data, roles: { customer: "customer" } }),
    ).rejects.toThrow("no column for the role: time");
    await expect(
      run(database(), repeatPurchase, { ...data, roles: { ...roles, time: "customer" } }),
    ).rejects.toThrow("column that cannot be time: customer (VARCHAR)");
    await expect(run(database(), repeatPurchase, data, { product: "what" })).rejects.toThrow(
      "column that cannot be parameter product: what",
    );
  });

  test("a column of products that is empty, and too few of a pair", async () => {
    const columns = await tableFrom(
      database(),
      "log",
      "customer,date,amount,what\na,2024-01-01,5,\nb,2024-01-02,5,",
      {
        ...types,
        what: "varchar",
      },
    );
    const { result } = await run(database(), repeatPurchase, dataSet("log", columns, roles), {
      product: "what",
    });
    expect(result.products).toEqual({ buyers: 0, products: 0, considered: 0, tested: 0, pairs: [] });
  });
});
