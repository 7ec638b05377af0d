import { describe, expect, test } from "vitest";
import { languageOf } from "../../../src/analyses";
import { buyTillYouDie } from "../../../src/analyses/buy-till-you-die";
import { random } from "../../../src/analyses/stats/random";
import { run } from "../ask";
import { expectEachCounted } from "../customers-behind";
import { openedDatabase } from "../opened-database";
import { dataSet, tableFrom } from "../table-from";

const database = openedDatabase();
const types = { customer: "varchar", ts: "timestamp", amount: "double" };

/** Customers who buy at a rate of their own until they go; several purchases a day, refunds, amounts that are not known. */
const lines = (() => {
  const { uniform } = random("orders");
  const rows: string[] = [];
  for (let one = 0; one < 220; one++) {
    const pause = 5 + 90 * uniform() ** 2;
    const leaves = 0.02 + 0.7 * uniform() ** 2;
    const spends = 5 + 60 * uniform() ** 2;
    let day = Math.floor(uniform() * 150);
    do {
      const at = (hour: number) => new Date(Date.UTC(2024, 0, 1 + day, hour)).toISOString().slice(0, 19);
      const amount = uniform() < 0.05 ? "" : (spends * (0.5 + uniform())).toFixed(2);
      rows.push(`c${one},${at(9)},${amount}`);
      if (uniform() < 0.2) rows.push(`c${one},${at(15)},7`);
      if (uniform() < 0.1) rows.push(`c${one},${at(18)},-5`);
      day += 1 + Math.floor(-pause * Math.log(1 - uniform()));
    } while (day < 300 && uniform() > leaves);
  }
  return rows;
})();

async function asked(given: object = {}, rows: readonly string[] = lines, shift = 0) {
  const moved = rows.map((row) =>
    row.replace(/\d{4}-\d\d-\d\dT[\d:]+/, (moment) =>
      new Date(Date.parse(`${moment}Z`) + shift * 86_400_000).toISOString().slice(0, 19),
    ),
  );
  const columns = await tableFrom(database(), "log", ["customer,ts,amount", ...moved].join("\n"), types);
  const data = dataSet("log", columns, { customer: "customer", time: "ts", amount: "amount" });
  return run(database(), buyTillYouDie, data, { ...given });
}

describe.each([{ model: "bg" }, { model: "mbg", ahead: 12 }, { model: "pareto" }])("with %o", (given) => {
  test("the customers behind each number are as many as the number says", async () => {
    const found = await asked(given);
    expect(found.result.found).not.toBeNull();
    const report = buyTillYouDie.report(found.result, found.request, languageOf("en"));
    const keys = await expectEachCounted(database(), buyTillYouDie, found, report);
    expect(keys.length).toBeGreaterThan(20);
  });

  test("the lists add up to what the report says", async () => {
    const { result, request } = await asked(given);
    const rows = (await database().query(buyTillYouDie.customers!(request, result, null)!)).rows();
    const sum = (column: string) => rows.reduce((all, row) => all + Number(row[column]), 0);
    expect(rows).toHaveLength(result.customers);
    // The sums here and in DuckDB are of two rules for the same integrals.
    expect(Math.abs(sum("p_alive") / result.found!.alive - 1)).toBeLessThan(1e-8);
    expect(Math.abs(sum("expected_purchases") / result.found!.total.value - 1)).toBeLessThan(1e-6);
    if (!result.money?.ok) throw new Error("no money");
    expect(Math.abs(sum("expected_value") / result.money.value! - 1)).toBeLessThan(1e-6);
  });
});

test("refunds are no purchases, and two purchases of a day are one", async () => {
  const { result } = await asked();
  const without = await asked(
    {},
    lines.filter((row) => !row.endsWith(",-5") && !row.endsWith(",7")),
  );
  const back = lines.filter((row) => row.endsWith(",-5")).length;
  expect(result.rows.excluded).toContainEqual({ why: "refund", rows: back });
  expect(result.fits).toEqual(without.result.fits);
  expect(result.check).toEqual(without.result.check);
});

test("neither the order of rows nor whole weeks moved change anything; twice the customers have the same parameters", async () => {
  const { result } = await asked();
  const turned = await asked({}, [...lines].reverse());
  // Amounts of a day are added in the order of the rows.
  expect({ ...turned.result, money: null }).toEqual({ ...result, money: null });
  const { asOf, firstDay, check, ...rest } = (await asked({}, lines, 70)).result;
  expect(rest).toEqual({ ...result, asOf: undefined, firstDay: undefined, check: undefined });
  expect([asOf, firstDay, check.ok]).toEqual([moved(result.asOf!), moved(result.firstDay!), true]);
  const twice = await asked({}, [...lines, ...lines.map((row) => `d${row}`)]);
  const [one, two] = [result.fits[0]!, twice.result.fits[0]!];
  if (!one.ok || !two.ok) throw new Error("no fit");
  // Where the slope is small enough, the search ends.
  for (const [name, value] of Object.entries(one.parameters))
    expect(Math.abs(two.parameters[name]! / value - 1)).toBeLessThan(1e-5);
  expect(Math.abs(two.standardErrors.r! / one.standardErrors.r! - Math.SQRT1_2)).toBeLessThan(1e-4);
});

test("amounts in several currencies have no value; a key that nobody gave out leads nowhere", async () => {
  const columns = await tableFrom(
    database(),
    "log",
    ["customer,ts,amount,money", ...lines.map((row, i) => `${row},${i % 2 ? "EUR" : "USD"}`)].join("\n"),
    { ...types, money: "varchar" },
  );
  const roles = { customer: "customer", time: "ts", amount: "amount", currency: "money" };
  const { result, request } = await run(database(), buyTillYouDie, dataSet("log", columns, roles));
  expect(result.money).toEqual({ ok: false, why: "currencies" });
  for (const key of ["alive 9", "alive", "repeat 8", "repeat x", "' or 1=1"])
    expect(buyTillYouDie.customers!(request, result, key)).toBeNull();
});

function moved(day: string): string {
  return new Date(Date.parse(day) + 70 * 86_400_000).toISOString().slice(0, 10);
}
