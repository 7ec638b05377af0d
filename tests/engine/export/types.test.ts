import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Database, join, name, sql, written } from "../../../src/engine";
import { openTestDatabase } from "../open-database";
import { delimitedTexts, exported, importedTexts, startParquet, textsOf } from "./exported";

/**
 * expression; text in CSV, TSV, Markdown; JSON; text read back from XLSX and from Arrow and Parquet where it is another than
 * that of CSV and than DuckDB's own.
 */
const cells: readonly [expression: string, csv: string, json: string, sheet?: string, arrow?: string][] = [
  ["true", "true", "true", "TRUE"],
  ["(-128)::tinyint", "-128", "-128"],
  ["4294967295::uinteger", "4294967295", "4294967295"],
  ["999999999999999::bigint", "999999999999999", "999999999999999"],
  ["9007199254740991::bigint", "9007199254740991", "9007199254740991"],
  ["9007199254740993::bigint", "9007199254740993", '"9007199254740993"'],
  ["(-9223372036854775808)::bigint", "-9223372036854775808", '"-9223372036854775808"'],
  ["18446744073709551615::ubigint", "18446744073709551615", '"18446744073709551615"'],
  ["7::hugeint", "7", "7"],
  [
    "170141183460469231731687303715884105727::hugeint",
    "170141183460469231731687303715884105727",
    '"170141183460469231731687303715884105727"',
  ],
  [
    "340282366920938463463374607431768211455::uhugeint",
    "340282366920938463463374607431768211455",
    '"340282366920938463463374607431768211455"',
  ],
  [
    "123456789012345678901234567890::bignum",
    "123456789012345678901234567890",
    '"123456789012345678901234567890"',
  ],
  ["1.5", "1.5", "1.5"],
  ["-0.05::decimal(4,2)", "-0.05", "-0.05"],
  ["-1234567890123456.789::decimal(38,3)", "-1234567890123456.789", '"-1234567890123456.789"'],
  ["2.50::decimal(18,2)", "2.50", "2.50", "2.5"],
  ["0.1::float", "0.1", "0.1"],
  ["0.1::double", "0.1", "0.1"],
  ["0.30000000000000004::double", "0.30000000000000004", "0.30000000000000004"],
  ["1::double", "1.0", "1.0", "1"],
  ["1e300::double", "1e+300", "1e+300"],
  ["5e-324::double", "5e-324", "5e-324"],
  ["'nan'::double", "NaN", '"NaN"', "NaN"],
  ["'inf'::double", "Infinity", '"Infinity"', "Infinity"],
  ["'-inf'::float", "-Infinity", '"-Infinity"', "-Infinity"],
  ["'ёж 🦔, \"x\"'", 'ёж 🦔, "x"', '"ёж 🦔, \\"x\\""'],
  ["'007'", "007", '"007"'],
  ["'a\nb\r\nc\td'", "a\nb\r\nc\td", '"a\\nb\\r\\nc\\td"'],
  ["''", "", '""'],
  ["'_x0041_ & <b> ' || chr(7)", "_x0041_ & <b> \u0007", '"_x0041_ & <b> \\u0007"'],
  ["'small'::enum('small', 'it''s big')", "small", '"small"'],
  ["date '2024-02-29'", "2024-02-29", '"2024-02-29"'],
  ["date '1900-02-28'", "1900-02-28", '"1900-02-28"'],
  ["date '1900-03-01'", "1900-03-01", '"1900-03-01"'],
  ["date '0044-03-15 (BC)'", "0044-03-15 (BC)", '"0044-03-15 (BC)"'],
  ["date '12024-01-01'", "12024-01-01", '"12024-01-01"'],
  ["'infinity'::date", "infinity", '"infinity"'],
  ["timestamp '2024-03-31 02:30:00'", "2024-03-31 02:30:00", '"2024-03-31 02:30:00"'],
  ["timestamp '2024-03-10 02:30:00.125'", "2024-03-10 02:30:00.125", '"2024-03-10 02:30:00.125"'],
  ["timestamp '1969-12-31 23:59:59.999999'", "1969-12-31 23:59:59.999999", '"1969-12-31 23:59:59.999999"'],
  ["timestamp '9999-12-31 23:59:59.999'", "9999-12-31 23:59:59.999", '"9999-12-31 23:59:59.999"'],
  ["'-infinity'::timestamp", "-infinity", '"-infinity"'],
  ["'2024-01-02 03:04:05'::timestamp_s", "2024-01-02 03:04:05", '"2024-01-02 03:04:05"'],
  ["'2024-01-02 03:04:05.006'::timestamp_ms", "2024-01-02 03:04:05.006", '"2024-01-02 03:04:05.006"'],
  [
    "'2024-01-02 03:04:05.123456789'::timestamp_ns",
    "2024-01-02 03:04:05.123456789",
    '"2024-01-02 03:04:05.123456789"',
  ],
  [
    "'2024-01-02 03:04:05.5+02'::timestamptz",
    "2024-01-02 01:04:05.5+00",
    '"2024-01-02 01:04:05.5+00"',
    undefined,
    "2024-01-02 01:04:05.5",
  ],
  ["time '01:02:03'", "01:02:03", '"01:02:03"'],
  ["time '01:02:03.000004'", "01:02:03.000004", '"01:02:03.000004"'],
  ["time '24:00:00'", "24:00:00", '"24:00:00"'],
  ["'01:02:03.5+05:30'::timetz", "01:02:03.5+05:30", '"01:02:03.5+05:30"'],
  [
    "interval '-14 months 3 days 1 second'",
    "-1 year -2 months 3 days 00:00:01",
    '"-1 year -2 months 3 days 00:00:01"',
  ],
  [
    "uuid '6f9619ff-8b86-d011-b42d-00cf4fc964ff'",
    "6f9619ff-8b86-d011-b42d-00cf4fc964ff",
    '"6f9619ff-8b86-d011-b42d-00cf4fc964ff"',
  ],
  ["'a''b\\xFF\\x00'::blob", "a\\x27b\\xFF\\x00", '"a\\\\x27b\\\\xFF\\\\x00"'],
  ["'010110101'::bit", "010110101", '"010110101"'],
  [
    "[9007199254740993, 1, null]",
    '["9007199254740993",1,null]',
    '["9007199254740993",1,null]',
    undefined,
    "[9007199254740993, 1, NULL]",
  ],
  ["[]::integer[]", "[]", "[]"],
  [
    "['a', '', 'd, \"e\"']",
    '["a","","d, \\"e\\""]',
    '["a","","d, \\"e\\""]',
    undefined,
    "[a, '', 'd, \"e\"']",
  ],
  ["['infinity'::date]", '["infinity"]', '["infinity"]'],
  ["[interval 1 day]", '["1 day"]', '["1 day"]'],
  ["[1, 2]::bigint[2]", "[1,2]", "[1,2]"],
  [
    "{'n': 1.5, 'd': [date '2024-01-01']}",
    '{"n":1.5,"d":["2024-01-01"]}',
    '{"n":1.5,"d":["2024-01-01"]}',
    undefined,
    "{'n': 1.5, 'd': [2024-01-01]}",
  ],
  ["map {'a': 1.5, 'b': null}", '{"a":1.5,"b":null}', '{"a":1.5,"b":null}', undefined, "{a=1.5, b=NULL}"],
  ["map {1: true}", '{"1":true}', '{"1":true}', undefined, "{1=true}"],
  ["union_value(n := 5)", "5", "5"],
];

let database: Database;
const relation = sql`every_type`;
beforeAll(async () => {
  startParquet();
  database = await openTestDatabase();
  const values = cells.map(([expression], i) => sql`${written(expression)} as ${name(`c${i}`)}`);
  const nulls = cells.map((_, i) => sql`null as ${name(`c${i}`)}`);
  await database.run([
    sql`create table ${relation} as select ${join(values, ", ")}`,
    sql`insert into ${relation} select ${join(nulls, ", ")}`,
  ]);
});
afterAll(() => database.close());

/** Beside their expressions, so that a failure tells which. */
const beside = (texts: readonly (string | null)[]) => cells.map(([expression], i) => [expression, texts[i]]);

describe("every type", () => {
  test.each(["csv", "tsv"] as const)("in %s", async (format) => {
    const delimiter = format === "csv" ? "," : "\t";
    const { text } = await exported(database, relation, format, {
      text: { delimiter, decimal: ".", hasMark: false, isExact: true },
    });
    const [header, row, missing] = delimitedTexts(await text(), delimiter);
    expect(header).toHaveLength(cells.length);
    expect(beside(row!)).toEqual(cells.map(([expression, csv]) => [expression, csv]));
    expect(missing).toEqual(cells.map(() => null));
  });

  test("in JSON and NDJSON, which is JSON", async () => {
    const lines = await (await exported(database, relation, "ndjson")).text();
    const [row, missing] = lines.split("\n");
    const expected = cells.map(([, , json], i) => `"c${i}":${json}`);
    expect(row!.slice(1, -1)).toBe(expected.join(","));
    expect(Object.values(JSON.parse(missing!) as object)).toEqual(cells.map(() => null));
    const whole = await (await exported(database, relation, "json")).text();
    expect(JSON.parse(whole)).toEqual([JSON.parse(row!), JSON.parse(missing!)]);
  });

  test.each(["arrow", "parquet"] as const)("in %s", async (format) => {
    const { file } = await exported(database, relation, format);
    const [row, missing] = await importedTexts(database, file);
    const [own] = await textsOf(database, relation);
    const expected = cells.map(([expression, , , , arrow], i) => [expression, arrow ?? own![i]]);
    const jsonInside = new Set(["['infinity'::date]", "[interval 1 day]", "[1, 2]::bigint[2]"]);
    const told = expected.map(([expression, text], i) => [
      expression,
      jsonInside.has(expression!) ? cells[i]![1] : /^'-?(nan|inf)'/.test(expression!) ? own![i] : text,
    ]);
    expect(beside(row!)).toEqual(told);
    expect(missing).toEqual(cells.map(() => null));
  });

  test("in a workbook", async () => {
    const { file, tally } = await exported(database, relation, "xlsx");
    const [row] = await importedTexts(database, file);
    expect(beside(row!)).toEqual(cells.map(([expression, csv, , sheet]) => [expression, sheet ?? csv]));
    // Integers and decimals of more than 15 digits, NaN and infinities, 5e-324, and times that a spreadsheet has no number for.
    expect(tally.kept).toBe(21);
  });
});
