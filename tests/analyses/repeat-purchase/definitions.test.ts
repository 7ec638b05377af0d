import { describe, expect, test } from "vitest";
import { anyActivity, languageOf, type DataSet } from "../../../src/analyses";
import { repeatPurchase } from "../../../src/analyses/repeat-purchase";
import { leakOf } from "../../../src/analyses/repeat-purchase/leak";
import { neededToTell } from "../../../src/analyses/repeat-purchase/judge";
import { shareOf } from "../../../src/analyses/share";
import { wilson } from "../../../src/analyses/stats/wilson";
import { run } from "../ask";
import { openedDatabase } from "../opened-database";
import { dataSet, tableFrom } from "../table-from";

const database = openedDatabase();
const english = languageOf("en");

const types = { customer: "varchar", date: "date", amount: "double", number: "varchar" };
const roles = { customer: "customer", time: "date", amount: "amount", order: "number" };

async function orders(csv: string, more: Partial<DataSet> = {}): Promise<DataSet> {
  return dataSet(
    "orders",
    await tableFrom(database(), "orders", `customer,date,amount,number\n${csv}`, types),
    roles,
    more,
  );
}

describe("what a purchase is", () => {
  const csv = `
    a,2024-01-01,5,1
    a,2024-01-01,6,2
    b,2024-01-01,5,3
    b,2024-01-01,7,3
    b,2024-01-11,5,4
    c,2024-01-01,5,5
    c,2024-01-05,-5,5
    d,2024-01-02,5,6
    d,2024-01-03,9,7
    d,2024-01-09,-9,7
    z,2024-04-30,0,8`;

  test("days: several of one day are one, refunds are none", async () => {
    const { result, request } = await run(database(), repeatPurchase, await orders(csv), { window: 30 });
    expect(result.readings.cohort).toMatchObject({ x: 2, n: 4 });
    expect(result.rows).toMatchObject({ total: 11, used: 9, excluded: [{ why: "refund", rows: 2 }] });
    const { caveats } = repeatPurchase.report(result, request, english);
    expect(caveats.find(({ id }) => id === "refunds")!.text).toMatch(
      /^2 rows with a negative amount are refunds/,
    );
  });

  test("orders: by their number; one that was taken back in full is none", async () => {
    const { result } = await run(database(), repeatPurchase, await orders(csv), {
      window: 30,
      purchase: "orders",
    });
    // c and d took back what they bought: c was never a customer, d has one order left.
    expect(result.readings.cohort).toMatchObject({ x: 2, n: 3 });
    expect(result.days[0]).toMatchObject({ days: 0, atRisk: 4, boughtAgain: 1, notYet: 1 });
  });

  test("orders without a number: each row is one", async () => {
    const { order: _, ...others } = roles;
    const { result } = await run(
      database(),
      repeatPurchase,
      { ...(await orders(csv)), roles: others },
      {
        window: 30,
        purchase: "orders",
      },
    );
    expect(result.readings.cohort).toMatchObject({ x: 3, n: 4 });
  });

  test("a rule that leaves rows out, and one of several rows a day", async () => {
    const few = { ...anyActivity, conditions: [{ column: "amount", operator: "<=" as const, value: 6 }] };
    const { result } = await run(database(), repeatPurchase, await orders(csv, { rule: few }), {
      window: 30,
    });
    expect(result.readings.cohort).toMatchObject({ x: 1, n: 4 });
    const twice = { ...anyActivity, minPerDay: 2 };
    const both = await run(database(), repeatPurchase, await orders(csv, { rule: twice }), { window: 30 });
    expect(both.result.readings.cohort).toMatchObject({ x: 0, n: 2 });
  });
});

test("the window is counted in full days: day W counts, and must lie before what is unknown", async () => {
  const data = await orders("a,2024-01-01,1,1\na,2024-01-31,1,2\nb,2024-01-02,1,3\nb,2024-02-01,1,4");
  const at = async (asOf: string, window: number) =>
    (await run(database(), repeatPurchase, data, { asOf, window })).result.readings.cohort;
  expect(await at("2024-02-01", 30)).toMatchObject({ x: 1, n: 1 });
  expect(await at("2024-01-31", 30)).toMatchObject({ x: 0, n: 0 });
  expect(await at("2024-02-02", 30)).toMatchObject({ x: 2, n: 2 });
  expect(await at("2024-02-02", 29)).toMatchObject({ x: 0, n: 2 });
});

test("products of the same customers: counts, lift and its interval by hand", async () => {
  const customers = Array.from({ length: 40 }, (_, i) => {
    const bought = [i < 20 ? "tea" : "soap", ...(i < 15 || i >= 35 ? ["cups"] : [])];
    return bought.map((what) => `k${i},2024-01-${String(1 + (i % 28)).padStart(2, "0")},1,${what}`);
  }).flat();
  const { result } = await run(database(), repeatPurchase, await orders(customers.join("\n")), {
    product: "number",
    minTogether: 5,
  });
  expect(result.products).toMatchObject({ buyers: 40, products: 3, considered: 3, tested: 2 });
  const [first, second] = result.products!.pairs;
  expect(first).toMatchObject({
    one: "cups",
    other: "tea",
    both: 15,
    oneBuyers: 20,
    otherBuyers: 20,
    lift: 1.5,
  });
  expect(second).toMatchObject({ one: "cups", other: "soap", both: 5, lift: 0.5 });
  // The four cells 15, 5, 5, 15 of 40: variance of ln lift by the delta method from their covariances.
  const shares = [15, 5, 5, 15].map((count) => count / 40);
  const slopes = [1 / shares[0]! - 2 - 2, -2, -2, 0];
  const mean = shares.reduce((sum, p, i) => sum + p * slopes[i]!, 0);
  const variance = shares.reduce((sum, p, i) => sum + p * slopes[i]! ** 2, 0) - mean ** 2;
  const reach = 1.959963984540054 * Math.sqrt(variance / 40);
  expect(first!.interval[0]).toBeCloseTo(1.5 * Math.exp(-reach), 10);
  expect(first!.interval[1]).toBeCloseTo(1.5 * Math.exp(reach), 10);
  // Both chi-squares are 10: the adjusted values are equal.
  expect(first!.q).toBeCloseTo(second!.q, 12);
});

describe("the leak", () => {
  const month = (opens: string, x: number, n: number) =>
    ({ opens, state: "complete", new: n, again: shareOf(x, n), soFar: x }) as const;

  test("inflow up, rate the same: it grew by what came more", () => {
    const leak = leakOf([month("2024-01-01", 12, 100), month("2024-02-01", 24, 200)])!;
    expect(leak).toMatchObject({ kind: "scaled", byInflow: 88, byRate: 0 });
    expect(leak.after.leak - leak.before.leak).toBe(88);
  });

  test("the two parts sum to the whole", () => {
    const leak = leakOf([month("2024-01-01", 40, 100), month("2024-02-01", 24, 300)])!;
    expect(leak.kind).toBe("worse");
    expect(leak.byInflow + leak.byRate).toBeCloseTo(leak.after.leak - leak.before.leak, 10);
  });

  test("one complete month has nothing to be held against", () => {
    expect(
      leakOf([month("2024-01-01", 40, 100), { ...month("2024-02-01", 1, 2), state: "in progress" }]),
    ).toBeNull();
  });
});

test("the customers needed to tell are the fewest that do", () => {
  const needed = neededToTell(shareOf(6, 50), 0.2)!;
  const highAt = (n: number) => wilson(0.12 * n, n)![1];
  expect(highAt(needed)).toBeLessThan(0.2);
  expect(highAt(needed - 1)).toBeGreaterThanOrEqual(0.2);
  expect(neededToTell(shareOf(10, 50), 0.2)).toBeNull();
  expect(neededToTell(shareOf(12, 100), 0.2)).toBeNull();
});

test("12 of 100 is below 20 %, 6 of 50 cannot be told, and no bound is rounded across", async () => {
  const csv = (n: number, x: number) =>
    Array.from({ length: n }, (_, i) => [`k${i},2024-01-01,1,`, ...(i < x ? [`k${i},2024-01-09,1,`] : [])])
      .flat()
      .concat("z,2024-06-30,1,")
      .join("\n");
  const told = async (n: number, x: number, threshold = 0.2) => {
    const { result, request } = await run(database(), repeatPurchase, await orders(csv(n, x)), { threshold });
    return repeatPurchase.report(result, request, english).verdict;
  };
  expect((await told(100, 12)).sentence).toContain(
    "12% (7% to 19.8%). That is about one in eight. The whole interval is below the threshold of 20%.",
  );
  const few = await told(50, 6);
  expect(few).toMatchObject({ level: "cannot-tell" });
  expect(few.sentence).toContain("cannot be told: the interval holds it");
  expect(few.next).toMatch(/about \d+ followed customers/);
  // The upper bound of 12 of 100 is 0.1981209…: one digit would write it as the threshold.
  expect((await told(100, 12, 0.1982)).sentence).toContain(
    "to 19.81%). That is about one in eight. The whole interval is below the threshold of 19.82%.",
  );
});
