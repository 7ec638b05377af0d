import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { IntervalDayTime, makeData, makeVector, Table, tableToIPC } from "apache-arrow";
import { initSync, Table as WasmTable, writeParquet } from "parquet-wasm/esm";
import { beforeAll, expect, test } from "vitest";
import { type Database, sql } from "../../../src/engine";
import { importFile, type ImportOptions } from "../../../src/engine/import/import-file";
import { rawColumns } from "../../../src/engine/import/read/parquet-footer";
import { openTestDatabase } from "../open-database";
import { markedParquet } from "./marked-parquet";

let database: Database;
beforeAll(async () => {
  const program = createRequire(import.meta.url).resolve("parquet-wasm/esm/parquet_wasm_bg.wasm");
  initSync({ module: readFileSync(program) });
  database = await openTestDatabase();
});

async function load(content: BlobPart, known: ImportOptions["known"] = {}) {
  const imported = await importFile(database, new File([content], "t.parquet"), { table: "t", known });
  const table = await database.query(sql`from t`);
  const texts = Array.from({ length: table.rowCount }, (_, row) =>
    table.columns.map((_, i) => table.text(row, i)),
  );
  return { ...imported, texts };
}

test("intervals have their months, and a UUID is written as one; bytes without a mark stay bytes", async () => {
  const { columns, texts, plan } = await load(markedParquet);
  expect(columns.map(({ type }) => type)).toEqual(["INTEGER", "INTERVAL", "VARCHAR", "BLOB"]);
  const rows = [
    ["1", "1 month 2 days 00:00:03", "00112233-4455-6677-8899-aabbccddeeff", "A".repeat(16)],
    ["2", null, null, null],
    ["3", "1 year 2 months 1193:02:47.295", "ffffffff-ffff-ffff-ffff-ffffffffffff", "B".repeat(16)],
  ];
  expect(texts).toEqual(rows);
  const some = plan.columns.map((column) => ({ ...column, isKept: column.name === "term" }));
  const { texts: terms } = await load(markedParquet, { plan: { ...plan, columns: some }, isExact: true });
  expect(terms).toEqual(rows.map((row) => [row[1]]));
});

test("negative intervals, which only one program writes, stay below zero", async () => {
  const data = Int32Array.of(1, 1000, 0, -500);
  const term = makeVector(makeData({ type: new IntervalDayTime(), data, length: 2, nullCount: 0 }));
  for (const table of [new Table({ term }), new Table({ term: term.slice(0, 0) })]) {
    const file = writeParquet(WasmTable.fromIPCStream(tableToIPC(table, "stream"))).slice();
    const { columns, texts } = await load(file);
    expect(columns).toMatchObject([{ name: "term", type: "INTERVAL" }]);
    expect(texts).toEqual([["1 day 00:00:01"], ["-00:00:00.5"]].slice(0, table.numRows));
  }
});

test("a footer that is cut off is left to the reader of the rows, which refuses it", async () => {
  const cut = new Blob([markedParquet.subarray(0, 400)]);
  expect(await rawColumns(cut)).toEqual({ blob: cut, kinds: new Map() });
  await expect(load(markedParquet.subarray(0, 400))).rejects.toMatchObject({ code: "unreadable-file" });
  // The end is there, and what stands before it is not what it says.
  const torn = new Uint8Array([...markedParquet.subarray(0, 20), ...markedParquet.subarray(-8)]);
  await expect(load(torn)).rejects.toMatchObject({ code: "unreadable-file" });
});
