import { beforeAll, describe, expect, test } from "vitest";
import { type Database, join, name, profileTable, sql, written } from "../../../src/engine";
import { openTestDatabase } from "../open-database";

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});

/** The profile of one column `x` with these SQL values. */
async function profileOf(values: readonly string[], type = "") {
  const rows = values.length ? values.map((value) => `(${value})`).join(", ") : "(null)";
  const cast = type ? `x::${type} as x` : "x";
  const only = values.length ? "" : "where false";
  await database.query(
    written(`create or replace table t as select ${cast} from (values ${rows}) as v(x) ${only}`),
  );
  const [profile] = await profileTable(database, "t");
  return profile!;
}

const bins = (profile: Awaited<ReturnType<typeof profileOf>>) =>
  profile.histogram.form === "bins"
    ? profile.histogram.bins.map(({ from, to, count }) => [from, to, count])
    : [];

describe("few or no values", () => {
  test("no rows", async () => {
    expect(await profileOf([], "integer")).toEqual({
      name: "x",
      type: "INTEGER",
      kind: "integer",
      rows: 0,
      filled: 0,
      blank: 0,
      distinct: 0,
      distinctIsEstimate: false,
      smallest: null,
      largest: null,
      histogram: { form: "bins", bins: [] },
    });
    expect((await profileOf([], "varchar")).histogram).toEqual({ form: "top", values: [], others: 0 });
  });

  test("one row", async () => {
    const profile = await profileOf(["5"]);
    expect(profile).toMatchObject({ rows: 1, filled: 1, distinct: 1, smallest: "5", largest: "5" });
    expect(bins(profile)).toEqual([["5", "5", 1]]);
  });

  test("all equal", async () => {
    expect(bins(await profileOf(["1.5", "1.5", "null"]))).toEqual([["1.5", "1.5", 2]]);
  });

  test("only NULL", async () => {
    const profile = await profileOf(["null", "null"], "date");
    expect(profile).toMatchObject({ rows: 2, filled: 0, distinct: 0, smallest: null, largest: null });
    expect(bins(profile)).toEqual([]);
  });
});

test("integers fall into bins that no integer straddles, and all are counted", async () => {
  const profile = await profileOf(Array.from({ length: 101 }, (_, i) => String(i)));
  expect(bins(profile)[0]).toEqual(["0", "4", 5]);
  expect(bins(profile).at(-1)).toEqual(["100", "104", 1]);
  expect(bins(profile)).toHaveLength(21);
  expect(bins(await profileOf(["0", "1", "1"]))).toEqual([
    ["0", "0", 1],
    ["1", "1", 2],
  ]);
});

test("numbers fall into bins at round numbers; NaN and infinity are counted but lie in none", async () => {
  const profile = await profileOf(["'0'", "'10'", "'5'", "'nan'", "'inf'", "'-inf'"], "double");
  expect(profile).toMatchObject({ filled: 6, distinct: 6, smallest: "-inf", largest: "nan" });
  expect(bins(profile)).toHaveLength(21);
  expect(bins(profile)[0]).toEqual(["0", "0.5", 1]);
  expect(bins(profile).at(-1)).toEqual(["10", "10.5", 1]);
});

test("smallest and largest keep every digit", async () => {
  const profile = await profileOf(["9007199254740993", "9223372036854775807"], "bigint");
  expect([profile.smallest, profile.largest]).toEqual(["9007199254740993", "9223372036854775807"]);
});

test("dates and timestamps have dates at the edges, also with an infinite one", async () => {
  const dates = await profileOf(["'2024-01-01'", "'2024-01-03'", "'infinity'"], "date");
  expect(dates).toMatchObject({ smallest: "2024-01-01", largest: "infinity" });
  expect(bins(dates)).toEqual([
    ["2024-01-01", "2024-01-01", 1],
    ["2024-01-02", "2024-01-02", 0],
    ["2024-01-03", "2024-01-03", 1],
  ]);
  const stamps = bins(await profileOf(["'2024-01-01 00:00:00'", "'2024-01-01 20:00:00'"], "timestamp"));
  expect(stamps[0]).toEqual(["2024-01-01 00:00:00", "2024-01-01 01:00:00", 1]);
  expect(stamps.at(-1)).toEqual(["2024-01-01 20:00:00", "2024-01-01 21:00:00", 1]);
});

test("texts show their most frequent values, the rest is counted; blanks are filled but reported", async () => {
  const values = [..."aaabbcdefghijk"].map((letter) => `'${letter}'`);
  const profile = await profileOf([...values, "''", "'  '", "null"]);
  expect(profile).toMatchObject({ rows: 17, filled: 16, blank: 2, distinct: 13, smallest: "", largest: "k" });
  expect(profile.histogram).toMatchObject({
    form: "top",
    values: [
      { value: "a", count: 3 },
      { value: "b", count: 2 },
      { value: "", count: 1 },
      {},
      {},
      {},
      {},
      {},
      {},
      {},
    ],
    others: 3,
  });
});

test.each([
  ["boolean", ["true", "false", "true"], "true"],
  ["integer[]", ["[1]", "[1]", "[2]"], "[1]"],
  ["struct(a integer)", ["{'a': 1}", "{'a': 1}", "null"], "{'a': 1}"],
  ["map(varchar, integer)", ["map {'a': 1}", "map {'a': 1}"], "{a=1}"],
  ["blob", ["'a'", "'a'", "'b'"], "a"],
  ["interval", ["interval 1 day", "interval 1 day"], "1 day"],
  ["time", ["'10:00:00'", "'10:00:00'"], "10:00:00"],
  ["uuid", ["'6f9619ff-8b86-d011-b42d-00cf4fc964ff'"], "6f9619ff-8b86-d011-b42d-00cf4fc964ff"],
])("a column of %s has most frequent values too", async (type, values, first) => {
  const { histogram } = await profileOf(values, type);
  expect(histogram.form === "top" && histogram.values[0]!.value).toBe(first);
});

test("columns keep their names, whatever they are", async () => {
  await database.query(
    written(`create or replace table odd as select 1 as "a ""b""", 2 as "select", 3 as "n"`),
  );
  expect((await profileTable(database, "odd")).map(({ name }) => name)).toEqual(['a "b"', "select", "n"]);
});

test("above a million rows many different values are estimated, few are counted", async () => {
  await database.query(
    written(`create or replace table large as
             select range as n, (range % 7)::varchar as d, range % 9 as few from range(1000001)`),
  );
  const [n, d, few] = await profileTable(database, "large");
  expect(n).toMatchObject({ rows: 1_000_001, distinctIsEstimate: true, smallest: "0", largest: "1000000" });
  expect(Math.abs(n!.distinct / 1_000_001 - 1)).toBeLessThan(0.1);
  expect(d).toMatchObject({ distinct: 7, distinctIsEstimate: false });
  expect(d!.histogram.form === "top" && d!.histogram.values[0]).toEqual({ value: "0", count: 142_858 });
  expect(few).toMatchObject({ distinct: 9, distinctIsEstimate: false });
});

/** SQL of columns of every kind, some of their rows without a value. */
const kinds = [
  "range % 7 = 0",
  "null::boolean",
  "(range % 5)::varchar || repeat(' ', (range % 3)::int)",
  "repeat(' ', (range % 3)::int)",
  "(range % 9)::double / 4",
  "case range % 4 when 0 then 'nan'::double when 1 then '-inf'::double else range % 6 end",
  "'nan'::double",
  "null::double",
  "(range % 1000)::integer",
  "(range % 3)::float / 10",
  "(range % 40)::decimal(9, 2) * 0.25",
  "date '2024-01-30' + (range % 60)::int",
  "case when range % 13 = 0 then 'infinity'::timestamp else timestamp '2024-01-30 10:00:00' + interval (range % 500) hour end",
];

/** Names that the profile's own SQL might use. */
const names = "n key value bin different place low high filled distinct smallest min max".split(" ");

test.each([1, 3, 5, 9])(
  "a table a hundred times as long has the same profile with a hundred times the rows, whatever columns are called (%i)",
  async (turn) => {
    const nameOf = (i: number) => name(names[(i + turn) % names.length]!);
    const columns = kinds.map(
      (kind, i) => sql`case when range % 11 <> 0 then ${written(kind)} end as ${nameOf(i)}`,
    );
    await database.query(
      sql`create or replace table short as select ${join(columns, ", ")} from range(10007)`,
    );
    await database.query(sql`create or replace table long as select short.* from short, range(101)`);
    const [short, long] = [await profileTable(database, "short"), await profileTable(database, "long")];
    expect(long.every(({ distinctIsEstimate }) => !distinctIsEstimate)).toBe(true);
    const counts = ["rows", "filled", "blank", "nan", "infinite", "empty", "count", "others"];
    const longer = JSON.parse(JSON.stringify(short), (key, value: unknown) =>
      counts.includes(key) ? 101 * Number(value) : value,
    );
    expect(long).toEqual(longer);
    for (const { name: one, filled, distinct } of short) {
      const plain = await database.query(
        sql`select count(${name(one)}) as n, count(distinct ${name(one)}) as different from short`,
      );
      expect([one, filled, distinct]).toEqual([
        one,
        Number(plain.value(0, "n")),
        Number(plain.value(0, "different")),
      ]);
    }
  },
);
