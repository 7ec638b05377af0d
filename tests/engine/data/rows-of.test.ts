import { beforeAll, expect, test } from "vitest";
import { type Database, name, rowsOf, sql, written } from "../../../src/engine";
import { openTestDatabase } from "../open-database";

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
  await database.query(
    written(`create table t as select range as n, range % 3 as third, if(range % 4 = 0, null, range % 4) as gap
             from range(5000)`),
  );
  await database.query(written("create view v as select n, third from t where n < 3000"));
});

const window = async (
  relation: string,
  offset: number,
  limit: number,
  column?: string,
  descending = false,
) => {
  const orderBy = column ? { column, descending } : undefined;
  return (await rowsOf(database, name(relation), { offset, limit, orderBy })).values("n");
};

test("a window of an empty table is empty", async () => {
  await database.query(written("create table empty (n integer)"));
  expect(await window("empty", 0, 10)).toEqual([]);
  expect(await window("empty", 0, 10, "n")).toEqual([]);
});

test("without an order rows come as they lie in the table", async () => {
  expect(await window("t", 4998, 10)).toEqual([4998, 4999]);
});

test("equal values keep the order of the table, near the top and far down", async () => {
  expect(await window("t", 0, 3, "third")).toEqual([0, 3, 6]);
  expect(await window("t", 1667, 2, "third")).toEqual([1, 4]);
  expect(await window("t", 4999, 2, "third")).toEqual([4997]);
});

test("descending is not the reverse: ties stay in the order of the table", async () => {
  expect(await window("t", 0, 3, "third", true)).toEqual([2, 5, 8]);
  expect(await window("t", 2000, 2, "third", true)).toEqual([1003, 1006]);
});

test("NULLs come last both ways", async () => {
  expect(await window("t", 3749, 2, "gap")).toEqual([4999, 0]);
  expect(await window("t", 3749, 2, "gap", true)).toEqual([4997, 0]);
});

test("all windows together are the whole table, each row once", async () => {
  const all = [];
  for (let offset = 0; offset < 5000; offset += 700) all.push(...(await window("t", offset, 700, "gap")));
  expect(new Set(all).size).toBe(5000);
});

test("a view has windows too", async () => {
  expect(await window("v", 2999, 5)).toEqual([2999]);
  expect(await window("v", 0, 3, "third", true)).toEqual([2, 5, 8]);
  expect(await window("v", 2999, 5, "n", true)).toEqual([0]);
});

test("rows that pass a filter, in the order of the table and in another, near the top and far down", async () => {
  const where = written("n % 2 = 0");
  const ns = async (offset: number, orderBy?: { column: string; descending: boolean }, relation = "t") =>
    (await rowsOf(database, name(relation), { offset, limit: 2, where, orderBy })).values("n");
  expect(await ns(0)).toEqual([0, 2]);
  expect(await ns(2498)).toEqual([4996, 4998]);
  expect(await ns(2499)).toEqual([4998]);
  expect(await ns(0, { column: "third", descending: true })).toEqual([2, 8]);
  expect(await ns(2498, { column: "n", descending: true })).toEqual([2, 0]);
  expect(await ns(1499, undefined, "v")).toEqual([2998]);
});

test("more rows than are looked up at once keep their order, and every column of theirs comes", async () => {
  const orderBy = { column: "n", descending: true };
  const rows = await rowsOf(database, name("t"), { offset: 3000, limit: 200, orderBy });
  expect(rows.values("n")).toEqual(Array.from({ length: 200 }, (_, i) => 1999 - i));
  expect(rows.columns.map((column) => column.name)).toEqual(["n", "third", "gap"]);
  expect(rows.columns[0]!.type).toBe("BIGINT");
});

test("ties keep the order of the table also where rows have no numbers", async () => {
  await database.query(
    written(`create or replace table own as select 'r' || (range * 7919 % 60000) as rowid, range as n, range % 7 as seventh
             from range(60000)`),
  );
  await database.query(written("create or replace view seen as select n, seventh from own"));
  for (const relation of ["own", "seen"])
    for (const descending of [false, true]) {
      const sorted = [0, 1, 2, 3, 4, 5, 6].flatMap((k) =>
        Array.from({ length: 60_000 }, (_, n) => n).filter((n) => n % 7 === (descending ? 6 - k : k)),
      );
      expect(await window(relation, 0, 60_000, "seventh", descending)).toEqual(sorted);
    }
  await database.query(written("drop view seen; drop table own"));
});

test("a table with a column of its own called rowid has its own rows", async () => {
  await database.query(
    written('create table own as select range as n, (range * 3) % 1500 as "RowId" from range(1500)'),
  );
  expect(await window("own", 0, 3, "n", true)).toEqual([1499, 1498, 1497]);
  expect(await window("own", 1200, 2, "n", true)).toEqual([299, 298]);
  const where = written("n % 100 = 1");
  const found = await rowsOf(database, name("own"), { offset: 3, limit: 2, where });
  expect(found.values("n")).toEqual([301, 401]);
});

test("a changed table is sorted again", async () => {
  await database.query(written("create table u as select range as n from range(3000)"));
  expect(await window("u", 2000, 1, "n", true)).toEqual([999]);
  await database.query(written("create or replace table u as select range * 2 as n from range(3000)"));
  expect(await window("u", 2000, 1, "n", true)).toEqual([1998]);
});

test("an unknown column is named, and what a person sees of their tables stays theirs", async () => {
  await expect(window("t", 2000, 1, "nope")).rejects.toMatchObject({ code: "sql", message: /nope/ });
  const tables = await database.query(written("show tables"));
  expect(tables.values("name").sort()).toEqual(["empty", "own", "t", "u", "v"]);
});

test("a long table is sorted by a few texts as a short one is", async () => {
  await database.query(
    written(`create table long as select range as n, if(range % 11 = 0, null, ['b', 'ä', 'a', 'B', ''][1 + range % 5]) as "text"
             from range(1000003)`),
  );
  for (const descending of [false, true])
    for (const where of [null, written('n % 3 = 0 and "text" is distinct from $$b$$')]) {
      const orderBy = { column: "text", descending };
      const sorted = await database.query(
        sql`select n from long ${where ? sql`where ${where}` : sql``}
          order by "text" ${descending ? sql`desc` : sql`asc`} nulls last, n`,
      );
      const all = sorted.values("n");
      for (const offset of [1200, Math.floor(all.length / 2), all.length - 3]) {
        const found = await rowsOf(database, name("long"), { offset, limit: 5, orderBy, where });
        expect(found.values("n")).toEqual(all.slice(offset, offset + 5));
      }
    }
});
