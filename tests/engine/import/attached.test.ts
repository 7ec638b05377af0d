import { beforeAll, expect, test } from "vitest";
import { type Database, sql } from "../../../src/engine";
import { importFile } from "../../../src/engine/import/import-file";
import { peeksHere } from "../../../src/engine/import/peek";
import { previewFile } from "../../../src/engine/import/preview-file";
import type { Known } from "../../../src/engine/import/reader";
import { openTestDatabase } from "../open-database";
import { newerVersion, onlyView, severalTables } from "./stored-databases";

let database: Database;
beforeAll(async () => void (database = await openTestDatabase()));

const file = (content: BlobPart) => new File([content], "shop.duckdb");
const load = (content: BlobPart, known?: Known) => importFile(database, file(content), { table: "t", known });
const attached = async () =>
  (await database.query(sql`select database_name as name from duckdb_databases() where not internal`)).values(
    "name",
  );

test("the largest table of a DuckDB file is copied, and the others are offered with their rows", async () => {
  const before = await attached();
  const loaded = await load(severalTables);
  expect([loaded.rowCount, loaded.plan.source]).toEqual([5, { format: "duckdb", table: "people" }]);
  expect(loaded.others).toEqual([
    { in: "table", name: "archive.big one", rows: 2 },
    { in: "table", name: "nothing", rows: 0 },
  ]);
  expect(loaded.columns.map(({ name, type }) => `${name} ${type}`)).toEqual([
    "id BIGINT",
    "name VARCHAR",
    "seen TIMESTAMP",
  ]);
  expect(await attached()).toEqual(before);
});

test("values stay as they are, and the plan's zone holds for instants", async () => {
  await load(severalTables, { source: { table: "archive.big one" } });
  const table = await database.query(sql`from t`);
  expect([0, 1].map((row) => table.columns.map((_, i) => table.text(row, i)))).toEqual([
    ["170141183460469231731687303715884105727", "1.125", "[1, 2]"],
    ["-1", null, "[]"],
  ]);
  const { plan } = await load(severalTables);
  await load(severalTables, { plan: { ...plan, zone: "Europe/Moscow" }, isExact: true });
  expect((await database.query(sql`select seen from t limit 1`)).text(0, 0)).toBe("2024-02-01 01:30:00");
});

test("a table that is not there, a newer file, a broken one and one without tables are refused with the reason", async () => {
  const { plan } = await load(severalTables, { source: { table: "archive.big one" } });
  const other: Known = { plan: { ...plan, source: { format: "duckdb", table: "orders" } } };
  await expect(load(severalTables, other)).rejects.toMatchObject({
    code: "not-a-table",
    message: "no table orders in shop.duckdb; it has: people, archive.big one, nothing",
  });
  await expect(load(newerVersion)).rejects.toThrow(
    /storage version 68, and this engine reads 64 to 67; export/,
  );
  await expect(load(severalTables.slice(0, 40_000))).rejects.toMatchObject({ code: "unreadable-file" });
  await expect(load(onlyView)).rejects.toMatchObject({ code: "empty-file" });
  expect((await database.query(sql`select count(*) as n from t`)).value(0, "n")).toBe(2);
});

test("the beginning of a table is shown, with the tables to choose from", async () => {
  const seen = await previewFile(database, file(severalTables), { peeks: peeksHere });
  expect(seen.sheets.map(({ name, rows }) => [name, rows])).toEqual([
    ["people", 5],
    ["archive.big one", 2],
    ["nothing", 0],
  ]);
  expect(seen.rows[0]).toEqual(["0", "p0", "2024-01-31 22:30:00"]);
});
