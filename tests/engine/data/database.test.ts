import { beforeAll, expect, test } from "vitest";
import { type Database, sql, written } from "../../../src/engine";
import { openTestDatabase } from "../open-database";

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});

test("a query gives columns with DuckDB's types and rows with our values", async () => {
  const table = await database.query(sql`select 1 as n, 'a' as word, 1.5 as amount, null as nothing`);
  expect(table.columns).toEqual([
    { name: "n", type: "INTEGER", kind: "integer" },
    { name: "word", type: "VARCHAR", kind: "text" },
    { name: "amount", type: "DECIMAL(2,1)", kind: "decimal" },
    { name: "nothing", type: "INTEGER", kind: "integer" },
  ]);
  expect(table.rows()).toEqual([{ n: 1, word: "a", amount: 1.5, nothing: null }]);
});

test("an unknown column is an error at its place, with the names that were meant", async () => {
  const failed = database.query(written("select 'ж',\n  amonut from (select 1 as amount)"));
  await expect(failed).rejects.toMatchObject({
    code: "sql",
    place: { line: 2, column: 3 },
    candidates: ["amount"],
  });
});
