import { beforeAll, expect, test } from "vitest";
import { type Database, EngineError, type Value, written } from "../../../src/engine";
import { openTestDatabase } from "../open-database";

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});

/** expression -> DuckDB type, value in JavaScript. The text must be DuckDB's own, so it is asked rather than written here. */
const cells: readonly [expression: string, type: string, value: Value][] = [
  ["true", "BOOLEAN", true],
  ["false", "BOOLEAN", false],
  ["(-128)::tinyint", "TINYINT", -128],
  ["255::utinyint", "UTINYINT", 255],
  ["(-32768)::smallint", "SMALLINT", -32768],
  ["65535::usmallint", "USMALLINT", 65535],
  ["(-2147483648)::integer", "INTEGER", -2147483648],
  ["4294967295::uinteger", "UINTEGER", 4294967295],
  ["9007199254740991::bigint", "BIGINT", 9007199254740991],
  ["9007199254740993::bigint", "BIGINT", 9007199254740993n],
  ["(-9223372036854775808)::bigint", "BIGINT", -9223372036854775808n],
  ["18446744073709551615::ubigint", "UBIGINT", 18446744073709551615n],
  ["7::hugeint", "HUGEINT", 7],
  ["(-7)::hugeint", "HUGEINT", -7],
  ["170141183460469231731687303715884105727::hugeint", "HUGEINT", 2n ** 127n - 1n],
  ["(-170141183460469231731687303715884105728)::hugeint", "HUGEINT", -(2n ** 127n)],
  ["340282366920938463463374607431768211455::uhugeint", "UHUGEINT", 2n ** 128n - 1n],
  ["123456789012345678901234567890::bignum", "BIGNUM", 123456789012345678901234567890n],
  ["(-300)::bignum", "BIGNUM", -300],
  ["sum(x) from (values (1), (2)) as t(x)", "HUGEINT", 3],
  ["1.5", "DECIMAL(2,1)", 1.5],
  ["-0.05::decimal(4,2)", "DECIMAL(4,2)", -0.05],
  ["123456789012.345::decimal(18,3)", "DECIMAL(18,3)", 123456789012.345],
  ["1234567890123.4567::decimal(18,4)", "DECIMAL(18,4)", "1234567890123.4567"],
  ["-12345678901234567890.123456789::decimal(38,9)", "DECIMAL(38,9)", "-12345678901234567890.123456789"],
  ["1.5::decimal(38,30)", "DECIMAL(38,30)", 1.5],
  ["99999999999999999999999999999999999999::decimal(38,0)", "DECIMAL(38,0)", "9".repeat(38)],
  ["1.5::float", "FLOAT", 1.5],
  ["0.1::float", "FLOAT", Math.fround(0.1)],
  ["1e10::float", "FLOAT", 1e10],
  ["16777216::float", "FLOAT", 16777216],
  ["0.1::double", "DOUBLE", 0.1],
  ["1::double", "DOUBLE", 1],
  ["1e16::double", "DOUBLE", 1e16],
  ["1.5e-7::double", "DOUBLE", 1.5e-7],
  ["0.00012::double", "DOUBLE", 0.00012],
  ["-0.0::double", "DOUBLE", -0],
  ["1.7976931348623157e308::double", "DOUBLE", Number.MAX_VALUE],
  ["'nan'::double", "DOUBLE", NaN],
  ["'inf'::double", "DOUBLE", Infinity],
  ["'-inf'::double", "DOUBLE", -Infinity],
  ["'inf'::float", "FLOAT", Infinity],
  ["'ёж 🦔'", "VARCHAR", "ёж 🦔"],
  ["''", "VARCHAR", ""],
  ["'small'::enum('small', 'it''s big')", "ENUM('small', 'it''s big')", "small"],
  ["date '2024-02-29'", "DATE", new Date(Date.UTC(2024, 1, 29))],
  ["date '1969-12-31'", "DATE", new Date(Date.UTC(1969, 11, 31))],
  ["date '0044-03-15 (BC)'", "DATE", new Date("-000043-03-15T00:00:00Z")],
  ["date '290000-01-01'", "DATE", "290000-01-01"],
  ["'infinity'::date", "DATE", Infinity],
  ["'-infinity'::date", "DATE", -Infinity],
  ["timestamp '2024-03-31 02:30:00'", "TIMESTAMP", new Date("2024-03-31T02:30:00Z")],
  ["timestamp '1969-12-31 23:59:59.999999'", "TIMESTAMP", new Date("1969-12-31T23:59:59.999Z")],
  ["timestamp '2024-01-02 03:04:05.120000'", "TIMESTAMP", new Date("2024-01-02T03:04:05.120Z")],
  ["'infinity'::timestamp", "TIMESTAMP", Infinity],
  ["'-infinity'::timestamp", "TIMESTAMP", -Infinity],
  ["'2024-01-02 03:04:05'::timestamp_s", "TIMESTAMP_S", new Date("2024-01-02T03:04:05Z")],
  ["'2024-01-02 03:04:05.006'::timestamp_ms", "TIMESTAMP_MS", new Date("2024-01-02T03:04:05.006Z")],
  ["'2024-01-02 03:04:05.123456789'::timestamp_ns", "TIMESTAMP_NS", new Date("2024-01-02T03:04:05.123Z")],
  ["'infinity'::timestamp_ns", "TIMESTAMP_NS", Infinity],
  ["'2024-01-02 03:04:05.5+02'::timestamptz", "TIMESTAMP WITH TIME ZONE", new Date("2024-01-02T01:04:05.5Z")],
  ["'infinity'::timestamptz", "TIMESTAMP WITH TIME ZONE", Infinity],
  ["time '01:02:03.000004'", "TIME", "01:02:03.000004"],
  ["time '24:00:00'", "TIME", "24:00:00"],
  ["'01:02:03.5+05:30'::timetz", "TIME WITH TIME ZONE", "01:02:03.5+05:30"],
  ["'01:02:03-08'::timetz", "TIME WITH TIME ZONE", "01:02:03-08"],
  ["interval '14 months 3 days 00:00:01.000001'", "INTERVAL", "1 year 2 months 3 days 00:00:01.000001"],
  ["interval '0 days'", "INTERVAL", "00:00:00"],
  ["interval '-1 year -1 day -1.5 seconds'", "INTERVAL", "-1 year -1 day -00:00:01.5"],
  ["interval '100 hours'", "INTERVAL", "100:00:00"],
  ["uuid '6f9619ff-8b86-d011-b42d-00cf4fc964ff'", "UUID", "6f9619ff-8b86-d011-b42d-00cf4fc964ff"],
  ["'a''b\\xFF\\x00'::blob", "BLOB", Uint8Array.of(97, 39, 98, 255, 0)],
  ["'010110101'::bit", "BIT", "010110101"],
  ["[1, null, 3]", "INTEGER[]", [1, null, 3]],
  ["[]::integer[]", "INTEGER[]", []],
  ["[9007199254740993, 1]", "BIGINT[]", [9007199254740993n, 1]],
  ["[1.5, 2.25]", "DECIMAL(3,2)[]", [1.5, 2.25]],
  ["[7::hugeint, null]", "HUGEINT[]", [7, null]],
  ["[date '2024-01-01', 'infinity']", "DATE[]", [new Date("2024-01-01"), Infinity]],
  ["[timestamp '2024-01-01 10:00:00']", "TIMESTAMP[]", [new Date("2024-01-01T10:00:00Z")]],
  ["[true, false]", "BOOLEAN[]", [true, false]],
  ["[time '10:00:00']", "TIME[]", ["10:00:00"]],
  ["[interval 1 day]", "INTERVAL[]", ["1 day"]],
  ["['a', 'b c', 'd, e', '', 'null', ' f']", "VARCHAR[]", ["a", "b c", "d, e", "", "null", " f"]],
  ["[['a'], []]", "VARCHAR[][]", [["a"], []]],
  ["[1, 2]::bigint[2]", "BIGINT[2]", [1, 2]],
  [
    "[[1.5, 2.5], [3.5, null]]::decimal(4,1)[2][2]",
    "DECIMAL(4,1)[2][2]",
    [
      [1.5, 2.5],
      [3.5, null],
    ],
  ],
  [
    "{'n': 9007199254740993, 'amount': 1.5}",
    "STRUCT(n BIGINT, amount DECIMAL(2,1))",
    { n: 9007199254740993n, amount: 1.5 },
  ],
  ["{'A b': null::integer, 'ok': true}", 'STRUCT("A b" INTEGER, ok BOOLEAN)', { "A b": null, ok: true }],
  [
    "[{'a': 1.5, 'b': [date '2024-01-01']}]",
    "STRUCT(a DECIMAL(2,1), b DATE[])[]",
    [{ a: 1.5, b: [new Date("2024-01-01")] }],
  ],
  [
    "map {'a': 1.5, 'b': null}",
    "MAP(VARCHAR, DECIMAL(2,1))",
    [
      ["a", 1.5],
      ["b", null],
    ],
  ],
  ["union_value(n := 1.5)::union(n decimal(2,1), s varchar)", "UNION(n DECIMAL(2,1), s VARCHAR)", 1.5],
  ["['01:02:03+02'::timetz]", "TIME WITH TIME ZONE[]", "['01:02:03+02']"],
  ["time_ns '01:02:03.123456789'", "TIME_NS", "01:02:03.123456789"],
  ["row(1, 'x')", "STRUCT(INTEGER, VARCHAR)", { 1: 1, 2: "x" }],
  ["'x'::union(n integer, s varchar)", "UNION(n INTEGER, s VARCHAR)", "x"],
  ["null", "INTEGER", null],
  ["null::decimal(10,2)[]", "DECIMAL(10,2)[]", null],
];

test.each(cells)("select %s gives %s", async (expression, type, value) => {
  const [select, ...from] = expression.split(" from ");
  const query = (item: string) =>
    written(`select ${item} as cell${from.length ? ` from ${from.join(" from ")}` : ""}`);
  const table = await database.query(query(select!));
  expect(table.columns[0]!.type).toBe(type);
  expect((await database.describe(query(select!)))[0]).toEqual(table.columns[0]);
  expect(table.value(0, 0)).toStrictEqual(value);
  const spoken = await database.query(query(`(${select})::varchar`));
  expect(table.text(0, 0)).toBe(spoken.value(0, 0));

  const own = await database.query(query(select!), { isOwn: true });
  const sameName = type.replace("UUID", "VARCHAR").replace("DECIMAL(38,0)", "HUGEINT");
  expect(own.columns[0]!.type).toBe(sameName);
  expect(own.text(0, 0)).toBe(spoken.value(0, 0));
  // A whole number of 38 digits is the one value that is read otherwise: exactly as well, as a bigint instead of a text.
  const sameValue = sameName === type || type === "UUID" ? value : BigInt(value as string);
  expect(own.value(0, 0)).toStrictEqual(sameValue);
  const brief = await database.query(query(select!), { isOwn: true, isBrief: true });
  expect(brief.value(0, 0)).toStrictEqual(sameValue);
});

test("cells are found in every batch of a long result, by column name or number", async () => {
  const table = await database.query(written("select range as n, range * 0.5 as half from range(1000000)"));
  expect(table.rowCount).toBe(1_000_000);
  expect([0, 2047, 2048, 999_999].map((row) => table.value(row, "n"))).toEqual([0, 2047, 2048, 999_999]);
  expect(table.text(999_999, 1)).toBe("499999.5");
  expect(table.values("n").at(-1)).toBe(999_999);
});

test("an ENUM in later batches keeps its labels", async () => {
  const table = await database.query(
    written("select (range % 3)::varchar::enum('0', '1', '2') as e from range(5000)"),
  );
  expect([table.value(0, "e"), table.value(4999, "e")]).toEqual(["0", "1"]);
});

test("lists in later batches keep their own members", async () => {
  const table = await database.query(
    written("select [range, range + 1] as pair, {'n': range} as s from range(5000)"),
  );
  expect(table.value(4999, "pair")).toEqual([4999, 5000]);
  expect(table.value(2048, "s")).toEqual({ n: 2048 });
});

test("an answer without rows still has its columns", async () => {
  const table = await database.query(written("select 1 as a, 'x'::enum('x') as e where false"));
  expect([table.rowCount, table.columns.map(({ name }) => name), table.rows()]).toEqual([0, ["a", "e"], []]);
});

test("names that JavaScript knows are only names", async () => {
  const table = await database.query(written(`select 1 as "__proto__", 2 as "constructor", 3 as "length"`));
  expect(Object.entries(table.rows()[0]!)).toEqual([
    ["__proto__", 1],
    ["constructor", 2],
    ["length", 3],
  ]);
});

test("an unknown column and a row beyond the end are named", async () => {
  const table = await database.query(written("select 1 as a"));
  expect(() => table.value(0, "b")).toThrow(new EngineError("missing-column", "missing column: b"));
  expect(() => table.value(1, "a")).toThrow("row out of range: 1");
});
