import { beforeAll, describe, expect, test } from "vitest";
import { type Database, importFile, type Known, sql, written } from "../../../src/engine";
import { openTestDatabase } from "../open-database";

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});

const fileOf = (content: BlobPart, fileName = "t.csv") => new File([content], fileName);
const load = (content: BlobPart, source: Known["source"] = {}) =>
  importFile(database, fileOf(content), { table: "t", known: { source } });
/** How a text was read. */
const sourceOf = ({ plan: { source } }: Awaited<ReturnType<typeof load>>) =>
  source as Extract<typeof source, { format: "text" }>;
const typesOf = async (content: BlobPart) =>
  Object.fromEntries((await load(content)).columns.map((column) => [column.name, column.type]));
const texts = async () => {
  const table = await database.query(sql`from t`);
  return Array.from({ length: table.rowCount }, (_, row) => table.columns.map((_, i) => table.text(row, i)));
};
const tables = async () => (await database.query(written("show tables"))).values("name");

describe("what is no table", () => {
  test.each([
    ["", "empty-file", "empty file: t.csv"],
    ["\ufeff", "empty-file", "empty file: t.csv"],
    ["\n \r\n", "empty-file", "empty file: t.csv"],
    ["<!DOCTYPE html><table>", "not-a-table", "not a table: t.csv is a web page or XML, not CSV"],
    ["\u0001\u0002\u0003\u0004a,b\n", "not-a-table", "not a table: t.csv is not text"],
    [
      "This is a letter and it has no columns.\nIt goes on for some lines, as letters do.\nYours truly and so on and on",
      "not-a-table",
      "not a table: t.csv is running text without columns",
    ],
  ])("%j", async (content, code, message) => {
    await expect(load(content)).rejects.toMatchObject({ code, message });
  });

  test("an error leaves no table behind, nor a trace of the file", async () => {
    const before = await tables();
    await expect(
      importFile(database, fileOf("x"), { table: "none", signal: AbortSignal.abort() }),
    ).rejects.toThrow();
    await expect(importFile(database, fileOf('a,b\n"1,2\n'), { table: "none" })).rejects.toMatchObject({
      code: "not-a-table",
      message: "not a table: no line of t.csv could be read (value with unterminated quote found)",
    });
    expect(await tables()).toEqual(before);
  });
});

describe("headers", () => {
  test("alone they make a table without rows", async () => {
    const loaded = await load("customer,date,amount\n");
    expect(loaded).toMatchObject({ rowCount: 0, unread: { rows: 0, cells: 0, first: [] }, renamed: [] });
    expect(loaded.columns.map((column) => column.name)).toEqual(["customer", "date", "amount"]);
  });

  test("empty and equal ones get names of their own, and it is said which", async () => {
    const { columns, renamed } = await load("id,amount,,Amount , amount_2,\n1,2,3,4,5,6\n");
    expect(columns.map((column) => column.name)).toEqual([
      "id",
      "amount",
      "column_3",
      "Amount_3",
      "amount_2",
      "column_6",
    ]);
    expect(renamed).toEqual([
      { from: "", to: "column_3" },
      { from: "Amount ", to: "Amount_3" },
      { from: " amount_2", to: "amount_2" },
      { from: "", to: "column_6" },
    ]);
    expect(await texts()).toEqual([["1", "2", "3", "4", "5", "6"]]);
  });

  test("there may be none", async () => {
    const loaded = await load("c1,2024-01-05,10\nc2,2024-01-06,20\n");
    expect(sourceOf(loaded).header).toBe(false);
    expect(loaded.columns.map((column) => column.type)).toEqual(["VARCHAR", "DATE", "BIGINT"]);
    expect(await texts()).toHaveLength(2);
  });

  test("a person may say otherwise", async () => {
    const { rowCount, columns } = await load("c1,10\nc2,20\n", { header: true });
    expect([rowCount, columns.map((column) => column.name)]).toEqual([1, ["c1", "10"]]);
  });

  test("titles above the table are skipped", async () => {
    const loaded = await load("Report;;\n;;\nid;date;amount\n1;2024-01-01;5\n2;2024-01-02;6\n");
    expect(sourceOf(loaded)).toMatchObject({ skip: 2, delimiter: ";" });
    expect(loaded.rowCount).toBe(2);
  });
});

describe("layout", () => {
  test.each([
    ["a,b\n1,2\n", ","],
    ["a;b\n1,5;2,5\n3,5;4,5\n", ";"],
    ["a\tb\n1\t2\n", "\t"],
    ["a|b\n1|2\n", "|"],
    ["sep=;\r\na;b\r\n1;2\r\n", ";"],
    ["id;name\n1;Smith, John\n2;Poe, Ann\n", ";"],
  ])("%j", async (content, delimiter) => {
    const loaded = await load(content);
    const { columns, rowCount } = loaded;
    expect([sourceOf(loaded).delimiter, columns.length, rowCount > 0]).toEqual([delimiter, 2, true]);
  });

  test.each([
    "a,b\n1,2\n3,4",
    "a,b\r\n1,2\r\n3,4\r\n",
    "a,b\r1,2\r3,4\r",
    "a,b\r\n1,2\n3,4\r\n",
    "a,b\n1,2\n\n3,4\n,\n",
  ])("%j has two rows", async (content) => {
    expect((await load(content)).rowCount).toBe(2);
    expect(await texts()).toEqual([
      ["1", "2"],
      ["3", "4"],
    ]);
  });

  test("quotes keep delimiters, line breaks and quotes", async () => {
    await load('id,note\n1,"a, ""b""\nc"\n2,5" disk\n');
    expect(await texts()).toEqual([
      ["1", 'a, "b"\nc'],
      ["2", '5" disk'],
    ]);
  });

  test("one column is a table", async () => {
    expect(await typesOf("customer\nc1\nc2\n\n")).toEqual({ customer: "VARCHAR" });
    expect(await texts()).toHaveLength(2);
  });
});

describe("encodings", () => {
  const encoded = (text: string, bytes: (code: number) => number[]) =>
    Uint8Array.from([...text].flatMap((sign) => bytes(sign.codePointAt(0)!)));
  const russian = "клиент;сумма\nПётр;1,5\nАнна;2,5\n";
  const cp1251 = encoded(russian, (code) => [code < 128 ? code : code === 0x451 ? 0xb8 : code - 0x350]);
  const utf16 = encoded(`\ufeff${russian}`, (code) => [code & 255, code >> 8]);
  const utf16be = encoded(`\ufeff${russian}`, (code) => [code >> 8, code & 255]);

  test.each([
    ["utf-8", russian],
    ["utf-8", `\ufeff${russian}`],
    ["utf-16le", utf16],
    ["utf-16be", utf16be],
    ["windows-1251", cp1251],
  ])("%s", async (encoding, content) => {
    const loaded = await load(content);
    expect([sourceOf(loaded).encoding, loaded.columns[0]!.name]).toEqual([encoding, "клиент"]);
    expect(await texts()).toEqual([
      ["Пётр", "1.5"],
      ["Анна", "2.5"],
    ]);
  });

  test("windows-1252, of which latin-1 is a part", async () => {
    const loaded = await load(encoded("name,n\nJosé,1\nZoë,2\n", (code) => [code]));
    expect([sourceOf(loaded).encoding, (await texts())[0]![0]]).toEqual(["windows-1252", "José"]);
  });

  test("gzip is unpacked", async () => {
    const packed = await new Response(
      new Blob(["a,b\n1,2\n"]).stream().pipeThrough(new CompressionStream("gzip")),
    ).arrayBuffer();
    expect((await load(packed)).rowCount).toBe(1);
    const broken = Uint8Array.of(0x1f, 0x8b, 8, 0, 1, 2, 3);
    await expect(load(broken)).rejects.toMatchObject({ code: "unreadable-file" });
  });
});

describe("broken rows", () => {
  test("are counted and shown with line, reason and text, and shift nothing", async () => {
    const { rowCount, unread } = await load("a,b,c\n1,2,3\n4,5,6,7,8\n9,10\n\n11,12,13\n");
    expect(rowCount).toBe(2);
    const found = (n: number) => ({
      row: null,
      column: null,
      reason: `expected number of columns: 3, found: ${n}`,
    });
    expect(unread).toEqual({
      rows: 2,
      cells: 0,
      first: [
        { line: 3, ...found(5), text: "4,5,6,7,8" },
        { line: 4, ...found(2), text: "9,10" },
      ],
      table: ["unread", "t"],
    });
    expect(await texts()).toEqual([
      ["1", "2", "3"],
      ["11", "12", "13"],
    ]);
  });

  test("a quote that is never closed names its line and column", async () => {
    const { unread } = await load('id,note\n1,ok\n2,"never closed\n3,ok\n');
    expect(unread).toMatchObject({
      rows: 1,
      first: [{ line: 3, column: "note", reason: "value with unterminated quote found" }],
    });
  });

  test("only the first hundred are kept", async () => {
    const { unread } = await load(`a,b\n${"1,2\n".repeat(300)}${"3\n".repeat(250)}`);
    expect([unread.rows, unread.first.length, unread.first[99]!.line]).toEqual([250, 100, 401]);
  });
});
