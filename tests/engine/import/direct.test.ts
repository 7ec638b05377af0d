import { tableFromArrays, tableToIPC } from "apache-arrow";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { type Database, importFile, type Known, sql } from "../../../src/engine";
import { reader } from "../../../src/engine/import/reader";
import type { Reader } from "../../../src/engine/import/reader";
import { openTestDatabase } from "../open-database";

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});

const whole = fc.oneof(
  { weight: 20, arbitrary: fc.integer({ min: -9999, max: 9999 }).map(String) },
  fc.constantFrom("", " 7", "8 ", "+5", "007", "1e3", "1.0", "9007199254740993", "1_000", "NA", "1.5"),
);
const amount = fc.oneof(
  { weight: 20, arbitrary: fc.double({ min: -1e9, max: 1e9, noNaN: true }).map(String) },
  fc.constantFrom(
    "",
    ".5",
    "1.",
    "1e400",
    "inf",
    "nan",
    "-Infinity",
    "1_0.5",
    "1,5",
    "n/a",
    "0x10",
    "\u22125",
  ),
);
const time = fc.oneof(
  {
    weight: 20,
    arbitrary: fc
      .date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 19).replace("T", " ")),
  },
  fc.constantFrom(
    "",
    "2024-01-02",
    "2024-01-02T10:00:00Z",
    "2024-01-02 10:00:00+02",
    "24-01-02",
    "infinity",
    "now",
  ),
);
const day = fc.oneof(
  {
    weight: 20,
    arbitrary: fc.integer({ min: 1, max: 28 }).map((n) => `2024-02-${String(n).padStart(2, "0")}`),
  },
  fc.constantFrom("", "2024-02-30", "2024-1-2", "2024-01-02 10:00:00", "-infinity", "0044-03-15"),
);
const rows = fc.array(fc.tuple(whole, amount, time, day), { minLength: 1, maxLength: 30 });

async function loaded(lines: readonly (readonly string[])[], note: string) {
  const csv = ["n,x,t,d,note", ...lines.map((line) => [...line, note].join(","))].join("\n");
  const known: Known = { source: { delimiter: ",", encoding: "utf-8" } };
  const { columns, unread, missing } = await importFile(database, new File([`${csv}\n`], "t.csv"), {
    table: "t",
    known,
  });
  const table = await database.query(sql`select n, x, t, d from t`);
  const texts = Array.from({ length: table.rowCount }, (_, row) =>
    [0, 1, 2, 3].map((i) => table.text(row, i)),
  );
  return { columns, missing, cells: unread.first.map(({ text: _, ...where }) => where), texts };
}

test("what DuckDB's reader turns into values itself is what the careful way gives", async () => {
  await fc.assert(
    fc.asyncProperty(rows, async (lines) => {
      // A `_` between digits anywhere sends all of it the careful way.
      expect(await loaded(lines, "plain")).toEqual(await loaded(lines, "1_1"));
    }),
    { numRuns: 10 },
  );
});

test.each([
  ["1_000", "not a number anywhere else"],
  ["1e400", "no number that there is"],
])("%s in a column of plain numbers is no value: %s", async (cell) => {
  const numbers = Array.from({ length: 30 }, (_, i) => `${i}.5`);
  await importFile(database, new File([["x", ...numbers, cell, ""].join("\n")], "t.csv"), { table: "t" });
  const found = await database.query(sql`select x::varchar as x from t order by rowid desc limit 1`);
  // A guessed column whose cell does not fit is text.
  expect(found.value(0, "x")).toBe(cell);
});

const batch = (ids: readonly string[]) => tableToIPC(tableFromArrays({ id: ids }), "stream").slice();

const inBatches = (parts: readonly { content: Uint8Array<ArrayBuffer>; rowCount: number }[]): Reader => ({
  sniff: (file, known) => reader.sniff(file, known),
  async *parts() {
    for (const part of parts) yield { form: "arrow", ...part, rejected: [], bytesRead: 1 };
  },
});

test("batches that need no change are put one below another, and one that was cut off is noticed", async () => {
  const file = new File([batch(["a"])], "t.arrow");
  const good = inBatches([
    { content: batch(["a", "b"]), rowCount: 2 },
    { content: batch(["c"]), rowCount: 1 },
    { content: batch(["d", "e"]), rowCount: 2 },
  ]);
  expect((await importFile(database, file, { table: "t", reader: good })).rowCount).toBe(5);
  expect((await database.query(sql`from t`)).values("id")).toEqual(["a", "b", "c", "d", "e"]);
  const cut = inBatches([
    { content: batch(["x"]), rowCount: 1 },
    { content: batch(["y", "z"]).slice(0, -120), rowCount: 2 },
  ]);
  await expect(importFile(database, file, { table: "t", reader: cut })).rejects.toMatchObject({
    code: "unreadable-file",
  });
  // What was there before is untouched.
  expect((await database.query(sql`select count(*) as n from t`)).value(0, "n")).toEqual(5);
});
