import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tableFromArrays, tableToIPC } from "apache-arrow";
import fc from "fast-check";
import { initSync, Table as WasmTable, writeParquet } from "parquet-wasm/esm";
import { beforeAll, expect, test } from "vitest";
import { type Database, sql } from "../../../src/engine";
import { importFile } from "../../../src/engine/import/import-file";
import { openTestDatabase } from "../open-database";
import { zipOf } from "./written-zip";

let database: Database;
beforeAll(async () => {
  const program = createRequire(import.meta.url).resolve("parquet-wasm/esm/parquet_wasm_bg.wasm");
  initSync({ module: readFileSync(program) });
  database = await openTestDatabase();
});

interface Row {
  readonly note: string | null;
  readonly count: bigint | null;
  readonly share: number | null;
  readonly seen: string | null;
}

// Text that begins with a letter is text to everybody; what comes after may be any sign that a text file can hold.
const note = fc
  .tuple(fc.constantFrom("a", "\u0416"), fc.string({ unit: "grapheme", maxLength: 12 }))
  .map(([first, rest]) => first + rest.replace(/[\p{Cc}\p{Cs}]/gu, "\n").trimEnd() + "z");
const row: fc.Arbitrary<Row> = fc.record({
  note: fc.option(note, { freq: 8 }),
  count: fc.option(fc.bigInt({ min: -(2n ** 53n) + 1n, max: 2n ** 53n - 1n }), { freq: 8 }),
  share: fc.option(
    fc.double({ noNaN: true, noDefaultInfinity: true }).filter((x) => !Object.is(x, -0)),
    { freq: 8 },
  ),
  seen: fc.option(
    fc
      .date({ min: new Date("1970-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10)),
    { freq: 8 },
  ),
});
// One row that is whole tells the types.
const whole: Row = { note: "first", count: 5n, share: 0.5, seen: "2024-01-31" };
const rows = fc
  .array(row, { maxLength: 12 })
  .map((some) => [whole, ...some.filter((each) => each.note !== null)]);
const headers = ["note", "count", "share", "seen"] as const;

function delimited(table: readonly Row[], delimiter: string, end: string): string {
  const cell = (value: string) =>
    /["\r\n]/.test(value) || value.includes(delimiter) ? `"${value.replaceAll('"', '""')}"` : value;
  const lines = table.map((each) =>
    headers.map((header) => cell(each[header] === null ? "" : String(each[header]))).join(delimiter),
  );
  return [headers.join(delimiter), ...lines, ""].join(end);
}

function wide(text: string): Uint8Array<ArrayBuffer> {
  const marked = `\ufeff${text}`;
  return new Uint8Array(Uint16Array.from({ length: marked.length }, (_, i) => marked.charCodeAt(i)).buffer);
}

const asArrow = (table: readonly Row[]) =>
  tableFromArrays({
    note: table.map((each) => each.note),
    count: table.map((each) => each.count),
    share: table.map((each) => each.share),
    seen: table.map((each) => each.seen),
  });

const formats: Record<string, (table: readonly Row[]) => BlobPart | Promise<BlobPart>> = {
  "t.csv": (table) => delimited(table, ",", "\n"),
  "t.tsv": (table) => delimited(table, "\t", "\r\n"),
  "utf-16.txt": (table) => wide(delimited(table, ";", "\r\n")),
  "t.zip": async (table) => zipOf({ "t.csv": delimited(table, "|", "\n") }),
  "t.jsonl": (table) =>
    table
      .map((each) => JSON.stringify({ ...each, count: each.count === null ? null : Number(each.count) }))
      .join("\n"),
  "t.json": (table) =>
    JSON.stringify(
      table.map((each) => ({ ...each, count: each.count === null ? null : Number(each.count) })),
      null,
      1,
    ),
  "t.arrow": (table) => tableToIPC(asArrow(table), "stream").slice(),
  "t.parquet": (table) => writeParquet(WasmTable.fromIPCStream(tableToIPC(asArrow(table), "stream"))).slice(),
};

test.each(Object.keys(formats))("what is written as %s comes back", async (file) => {
  await fc.assert(
    fc.asyncProperty(rows, async (table) => {
      await importFile(database, new File([await formats[file]!(table)], file), { table: "t" });
      const read = await database.query(sql`from t`);
      const count = (value: string | null) => (value === null ? null : BigInt(value));
      const share = (value: string | null) => (value === null ? null : Number(value));
      const back = Array.from({ length: read.rowCount }, (_, i) => ({
        note: read.text(i, "note"),
        count: count(read.text(i, "count")),
        share: share(read.text(i, "share")),
        seen: read.text(i, "seen"),
      }));
      expect(back).toEqual(table);
    }),
    { numRuns: 6 },
  );
});
