import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Database, name, sql, written } from "../../../../src/engine";
import { readSandboxTable, toRelation } from "../../../../src/engine/sandbox/runtime/table";
import { openTestDatabase } from "../../open-database";

let database: Database;
let tables = 0;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

/** The value as DuckDB sees it: types and rows. */
async function inSql(value: unknown) {
  const { ipcStream, rowCount } = toRelation(value);
  const table = `t${++tables}`;
  await database.insertArrow(table, ipcStream);
  const rows = await database.query(sql`from ${name(table)}`);
  expect(rows.rowCount).toBe(rowCount);
  return {
    types: Object.fromEntries(rows.columns.map((one) => [one.name, one.type])),
    rows: rows.rows(),
    table,
  };
}

describe("an array of objects becomes a table of", () => {
  const day = new Date("2024-03-10T02:30:00.123Z");
  test.each<[string, readonly unknown[], string, readonly unknown[]]>([
    ["whole numbers", [1, -5, 2 ** 53 - 1], "BIGINT", [1, -5, 2 ** 53 - 1]],
    ["numbers", [1, 0.5, Number.NaN], "DOUBLE", [1, 0.5, Number.NaN]],
    ["numbers beyond the exact ones", [2 ** 60], "DOUBLE", [2 ** 60]],
    ["bigint", [1n, 2n ** 62n], "BIGINT", [1, 2n ** 62n]],
    ["bigint and whole numbers", [1n, 2], "BIGINT", [1, 2]],
    ["large bigint", [10n ** 30n, -1n], "DECIMAL(38,0)", ["1000000000000000000000000000000", -1]],
    ["booleans", [true, null, false], "BOOLEAN", [true, null, false]],
    ["text", ["ёж 🦔", "", 'it\'s "x"'], "VARCHAR", ["ёж 🦔", "", 'it\'s "x"']],
    ["dates", [day, new Date(Number.NaN)], "TIMESTAMP", [day, null]],
    ["bytes", [Uint8Array.of(0, 255)], "BLOB", [Uint8Array.of(0, 255)]],
    ["nothing", [null, undefined], "VARCHAR", [null, null]],
    ["null among numbers", [1, null, undefined, 4], "BIGINT", [1, null, null, 4]],
    ["lists", [[1, 2], [], null, [null, 3.5]], "DOUBLE[]", [[1, 2], [], null, [null, 3.5]]],
    ["lists of texts", [["a"], ["b", "c"]], "VARCHAR[]", [["a"], ["b", "c"]]],
    [
      "objects",
      [{ a: 1, b: { c: "x" } }, { a: null, b: null }, null],
      "STRUCT(a BIGINT, b STRUCT(c VARCHAR))",
      [{ a: 1, b: { c: "x" } }, { a: null, b: null }, null],
    ],
    ["lists of objects", [[{ a: true }], []], "STRUCT(a BOOLEAN)[]", [[{ a: true }], []]],
    ["typed arrays", [Float32Array.of(1.5)], "DOUBLE[]", [[1.5]]],
  ])("%s", async (_, values, type, expected) => {
    const { types, rows } = await inSql(values.map((v, id) => ({ id, v })));
    expect(types).toEqual({ id: "BIGINT", v: type });
    expect(rows.map(({ v }) => v)).toEqual(expected);
  });

  test("rows with different fields: all fields, NULL where one is missing", async () => {
    const { rows } = await inSql([{ a: 1 }, { b: "x" }, { a: 3, b: "y" }]);
    expect(rows).toEqual([
      { a: 1, b: null },
      { a: null, b: "x" },
      { a: 3, b: "y" },
    ]);
  });

  test("names that SQL finds odd", async () => {
    const { rows, table } = await inSql([{ 'a "b"': 1, ключ: 2, select: 4 }]);
    expect(rows).toEqual([{ 'a "b"': 1, ключ: 2, select: 4 }]);
    expect(
      (await database.query(sql`select ${name('a "b"')} + "select" as s from ${name(table)}`)).value(0, "s"),
    ).toBe(5);
  });

  test("class instances count as rows, by their own fields", async () => {
    class Order {
      readonly total = 5;
      get twice() {
        return this.total * 2;
      }
    }
    expect((await inSql([new Order()])).rows).toEqual([{ total: 5 }]);
  });
});

describe("an object of columns", () => {
  test("of arrays and typed arrays", async () => {
    const { types, rows } = await inSql({
      a: Float64Array.of(1.5, 2),
      b: Int32Array.of(1, 2),
      c: BigInt64Array.of(3n, 4n),
      d: ["x", null],
    });
    expect(types).toEqual({ a: "DOUBLE", b: "BIGINT", c: "BIGINT", d: "VARCHAR" });
    expect(rows).toEqual([
      { a: 1.5, b: 1, c: 3, d: "x" },
      { a: 2, b: 2, c: 4, d: null },
    ]);
  });
});

describe("refuses, and says why:", () => {
  test.each<[string, unknown, string]>([
    ["a number", 5, "no rows: the number 5"],
    ["a text", "abc", 'no rows: the text "abc"'],
    ["nothing", undefined, "no rows: undefined"],
    ["a map", new Map([[1, 2]]), "no rows: an object (Map)"],
    ["numbers", [1, 2], "rows are objects: row 0 is the number 1; for a single column write"],
    ["arrays", [{ a: 1 }, [1]], "rows are objects: row 1 is an array"],
    ["an empty array", [], "no columns: the array is empty"],
    ["empty objects", [{}], "no columns: the rows have no fields"],
    [
      "two types",
      [{ a: 5 }, { a: null }, { a: "x" }],
      'column a: row 0 has the number 5, row 2 has the text "x"; a column holds one type',
    ],
    [
      "two types inside",
      [{ a: [{ b: 1 }, { b: true }] }],
      "column a, inside its lists.b: row 0 has the number 1, row 1 has the boolean true",
    ],
    [
      "bigint with fractions",
      [{ a: 5n }, { a: 0.5 }],
      "column a: some values are bigint, others have fractions",
    ],
    ["more digits than SQL has", [{ a: 10n ** 39n }], "more than 38 digits"],
    ["functions", [{ a: () => 1 }], "column a: row 0 has a function, which no column can hold"],
    ["promises", [{ a: Promise.resolve(1) }], "column a: row 0 has an object (Promise)"],
    [
      "columns of two lengths",
      { a: [1], b: [1, 2] },
      "columns of different lengths: a has 1 values, b has 2",
    ],
    ["an object that is no columns", { a: 1 }, "no rows: a is the number 1"],
  ])("%s", (_, value, message) => {
    expect(() => toRelation(value)).toThrow(message);
  });
});

describe("a table of SQL goes back as it came:", () => {
  const everything = `select 1::tinyint as a, 9007199254740993::bigint as b, 1.25::decimal(18,4) as c, 0.1::float as d,
    'x' as e, 'b'::enum('a', 'b') as f, date '2024-02-29' as g, timestamp '2024-02-29 01:02:03.456789' as h,
    [1, null] as k, {a: 1, b: 'x'} as l, map {'m': 1} as m, 'ab'::blob as n, true as o, time '12:34:56' as p,
    interval '3 days' as q, 5::hugeint as r, '6ba7b810-9dad-11d1-80b4-00c04fd430c8'::uuid as s, null::integer as u`;
  async function again(query: string) {
    const table = readSandboxTable({ name: "", key: "", ...(await database.arrow(written(query))) });
    const first = await database.query(written(query));
    return { first, ...(await inSql(table)), table };
  }

  test("every type, an ENUM as its texts", async () => {
    const { first, rows, types, table } = await again(everything);
    expect(rows).toEqual(first.rows());
    const kept = first.columns.map(({ name, type }) => [name, type]);
    expect(types).toEqual({ ...Object.fromEntries(kept), f: "VARCHAR", r: "DECIMAL(38,0)", s: "VARCHAR" });
    expect(table.get(0)).toMatchObject({ a: 1, f: "b", c: 1.25 });
  });

  test("labels inside lists, bits, and NULL among them", async () => {
    const { rows } = await again(
      "select ['a', null]::enum('a', 'b')[] as e, '101'::bit as b, nullif(i, 1)::integer as n from range(2) t(i)",
    );
    expect(rows).toEqual([
      { e: ["a", null], b: "101", n: 0 },
      { e: ["a", null], b: "101", n: null },
    ]);
  });

  test("an empty one, with its columns", async () => {
    expect((await again("select 1 as a, 'x' as b where false")).types).toEqual({
      a: "INTEGER",
      b: "VARCHAR",
    });
    expect((await again("select 'a'::enum('a', 'b') as f, 2 as g where false")).types).toEqual({
      f: "VARCHAR",
      g: "INTEGER",
    });
  });

  test("many batches", async () => {
    const { rows } = await again(
      "select i, 'r' || i as s, (if(i % 2 = 0, 'a', 'b'))::enum('a', 'b') as e from range(30000) t(i)",
    );
    expect(rows).toHaveLength(30_000);
    expect(rows.at(-1)).toEqual({ i: 29_999, s: "r29999", e: "b" });
  });
});

test("whatever goes into SQL comes back the same", async () => {
  const value = fc.oneof(
    fc.constant({ make: () => fc.integer(), name: "whole" }),
    fc.constant({ make: () => fc.double({ noNaN: true }), name: "double" }),
    fc.constant({ make: () => fc.string({ unit: "grapheme" }), name: "text" }),
    fc.constant({ make: () => fc.boolean(), name: "boolean" }),
    fc.constant({
      make: () => fc.date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true }),
      name: "date",
    }),
  );
  await fc.assert(
    fc.asyncProperty(
      value.chain(({ make }) =>
        fc.array(fc.record({ v: fc.option(make() as fc.Arbitrary<unknown>) }), {
          minLength: 1,
          maxLength: 20,
        }),
      ),
      async (rows) => {
        const { table } = await inSql(rows);
        const read = readSandboxTable({
          name: "",
          key: "",
          ...(await database.arrow(sql`from ${name(table)}`)),
        });
        const plus = (v: unknown) => (Object.is(v, -0) ? 0 : v);
        expect([...read].map(({ v }) => plus(v))).toEqual(rows.map(({ v }) => plus(v)));
      },
    ),
    { numRuns: 60 },
  );
});
