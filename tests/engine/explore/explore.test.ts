import { beforeAll, describe, expect, test } from "vitest";
import {
  type ColumnFilter,
  countRowsOf,
  countUnder,
  type Database,
  filterSql,
  mergedPieces,
  name,
  profileTable,
  quantilesOf,
  searchValues,
  sql,
  written,
} from "../../../src/engine";
import { openTestDatabase } from "../open-database";

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
  await database.query(
    written(`create table people as select i as id, i % 10 as seats, ['pro', 'basic', 'it''s', ''][1 + i % 4] as plan,
      date '1969-12-30' + (i % 5)::int as day, if(i % 10 = 0, 'nan'::double, i / 10) as amount from range(1000) g(i)`),
  );
});

const table = name("people");
const columnOf = async (wanted: string) =>
  (await profileTable(database, "people")).find((one) => one.name === wanted)!;

describe("columns under the filters of others", () => {
  test("filters of several columns are joined by and, pieces of one by or; all parts together are the rows", async () => {
    const [seats, plan, amount] = [await columnOf("seats"), await columnOf("plan"), await columnOf("amount")];
    const filters: ColumnFilter[] = [
      { column: seats, pieces: [{ form: "range", from: "0", to: "3", withTo: true }] },
      {
        column: plan,
        pieces: [
          { form: "value", value: "it's" },
          { form: "value", value: "pro" },
        ],
      },
    ];
    const where = filterSql(filters)!;
    expect(where.text).toBe(`"seats" between 0 and 3\nand "plan" in ('it''s', 'pro')`);
    const rows = await countRowsOf(database, { table, where });
    expect(rows).toBe(200);
    const under = await countUnder(database, { table, where }, amount);
    expect(under.rows).toBe(rows);
    expect(under.nan).toBe(100);
    expect(under.parts.reduce((sum, n) => sum + n, 0)).toBe(100);
    const plans = await countUnder(database, { table, where: filterSql([filters[0]!]) }, plan);
    expect(plans.parts.reduce((sum, n) => sum + n, 0)).toBe(400);
  });

  test("values are found by what they hold, whatever their letters' size; quotes are only quotes", async () => {
    const plan = await columnOf("plan");
    const found = (text: string) => searchValues(database, { table, where: null }, plan, text, 2);
    expect(await found("T'S")).toEqual({ values: [{ value: "it's", count: 250 }], more: false });
    expect((await found("")).more).toBe(true);
    expect((await found("%' or 1=1 --")).values).toEqual([]);
  });

  test("quantiles: of numbers between two values, of days one that occurs; NaN has no place among them", async () => {
    const rows = { table, where: sql`id < 5` };
    const ids = (await quantilesOf(database, rows, await columnOf("id")))!;
    expect(ids.at.map(({ value }) => value)).toEqual(["0", "0.2", "1", "2", "3", "3.8", "4"]);
    const days = (await quantilesOf(database, rows, await columnOf("day")))!;
    expect(days.at[3]).toEqual({ share: 0.5, value: "1970-01-01" });
    const amounts = (await quantilesOf(database, { table, where: null }, await columnOf("amount")))!;
    expect(amounts.rows).toBe(900);
    expect(amounts.at.at(-1)!.value).toBe("99.9");
    expect(await quantilesOf(database, { table, where: sql`false` }, await columnOf("id"))).toBeNull();
    expect(await quantilesOf(database, rows, await columnOf("plan"))).toBeNull();
  });
});

test("quantiles of large numbers close to each other lie between the least and the greatest", async () => {
  await database.query(
    written(`create or replace table far as select 1000000000000000.89::decimal(20, 2) + i as exact,
      1700000000 + i // 2100 as seconds from range(1050000) g(i)`),
  );
  const columns = await profileTable(database, "far");
  const where = sql`exact < 1000000000000500`;
  const exact = (await quantilesOf(database, { table: name("far"), where }, columns[0]!))!;
  expect(exact.isEstimate).toBe(false);
  // quantile_cont of 0 … 499 and 0.89: the median lies half way between two of them; near 1e15 doubles lie 0.125 apart.
  expect(exact.at[0]!.value).toBe("1000000000000000.89");
  expect(Math.abs(Number(exact.at[3]!.value) - 1e15 - 249.89)).toBeLessThan(0.6);
  const seconds = (await quantilesOf(database, { table: name("far"), where: null }, columns[1]!))!;
  expect(seconds.isEstimate).toBe(true);
  const from = seconds.at.map(({ value }) => Number(value) - 1_700_000_000);
  expect(from.at(-1)).toBe(499);
  // A t-digest of a million: within a hundredth of the rows.
  [0, 25, 125, 250, 375, 475, 499].forEach((wanted, i) =>
    expect(Math.abs(from[i]! - wanted)).toBeLessThanOrEqual(5),
  );
});

test("ranges that touch become one, those apart stay two", async () => {
  const seats = await columnOf("seats");
  const range = (from: string, to: string) => ({ form: "range", from, to, withTo: true }) as const;
  expect(
    mergedPieces({ column: seats, pieces: [range("5", "9"), range("0", "4"), range("20", "29")] }),
  ).toEqual([range("0", "9"), range("20", "29")]);
});
