import { beforeAll, expect, test } from "vitest";
import { type Database, importFile, type ImportedTable, type Known, sql } from "../../../src/engine";
import { openTestDatabase } from "../open-database";

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});

interface Loaded {
  readonly names: readonly string[];
  readonly texts: readonly (readonly (string | null)[])[];
  readonly unread: ImportedTable["unread"];
}

async function load(content: string, source: Known["source"] = {}): Promise<Loaded> {
  const file = new File([content], "t.json");
  const { columns, unread } = await importFile(database, file, { table: "t", known: { source } });
  const table = await database.query(sql`from t`);
  const texts = Array.from({ length: table.rowCount }, (_, row) =>
    columns.map((_, column) => table.text(row, column)),
  );
  return { names: columns.map(({ name }) => name), texts, unread };
}

test("arrays of rows may follow each other", async () => {
  const { texts, unread } = await load('[{"id":1},{"id":2}]\n[{"id":3},{"id":4}]\n{"id":5}\n');
  expect([texts.flat(), unread.rows]).toEqual([["1", "2", "3", "4", "5"], 0]);
});

test("an array a line is a row a line, with a column for each of its values", async () => {
  const { names, texts, unread } = await load(
    '["2024-01-01","c1",5]\n["2024-01-02","c2",7]\n["2024-01-03"\n["2024-01-04","c4",null,8]\n',
  );
  expect(names).toEqual(["0", "1", "2", "3"]);
  expect(texts).toEqual([
    ["2024-01-01", "c1", "5", null],
    ["2024-01-02", "c2", "7", null],
    ["2024-01-04", "c4", null, "8"],
  ]);
  expect(unread).toMatchObject({ rows: 1, first: [{ line: 3, text: '["2024-01-03"' }] });
});

test("rows and values may begin with a number or null", async () => {
  expect((await load('[1,"a"]\n[2,"b"]\n')).texts).toEqual([
    ["1", "a"],
    ["2", "b"],
  ]);
  expect(await load("[100, 200, 300]")).toMatchObject({
    names: ["value"],
    texts: [["100"], ["200"], ["300"]],
  });
  expect((await load('[null,{"id":1}]')).texts).toEqual([
    [null, null],
    [null, "1"],
  ]);
});

test("one array of arrays is a row for each of them", async () => {
  expect(await load("[[1,2],[3,4]]")).toMatchObject({
    names: ["0", "1"],
    texts: [
      ["1", "2"],
      ["3", "4"],
    ],
  });
});

test("what else stands behind an array is listed with its line", async () => {
  const { texts, unread } = await load('[{"id":1},\n{"id":2}\n]\n\nEND ]\n7\n');
  expect(texts.flat()).toEqual(["1", "2"]);
  expect(unread.first.map(({ line, text }) => [line, text])).toEqual([
    [5, "END ]"],
    [6, "7"],
  ]);
});

test("an array that is cut off behind a comma says so", async () => {
  const { texts, unread } = await load('[{"id":1},\n{"id":2},\n');
  expect(texts.flat()).toEqual(["1", "2"]);
  expect(unread.first).toMatchObject([{ reason: "array without its end" }]);
});

test("of several lists in an object the one that is called data is meant, else the longest", async () => {
  const warnings = '"warnings":[{"code":1},{"code":2}]';
  expect((await load(`{${warnings},"data":[{"id":7}]}`)).texts).toEqual([["7"]]);
  expect((await load(`{"Results":[{"id":7}],${warnings},"meta":{"n":1}}`)).texts).toEqual([["7"]]);
  expect((await load(`{"customers":[{"id":7}],${warnings}}`)).texts).toEqual([["1"], ["2"]]);
});

test("a line of three megabytes is one row", async () => {
  const long = "é".repeat(1_500_000);
  const lines = [{ id: 1 }, { id: 2, note: long }, { id: 3 }].map((row) => JSON.stringify(row));
  for (const content of [lines.join("\n"), lines.join("\r\n")]) {
    const { texts, unread } = await load(content);
    expect(texts.map(([id, note]) => [id, note === long])).toEqual([
      ["1", false],
      ["2", true],
      ["3", false],
    ]);
    expect(unread.rows).toBe(0);
  }
});

test("a row that is longer than any should be is listed with its line, and those around it are read", async () => {
  const lines = [{ id: 1 }, { id: 2, note: "x".repeat(17 << 20) }, { id: 3 }].map((row) =>
    JSON.stringify(row),
  );
  const { texts, unread } = await load(lines.join("\n"));
  expect(texts.map(([id]) => id)).toEqual(["1", "3"]);
  expect(unread).toMatchObject({ rows: 1, first: [{ line: 2, reason: "row of more than 16777216 signs" }] });
});
