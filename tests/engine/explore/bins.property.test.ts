import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { countUnder, name, type ColumnProfile, type Database } from "../../../src/engine";
import { openTestDatabase } from "../open-database";
import { explored, parts, rowsThat } from "./explored";

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
const moments = fc
  .date({ min: new Date("0000-01-01"), max: new Date("2999-12-31"), noInvalidDate: true })
  .map((date) =>
    quoted(
      date
        .toISOString()
        .replace(/^-|^\+\d\d/, "")
        .replace("Z", ""),
    ),
  );
const near = fc.date({ min: new Date("1969-12-01"), max: new Date("1970-03-01"), noInvalidDate: true });

/** SQL values of each type, near together and far apart, with what lies on no line. */
const columns: Record<string, fc.Arbitrary<string>> = {
  integer: fc
    .oneof(fc.integer({ min: -20, max: 40 }), fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }))
    .map(String),
  bigint: fc
    .oneof(
      fc.bigInt({ min: 2n ** 53n - 40n, max: 2n ** 53n + 200n }),
      fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
    )
    .map((n) => `'${n}'`),
  hugeint: fc.bigInt({ min: -(2n ** 126n), max: 2n ** 126n }).map((n) => `'${n}'`),
  utinyint: fc.integer({ min: 0, max: 255 }).map(String),
  double: fc
    .oneof(
      fc.double({ min: -10, max: 10 }),
      fc.integer({ min: -500, max: 500 }).map((n) => n / 10),
      fc.integer({ min: 0, max: 40 }).map((n) => n * 0.1),
      fc.double(),
    )
    .map((n) => `'${n}'`),
  float: fc
    .oneof(
      fc.integer({ min: -50, max: 70 }).map((n) => n / 10),
      fc.float(),
    )
    .map((n) => `'${n}'`),
  "decimal(9,2)": fc.integer({ min: -9999, max: 99_999 }).map((n) => `'${n / 100}'`),
  "decimal(38,10)": fc.bigInt({ min: -(10n ** 27n), max: 10n ** 27n }).map((n) => `'${n}.0000000001'`),
  date: fc.oneof(
    moments.map((text) => `${text.slice(0, 11)}'`),
    near.map((d) => quoted(d.toISOString().slice(0, 10))),
    fc.constant("'-infinity'"),
    fc.constant("'0044-03-15 (BC)'"),
  ),
  timestamp: fc.oneof(
    moments,
    near.map((d) => quoted(d.toISOString().replace("Z", "123"))),
    fc.constant("'infinity'"),
  ),
  timestamp_ns: near.map((d) => quoted(d.toISOString().replace("Z", "000456"))),
  timestamp_s: near.map((d) => quoted(d.toISOString().slice(0, 19))),
  timestamptz: near.map((d) => quoted(d.toISOString().replace("Z", "+00"))),
  boolean: fc.boolean().map(String),
  varchar: fc.oneof(
    fc.constantFrom("''", "' '", "'it''s'", `'"'`, "'a'", "'b'"),
    fc.string({ maxLength: 3 }).map((text) => quoted(text.replaceAll("\0", "0"))),
  ),
  "enum('a', 'b', 'c''d')": fc.constantFrom("'a'", "'b'", "'c''d'"),
  uuid: fc.constantFrom("'6f9619ff-8b86-d011-b42d-00cf4fc964ff'", "'00000000-0000-0000-0000-000000000000'"),
  time: fc.constantFrom("'10:00:00'", "'23:59:59.5'"),
  interval: fc.constantFrom("'1 month'", "'30 days'", "'1 day'"),
  "varchar[]": fc.constantFrom("['a, b']", "['a', 'b']", "[null]"),
  "struct(a integer)": fc.constantFrom("{'a': 1}", "{'a': null}"),
  blob: fc.constantFrom("'a'", "'\\xAA'"),
};

const values = fc.record(
  Object.fromEntries(
    Object.entries(columns).map(([type, value]) => [
      type,
      fc.array(fc.oneof({ weight: 9, arbitrary: value }, { weight: 1, arbitrary: fc.constant("null") }), {
        minLength: 1,
        maxLength: 40,
      }),
    ]),
  ),
);

test("of every type: what is counted in a part is what its filter finds, and the parts are all rows", async () => {
  await fc.assert(
    fc.asyncProperty(values, async (drawn) => {
      const profiles = await explored(database, drawn);
      const told = profiles.flatMap((column) => parts(column).map((part) => ({ column, ...part })));
      const found = await rowsThat(
        database,
        told.map(({ column, piece }) => ({ column, pieces: [piece] })),
      );
      expect(told.map(({ column, piece }, i) => [column.type, piece, found[i]])).toEqual(
        told.map(({ column, piece, count }) => [column.type, piece, count]),
      );
      const lines = profiles.filter(({ histogram }) => histogram.form === "bins");
      const sums = lines.map((column) => parts(column).reduce((sum, { count }) => sum + count, 0));
      expect(sums).toEqual(lines.map(({ rows }) => rows));
      for (const column of profiles) {
        const under = await countUnder(database, { table: name("t"), where: null }, column);
        expect([column.type, under.rows, under.parts]).toEqual([
          column.type,
          column.rows,
          partCounts(column),
        ]);
        expect(column.rows - under.missing).toBe(column.filled);
        expect([under.nan, under.infinite, under.empty, under.blank + under.empty]).toEqual([
          column.apart?.nan ?? 0,
          column.apart?.infinite ?? 0,
          column.apart?.empty ?? 0,
          column.blank,
        ]);
      }
      // All bins at once are one range or few, and the same rows.
      const whole = lines.map((column) => parts(column).filter(({ piece }) => piece.form === "range"));
      const filters = whole.flatMap((all, i) =>
        all.length ? [{ column: lines[i]!, pieces: all.map(({ piece }) => piece) }] : [],
      );
      expect(await rowsThat(database, filters)).toEqual(
        whole.flatMap((all) => (all.length ? [all.reduce((sum, { count }) => sum + count, 0)] : [])),
      );
    }),
    { numRuns: 4, endOnFailure: true },
  );
});

function partCounts({ histogram }: ColumnProfile): number[] {
  return (histogram.form === "bins" ? histogram.bins : histogram.values).map(({ count }) => count);
}
