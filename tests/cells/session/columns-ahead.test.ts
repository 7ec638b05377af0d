import { afterAll, beforeAll, expect, test } from "vitest";
import { written, type Column, type Database } from "../../../src/engine";
import { describable, queriesAhead } from "../../../src/cells/session/columns-ahead";
import { openTestDatabase } from "../../engine/open-database";
import { drawn } from "./drawn";

let database: Database;
beforeAll(async () => void (database = await openTestDatabase()));
afterAll(() => database.close());

/** What becomes known of each query of a notebook in which nothing has run. */
async function columns(drawing: string): Promise<Record<string, string | null>> {
  const found = new Map<string, readonly Column[] | null>();
  for (const query of queriesAhead(drawn(drawing))) {
    const text = describable(query, (cell) => found.get(cell));
    found.set(query.cell, text === null ? null : await database.describe(written(text)));
  }
  return Object.fromEntries(
    [...found].map(([cell, all]) => [cell, all && all.map(({ name, type }) => `${name} ${type}`).join(", ")]),
  );
}

test("columns of any type come down a chain of queries that nobody ran", async () => {
  const known = await columns(`
    last  sql  select n + 1 as more, * from middle
    middle sql select *, list[1] as first, null as none from top
    top   sql  select 1::decimal(9, 2) as n, [{'a': date '2024-01-01'}] as list, 'x'::enum('x', 'y''z') as "odd name"
  `);
  const top = `n DECIMAL(9,2), list STRUCT(a DATE)[], odd name ENUM('x', 'y''z')`;
  expect(known.top).toBe(top);
  expect(known.middle).toContain(`${top}, first STRUCT(a DATE)`);
  expect(known.last).toContain("more DECIMAL");
  expect(known.last).toContain("odd name ENUM('x', 'y''z'), first STRUCT(a DATE)");
});

test("below a query whose columns nobody knows nothing is guessed", async () => {
  const known = await columns("q sql pivot t on a\nr sql from q\ns sql select 1 as one");
  expect(known).toEqual({ r: null, s: "one INTEGER" });
});

test("what DuckDB is asked of a query does not grow with the notebook above it", () => {
  const chain = Array.from(
    { length: 50 },
    (_, i) => `q${i} sql ${i ? `select * from q${i - 1}` : "select 1 as n"}`,
  );
  const known = () => [{ name: "n", type: "INTEGER", kind: "integer" }] as const;
  const texts = queriesAhead(drawn(chain.join("\n"))).map((query) => describable(query, known)!);
  expect(texts).toHaveLength(50);
  expect(Math.max(...texts.map(({ length }) => length))).toBeLessThan(120);
});
