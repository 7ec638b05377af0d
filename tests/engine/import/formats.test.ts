import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import {
  Dictionary,
  Int32,
  IntervalDayTime,
  makeData,
  makeVector,
  Table,
  tableFromArrays,
  tableToIPC,
  TimestampMicrosecond,
  Utf8,
  vectorFromArray,
} from "apache-arrow";
import { initSync, Table as WasmTable, writeParquet } from "parquet-wasm/esm";
import { beforeAll, describe, expect, test } from "vitest";
import { type Database, sql } from "../../../src/engine";
import { importFile, type ImportOptions } from "../../../src/engine/import/import-file";
import { openTestDatabase } from "../open-database";
import { zipOf } from "./written-zip";

let database: Database;
beforeAll(async () => {
  const program = createRequire(import.meta.url).resolve("parquet-wasm/esm/parquet_wasm_bg.wasm");
  initSync({ module: readFileSync(program) });
  database = await openTestDatabase();
});

const load = (content: BlobPart, fileName: string, known: ImportOptions["known"] = {}) =>
  importFile(database, new File([content], fileName), { table: "t", known });
const texts = async () => {
  const table = await database.query(sql`from t`);
  return Array.from({ length: table.rowCount }, (_, row) => table.columns.map((_, i) => table.text(row, i)));
};

const packed = async (content: string, format: CompressionFormat) =>
  new Uint8Array(
    await new Response(new Blob([content]).stream().pipeThrough(new CompressionStream(format))).arrayBuffer(),
  );

const arrow = tableFromArrays({
  id: ["007", "8", null],
  n: BigInt64Array.of(9007199254740993n, -1n, 0n),
  x: Float64Array.of(0.1, -2.5, 1e300),
  day: ["2024-01-31", "2024-02-01", null],
});
const arrowRows = [
  ["007", "9007199254740993", "0.1", "2024-01-31"],
  ["8", "-1", "-2.5", "2024-02-01"],
  [null, "0", "1e+300", null],
];

describe("packed", () => {
  test("gzip, whatever the file is called", async () => {
    const { rowCount, plan } = await load(await packed("a;b\n1;2,5\n", "gzip"), "t.csv");
    expect([rowCount, plan.source]).toEqual([1, expect.objectContaining({ delimiter: ";" })]);
    await expect(load(Uint8Array.of(0x1f, 0x8b, 8, 0, 1, 2, 3), "t.csv")).rejects.toMatchObject({
      code: "unreadable-file",
    });
  });

  test("a zip archive with several files, one of them chosen", async () => {
    const archive = await zipOf({ "a/one.csv": "a,b\n1,2\n", "two.json": '[{"x": 1}, {"x": 2}]' });
    const first = await load(archive, "both.zip");
    expect([first.plan.entry, first.rowCount]).toEqual(["a/one.csv", 1]);
    const second = await load(archive, "both.zip", { entry: "two.json" });
    expect([second.plan.source.format, second.rowCount]).toEqual(["json", 2]);
    await expect(load(archive.slice(0, archive.length - 30), "both.zip")).rejects.toMatchObject({
      code: "unreadable-file",
    });
  });
});

describe("Arrow and Parquet", () => {
  test.each(["stream", "file"] as const)("Arrow as a %s", async (form) => {
    const { plan } = await load(tableToIPC(arrow, form).slice(), "t.arrow");
    expect(plan.columns.map(({ reading }) => reading.form)).toEqual(["stored", "stored", "stored", "date"]);
    expect(await texts()).toEqual(arrowRows);
  });

  test("Parquet, and only the columns that are wanted", async () => {
    const file = writeParquet(WasmTable.fromIPCStream(tableToIPC(arrow, "stream"))).slice();
    const { plan } = await load(file, "t.parquet");
    expect(await texts()).toEqual(arrowRows);
    const columns = plan.columns.map((column) => ({ ...column, isKept: column.name === "x" }));
    await load(file, "t.parquet", { plan: { ...plan, columns }, isExact: true });
    expect(await texts()).toEqual(arrowRows.map((row) => [row[2]]));
  });

  test("a time that is infinite, or far beyond all calendars, stands in no column's way", async () => {
    const far = BigInt64Array.of(2n ** 63n - 1n, 0n, -(2n ** 63n) + 1n);
    const at = makeVector({ type: new TimestampMicrosecond(), data: far, nullCount: 0, length: 3 });
    const day = vectorFromArray(["2024-01-31", "2024-02-01", null], new Dictionary(new Utf8(), new Int32()));
    const file = new Table({ at, day });
    const ipc = tableToIPC(file, "stream").slice();
    for (const [content, name] of [
      [ipc, "t.arrow"],
      [writeParquet(WasmTable.fromIPCStream(ipc)).slice(), "t.parquet"],
    ] as const) {
      const { plan } = await load(content, name);
      expect(plan.columns.map(({ reading }) => reading.form)).toEqual(["stored", "date"]);
      expect(await texts()).toEqual([
        ["infinity", "2024-01-31"],
        ["1970-01-01 00:00:00", "2024-02-01"],
        ["-infinity", null],
      ]);
    }
  });

  test("intervals of days and milliseconds are that, and NULL where there is none", async () => {
    const data = Int32Array.of(1, 1000, -2, -500, 9, 9, 400, 86_400_000);
    const type = new IntervalDayTime();
    const nullBitmap = Uint8Array.of(0b1011);
    const term = makeVector(makeData({ type, data, length: 4, nullCount: 1, nullBitmap }));
    const n = vectorFromArray([1, 2, 3, 4], new Int32());
    await load(tableToIPC(new Table({ n, term }), "file").slice(), "t.arrow");
    expect(await texts()).toEqual([
      ["1", "1 day 00:00:01"],
      ["2", "-2 days -00:00:00.5"],
      ["3", null],
      ["4", "400 days 24:00:00"],
    ]);
  });

  test("what is cut off is no table", async () => {
    const file = tableToIPC(arrow, "file");
    await expect(load(file.slice(0, 100), "t.arrow")).rejects.toMatchObject({ code: "unreadable-file" });
  });
});

describe("JSON", () => {
  test("numbers beyond 2^53 keep their digits, keys may come late, values may be nested", async () => {
    const { unread, columns } = await load(
      '{"id": 12345678901234567890, "n": 1}\n{"n": 2, "late": {"a": [1]}}\n{"n": \n{"n": null, "id": "x"}\n',
      "t.jsonl",
    );
    expect(columns.map(({ name }) => name)).toEqual(["id", "n", "late"]);
    expect(await texts()).toEqual([
      ["12345678901234567890", "1", null],
      [null, "2", '{"a":[1]}'],
      ["x", null, null],
    ]);
    expect(unread).toMatchObject({ rows: 1, first: [{ line: 3, text: '{"n":' }] });
  });

  test("one array, or an object around it; inner values as columns", async () => {
    const rows = '[{"a": {"b": 1, "c": "x,\\"y\\""}}, {"a": {"b": 2}}]';
    for (const content of [rows, `{"meta": {"n": 2}, "data": ${rows}}`]) {
      const { columns } = await load(content, "t.json", { source: { nested: "columns" } });
      expect(columns.map(({ name, type }) => [name, type])).toEqual([
        ["a.b", "BIGINT"],
        ["a.c", "VARCHAR"],
      ]);
      expect(await texts()).toEqual([
        ["1", 'x,"y"'],
        ["2", null],
      ]);
    }
  });
});

test("cells with ends of line of any kind come whole", async () => {
  const cells = ["a\rb", "\r", "a\r\nb", "a\nb", 'q"\r"', "plain"];
  const content = JSON.stringify(cells.map((y, x) => ({ x, y })));
  await importFile(database, new File([content], "t.json"), { table: "t" });
  expect((await database.query(sql`select y from t order by x`)).values("y")).toEqual(cells);
});
