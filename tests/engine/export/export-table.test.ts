import { inflateRawSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Database, fileNameOf, openExport, sql } from "../../../src/engine";
import { exportTable } from "../../../src/engine/export/export-table";
import type { Bytes, ExportFormat, TextStyle } from "../../../src/engine/export/format";
import { sheetNameOf } from "../../../src/engine/export/xlsx/workbook-parts";
import { packedBytes, zipEntries } from "../../../src/engine/import/read/zip";
import { openTestDatabase } from "../open-database";
import { exact, exported, importedTexts, startParquet, textsOf } from "./exported";

let database: Database;
beforeAll(async () => {
  startParquet();
  database = await openTestDatabase();
});
afterAll(() => database.close());

const safe: TextStyle = { ...exact, isExact: false };

describe("texts that begin like a formula", () => {
  const formulas = [
    "=1+1",
    "+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    '=HYPERLINK("http://a.b";"x")',
    "\uff1d1+1",
    "-",
  ];
  const harmless = ["-5", "+79161234567", "-1,5", "a=1", "1-1", "", "'=1", " =1"];

  test("get an apostrophe in front, are counted, and numbers are left alone", async () => {
    await database.run([
      sql`create or replace table said ("=name" varchar, n double, d decimal(4,1))`,
      ...[...formulas, ...harmless].map((text) => sql`insert into said values (${text}, -5, -0.5)`),
    ]);
    for (const format of ["csv", "tsv"] as const) {
      const delimiter = format === "csv" ? "," : "\t";
      const { text, tally } = await exported(database, sql`said`, format, { text: { ...safe, delimiter } });
      // The name of the column is one too.
      expect(tally).toEqual({ neutralised: formulas.length + 1, kept: 0 });
      const written = await text();
      expect(written).toContain(`'+cmd|' /C calc'!A0${delimiter}-5.0${delimiter}-0.5\r\n`);
      expect(written).toContain(`\r\n+79161234567${delimiter}-5.0`);
      expect(written.startsWith(`'=name${delimiter}`)).toBe(true);
    }
    const left = await exported(database, sql`said`, "csv");
    expect([left.tally.neutralised, (await left.text()).startsWith("=name,")]).toEqual([0, true]);
  });

  test("are no formulas in a workbook, which holds them as they are", async () => {
    const { file, tally } = await exported(database, sql`said`, "xlsx");
    expect(tally.neutralised).toBe(0);
    const own = (await textsOf(database, sql`said`)).map(([text]) => text);
    const read = (await importedTexts(database, file)).map(([text]) => text);
    // The import knows no empty text in a sheet.
    expect(read).toEqual(own.map((text) => text || null).map((text, i) => text ?? read[i]));
  });
});

describe("a person's own way of writing", () => {
  test("decimal commas go with semicolons; a mark in front tells UTF-8", async () => {
    await database.run([sql`create or replace table own as select 1.5 as x, 2.25::double as y, 'a;b' as t`]);
    const style: TextStyle = { delimiter: ";", decimal: ",", hasMark: true, isExact: false };
    const { file } = await exported(database, sql`own`, "csv", { text: style });
    const bytes = new Uint8Array(await file.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder().decode(bytes)).toBe('x;y;t\r\n1,5;2,25;"a;b"\r\n');
  });

  test("Markdown keeps pipes and line breaks inside their cell", async () => {
    await database.run([
      sql`create or replace table own as select 'a|b\\' as t, 'c' || chr(10) || 'd' as u, null as v, 1 as n`,
    ]);
    const { text } = await exported(database, sql`own`, "markdown");
    expect(await text()).toBe(
      "| t | u | v | n |\n| --- | --- | ---: | ---: |\n| a\\|b\\\\ | c<br>d | NULL | 1 |\n",
    );
  });

  test("names of files and sheets are such that every system takes them", () => {
    const names = [
      "Lost, Jan 1 – Feb 1: a/b?",
      "  ",
      "CON",
      "a\u202egpj.exe",
      "..x.",
      "Отток",
      "\u{1F994}".repeat(80),
    ];
    const files = names.map((each) => fileNameOf(each));
    expect(files.slice(0, 6)).toEqual([
      "Lost,-Jan-1-–-Feb-1-a-b",
      "table",
      "CON-table",
      "a-gpj.exe",
      "x",
      "Отток",
    ]);
    expect(files[6]).toBe("\u{1F994}".repeat(50));
    expect(["'History'", "History", "[a]/b: c*d?", "x".repeat(40), ""].map(sheetNameOf)).toEqual([
      "Sheet1",
      "Sheet1",
      "a b c d",
      "x".repeat(31),
      "Sheet1",
    ]);
  });
});

describe("a table without rows", () => {
  const empty: Partial<Record<ExportFormat, string>> = {
    csv: "a,b\r\n",
    tsv: "a\tb\r\n",
    json: "[]\n",
    ndjson: "",
    markdown: "| a | b |\n| ---: | --- |\n",
  };
  test("is a file of names and types", async () => {
    await database.run([sql`create or replace table nobody (a bigint, b varchar)`]);
    for (const [format, text] of Object.entries(empty)) {
      const delimiter = format === "tsv" ? "\t" : ",";
      const wish = { text: { ...exact, delimiter } as TextStyle };
      expect(await (await exported(database, sql`nobody`, format as ExportFormat, wish)).text()).toBe(text);
    }
    for (const format of ["arrow", "parquet"] as const) {
      const { file } = await exported(database, sql`nobody`, format);
      expect(await importedTexts(database, file)).toEqual([]);
      expect((await database.describe(sql`from read_back`)).map(({ type }) => type)).toEqual([
        "BIGINT",
        "VARCHAR",
      ]);
    }
    const { file } = await exported(database, sql`nobody`, "xlsx");
    expect(file.size).toBeGreaterThan(500);
  });
});

describe("many rows", () => {
  const count = 2000;
  const windowRows = 300;
  const text = async (order?: { column: string; descending: boolean }) => {
    const { text: written } = await exported(database, sql`many`, "ndjson", { windowRows, order });
    const lines = (await written()).trimEnd().split("\n");
    return lines.map((line) => JSON.parse(line) as { id: number; k: number });
  };

  test("come in their order, or as a grid sorts them; gaps of deleted rows are none", async () => {
    await database.run([
      sql`create or replace table many as select i as id, (i * 7919) % 997 as k, 'n' || i as t from range(${count}) r(i)`,
      sql`delete from many where id between 100 and 900`,
    ]);
    const left = [...Array(count).keys()].filter((id) => id < 100 || id > 900);
    expect((await text()).map(({ id }) => id)).toEqual(left);
    const sorted = await text({ column: "k", descending: true });
    const key = (id: number) => (id * 7919) % 997;
    expect(sorted.map(({ id }) => id)).toEqual(left.toSorted((one, two) => key(two) - key(one) || one - two));
  });

  test("are all there where a column of the table itself is called rowid", async () => {
    await database.run([
      sql`create or replace table many as select i as id, (i * 7919) % 997 as k,
        case when i % 3 = 0 then i * -5 end as "RowID" from range(${count}) r(i)`,
    ]);
    const ids = [...Array(count).keys()];
    const rows: { id: number; RowID?: number | null }[] = await text();
    expect(rows.map(({ id }) => id)).toEqual(ids);
    expect(rows.slice(0, 4).map(({ RowID }) => RowID)).toEqual([0, null, null, -15]);
    const sorted = await text({ column: "k", descending: false });
    const key = (id: number) => (id * 7919) % 997;
    expect(sorted.map(({ id }) => id)).toEqual(ids.toSorted((one, two) => key(one) - key(two) || one - two));
    await database.run([
      sql`create or replace table many as select i as id, (i * 7919) % 997 as k, 'n' || i as t from range(${count}) r(i)`,
    ]);
  });

  test("are those of the moment in which the export began, whatever happens to the table meanwhile", async () => {
    const before = await text();
    const parts: Bytes[] = [];
    const source = await openExport({ database, relation: sql`many`, order: null, windowRows });
    let isChanged = false;
    const sink = {
      async write(bytes: Bytes) {
        parts.push(bytes);
        if (isChanged) return;
        isChanged = true;
        await database.run([
          sql`update many set t = 'changed'`,
          sql`create or replace table many as select 1 as id`,
          sql`drop table many`,
          sql`select 1`,
        ]);
      },
    };
    await exportTable(source, sink, { format: "ndjson", title: "t", text: exact });
    const lines = (await new Blob(parts).text()).trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(before);
    // Nothing of it is left in the engine.
    await expect(database.query(sql`from many`)).rejects.toMatchObject({ code: "sql" });
  });

  test("can be stopped, and what a sheet cannot hold is refused", async () => {
    await database.run([sql`create or replace table many as select i as id from range(5000) r(i)`]);
    const stopper = new AbortController();
    const source = await openExport({ database, relation: sql`many`, order: null, windowRows });
    const sink = { write: () => Promise.resolve(stopper.abort()) };
    await expect(
      exportTable(source, sink, { format: "csv", title: "t", text: exact, signal: stopper.signal }),
    ).rejects.toMatchObject({ code: "stopped" });
    await database.run([sql`create or replace table long as select repeat('x', 32768) as t`]);
    await expect(exported(database, sql`long`, "xlsx")).rejects.toMatchObject({ code: "too-many-rows" });
    await expect(exported(database, sql`nowhere`, "csv")).rejects.toMatchObject({ code: "sql" });
  });
});

test("a table of the page: names that stand twice get a number, missing values are missing", async () => {
  const columns = [
    { name: "n", values: [1, null] },
    { name: "N", values: [0.5, 2] },
    { name: "t", values: ["=a", null] },
    { name: "none", values: [null, null] },
    { name: "yes", values: [true, false] },
  ];
  const parts: Bytes[] = [];
  const sink = { write: (bytes: Bytes) => Promise.resolve(void parts.push(bytes)) };
  await exportTable(await openExport({ columns }), sink, { format: "csv", title: "t", text: safe });
  expect(await new Blob(parts).text()).toBe("n,N_2,t,none,yes\r\n1,0.5,'=a,,true\r\n,2.0,,,false\r\n");
  await expect(
    exportTable(await openExport({ columns: [] }), sink, { format: "csv", title: "t", text: safe }),
  ).rejects.toMatchObject({ code: "not-a-table" });
});

describe("a receipt", () => {
  const receipt = '{"ebb":"receipt","data":[{"file":"a & <b>.csv"}]}';

  test("stands in the metadata of Parquet and Arrow and in a workbook's properties, and nowhere in texts of rows", async () => {
    await database.run([sql`create or replace table marked as select 1 as n, 'a' as s`]);
    const parquet = await exported(database, sql`marked`, "parquet", { receipt });
    const { ParquetFile } = await import("parquet-wasm/esm");
    const metadata = (await ParquetFile.fromFile(parquet.file)).metadata().fileMetadata().keyValueMetadata();
    expect(metadata.get("ebb.receipt")).toBe(receipt);

    const arrow = await exported(database, sql`marked`, "arrow", { receipt });
    const { tableFromIPC } = await import("apache-arrow");
    const { schema } = tableFromIPC(new Uint8Array(await arrow.file.arrayBuffer()));
    expect(schema.metadata.get("ebb.receipt")).toBe(receipt);

    const { file } = await exported(database, sql`marked`, "xlsx", { receipt });
    expect(await importedTexts(database, file)).toEqual([["1", "a"]]);
    const entries = await zipEntries(file);
    const core = entries.find(({ name }) => name === "docProps/core.xml")!;
    const packed = new Uint8Array(await (await packedBytes(file, core)).arrayBuffer());
    const text = new TextDecoder().decode(core.method === 8 ? inflateRawSync(packed) : packed);
    expect(text).toContain("<dc:description>{&quot;ebb&quot;");
    for (const format of ["csv", "tsv", "json", "ndjson", "markdown"] as const)
      expect(await (await exported(database, sql`marked`, format, { receipt })).text()).not.toContain(
        "receipt",
      );
  });
});
