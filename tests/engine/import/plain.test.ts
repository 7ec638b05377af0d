import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { type Database, importFile, type Known, sql } from "../../../src/engine";
import { fileSet } from "../../../src/engine/import/joined/file-set";
import type { ImportPlan } from "../../../src/engine/import/plan";
import { plainMarks, type Reading } from "../../../src/engine/import/reading";
import { missingTokens } from "../../../src/engine/import/sniff/guess-missing";
import { type Reader, reader } from "../../../src/engine/import/reader";
import { careful, counting } from "./careful-reader";
import { openTestDatabase } from "../open-database";
import { amount, day, local, note, time, whole, word } from "./written-cells";

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});

async function loaded(content: BlobPart, known: Known | undefined, by: Reader) {
  const file = new File([content], "t.csv");
  const outcome = await importFile(database, file, { table: "t", reader: by, ...(known && { known }) }).catch(
    (error: unknown) => String(error),
  );
  if (typeof outcome === "string") return outcome;
  const { columns, unread, missing, plan, rowCount, replacedSigns } = outcome;
  const table = await database.query(sql`select * from t`);
  const texts = Array.from({ length: table.rowCount }, (_, row) =>
    columns.map((_, column) => table.text(row, column)),
  );
  return { columns, missing, unread, plan, rowCount, replacedSigns, texts };
}

/** Gives how many parts came as values. */
async function expectTheSame(content: BlobPart, known?: Known): Promise<number> {
  const counted = counting();
  const found = await loaded(content, known, counted);
  expect(found).toEqual(await loaded(content, known, careful));
  return counted.values;
}

const quoted = (cell: string) => (/[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

const readings: readonly Reading[] = [
  { form: "whole", marks: plainMarks },
  { form: "number", marks: plainMarks },
  { form: "timestamp" },
  { form: "date" },
  { form: "timestamp", formats: ["%d.%m.%Y %H:%M"] },
  { form: "boolean", yes: ["yes"], no: ["no"] },
  { form: "text" },
];

function planOf(isChosen: boolean, zone: string): ImportPlan {
  return {
    version: 1,
    source: {
      format: "text",
      encoding: "utf-8",
      delimiter: ",",
      quote: '"',
      header: true,
      skip: 0,
      dropTotals: true,
    },
    ...{ entry: null, zone, missing: missingTokens },
    columns: readings.map((reading, i) => ({
      ...{ header: headers[i]!, name: headers[i]!, reading, isKept: true, isChosen },
    })),
  };
}

const headers = ["n", "x", "t", "d", "l", "w", "note"];

test("what is read beside DuckDB is what SQL makes of the same file", async () => {
  const row = fc.tuple(whole, amount, time, day, local, word, note, fc.boolean());
  const rows = fc.array(row, { minLength: 1, maxLength: 20 });
  const form = fc.record({
    end: fc.constantFrom("\n", "\r\n"),
    isEnded: fc.boolean(),
    isChosen: fc.boolean(),
    zone: fc.constantFrom("UTC", "Europe/Moscow", "America/New_York"),
  });
  let values = 0;
  await fc.assert(
    fc.asyncProperty(rows, form, async (lines, { end, isEnded, isChosen, zone }) => {
      const texts = lines.map(([...cells]) => {
        const isQuoted = cells.pop() as boolean;
        return (cells as string[]).map((cell) =>
          isQuoted ? `"${cell.replaceAll('"', '""')}"` : quoted(cell),
        );
      });
      const csv =
        [headers.join(","), ...texts.map((cells) => cells.join(","))].join(end) + (isEnded ? end : "");
      values += await expectTheSame(csv, { plan: planOf(isChosen, zone), isExact: true });
    }),
    { numRuns: 20 },
  );
  expect(values).toBeGreaterThan(5);
});

const styles = [
  { decimal: ".", thousands: "" },
  { decimal: ",", thousands: "" },
  { decimal: ",", thousands: "." },
  { decimal: ".", thousands: "," },
  { decimal: ",", thousands: " " },
  { decimal: ".", thousands: "'" },
  { decimal: ",", thousands: ".", isAccounting: true },
] as const;

test("a mark of thousands is never taken for a decimal mark: in each style both ways give the same", async () => {
  const digits = fc.integer({ min: 0, max: 3_000_000 }).map(String);
  const mark = fc.constantFrom("", "", ".", ",", " ", "'");
  const cell = fc
    .tuple(digits, mark, digits, mark, fc.boolean())
    .map(([one, mark, other, second, isLong]) =>
      isLong
        ? `${one}${mark}${other.slice(0, 3)}${second}${other.slice(-2)}`
        : `${one.slice(0, 3)}${mark && mark + other.slice(0, 3)}`,
    );
  const columns = fc.tuple(fc.constantFrom("whole" as const, "number" as const), fc.constantFrom(...styles));
  await fc.assert(
    fc.asyncProperty(
      fc.array(cell, { minLength: 1, maxLength: 8 }),
      columns,
      async (cells, [form, marks]) => {
        const plan = planOf(true, "UTC");
        const source = { ...plan.source, delimiter: ";" } as ImportPlan["source"];
        const [id] = plan.columns.slice(-1);
        const number = { header: "n", name: "n", reading: { form, marks }, isKept: true, isChosen: true };
        const csv = `note;n\n${cells.map((cell, i) => `c${i};${cell}`).join("\n")}\n`;
        await expectTheSame(csv, { plan: { ...plan, source, columns: [id!, number] }, isExact: true });
      },
    ),
    {
      numRuns: 20,
      examples: [
        [
          ["1.000", "2.000", "999"],
          ["whole", styles[2]],
        ],
        [
          ["1.250", "3.500", "999"],
          ["number", styles[2]],
        ],
        [
          ["12,5", "1.5"],
          ["number", styles[1]],
        ],
      ],
    },
  );
});

const usual = Array.from({ length: 30 }, (_, i) => `c${i},${i}.5,2024-01-${String(i + 1).padStart(2, "0")}`);
const table = (...lines: string[]) => `id,x,d\n${[...usual, ...lines].join("\n")}\n`;

test.each<[string, string | Uint8Array<ArrayBuffer>, number]>([
  ["plain rows", table(), 1],
  ["rows without any cell", table(",,", "", "c,1,2024-01-01"), 1],
  ["cells in quotes", table('"a ""b""","1.5","2024-01-01"', '"c\n,d",2,2024-01-01'), 1],
  ["a quote in a cell that none opens", table('5" pipe,1.5,2024-01-01'), 0],
  ["signs behind a closing quote", table('"a"b,1.5,2024-01-01'), 0],
  ["a row that is too short", table("c,1"), 0],
  ["a row that is too long", table("c,1,2024-01-01,"), 0],
  ["a quote that is never closed", table('"c,1,2024-01-01'), 0],
  ["a blank line in front of the header", `\n${table()}`, 0],
  ["totals at the end", table("Total,465,"), 1],
  ["a single \\r as end of line", table().replaceAll("\n", "\r"), 0],
  ["\\r\\n", table().replaceAll("\n", "\r\n"), 1],
  ["both ends of line", table().replace("\n", "\r\n"), 1],
  ["a byte that is not UTF-8", bytesWith(table("?,1,2024-01-01"), 0xff), 0],
  ["half a sign", bytesWith(table("?,1,2024-01-01"), 0xd0), 0],
  ["a number no double holds", table("c,1e400,2024-01-01"), 0],
  ["digits with underscores", table("c,1_000,2024-01-01"), 0],
  ["a word for missing", table("c,n/a,2024-01-01"), 0],
  ["a date that nobody has set", table("c,1,0001-01-01"), 0],
])("%s: both ways give the same", async (_, content, values) => {
  const { plan } = await reader.sniff(new File([table()], "t.csv"));
  const columns = plan.columns.map((column) => ({ ...column, isChosen: true }));
  expect(await expectTheSame(content, { plan: { ...plan, columns }, isExact: true })).toBe(values);
});

function bytesWith(text: string, byte: number): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text).map((one) => (one === 63 ? byte : one));
}

test("a cell that is not plain far below costs nothing of what came before", async () => {
  // More than one window.
  const long = "x".repeat(980);
  const lines = Array.from({ length: 2_700 }, (_, i) => `c${i}${long},${i % 7}.5,2024-01-${10 + (i % 20)}\n`);
  const file = [...lines, "c,n/a,2024-01-01\n", "c,too,many,cells\n", "c,1,2024-01-01\n"];
  const { plan } = await reader.sniff(new File([table()], "t.csv"));
  const counted = counting();
  const ways = [];
  for (const by of [counted, careful]) {
    const options = { table: "t", reader: by, known: { plan, isExact: true } };
    const { unread, missing, rowCount } = await importFile(
      database,
      new File(["id,x,d\n", ...file], "t.csv"),
      options,
    );
    const sums = await database.query(
      sql`select count(x) as n, sum(x) as x, count(distinct id) as ids, max(d)::varchar as d, min(rowid) as first from t`,
    );
    ways.push({ unread, missing, rowCount, sums: sums.rows() });
  }
  expect(counted.values).toBe(1);
  expect(ways[0]).toEqual(ways[1]);
  expect(ways[0]).toMatchObject({ rowCount: 2_702, unread: { first: [{ line: 2_703 }] } });
});

test("files that make one table may be plain or not", async () => {
  const texts = [
    table(),
    table("c,n/a,2024-01-01"),
    "d,id,x\n2024-05-06,late,7\n",
    "id,d\nlast,2024-05-07\n",
  ];
  const set = fileSet(
    texts.map((text, i) => ({ file: new File([text], `t${i}.csv`, { lastModified: i }), name: `t${i}.csv` })),
  );
  const counted = counting();
  const { columns, missing, rowCount, files } = await importFile(database, set, {
    table: "t",
    reader: counted,
  });
  expect(counted.values).toBe(3);
  expect(columns.map(({ name, type }) => `${name} ${type}`)).toEqual([
    ...["id VARCHAR", "x DOUBLE", "d DATE", "file VARCHAR"],
  ]);
  expect(missing).toEqual([{ column: "x", token: "n/a", count: 1 }]);
  expect(files?.map((one) => one.rowCount)).toEqual([30, 31, 1, 1]);
  expect(rowCount).toBe(63);
  const late = await database.query(
    sql`select id, x, d::varchar as d, file from t where file > 't1.csv' order by file`,
  );
  expect(late.rows()).toEqual([
    { id: "late", x: 7, d: "2024-05-06", file: "t2.csv" },
    { id: "last", x: null, d: "2024-05-07", file: "t3.csv" },
  ]);
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
