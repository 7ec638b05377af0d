import { expect, test } from "vitest";
import { sql } from "../../src/engine";
import { attributes } from "../../src/analyses/attributes";
import { openedDatabase } from "./opened-database";

const database = openedDatabase();
const rule = { form: "any", events: [], minPerDay: 1, conditions: [], after: null } as const;
const columns = [
  { name: "who", type: "VARCHAR", kind: "text" },
  { name: "at", type: "TIMESTAMP", kind: "timestamp" },
  { name: "plan", type: "VARCHAR", kind: "text" },
];
const data = {
  table: "plans",
  roles: { customer: "who", time: "at" },
  rule,
  columns,
  endIsLastPaidDay: true,
  weekStart: "monday",
} as const;

async function levelsAt(moment: Parameters<typeof attributes>[2], roles: object = data.roles) {
  const found = await database().query(
    sql`select * from (${attributes({ ...data, roles }, "plan", moment)}) order by customer`,
  );
  return found.rows().map((row) => `${row.customer} ${row.level} ${row.levels}`);
}

test("an attribute counts as it was when the period began", async () => {
  await database().run([
    sql`create or replace table plans as select * from (values
      ('a', timestamp '2024-01-01', 'pro'), ('a', timestamp '2024-03-01', 'basic'),
      ('b', timestamp '2024-02-10', 'basic'), ('b', null, 'pro'),
      ('c', timestamp '2024-01-05', ' '), ('d', null, 'basic'),
      ('e', timestamp '2024-01-01', 'x'), ('e', timestamp '2024-01-01', 'y'),
      (null, timestamp '2024-01-01', 'pro'), ('f', timestamp 'infinity', 'pro')) t(who, "at", plan)`,
    sql`select 1`,
  ]);
  const february = await levelsAt(sql`timestamp '2024-02-01'`);
  expect(february).toEqual(["a pro 2", "b basic 2", "c null 0", "d basic 1", "e y 2", "f pro 1"]);
  expect(await levelsAt(sql`timestamp '2024-04-01'`)).toContain("a basic 2");
  expect(await levelsAt("first")).toEqual([
    "a pro 2",
    "b basic 2",
    "c null 0",
    "d basic 1",
    "e x 2",
    "f pro 1",
  ]);
});

test("what was not known before the moment is late; another value before the end is a change", async () => {
  const found = await database().query(
    sql`select * from (${attributes(data, "plan", sql`timestamp '2024-02-01'`, sql`timestamp '2024-04-01'`)}) order by customer`,
  );
  expect(found.rows().map(({ customer, is_late, is_changed }) => [customer, is_late, is_changed])).toEqual([
    ["a", false, true],
    ["b", true, false],
    ["c", false, false],
    ["d", true, false],
    ["e", false, false],
    ["f", true, false],
  ]);
});

test("a table without time is static; a column that is not there is an error", async () => {
  expect(await levelsAt("first", { customer: "who" })).toEqual([
    "a basic 2",
    "b basic 2",
    "c null 0",
    "d basic 1",
    "e x 2",
    "f pro 1",
  ]);
  expect(() => attributes(data, "gone", "first")).toThrow("missing column: gone");
});
