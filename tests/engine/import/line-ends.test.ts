import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { type Database, importFile, sql } from "../../../src/engine";
import { openTestDatabase } from "../open-database";

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});

async function loaded(csv: string) {
  const known = { source: { delimiter: ",", quote: '"', encoding: "utf-8", header: true, skip: 0 } } as const;
  const { unread } = await importFile(database, new File([csv], "t.csv"), { table: "t", known });
  const table = await database.query(sql`from t`);
  const rows = Array.from({ length: table.rowCount }, (_, row) =>
    table.columns.map((_, i) => table.text(row, i)),
  );
  return { rows, rejected: unread.first.map(({ line, reason, text }) => [line, reason, text.trim()]) };
}

const record = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(fc.integer({ min: 0, max: 99 }), fc.constantFrom("x", "y", '"a,b"')).map(String),
  },
  fc.constantFrom('7,"two\nlines"', '8,"two\r\nlines"', '9,"two\rlines"', "5,6,7,8", "alone", '9,"a"b'),
);
const ended = fc.tuple(record, fc.constantFrom("\n", "\r\n", "\r"));

test("however records end, the table is the same, and no superfluous cell is dropped without a word", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(ended, { minLength: 1, maxLength: 12 }), async (lines) => {
      // Enough good rows in front for the guess to be the same, and one at the end.
      const records = [
        ["n,note", "\n"],
        ...Array.from({ length: 12 }, () => ["1,z", "\n"]),
        ...lines,
        ["2,z", "\n"],
      ] as const;
      const even = await loaded(records.map(([one]) => `${one}\n`).join(""));
      expect(await loaded(records.map(([one, end]) => one + end).join(""))).toEqual(even);
      const wide = lines.filter(([one]) => one === "5,6,7,8").length;
      expect(even.rejected.filter(([, , text]) => text === "5,6,7,8")).toHaveLength(wide);
    }),
    { numRuns: 12 },
  );
});

test("a file whose ends of line change far below its beginning is read to its end", async () => {
  const csv = `n,note\r\n${"1,z\r\n".repeat(400_000)}${"2,y\n".repeat(3)}3,4,5\n`;
  const { rowCount, unread } = await importFile(database, new File([csv], "t.csv"), { table: "t" });
  expect(rowCount).toBe(400_003);
  expect(unread.first.map(({ line, text }) => [line, text])).toEqual([[400_005, "3,4,5"]]);
});
