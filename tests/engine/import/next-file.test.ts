import * as v from "valibot";
import { beforeAll, expect, test } from "vitest";
import { type Database, importFile, importPlan, name, sql } from "../../../src/engine";
import { openTestDatabase } from "../open-database";

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});

const load = (content: string, known = {}) =>
  importFile(database, new File([content], "t.csv"), { table: "t", known });

test("a plan finds its columns in the next file by their header, and says what is new and what is gone", async () => {
  const first = await load("id;start;sum;old\n1;31.01.2024;1,5;x\n2;01.02.2024;2,5;y\n");
  const plan = v.parse(importPlan, JSON.parse(JSON.stringify(first.plan)));
  expect(plan).toEqual(first.plan);
  const chosen = { ...plan, columns: plan.columns.map((column) => ({ ...column, isChosen: true })) };
  const next = await load("sum,id,start,new\n3.5,007,05.03.2024,5\nmany,008,soon,6\n", { plan: chosen });
  expect(next.notes).toEqual([
    { note: "new-column", column: "new" },
    { note: "missing-column", column: "old" },
    { note: "other-form", was: "utf-8 ;", is: "utf-8 ," },
  ]);
  expect(next.columns.map((column) => `${column.name} ${column.type}`)).toEqual([
    "sum DOUBLE",
    "id VARCHAR",
    "start DATE",
    "new BIGINT",
  ]);
  // `3.5` is no number where the comma is the decimal mark: it is listed, never taken for another.
  expect(next.unread.first.map(({ row, column, text }) => [row, column, text])).toEqual([
    [1, "sum", "3.5"],
    [2, "sum", "many"],
    [2, "start", "soon"],
  ]);
  expect((await database.query(sql`from ${name(...next.unread.table!)}`)).rowCount).toBe(3);
});

test("what a notebook from elsewhere says is checked", () => {
  const plan = {
    version: 1,
    source: { format: "json", nested: "text" },
    entry: null,
    zone: "Nowhere/City",
    missing: [],
    columns: [],
  };
  expect(v.safeParse(importPlan, plan).success).toBe(false);
  expect(v.safeParse(importPlan, { ...plan, zone: "Asia/Tbilisi" }).success).toBe(true);
});

test("a question about day and month that nobody has answered is asked again of the next file", async () => {
  const { plan, notes } = await load("id,at\n1,03/04/2024\n");
  const next = await load("id,at\n1,05/06/2024\n", { plan });
  expect(next.notes).toEqual(notes);
  expect(notes.map(({ note }) => note)).toEqual(["date-order"]);
  const columns = plan.columns.map((column) => ({ ...column, isChosen: true }));
  expect((await load("id,at\n1,05/06/2024\n", { plan: { ...plan, columns } })).notes).toEqual([]);
});
