import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Database, sql, written } from "../../../../src/engine";
import { readSandboxTable } from "../../../../src/engine/sandbox/runtime/table";
import { openTestDatabase } from "../../open-database";

let database: Database;
const warnings: string[] = [];

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

async function read(query: string) {
  warnings.length = 0;
  const rows = await database.arrow(written(query));
  return readSandboxTable({ name: "t", key: "t", ...rows }, (text) => warnings.push(text));
}

async function only(expression: string): Promise<unknown> {
  return (await read(`select ${expression} as v`)).get(0)?.v;
}

test.each([
  ["12345678901234567.89::decimal(38,2)", 12345678901234568],
  ["99999999999999999999999999999999999999::decimal(38,0)", 1e38],
])(
  "decimals with more digits than a number has come as the nearest, and say so: %s",
  async (expression, near) => {
    expect(await only(expression)).toBe(near);
    expect(warnings.splice(0)).toEqual([expect.stringContaining("column v (DECIMAL(38,")]);
  },
);

describe("a table in code has each DuckDB type as", () => {
  test.each([
    ["42::tinyint", 42],
    ["-42::smallint", -42],
    ["2147483647::integer", 2147483647],
    ["4294967295::uinteger", 4294967295],
    ["9007199254740991::bigint", Number.MAX_SAFE_INTEGER],
    ["-9007199254740991::bigint", Number.MIN_SAFE_INTEGER],
    ["12345678901::ubigint", 12345678901],
    ["(select sum(x) from (values (3::bigint), (4)) t(x))", 7],
    ["-5::hugeint", -5],
    ["7::uhugeint", 7],
    ["1.5::decimal(4,1)", 1.5],
    ["-0.07::decimal(18,2)", -0.07],
    ["0.1::decimal(38,30)", 0.1],
    ["-0.5::decimal(38,1)", -0.5],
    ["2.5::float", 2.5],
    ["0.1::double", 0.1],
    ["true", true],
    ["'ёж 🦔'", "ёж 🦔"],
    ["''", ""],
    ["'b'::enum('a', 'b')", "b"],
    ["'6ba7b810-9dad-11d1-80b4-00c04fd430c8'::uuid", "6ba7b810-9dad-11d1-80b4-00c04fd430c8"],
    ["date '2024-02-29'", new Date("2024-02-29T00:00:00Z")],
    ["date '1815-12-10'", new Date("1815-12-10T00:00:00Z")],
    ["timestamp '2024-03-10 02:30:00.123456'", new Date("2024-03-10T02:30:00.123Z")],
    ["timestamp '1960-01-01 00:00:00.0005'", new Date("1960-01-01T00:00:00.000Z")],
    ["timestamp_s '2024-03-10 02:30:00'", new Date("2024-03-10T02:30:00Z")],
    ["timestamp_ms '2024-03-10 02:30:00.123'", new Date("2024-03-10T02:30:00.123Z")],
    ["timestamp_ns '2024-03-10 02:30:00.123456789'", new Date("2024-03-10T02:30:00.123Z")],
    ["timestamptz '2024-03-10 02:30:00+00'", new Date("2024-03-10T02:30:00Z")],
    ["'infinity'::timestamp", Infinity],
    ["'-infinity'::date", -Infinity],
    ["time '12:34:56.5'", "12:34:56.5"],
    ["interval '1 month 2 days'", "1 month 2 days"],
    ["[1, 2, null]", [1, 2, null]],
    ["[1.25, 2]", [1.25, 2]],
    ["[10::bigint, 9007199254740993]", [10, 9007199254740993n]],
    ["{a: 1, b: {c: 0.5, d: ['x']}}", { a: 1, b: { c: 0.5, d: ["x"] } }],
    ["map {'k': 1.5}", new Map([["k", 1.5]])],
    ["[map {1: date '2024-01-01'}]", [new Map([[1, new Date("2024-01-01T00:00:00Z")]])]],
    ["'ab'::blob", Uint8Array.of(97, 98)],
    ["'10101'::bit", "10101"],
    ["null::bigint", null],
    ["null", null],
  ])("%s", async (expression, expected) => {
    expect(await only(expression)).toEqual(expected);
    expect(warnings).toEqual([]);
  });

  test("whole numbers beyond 2^53: all bigint, and a word about it", async () => {
    const table = await read(
      "select * from (values (1::bigint, 5::hugeint), (9007199254740993, null)) t(a, b)",
    );
    expect(table.column("a")).toEqual(BigInt64Array.of(1n, 9007199254740993n));
    expect(table.column("b")).toEqual([5, null]);
    expect(warnings).toEqual([expect.stringContaining("column a (BIGINT)")]);
    const huge = await read(
      "select 170141183460469231731687303715884105727::hugeint as h union all select 1",
    );
    expect([...huge.column("h")].sort()).toEqual([1n, 170141183460469231731687303715884105727n]);
    expect((await read("select 18446744073709551615::ubigint as u")).get(0)).toEqual({
      u: 18446744073709551615n,
    });
  });
});

describe("columns", () => {
  test("without NULL are typed arrays, with NULL arrays: NULL never becomes 0", async () => {
    const table = await read(
      "select i::integer as whole, i::double as part, i::bigint as big, i::decimal(9,2) as price, nullif(i, 1)::integer as some, nullif(i, 1)::bigint as bigs, nullif(i, 1)::decimal(9,2) as prices, nullif(i, 1)::double as parts from range(3) t(i)",
    );
    expect(table.column("whole")).toEqual(Int32Array.of(0, 1, 2));
    expect(table.column("part")).toEqual(Float64Array.of(0, 1, 2));
    expect(table.column("big")).toEqual(Float64Array.of(0, 1, 2));
    expect(table.column("price")).toEqual(Float64Array.of(0, 1, 2));
    for (const name of ["some", "bigs", "prices", "parts"]) expect(table.column(name)).toEqual([0, null, 2]);
  });

  test("are the same each time, and told by their names", async () => {
    const table = await read('select 1 as "a b", 2 as "ключ", 3 as "__proto__", 4 as "constructor"');
    expect(table.columns).toEqual(["a b", "ключ", "__proto__", "constructor"]);
    expect(table.column("ключ")).toBe(table.column("ключ"));
    const row = table.get(0)!;
    expect(Object.entries(row)).toEqual([
      ["a b", 1],
      ["ключ", 2],
      ["__proto__", 3],
      ["constructor", 4],
    ]);
    expect(() => table.column("b")).toThrow("missing column: b; there are a b, ключ");
  });

  test("text of many lengths over several batches", async () => {
    const table = await read(
      "select case when i % 7 = 0 then null when i % 3 = 0 then repeat('я🦔a', (i % 5)::integer) else 'n' || i end as s from range(5000) t(i)",
    );
    const expected = Array.from({ length: 5000 }, (_, i) =>
      i % 7 === 0 ? null : i % 3 === 0 ? "я🦔a".repeat(i % 5) : `n${i}`,
    );
    expect(table.column("s")).toEqual(expected);
  });
});

describe("rows", () => {
  test("come one at a time, by number and from the end", async () => {
    const table = await read("select i, 'r' || i as name from range(3) t(i)");
    expect([table.numRows, table.length, table.numCols]).toEqual([3, 3, 2]);
    expect([...table]).toEqual([
      { i: 0, name: "r0" },
      { i: 1, name: "r1" },
      { i: 2, name: "r2" },
    ]);
    expect(table.toArray()).toEqual([...table]);
    expect(table.at(-1)).toEqual({ i: 2, name: "r2" });
    expect([table.get(3), table.get(-1), table.get(0.5), table.at(-4)]).toEqual([
      null,
      null,
      null,
      undefined,
    ]);
  });

  test("of an empty result: none, with their columns", async () => {
    const table = await read("select 1 as a, 'x' as b where false");
    expect(table.columns).toEqual(["a", "b"]);
    expect([...table]).toEqual([]);
    expect(Array.from(table.column("a"))).toEqual([]);
    expect(table.column("b")).toEqual([]);
  });

  test("text keeps every digit", async () => {
    const table = await read(
      "select 12345678901234567.89::decimal(38,2) as d, timestamp '2024-01-01 00:00:00.123456' as t, null::integer as n",
    );
    expect(table.text(0, "d")).toBe("12345678901234567.89");
    expect(table.text(0, "t")).toBe("2024-01-01 00:00:00.123456");
    expect(table.text(0, "n")).toBeNull();
    expect(() => table.text(1, "d")).toThrow("row out of range: 1");
  });
});

test("equals what the page reads, row by row, over every simple type at random", async () => {
  const query = sql`
    select (random() * 1000)::integer as a, (random() * 1e15)::bigint - 5e14::bigint as b,
      (random() * 1e6 - 5e5)::decimal(18,4) as c, random() as d, i % 2 = 0 as e, md5(i::varchar) as f,
      date '1900-01-01' + i::integer * 37 as g, timestamp '1900-01-01' + to_microseconds(i * 123456789012) as h,
      case when i % 3 = 0 then null else (i * 1000000007)::hugeint end as k
    from range(4000) t(i)`;
  await database.run([sql`create or replace table mixed as ${query}`]);
  const [table, page] = [await read("from mixed"), await database.query(sql`from mixed`)];
  expect(table.toArray()).toEqual(page.rows());
});
