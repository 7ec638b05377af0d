import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { type Database, name, sql, written } from "../../../src/engine";
import { makeRanks } from "../../../src/engine/data/ranks";
import { openTestDatabase } from "../open-database";

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});

const small = { leastRows: 1, sampledRows: 1000, parts: 8, countedAtOnce: 64, pageRows: 16 };

/** Values of a type as SQL, among them those that are hard to put in order. */
const columns: Readonly<Record<string, readonly string[]>> = {
  double: [
    "0",
    "-0.0",
    "'nan'",
    "'inf'",
    "'-inf'",
    "1e300",
    "-1e-300",
    "0.1",
    "1.5",
    "2",
    "2",
    "2",
    "3",
    "null",
  ],
  float: ["0.1", "'nan'", "16777217", "-3", "null"],
  bigint: [
    "9223372036854775807",
    "'-9223372036854775808'",
    "9007199254740993",
    "9007199254740992",
    "0",
    "null",
  ],
  hugeint: ["170141183460469231731687303715884105727", "-1", "0", "null"],
  "decimal(18,3)": ["0.001", "-0.001", "123456789012345.678", "0", "null"],
  utinyint: ["0", "255", "7", "null"],
  boolean: ["true", "false", "null"],
  date: ["'2024-02-29'", "'0044-03-15 (BC)'", "'infinity'", "'1970-01-01'", "null"],
  time: ["'00:00'", "'23:59:59.999999'", "'12:00'", "null"],
  timestamp: ["'2024-01-01 00:00:00.000001'", "'2024-01-01'", "'-infinity'", "'1677-01-01'", "null"],
  timestamp_ns: ["'2024-01-01 00:00:00.000000001'", "'2024-01-01'", "null"],
  varchar: [
    "''",
    "'a'",
    "'A'",
    "'ä'",
    "'a b'",
    "'яблоко'",
    "'😀'",
    "'it''s'",
    "'10'",
    "'9'",
    "'NaN'",
    "'null'",
    "null",
  ],
};

test.each(Object.entries(columns))(
  "rows by their rank in a column of %s are those of the sorted table",
  async (type, values) => {
    const cells = fc.array(fc.constantFrom(...values), { minLength: 1, maxLength: 300 });
    const asked = fc.record({
      descending: fc.boolean(),
      isFiltered: fc.boolean(),
      repeat: fc.integer({ min: 0, max: 60 }),
    });
    await fc.assert(
      fc.asyncProperty(cells, asked, async (some, { descending, isFiltered, repeat }) => {
        const all = [...some, ...Array.from({ length: repeat }, () => some[0]!)];
        const rows = all.map((cell, i) => `(${i}, ${cell}::${type})`).join(", ");
        await database.query(written(`create or replace table t (n integer, x ${type})`));
        await database.query(written(`insert into t values ${rows}`));
        // Numbers of rows that are gone are not given again.
        await database.query(sql`delete from t where n % 17 = 5`);
        const where = isFiltered ? sql`n % 3 = 0 or n % 5 = 0` : null;
        const orderBy = { column: "x", descending };
        const ranks = await makeRanks(database, name("t"), { orderBy, where }, small);
        const sorted = await database.query(sql`select rowid from t ${where ? sql`where ${where}` : sql``}
        order by x ${descending ? sql`desc` : sql`asc`} nulls last, rowid`);
        const wanted = sorted.values(0).map(Number);
        for (const [offset, limit] of [
          [0, 20],
          [7, 33],
          [wanted.length - 5, 20],
          [0, 1000],
        ] as const) {
          const from = Math.max(0, offset);
          expect((await ranks!.numbers(from, limit)).map(Number)).toEqual(wanted.slice(from, from + limit));
        }
      }),
      { numRuns: 15 },
    );
  },
);

test("a short table, and a column that nothing divides, have no ranks", async () => {
  await database.query(
    written("create or replace table t as select range as n, [range] as x from range(1000)"),
  );
  const of = (column: string) =>
    makeRanks(database, name("t"), { orderBy: { column, descending: false } }, small);
  expect(await of("x")).toBeNull();
  expect(await of("n")).not.toBeNull();
  expect(await makeRanks(database, name("t"), { orderBy: { column: "n", descending: false } })).toBeNull();
});

test("rows that nobody asked for are not sorted, and a page is asked for once", async () => {
  await database.query(
    written("create or replace table t as select (range * 7919) % 1000 as x from range(1000)"),
  );
  const asked: string[] = [];
  const watched: Database = {
    ...database,
    query: (query, options) => {
      asked.push(query.text);
      return database.query(query, options);
    },
  };
  const ranks = await makeRanks(watched, name("t"), { orderBy: { column: "x", descending: false } }, small);
  asked.length = 0;
  const first = await ranks!.numbers(500, 1);
  expect(asked).toHaveLength(1);
  expect(asked[0]).toMatch(/where "x" > .* and "x" <= .*\n.*limit 16/);
  expect(await ranks!.numbers(500, 1)).toEqual(first);
  expect(asked).toHaveLength(1);
});

test("who scrolls on finds the next page and the last one sorted, also where another part begins", async () => {
  await database.query(
    written("create or replace table t as select (range * 7919) % 1000 as x from range(1000)"),
  );
  let asked = 0;
  const watched: Database = {
    ...database,
    query: (query, options) => {
      asked++;
      return database.query(query, options);
    },
  };
  const sizes = { ...small, parts: 100, pageRows: 4 };
  const ranks = await makeRanks(watched, name("t"), { orderBy: { column: "x", descending: false } }, sizes);
  for (const offset of [0, 480, 990]) {
    await ranks!.numbers(offset, 20);
    ranks!.prepare(offset, 20);
    const prepared = asked;
    const around = [
      ...(await ranks!.numbers(offset + 20, 20)),
      ...(await ranks!.numbers(Math.max(0, offset - 20), 20)),
    ];
    expect(around.length).toBeGreaterThanOrEqual(20);
    expect(asked).toBe(prepared);
  }
});

test("a table that changes while it is counted has no ranks", async () => {
  await database.query(written("create or replace table t as select range as x from range(1000)"));
  let asked = 0;
  const changing: Database = {
    ...database,
    get changes() {
      return asked;
    },
    query: (query, options) => {
      asked++;
      return database.query(query, options);
    },
  };
  await expect(
    makeRanks(changing, name("t"), { orderBy: { column: "x", descending: false } }, small),
  ).rejects.toMatchObject({ code: "stopped" });
});
